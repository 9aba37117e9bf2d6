"""Things that happen: each is written down, what cannot stay leaves the board, a repair keeps its budget."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.rekenruns import claims
from marketplace.rekenruns.uitkomst import digest
from marketplace.roulatie import gebeurd, roosters
from marketplace.roulatie.deelnemers import add_afwezig
from marketplace.roulatie.gebeurd import Gebeurtenis, Happening, Herstel
from marketplace.roulatie.model import Cohort, Rooster, RoosterStatus
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.roulatie.planner import ROULATIE
from marketplace.roulatie.publicatie import differences
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.run import solve_question
from marketplace.roulatie.uitleg import explain
from marketplace.roulatie.wijziging import Wijziging
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, REGIO, WEKEN, KleineRoulatie, make_published

SECOND = BEGIN + timedelta(weeks=WEKEN)
STOPT = Gebeurtenis(vanaf=SECOND, reden="Er is geen werk meer")


@pytest.fixture
async def kleine(conn: Connection, clock: FixedClock) -> KleineRoulatie:
    """The small roulatie, published with everybody at each plek once."""
    return await make_published(conn, clock)


def in_block_one() -> FixedClock:
    """A day in the second week of the first block."""
    day = BEGIN + timedelta(weeks=1)
    return FixedClock(datetime.combine(day, datetime.min.time(), ZoneInfo("Europe/Amsterdam")))


async def cohort_of(conn: Connection, kleine: KleineRoulatie) -> Cohort:
    found = await get_cohort(conn, kleine.actor, kleine.id)
    assert found is not None
    return found


async def happen(
    conn: Connection, kleine: KleineRoulatie, happening: Happening, max_mensen: int | None = None
) -> None:
    """Let it happen in the second week."""
    cohort = await cohort_of(conn, kleine)
    wijziging = Wijziging(clock=in_block_one(), roulatie_id=kleine.id, versie=cohort.roulatie.versie)
    herstel = Herstel(max_mensen=max_mensen, hoogstens=1.0)
    await gebeurd.happen(conn, kleine.actor, wijziging, herstel, happening)


async def repair(conn: Connection) -> None:
    """Do what a worker does with the run that waits."""
    await conn.execute("reset role")
    claim = await claims.claim_rekenrun(conn, "proef", in_block_one().now())
    assert claim is not None
    opgave = await ROULATIE.load(conn, claim)
    question = ROULATIE.make_question(opgave, claim)
    await claims.store_instantie(conn, claim, question, digest(question), gelezen_op=in_block_one().now())
    answer: dict[str, Any] = solve_question(question, lambda _step: None)
    assert "fout" not in answer, answer
    assert await ROULATIE.keep(conn, claim, opgave, answer, in_block_one().now())


async def get(conn: Connection, kleine: KleineRoulatie, status: RoosterStatus) -> Rooster:
    found = await roosters.get_by_status(conn, [REGIO], kleine.id, status)
    assert found is not None
    return found


async def test_who_stops_leaves_the_board_and_the_repair_touches_nobody_who_can_stay(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await happen(
        conn,
        kleine,
        partial(gebeurd.drop_out, kandidaat_id=kleine.deelnemers[0], gebeurtenis=STOPT),
        max_mensen=0,
    )
    concept = await get(conn, kleine, RoosterStatus.CONCEPT)
    assert [each.blok_id for each in concept.cellen if each.kandidaat_id == kleine.deelnemers[0]] == [
        kleine.blokken[0]
    ]
    await repair(conn)
    told = await get(conn, kleine, RoosterStatus.GEPUBLICEERD)
    found = differences(told, await get(conn, kleine, RoosterStatus.ALTERNATIEF))
    assert {each.kandidaat_id for each in found} == {kleine.deelnemers[0]}
    assert all(each.wordt is None for each in found)


async def test_a_repair_moves_nobody_for_a_wish(conn: Connection, kleine: KleineRoulatie) -> None:
    await conn.executemany(
        "insert into roulatie_voorkeuren (roulatie_id, kandidaat_id, leerwerkplek_id, wens)"
        " values ($1, $2, $3, 100)",
        [(kleine.id, who, kleine.plekken[0]) for who in kleine.deelnemers],
    )
    await happen(
        conn, kleine, partial(gebeurd.drop_out, kandidaat_id=kleine.deelnemers[0], gebeurtenis=STOPT)
    )
    await repair(conn)
    told = await get(conn, kleine, RoosterStatus.GEPUBLICEERD)
    mended = await get(conn, kleine, RoosterStatus.ALTERNATIEF)
    assert {each.kandidaat_id for each in differences(told, mended)} == {kleine.deelnemers[0]}
    assert mended.lagen is not None
    assert mended.lagen[0] == {"naam": "herstel", "waarde": 10, "grens": 10, "gat": 0.0}


async def test_a_company_that_stops_halfway_makes_two_blocks_and_each_who_moves_is_told_why(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    halfway = Gebeurtenis(vanaf=SECOND + timedelta(weeks=2), reden="Het bedrijf sluit")
    await happen(
        conn,
        kleine,
        partial(gebeurd.company_stops, organisatie_id=kleine.organisaties[0], gebeurtenis=halfway),
    )
    cohort = await cohort_of(conn, kleine)
    assert [each.weken for each in cohort.blokken] == [4, 2, 2, 4]
    stopped = cohort.plek(kleine.plekken[0])
    assert stopped is not None
    assert stopped.stopt_op == halfway.vanaf
    await repair(conn)
    over = await load_overzicht(conn, kleine.actor, in_block_one(), kleine.id)
    uitleg = explain(over, await get(conn, kleine, RoosterStatus.ALTERNATIEF))
    assert uitleg is not None
    later = {each.id for each in cohort.blokken[2:]}
    assert not any(
        each.leerwerkplek_id == kleine.plekken[0]
        for each in (await get(conn, kleine, RoosterStatus.ALTERNATIEF)).cellen
        if each.blok_id in later
    )
    moved = [
        each
        for each in uitleg.waarom
        if each.verschil.was == kleine.plekken[0] and each.verschil.blok_id in later
    ]
    assert moved
    assert all("gesloten" in {one.regel for one in each.redenen} for each in moved)


async def test_who_is_away_a_whole_block_leaves_it_and_who_comes_later_gets_places(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    last = SECOND + timedelta(weeks=WEKEN - 1)
    await happen(
        conn, kleine, partial(add_afwezig, kandidaat_id=kleine.deelnemers[1], eerste=SECOND, laatste=last)
    )
    concept = await get(conn, kleine, RoosterStatus.CONCEPT)
    assert concept.where(kleine.deelnemers[1], kleine.blokken[1]) is None
    await repair(conn)
    assert (await get(conn, kleine, RoosterStatus.ALTERNATIEF)).where(
        kleine.deelnemers[1], kleine.blokken[1]
    ) is None


async def test_an_erkenning_that_ends_takes_its_weeks_from_what_is_learned(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await conn.execute("reset role")
    await conn.execute("update kandidaten set praktijkleren = true, crebo = 25258")
    cohort = await cohort_of(conn, kleine)
    erkenning, naam = (await gebeurd.list_erkenningen_van(conn, cohort))[0]
    assert naam == "Voorbeeld Gras, Assistent groen"
    await happen(conn, kleine, partial(gebeurd.erkenning_ends, erkenning_id=erkenning, gebeurtenis=STOPT))
    over = await load_overzicht(conn, kleine.actor, in_block_one(), kleine.id)
    assert over.opgave is not None
    plek = next(each for each in over.opgave.instance.plekken if each.id == kleine.plekken[2])
    assert [each.tot_week for each in plek.aanbod] == [WEKEN]
    await repair(conn)
    assert await get(conn, kleine, RoosterStatus.ALTERNATIEF)


async def test_what_cannot_have_happened_is_refused_at_its_field(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    past = Gebeurtenis(vanaf=date(2026, 6, 1), reden="Te vroeg")
    for happening, field in (
        (partial(gebeurd.company_stops, organisatie_id=kleine.organisaties[0], gebeurtenis=past), "vanaf"),
        (partial(gebeurd.drop_out, kandidaat_id=kleine.deelnemers[0], gebeurtenis=past), "vanaf"),
        (partial(gebeurd.late_joiner, kenmerk="K-9999", vanaf=SECOND), "kenmerk"),
        (partial(gebeurd.late_joiner, kenmerk="K-0001", vanaf=SECOND), "kenmerk"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await happen(conn, kleine, happening)
        assert set(refused.value.fields) == {field}
    with pytest.raises(NotFound):
        await happen(conn, kleine, partial(gebeurd.company_stops, organisatie_id=999, gebeurtenis=STOPT))
    wijziging = Wijziging(clock=in_block_one(), roulatie_id=kleine.id, versie=99)
    with pytest.raises(StaleVersion):
        await gebeurd.happen(
            conn,
            kleine.actor,
            wijziging,
            Herstel(max_mensen=None, hoogstens=1.0),
            partial(gebeurd.drop_out, kandidaat_id=kleine.deelnemers[0], gebeurtenis=STOPT),
        )
