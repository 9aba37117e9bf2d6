"""The walk over every page, form, download and operation: a stranger is refused and changes nothing.

Everybody of this half asks: each role apart, who holds every role in it, who holds none, and nobody. Whatever
is about a row of the other half is refused. No answer holds a word of that half, and after all forms and
operations not one of its rows is different.
Somebody over there must get further at every address: else asking it proves nothing.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import urlencode

import httpx2
import pytest
from starlette.routing import Route

from marketplace.clock import FixedClock
from marketplace.embedded import DATABASE
from marketplace.exports.formats import FORMATS
from marketplace.inlezen.soorten import SOORTEN
from marketplace.toegang.model import Rol
from marketplace.toegang.service import start_sessie
from marketplace.toegang.sleutels import PREFIX
from marketplace.web.api.resource import ROOT
from marketplace.web.api.routes import OPERATIONS
from marketplace.web.openapi import describe
from marketplace.web.routes import all_routes
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_groepsplan import GROEPSPLAN_ADRES, GROEPSPLAN_VELDEN
from tests.marketplace.toegang.wandeling_mensen import PAD
from tests.marketplace.toegang.wandeling_wereld import (
    BEGINNER,
    DAAR,
    HIER,
    IEDER,
    ROLLEN,
    SW,
    Helft,
    Wandelaar,
    give_all_roles,
    make_wereld,
    wandelaars,
)
from tests.marketplace.web.api.program import insert_sleutel
from tests.marketplace.web.invullen import filled_forms
from tests.marketplace.web.site import BASE, Site, open_site

WORDS = re.compile(f"{DAAR.woord}|-{DAAR.woord[:4]}", re.IGNORECASE)
# The catalogue and the policies of every regio are for all, a link is for its holder.
SHARED = ("/kwalificaties", "/werkprocessen", "/regios", "/link", "/static", "/gegevens/{soort}")
FOR_ALL = frozenset({"kwalificaties", "werkprocessen", "opleidingen", "beleid"})
# A file, and the description of the API, have neither forms nor links.
NO_FORM = re.compile(r"^/gegevens/\w+/(download|sjabloon)\.|^/api$|^/metrics$")
ENDS_THE_WALK = ("/uitloggen", "/inloggen")
# Reading a file is done by a process of its own, which takes seconds to start.
STARTS_A_PROCESS = ("POST", "/gegevens/inlezingen/{id:int}/")
BEGINS = "/groepsdetachering/{id:int}/beginnen"
NUMBERS = {BEGINS: BEGINNER, "/groepsdetachering/": SW, "/mijn-groepen/": SW}
NUMBERS |= {"/beheer/accounts/": 20, "/beheer/api-sleutels/": 10, "/gegevens/inlezingen/": 10}
GIVEN = {"betrokkene_id": DAAR.n + 24, "code": DAAR.regio, "sleutel": "pin_weken", "crebo": 25258}
GIVEN |= {"token": "a" * 43, "nummer": 1, "week": "2026-11-16"}
GIVEN |= {**PAD, **GROEPSPLAN_ADRES}
ASKED = {
    name: str(DAAR.n + 1) for name in ("vestiging", "plek", "kandidaat", "organisatie", "praktijkopleider")
}
ASKED |= {"regio": DAAR.regio, "regio_code": DAAR.regio, "plaats": DAAR.regio, "rol": "werkgever"}
ASKED |= {"met": str(DAAR.n + 2), "vervolg_op": str(DAAR.n + 1), "versie": "1", "startweek": "2026-12-07"}
ASKED |= {"naam": "Nieuw", "email": "nieuw@plekwijs.nl"}
ASKED |= GROEPSPLAN_VELDEN
REFUSED = frozenset({401, 403, 404})
SAME = {"sec-fetch-site": "same-origin"}
# The same for everybody, so put together once.
QUERY = urlencode(ASKED)
SENT = SAME | {"content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Address:
    """Something to ask: a page, a form or an operation; `rij` when it is about one row of the other half."""

    method: str
    path: str
    rij: bool
    body: object = None

    @property
    def url(self) -> str:
        """The path with its parameters filled in about the other half."""
        return re.sub(r"\{(\w+)(:\w+)?\}", lambda found: str(self._value(found[1])), self.path)

    def _value(self, name: str) -> object:
        """One parameter of the path."""
        for given in (f"{self.path} {name}", name):
            if given in GIVEN:
                return GIVEN[given]
        shared = {"/kwalificaties/": 25258, "/werkprocessen/": 1}
        for prefix, number in shared.items():
            if self.path.removeprefix(ROOT).startswith(prefix):
                return number
        return DAAR.n + next((n for prefix, n in NUMBERS.items() if self.path.startswith(prefix)), 1)


def _pages() -> Iterator[Address]:
    """Every page and every form of the site."""
    for route in all_routes():
        if isinstance(route, Route) and not route.path.startswith(ROOT) and ":path}" not in route.path:
            for method in {"GET", "POST"} & (route.methods or set()):
                if route.endpoint.__name__ != "to_page":
                    row = "{" in route.path and not route.path.startswith(SHARED)
                    for soort, vorm in product(SOORTEN, FORMATS):
                        path = route.path.replace("{soort}", soort).replace("{vorm}", vorm)
                        yield Address(method, path, row)


def _operations() -> Iterator[Address]:
    """Every operation of the API, with the example that its own schema gives."""
    told = describe(OPERATIONS, BASE)["paths"]
    for each in OPERATIONS:
        body = told[each.path][each.method.lower()].get("requestBody")
        example = body["content"]["application/json"]["example"] if body else None
        row = "{" in each.path and not each.path.startswith(SHARED)
        yield Address(each.method, ROOT + each.path, row, _of_daar(example))


def _of_daar(value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """An example about rows of the other half."""
    if not isinstance(value, dict):
        return value
    about = {
        name: DAAR.n + 1 for name, each in value.items() if name.endswith("Id") and isinstance(each, int)
    }
    places = {"regioCode": DAAR.regio, "plaats": "Arnhem", "gemeente": "Arnhem"}
    return {**value, **about, **{name: place for name, place in places.items() if name in value}}


PAGES, OPERATIONS_ASKED = tuple(dict.fromkeys(_pages())), tuple(_operations())


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, with what they send along."""

    wie: str
    client: httpx2.AsyncClient
    csrf: str = ""

    async def ask(self, address: Address) -> httpx2.Response:
        """One request."""
        if address.method == "GET":
            return await self.client.get(address.url if self.csrf == "" else f"{address.url}?{QUERY}")
        if address.path.startswith(ROOT):
            headers = {"if-match": '"1"'}
            return await self.client.request(address.method, address.url, json=address.body, headers=headers)
        return await self.client.post(address.url, content=f"{QUERY}&csrf={self.csrf}", headers=SENT)


def _read(response: httpx2.Response) -> str:
    """All text of an answer, also inside a workbook."""
    if not response.content.startswith(b"PK"):
        return response.text
    with zipfile.ZipFile(io.BytesIO(response.content)) as book:
        return " ".join(book.read(name).decode(errors="replace") for name in book.namelist())


def _is_refused(response: httpx2.Response) -> bool:
    """No, or first come in."""
    return response.status_code in REFUSED or response.headers.get("location", "").startswith("/inloggen")


@pytest.fixture(scope="module")
async def site(databases: Databases, clock: FixedClock) -> AsyncIterator[Site]:
    """The web on the world."""
    name = await databases.clone(DATABASE)
    async with databases.superuser(name) as conn:
        await make_wereld(conn)
        await give_all_roles(conn)
    async with open_site(databases.dsns(name), clock) as opened:
        yield opened
    await databases.drop(name)


@asynccontextmanager
async def _people(site: Site, helft: Helft, clock: FixedClock) -> AsyncIterator[list[Asker]]:
    """Everybody of a half with a session, and nobody."""
    async with AsyncExitStack() as stack:
        found = []
        for wie in (*wandelaars(helft), Wandelaar("ieder", helft, helft.n + IEDER)):
            cookies, csrf = {}, ""
            if wie.account is not None:
                async with site.pool.acquire() as conn:
                    token = await start_sessie(conn, clock=clock, account_id=wie.account)
                cookies = {"plekwijs-sessie": token}
                hashed = hashlib.sha256(token.encode()).digest()
                csrf = await site.behind.fetchval("select csrf from sessies where token_hash = $1", hashed)
            transport = httpx2.ASGITransport(app=site.app)
            client = httpx2.AsyncClient(transport=transport, base_url=BASE, cookies=cookies)
            found.append(Asker(wie.wie, await stack.enter_async_context(client), csrf))
        yield found


@asynccontextmanager
async def _programs(site: Site, helft: Helft) -> AsyncIterator[list[Asker]]:
    """A program for each role of a half, with a key that allows all, one for all roles, one without a key."""
    async with AsyncExitStack() as stack:
        found: list[Asker] = []
        for wie, _, rol, organisatie in (
            *ROLLEN,
            ("ieder", 0, Rol.BEHEERDER, None),
            ("niemand", 0, None, None),
        ):
            token = f"{PREFIX}{wie}-{helft.woord}"
            if rol is not None:
                regio = helft.regio if organisatie is None else None
                at = None if organisatie is None else helft.n + organisatie
                async with site.behind.acquire() as conn:
                    await insert_sleutel(conn, rol=rol, regio_code=regio, organisatie_id=at, token=token)
                    if wie == "ieder":
                        await conn.execute(
                            """insert into account_rollen
                               select sleutel.account_id, rol, regio_code, organisatie_id
                               from account_rollen, api_sleutels sleutel
                               where account_rollen.account_id = $1 and token_hash = $2
                               on conflict do nothing""",
                            helft.n + IEDER,
                            hashlib.sha256(token.encode()).digest(),
                        )
            headers = {"authorization": f"Bearer {token}"}
            client = httpx2.AsyncClient(
                transport=httpx2.ASGITransport(app=site.app), base_url=BASE, headers=headers
            )
            found.append(Asker(wie, await stack.enter_async_context(client)))
        yield found


async def _rows(site: Site) -> Mapping[str, str]:
    """A digest per table of the rows in which the other half stands, by a word, its regio or an id."""
    mark = rf"{DAAR.woord}|-{DAAR.woord[:4]}|{DAAR.regio}|[(,]1\d\d[,)]"
    tables = await site.behind.fetch(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
    )
    sql = "select md5(string_agg(t::text, '|' order by t::text)) from {} t where t::text ~* $1"
    return {row[0]: await site.behind.fetchval(sql.format(row[0]), mark) for row in tables}


async def _wrong(askers: list[Asker], addresses: tuple[Address, ...]) -> list[str]:
    """Every answer that is no refusal about a row, tells a word of the other half, or is a mistake."""
    wrong = []
    for address in addresses:
        if address.path in ENDS_THE_WALK and address.method == "POST":
            continue
        for asker in askers:
            if address.path == "/api" and asker.wie != "niemand":  # long, and the same for all
                continue
            response = await asker.ask(address)
            said = f"{asker.wie}: {address.method} {address.url} {response.status_code}"
            if response.status_code >= 500 or (address.rij and not _is_refused(response)):
                wrong.append(said)
            if found := WORDS.search(_read(response)):
                wrong.append(f"{said} {_read(response)[max(0, found.start() - 60) : found.end() + 20]!r}")
    return wrong


async def _closed(askers: list[Asker], addresses: tuple[Address, ...]) -> set[str]:
    """The addresses about a row at which everybody was refused."""
    closed = set()
    for address in addresses:
        if address.rij and (address.method, address.path[: len(STARTS_A_PROCESS[1])]) != STARTS_A_PROCESS:
            for asker in askers:
                if not _is_refused(await asker.ask(address)):
                    break
            else:
                closed.add(f"{address.method} {address.path}")
    return closed


async def test_no_page_or_form_knows_the_other_half(site: Site, clock: FixedClock) -> None:
    before = await _rows(site)
    async with _people(site, HIER, clock) as askers:
        assert await _wrong(askers, PAGES) == []
    assert await _rows(site) == before


async def test_every_file_shows_its_own_half(site: Site, clock: FixedClock) -> None:
    """The walk can fail: whoever holds every role over there reads themselves in each file about somebody."""
    files = [each for each in PAGES if each.path.startswith("/gegevens/") and "/download." in each.path]
    async with _people(site, DAAR, clock) as askers:
        ieder = askers[-1]
        told = {each.path for each in files if WORDS.search(_read(await ieder.ask(each)))}
    assert {each.path for each in files} - told == {
        f"/gegevens/{soort}/download.{vorm}" for soort in FOR_ALL for vorm in FORMATS
    }


async def test_no_operation_knows_the_other_half(site: Site) -> None:
    before = await _rows(site)
    async with _programs(site, HIER) as askers:
        assert await _wrong(askers, OPERATIONS_ASKED) == []
    assert await _rows(site) == before


async def test_those_of_the_other_half_get_further(site: Site, clock: FixedClock) -> None:
    """The walk can fail: every address about a row opens for somebody to whom it belongs."""
    async with _people(site, DAAR, clock) as askers:
        assert await _closed(askers, PAGES) == set()
    async with _programs(site, DAAR) as askers:
        assert await _closed(askers, OPERATIONS_ASKED) == set()


async def test_who_gets_a_form_or_a_link_to_it_may_send_it(site: Site, clock: FixedClock) -> None:
    forms = {each.path for each in PAGES if each.method == "POST"}
    pages = [each for each in PAGES if each.method == "GET" and not NO_FORM.search(each.path)]
    routes = [re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(path))) for path in forms]
    wrong, sent = set(), 0
    async with _people(site, DAAR, clock) as askers:
        for asker in askers:
            shown = [await asker.client.get(each.url) for each in pages]
            broken = {page.url.path for page in shown if page.status_code >= 500}
            # The runs of this world were never made: nothing can be asked of them.
            wrong |= {f"{asker.wie} breaks {path}" for path in broken if not path.endswith("/waarom-niet")}
            links = {link for page in shown for link in re.findall(r'href="(/[^"#?]*)', page.text)}
            for link in sorted(each for each in links if any(route.fullmatch(each) for route in routes)):
                if (await asker.client.get(link)).status_code == 403:
                    wrong.add(f"{asker.wie} gets a link to {link}")
            for page in (each for each in shown if each.status_code == 200):
                fields = filled_forms(page.text).get(page.url.path)
                if fields and page.url.path not in ENDS_THE_WALK:
                    sent += 1
                    fields = {name: value or ASKED.get(name, "") for name, value in fields.items()}
                    answer = await asker.client.post(page.url.path, data=fields, headers=SAME)
                    if answer.status_code == 403:
                        wrong.add(f"{asker.wie} gets a form at {page.url.path}")
    assert sorted(wrong) == []
    assert sent > 50
