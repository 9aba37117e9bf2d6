"""Every page that somebody of the example region finds by its links: it opens, axe finds nothing, it fits.

One page a route and role. For the first role that finds a route it is looked at wide and narrow, and axe
looks at it narrow: what it asks hardly depends on the width. For later roles it opens, and its links are
followed. A route that nobody finds stands here with its reason.
"""

import re
from html import unescape
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from playwright.async_api import Browser, Page, expect
from starlette.routing import Match, Route

from marketplace.web.api.resource import ROOT
from marketplace.web.routes import all_routes
from seed.accounts import ACCOUNTS, MBO, PASSWORD, WERKGEVER
from seed.verhaal import GEVALLEN
from tests.axe import HEIGHT, WIDER, WIDTHS, violations
from tests.live import Live

WIDE, NARROW = WIDTHS
PATIENCE = 60_000  # milliseconds: a run on a busy machine
FILE = re.compile(r"\.(\{vorm\}|json|pdf|xlsx|ics)$|^/(static|gezond|klaar|metrics)")
# What no link leads to.
UNFOUND = {
    "/inloggen": "for who is not in",
    "/link/bedankt": "after an answer",
    "/link/plek/{token}": "in a mail",
    "/link/terugblik/{token}": "on paper or shown once",
    "/link/uren-bedankt": "after an answer",
    "/link/uren/{token}": "shown once",
    "/link/verteld": "after an answer",
    "/link/wachtwoord/{token}": "in a mail",
    "/rekenruns/{id:int}/voortgang": "a stream",
    "/gegevens/inlezingen/{id:int}": "after a file was sent",
    "/gegevens/inlezingen/{id:int}/fouten.csv": "after a file was sent",
    "/kandidaten/{id:int}/persoonsgegevens/wijzigen": "after a purpose was given",
    "/beheer/accounts/{id:int}/rol-weghalen": "asked by a form",
    "/groepsdetachering/{id:int}/beginnen": "for who has not begun",
    "/groepsdetachering/{id:int}/wat-als/{run:int}": "after a question was asked",
}
# Where a walk begins: the first of a list is not always one of whom there is more to see. Of the roulaties
# one runs, so that things happen in it, and one has a concept that could be published.
BEGIN = {
    "accountmanager": (
        f"/kandidaten?woorden={GEVALLEN['een_dag_buiten'].kandidaten[0]}",
        f"/organisaties?woorden={quote(WERKGEVER)}",
        "/roulaties/1/bord",
        "/roulaties/2/bord",
    ),
    "beheerder": (f"/organisaties?woorden={quote(MBO)}",),
}
HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')


def _page_routes() -> list[Route]:
    """Every address that shows a page."""
    return [
        route
        for route in all_routes()
        if "GET" in (route.methods or ())
        and route.endpoint.__name__ != "to_page"
        and not route.path.startswith(ROOT)
        and ":path}" not in route.path
        and not FILE.search(route.path)
    ]


ROUTES = _page_routes()


def _route_of(path: str) -> str | None:
    """The route that shows a path, None for a file."""
    scope = {"type": "http", "path": path, "method": "GET", "headers": []}
    return next((each.path for each in ROUTES if each.matches(scope)[0] is Match.FULL), None)


async def _login(page: Page, live: Live, email: str) -> None:
    """Come in."""
    await page.goto(f"{live.url}/inloggen")
    await page.get_by_label("E-mailadres").fill(email)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Inloggen").click()
    await page.wait_for_url(re.compile(r"^(?!.*/inloggen)"))


async def _plan(page: Page, live: Live) -> None:
    """Let there be a plan."""
    await page.goto(f"{live.url}/plan")
    await page.get_by_role("button", name="Maak een eerste plan").click()
    await page.get_by_role("link", name="Naar het plan").click(timeout=PATIENCE)


async def _make_sleutel(page: Page, live: Live) -> None:
    """A key, so that there is a page of one."""
    await page.goto(f"{live.url}/beheer/api-sleutels/nieuw")
    await page.locator("#naam").fill("Koppeling")
    await page.locator("#als").select_option(index=1)
    await page.locator("[name=scopes]").first.check()
    await page.locator("main form .knop-eerste").click()
    await expect(page.locator("h1")).to_have_text("De sleutel is gemaakt")


async def _publish(page: Page, live: Live) -> None:
    """Let everybody see it who may."""
    await page.goto(f"{live.url}/plan")
    await page.get_by_role("link", name="Nakijken en publiceren").click()
    await page.get_by_role("button", name="Publiceer dit plan").click()
    await expect(page.locator("main")).to_contain_text("Gepubliceerd")


async def _look(page: Page) -> list[str]:
    """What is wrong with the page as it stands."""
    wrong = []
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": HEIGHT})
        if await page.evaluate(WIDER) > 0:
            wrong.append(f"sticks out at {width}")
    return wrong + await violations(page)


async def _open(page: Page, url: str) -> tuple[int, str, list[str]]:
    """The status, the address where one ends and the links of a page, without showing it."""
    answer = await page.request.get(url)
    links = HREF.findall(await answer.text())
    return answer.status, answer.url, [unescape(each) for each in links]


async def _walk(page: Page, live: Live, begin: tuple[str, ...], seen: set[str]) -> list[str]:
    """Follow the links of one role, one page a route; gives what is wrong and adds the routes to `seen`."""
    wrong: list[str] = []
    found, todo = {"/"}, [*begin, "/"]
    while todo:
        path = todo.pop(0)
        status, ended, links = await _open(page, live.url + path)
        route = _route_of(urlsplit(ended).path) or path
        if status != HTTPStatus.OK:
            wrong.append(f"{path} {status}")
        if route not in seen:
            await page.goto(ended)
            wrong += [f"{path} {each}" for each in await _look(page)]
        seen |= {route, _route_of(urlsplit(path).path) or path}
        for link in links:
            parts = urlsplit(link)
            leads_to = None if parts.netloc or not parts.path.startswith("/") else _route_of(parts.path)
            if leads_to is not None and leads_to not in found:
                found.add(leads_to)
                todo.append(parts._replace(fragment="").geturl())
    return wrong


async def test_every_page_that_somebody_finds_is_whole(browser: Browser, live: Live) -> None:
    wrong: list[str] = []
    seen: set[str] = set()
    for account in ACCOUNTS:
        who = account.email.split("@")[0]
        context = await browser.new_context(viewport={"width": WIDE, "height": HEIGHT}, locale="nl-NL")
        page = await context.new_page()
        await _login(page, live, account.email)
        if who == "accountmanager":
            await _plan(page, live)
        if who == "beheerder":
            await _make_sleutel(page, live)
        wrong += [f"{who}: {each}" for each in await _walk(page, live, BEGIN.get(who, ()), seen)]
        if who == "accountmanager":
            await _publish(page, live)
        await context.close()
    assert wrong == []
    assert {each.path for each in ROUTES} - seen == set(UNFOUND)
