"""Who sees, edits and decides about whom: every query by every kind of actor."""

from datetime import date

import pytest

from marketplace.db import Connection
from marketplace.kandidaten import betrokkenen, queries, writes, zicht
from marketplace.kandidaten.model import KandidaatFilter
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.queries import get_sessie, insert_sessie
from tests.marketplace.kandidaten.rollen import Mensen, add_mensen
from tests.marketplace.kleine_regio import KleineRegio, make_regio

ALLEN = ["K-0003", "K-0002", "K-0001"]
ZIET = {
    "eigen": ALLEN,
    "vreemd": [],
    "werkgever": [],
    "planner": ["K-0002"],
    "vreemde_planner": [],
    "jobcoach": ["K-0001"],
    "vreemde_jobcoach": [],
    "consulent": [],
    "kandidaat": ["K-0001"],
    "coordinator": ALLEN,
}
BEWERKT = {**ZIET, "coordinator": [], "kandidaat": []}
BESLIST = {**BEWERKT, "jobcoach": []}


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    """The small region."""
    return await make_regio(conn)


@pytest.fixture
async def mensen(conn: Connection, regio: KleineRegio) -> Mensen:
    """Somebody of each kind."""
    return await add_mensen(conn, regio)


def who(name: str, regio: KleineRegio, mensen: Mensen) -> Actor:
    """The actor of this name."""
    found: Actor = getattr(regio if hasattr(regio, name) else mensen, name)
    return found


@pytest.mark.parametrize("name", ZIET)
async def test_each_sees_edits_and_decides_about_the_own_people_only(
    conn: Connection, regio: KleineRegio, mensen: Mensen, name: str
) -> None:
    actor = who(name, regio, mensen)
    seen = (await queries.list_kandidaten(conn, actor, KandidaatFilter())).regels
    assert [each.kenmerk for each in seen] == ZIET[name]
    assert (await queries.count_waiting(conn, actor, date(2027, 1, 1)))[0] == len(ZIET[name])
    for number, kenmerk in zip(regio.kandidaten, reversed(ALLEN), strict=True):
        profiel = await queries.get_kandidaat(conn, actor, number)
        assert (profiel is not None) == (kenmerk in ZIET[name])
        assert await writes.lock_kandidaat(conn, actor, number) == (kenmerk in BESLIST[name])
        if profiel is not None:
            assert zicht.edits(actor).holds(profiel) == (kenmerk in BEWERKT[name])
            assert zicht.decides(actor).holds(profiel) == (kenmerk in BESLIST[name])


async def test_a_session_is_bound_to_the_persons_of_today(
    conn: Connection, regio: KleineRegio, mensen: Mensen
) -> None:
    del regio
    row = await conn.fetchrow(
        "select '2026-11-20 09:00+01'::timestamptz as now, '2026-11-20 23:30+01'::timestamptz as ends"
    )
    assert row is not None
    await insert_sessie(
        conn,
        token_hash=b"proef",
        account_id=mensen.jobcoach.account_id,
        csrf="proef",
        now=row["now"],
        ends=row["ends"],
    )
    sessie = await get_sessie(conn, b"proef", row["now"])
    assert sessie is not None
    assert set(sessie.actor.toekenningen) == set(mensen.jobcoach.toekenningen)
    await conn.execute("update kandidaat_betrokkenen set periode = '[2020-01-01,2026-11-20)'")
    ended = await get_sessie(conn, b"proef", row["now"])
    assert ended is not None
    assert ended.actor.kandidaten_als(Rol.JOBCOACH) == ()


async def test_who_is_bound_is_seen_by_who_sees_the_person_and_a_kandidaat_is_not_named(
    conn: Connection, regio: KleineRegio, mensen: Mensen
) -> None:
    first = regio.kandidaten[0]
    for actor in (regio.eigen, mensen.jobcoach, mensen.coordinator):
        found = await betrokkenen.list_betrokkenen(conn, actor, first)
        assert {(each.rol.value, each.naam) for each in found} == {
            ("jobcoach", "jobcoach"),
            ("kandidaat", None),
        }
    for stranger in (regio.vreemd, regio.werkgever, mensen.planner, mensen.vreemde_jobcoach):
        assert await betrokkenen.list_betrokkenen(conn, stranger, first) == []
