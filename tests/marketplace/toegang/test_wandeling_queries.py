"""The walk over functions that ask or write: without row-level security strangers learn and change nothing.

Each public coroutine of the capabilities is found by its signature and called about rows of the other half,
by somebody who holds every role in this half and by somebody without any. What they get must be what they get
about rows that do not exist. Whoever holds every role over there must get more: else the call proves nothing.
A function that asks for no actor is called as role app, so that the policies answer for it.
"""

import inspect
import pkgutil
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import asyncpg
import pytest

import marketplace
from marketplace.db import Connection
from marketplace.embedded import DATABASE
from marketplace.errors import Refusal
from marketplace.inlezen.soort import Soort
from marketplace.inlezen.soorten import SOORTEN
from marketplace.kandidaten.groepen import get_groep
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.leerwerkplekken.queries import get_leerwerkplek
from marketplace.organisaties.erkenning import visible_erkenning
from marketplace.organisaties.overzicht import get_organisatie
from marketplace.organisaties.queries import get_praktijkopleider, get_vestiging
from marketplace.toegang.model import Actor, Rol, RolPlaats, Toekenning
from marketplace.voorstellen.plan_queries import get_plan
from marketplace.voorstellen.queries import get_voorstel
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_uitgezonderd import GEDEELD, OPEN, STIL
from tests.marketplace.toegang.wandeling_vulling import BESIDES, elsewhere, fill, texts
from tests.marketplace.toegang.wandeling_wereld import DAAR, HIER, all_roles, give_all_roles, make_wereld

CHANGED = "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables"
ACT = f"select ({CHANGED}), set_config('role', $1, true), set_config('app.account', $2, true)"
MARKS = re.compile(f"{DAAR.woord}|-{DAAR.woord[:4]}|{DAAR.regio}", re.IGNORECASE)
Function = Callable[..., Any]


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


FUNCTIONS = dict(_functions())


STRANGER, OWNER = all_roles(HIER), all_roles(DAAR)
NOBODY = replace(STRANGER, account_id=40, toekenningen=())


@pytest.fixture(scope="module")
async def wereld(databases: Databases) -> AsyncIterator[Connection]:
    """The world, with two accounts that hold every role of their half."""
    name = await databases.clone(DATABASE)
    async with databases.superuser(name) as conn:
        await make_wereld(conn)
        await give_all_roles(conn)
        yield conn
    await databases.drop(name)


@pytest.fixture(scope="module")
async def loaded(wereld: Connection) -> Mapping[Any, Any]:
    """What functions ask whole, as who owns it reads it."""
    n = DAAR.n + 1
    found = [
        await get_organisatie(wereld, OWNER, n),
        await get_vestiging(wereld, OWNER, n),
        await get_praktijkopleider(wereld, OWNER, n),
        await get_leerwerkplek(wereld, OWNER, n),
        await get_kandidaat(wereld, OWNER, n),
        await get_groep(wereld, OWNER, n),
        await get_plan(wereld, OWNER, n),
        await get_voorstel(wereld, OWNER, n),
        (await visible_erkenning(wereld, OWNER, n))[1],
    ]
    assert None not in found
    plaats = RolPlaats(naam="Elders", organisatie_id=n)
    toekenning = Toekenning(rol=Rol.WERKGEVER, organisatie_id=n)
    made = {Soort: SOORTEN["leerwerkplekken"], RolPlaats: plaats, Toekenning: toekenning, Rol: Rol.WERKGEVER}
    return {type(each): each for each in found} | made


async def _outcome(
    conn: Connection, function: Function, actor: Actor, given: Mapping[str, Any]
) -> tuple[object, str, int]:
    """What a call gives or why it refuses, all that can be read in it, and how many rows it touched."""
    asked = inspect.signature(function).parameters
    known = {name: value for name, value in {"conn": conn, "actor": actor}.items() if name in asked}
    transaction = conn.transaction()
    await transaction.start()
    try:
        role = "app_ongebonden" if "actor" in asked else "app"
        before = await conn.fetchval(ACT, role, str(actor.account_id))
        called = function(**known, **given)
        got = [each async for each in called] if inspect.isasyncgenfunction(function) else await called
        return got, texts(got), (await conn.fetchval(CHANGED)) - before
    except Refusal as refusal:
        return f"{type(refusal).__name__} {refusal}", "", 0
    except (
        asyncpg.PostgresError,
        asyncpg.DataError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
    ) as error:
        return type(error).__name__, "", 0
    finally:
        await transaction.rollback()


def _given(name: str, loaded: Mapping[Any, Any]) -> dict[str, Any]:
    """What a function is called with about the other half."""
    asked = inspect.signature(FUNCTIONS[name], eval_str=True).parameters.values()
    given = {each.name: fill(each, loaded) for each in asked if each.name not in ("conn", "actor")}
    return {**given, **BESIDES.get(name, {})}


async def _leaks(conn: Connection, name: str, actor: Actor, loaded: Mapping[Any, Any]) -> list[str]:
    """What an actor learns or changes of the other half."""
    given = _given(name, loaded)
    got, read, touched = await _outcome(conn, FUNCTIONS[name], actor, given)
    if touched:
        return [f"changes rows: {got!r:.150}"]
    if MARKS.search(read):
        return [f"reads: {got!r:.150}"]
    nowhere = {key: elsewhere(value) for key, value in given.items()}
    other, *_ = await _outcome(conn, FUNCTIONS[name], actor, nowhere)
    return [] if repr(got) == repr(other) else [f"answers otherwise: {got!r:.150}"]


@pytest.mark.parametrize(
    ("stranger", "known"), [(STRANGER, OPEN | GEDEELD), (NOBODY, OPEN)], ids=["all roles", "no role"]
)
async def test_a_stranger_learns_and_changes_nothing(
    wereld: Connection, loaded: Mapping[Any, Any], stranger: Actor, known: frozenset[str]
) -> None:
    leaks = {name: found for name in FUNCTIONS if (found := await _leaks(wereld, name, stranger, loaded))}
    assert {name: found for name, found in leaks.items() if name not in known} == {}
    assert known - set(leaks) == set()


async def test_every_call_tells_those_of_the_other_half_something(
    wereld: Connection, loaded: Mapping[Any, Any]
) -> None:
    """The walk can fail: without a condition on the actor a function gives a stranger what it gives these."""
    assert {name for name in FUNCTIONS if not await _leaks(wereld, name, OWNER, loaded)} == STIL
