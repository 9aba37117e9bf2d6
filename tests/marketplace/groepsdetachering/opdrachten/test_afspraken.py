"""What was signed for an opdracht, and what was agreed on people there."""

from dataclasses import replace
from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.opdrachten.afspraken import (
    Gone,
    end_afspraak,
    list_afspraken_bij,
    put_afspraak,
)
from marketplace.groepsdetachering.opdrachten.model import AfspraakSoort, Overeenkomst
from marketplace.groepsdetachering.opdrachten.overeenkomst import (
    NotAccepted,
    get_overeenkomst,
    list_getekend,
    record_overeenkomst,
)
from marketplace.groepsdetachering.opdrachten.service import Over, Wijziging, stop_opdracht
from tests.marketplace.groepsdetachering.opdrachten.kleine_opdrachten import KleineOpdrachten, make_opdrachten

SIGNED = Overeenkomst(
    nummer="D-12",
    getekend_op=date(2026, 11, 2),
    namens_inlener="De directeur",
    namens_bedrijf="De manager",
    afspraken="Werkkleding van de inlener.",
)
REDEN = "Dat is zo besproken."


@pytest.fixture
async def klein(conn: Connection) -> KleineOpdrachten:
    """The SW-bedrijf with its opdracht."""
    return await make_opdrachten(conn)


def wijziging(klein: KleineOpdrachten, clock: FixedClock, versie: int = 1) -> Wijziging:
    """A change of the opdracht that is there."""
    return Wijziging(clock=clock, opdracht_id=klein.opdracht, versie=versie)


async def test_an_overeenkomst_is_recorded_and_mended(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    assert await list_getekend(conn, klein.planner, klein.bedrijf) == frozenset()
    await record_overeenkomst(conn, klein.planner, wijziging(klein, clock), SIGNED)
    mended = replace(SIGNED, nummer="D-13")
    await record_overeenkomst(conn, klein.planner, wijziging(klein, clock, 2), mended)
    assert await get_overeenkomst(conn, klein.werkleider, klein.opdracht) == mended
    assert await list_getekend(conn, klein.planner, klein.bedrijf) == {klein.opdracht}
    assert await conn.fetchval("select versie from detacheringsovereenkomsten") == 2
    for stranger in (klein.vreemd, klein.inlener):
        assert await get_overeenkomst(conn, stranger, klein.opdracht) is None
        assert await list_getekend(conn, stranger, klein.bedrijf) == frozenset()


async def test_nobody_signed_tomorrow_or_for_what_was_only_asked(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    later = replace(SIGNED, getekend_op=date(2026, 11, 21))
    with pytest.raises(InvalidInput) as refused:
        await record_overeenkomst(conn, klein.planner, wijziging(klein, clock), later)
    assert list(refused.value.fields) == ["getekend_op"]
    await conn.execute("update opdrachten set status = 'gevraagd'")
    with pytest.raises(NotAccepted):
        await record_overeenkomst(conn, klein.planner, wijziging(klein, clock), SIGNED)


async def test_of_an_opdracht_that_stops_the_overeenkomst_is_still_recorded(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await stop_opdracht(conn, klein.planner, wijziging(klein, clock), date(2026, 12, 14), REDEN)
    await record_overeenkomst(conn, klein.planner, wijziging(klein, clock, 2), SIGNED)
    with pytest.raises(Over):
        await put_afspraak(
            conn, klein.planner, wijziging(klein, clock, 3), "K-0001", AfspraakSoort.NOOIT, REDEN
        )


async def test_something_is_agreed_on_somebody_by_kenmerk_once(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await put_afspraak(conn, klein.planner, wijziging(klein, clock), "k-0001", AfspraakSoort.NOOIT, REDEN)
    await put_afspraak(
        conn, klein.planner, wijziging(klein, clock, 2), "K-0001", AfspraakSoort.UITZONDERING, REDEN
    )
    (found,) = await list_afspraken_bij(conn, klein.werkleider, klein.opdracht)
    assert (found.kenmerk, found.soort, found.door) == ("K-0001", AfspraakSoort.UITZONDERING, "planner")
    assert await list_afspraken_bij(conn, klein.vreemd, klein.opdracht) == []
    told = await conn.fetch("select reden, gegevens from gebeurtenissen")
    assert {(row["reden"], str(row["gegevens"])) for row in told} == {(None, "{}")}
    await end_afspraak(conn, klein.planner, wijziging(klein, clock, 3), klein.medewerker)
    assert await list_afspraken_bij(conn, klein.planner, klein.opdracht) == []
    with pytest.raises(Gone):
        await end_afspraak(conn, klein.planner, wijziging(klein, clock, 4), klein.medewerker)


async def test_nothing_is_agreed_on_somebody_else(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await put_afspraak(conn, klein.planner, wijziging(klein, clock), "K-0002", AfspraakSoort.NOOIT, REDEN)
    assert list(refused.value.fields) == ["kenmerk"]
    with pytest.raises(StaleVersion):
        await put_afspraak(
            conn, klein.planner, wijziging(klein, clock, 9), "K-0001", AfspraakSoort.NOOIT, REDEN
        )


@pytest.mark.parametrize(("who", "refusal"), [("vreemd", NotFound), ("werkleider", Forbidden)])
async def test_only_who_plans_signs_and_agrees(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock, who: str, refusal: type[Exception]
) -> None:
    actor = getattr(klein, who)
    for verb in (
        record_overeenkomst(conn, actor, wijziging(klein, clock), SIGNED),
        put_afspraak(conn, actor, wijziging(klein, clock), "K-0001", AfspraakSoort.NOOIT, REDEN),
        end_afspraak(conn, actor, wijziging(klein, clock), klein.medewerker),
    ):
        with pytest.raises(refusal):
            await verb
