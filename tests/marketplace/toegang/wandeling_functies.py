"""Every function of the capabilities that asks or writes, and what somebody learns or changes by it."""

import asyncio
import inspect
import pkgutil
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import asyncpg

import marketplace
from marketplace.db import Connection
from marketplace.embedded import DATABASE
from marketplace.errors import Refusal
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht
from marketplace.inlezen.soort import Soort
from marketplace.inlezen.soorten import SOORTEN
from marketplace.kandidaten.groepen import get_groep
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.leerwerkplekken.queries import get_leerwerkplek
from marketplace.organisaties.erkenning import visible_erkenning
from marketplace.organisaties.overzicht import get_organisatie
from marketplace.organisaties.queries import get_praktijkopleider, get_vestiging
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.roosters import get_rooster
from marketplace.toegang.model import Actor, Rol, RolPlaats, Toekenning
from marketplace.voorstellen.plan_queries import get_plan
from marketplace.voorstellen.queries import get_voorstel
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_groepsdetachering import GEVULD
from tests.marketplace.toegang.wandeling_groepsplan import load_groepsplan
from tests.marketplace.toegang.wandeling_uitgezonderd import TERUG
from tests.marketplace.toegang.wandeling_vulling import BESIDES, ONTMOETING, OP_EIGEN_PLEK, fill, texts
from tests.marketplace.toegang.wandeling_wereld import DAAR, HIER, SW, all_roles, give_all_roles, make_wereld

CHANGED = """
    select sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
               + pg_stat_get_xact_tuples_deleted(oid))
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"""
ACT = f"select ({CHANGED}), set_config('role', $1, true), set_config('app.account', $2, true)"
MARKS = re.compile(rf"{DAAR.woord}|-{DAAR.woord[:4]}|{DAAR.regio}|#{DAAR.n // 100}\d\d\b", re.IGNORECASE)
NEW = re.compile(r"\b1\d{6}\b|0x[0-9a-f]+")
MISTAKES = (
    asyncpg.PostgresError,
    asyncpg.DataError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
STRANGER, OWNER = all_roles(HIER), all_roles(DAAR)
Function = Callable[..., Any]
Loaded = Mapping[Any, Any]


def _functions() -> Iterator[tuple[str, Function]]:
    """Every public coroutine and asynchronous generator that is given a connection, by its name."""
    for module in pkgutil.walk_packages(marketplace.__path__, "marketplace."):
        if module.name.startswith(("marketplace.web", "marketplace.__main__")):
            continue
        for name, value in vars(import_module(module.name)).items():
            runs = inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value)
            own = runs and value.__module__ == module.name and not name.startswith("_")
            if own and "conn" in inspect.signature(value).parameters:
                yield f"{module.name.removeprefix('marketplace.')}.{name}", value


_FOUND: Mapping[str, Function] = dict(_functions())
# What is called about something else too stands here once more, with a word for that.
FUNCTIONS: Mapping[str, Function] = {
    **_FOUND,
    **{name: _FOUND[name.partition("#")[0]] for name in BESIDES if "#" in name},
}


@cache
def _asked(name: str) -> Mapping[str, inspect.Parameter]:
    """What a function asks by name."""
    asked = inspect.signature(FUNCTIONS[name], eval_str=True).parameters
    return {key: each for key, each in asked.items() if each.kind is not inspect.Parameter.VAR_POSITIONAL}


def asks_who(name: str) -> bool:
    """Whether a function is told who acts."""
    return "actor" in _asked(name)


async def _load(conn: Connection) -> Loaded:
    """What functions ask whole, as who owns it reads it."""
    n = DAAR.n + 1
    found = [
        await get_organisatie(conn, OWNER, n),
        await get_vestiging(conn, OWNER, n),
        await get_praktijkopleider(conn, OWNER, n),
        await get_leerwerkplek(conn, OWNER, n),
        await get_kandidaat(conn, OWNER, n),
        await get_groep(conn, OWNER, n),
        await get_plan(conn, OWNER, n + 1),
        await get_voorstel(conn, OWNER, n),
        await get_cohort(conn, OWNER, n),
        await get_rooster(conn, OWNER, n),
        await get_bedrijf(conn, OWNER, DAAR.n + SW),
        await get_opdracht(conn, OWNER, DAAR.n + SW),
        (await visible_erkenning(conn, OWNER, n))[1],
        *await load_groepsplan(conn, OWNER),
    ]
    assert None not in found
    plaats = RolPlaats(naam="Elders", organisatie_id=n)
    toekenning = Toekenning(rol=Rol.WERKGEVER, organisatie_id=n)
    made = {Soort: SOORTEN["leerwerkplekken"], RolPlaats: plaats, Toekenning: toekenning, Rol: Rol.WERKGEVER}
    return {**{type(each): each for each in found}, **made, **GEVULD}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call gave or why it refused, what can be read in that, and how many rows it touched."""

    said: str
    read: str = ""
    touched: int = 0


@dataclass(frozen=True, slots=True)
class Wandeling:
    """The world, the same world without the other half, and what functions ask whole."""

    conn: Connection
    alleen: Connection
    loaded: Loaded

    async def leaks(
        self, name: str, actor: Actor, *, than: Actor | None = None, conn: Connection | None = None
    ) -> list[str]:
        """What an actor gets or changes otherwise than they, or another, would without the other half."""
        got, alone = await asyncio.gather(
            self.call(conn or self.conn, name, actor), self.call(self.alleen, name, than or actor)
        )
        if (got.said, got.touched) != (alone.said, alone.touched):
            return [f"{got.said:.150} touches {got.touched}, else {alone.said:.150} touches {alone.touched}"]
        if not MARKS.search(got.read) and name in OP_EIGEN_PLEK:
            got = await self.call(conn or self.conn, name, actor, first=ONTMOETING, **OP_EIGEN_PLEK[name])
        return [f"reads {got.said:.150}"] if MARKS.search(got.read) else []

    async def gets(self, name: str, actor: Actor, conn: Connection) -> list[tuple[str, int, bool]]:
        """All that an actor gets: what it says, how much it touches, whether it tells of the other half."""
        got = [await self.call(conn, name, actor)]
        if name in OP_EIGEN_PLEK:
            got.append(await self.call(conn, name, actor, first=ONTMOETING, **OP_EIGEN_PLEK[name]))
        return [(each.said, each.touched, MARKS.search(each.read) is not None) for each in got]

    async def call(
        self, conn: Connection, name: str, actor: Actor, *, first: str | None = None, **besides: object
    ) -> Outcome:
        """Call a function about the other half and undo it."""
        function = FUNCTIONS[name]
        known = {"conn": conn, "actor": actor}
        given = {key: known.get(key) or fill(each, self.loaded) for key, each in _asked(name).items()}
        transaction = conn.transaction()
        await transaction.start()
        if first is not None:
            await conn.execute(first)
        try:
            role = "app_ongebonden" if asks_who(name) else "app"
            before = await conn.fetchval(ACT, role, str(actor.account_id))
            called = function(**{**given, **BESIDES.get(name, {}), **besides})
            got = [each async for each in called] if inspect.isasyncgenfunction(function) else await called
            back = set(texts(given[TERUG[name]])) if name in TERUG else set()
            read = " ".join(each for each in texts(got) if each not in back)
            return Outcome(_said(got, actor), read, (await conn.fetchval(CHANGED)) - before)
        except Refusal as refusal:
            return Outcome(f"{type(refusal).__name__} {refusal}")
        except MISTAKES as mistake:
            return Outcome(type(mistake).__name__)
        finally:
            await transaction.rollback()


def _said(got: object, actor: Actor) -> str:
    """An outcome without who asked, and without ids and addresses that differ from call to call."""
    return NEW.sub("nieuw", repr(got).replace(repr(actor), "actor"))


@asynccontextmanager
async def open_wandeling(databases: Databases) -> AsyncIterator[Wandeling]:
    """Both worlds, each with accounts that hold every role of their half."""
    async with AsyncExitStack() as stack:
        conns = []
        for helften in ((HIER, DAAR), (HIER,)):
            name = await databases.clone(DATABASE)
            stack.push_async_callback(databases.drop, name)
            conn = await stack.enter_async_context(databases.superuser(name))
            await make_wereld(conn, *helften)
            await give_all_roles(conn, *helften)
            conns.append(conn)
        whole, alleen = conns
        yield Wandeling(whole, alleen, await _load(whole))
