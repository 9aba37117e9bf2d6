"""When a werkleider or a bus is away: whole days, never two periods at once, no reason anywhere."""

from dataclasses import replace
from datetime import date

import asyncpg
import pytest

from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.afwezig import Wie, add_afwezig, withdraw_afwezig
from marketplace.groepsdetachering.bedrijf.bussen import BusGegevens, add_bus
from marketplace.groepsdetachering.bedrijf.model import Periode
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import Onderdeel
from marketplace.groepsdetachering.bedrijf.werkleiders import WerkleiderGegevens, add_werkleider
from tests.marketplace.groepsdetachering.klein_bedrijf import KleinBedrijf

MONDAY, FRIDAY = date(2026, 12, 7), date(2026, 12, 11)


@pytest.fixture(params=[Onderdeel.WERKLEIDER, Onderdeel.BUS])
async def wie(request: pytest.FixtureRequest, conn: Connection, klein: KleinBedrijf) -> Wie:
    """A werkleider, and in another test a bus."""
    if request.param is Onderdeel.BUS:
        witte = BusGegevens(naam="Witte bus", plaatsen=8, plaats_id=klein.plaatsen[0], opstapplaatsen=())
        number = await add_bus(conn, klein.planner, klein.bij, witte)
    else:
        anna = WerkleiderGegevens(
            naam="Anna", minuten=1920, span=8, dagen=31, trainingen=(), werkprocessen=frozenset()
        )
        number = await add_werkleider(conn, klein.planner, klein.bij, anna)
    return Wie(onderdeel=request.param, id=number, versie=1)


async def periods(conn: Connection, klein: KleinBedrijf) -> list[Periode]:
    """When somebody or something is away."""
    bedrijf = await get_bedrijf(conn, klein.planner, klein.id)
    assert bedrijf is not None
    found = [each for werkleider in bedrijf.werkleiders for each in werkleider.afwezig]
    return found + [each for bus in bedrijf.bussen for each in bus.afwezig]


async def test_the_last_day_counts_and_a_period_can_be_taken_back(
    conn: Connection, klein: KleinBedrijf, wie: Wie
) -> None:
    await add_afwezig(conn, klein.planner, klein.bij, wie, MONDAY, FRIDAY)
    assert await periods(conn, klein) == [Periode(van=MONDAY, tot=date(2026, 12, 12))]
    with pytest.raises(StaleVersion):
        await withdraw_afwezig(conn, klein.planner, klein.bij, wie, MONDAY)
    later = replace(wie, versie=2)
    await withdraw_afwezig(conn, klein.planner, klein.bij, later, MONDAY)
    assert await periods(conn, klein) == []
    with pytest.raises(NotFound):
        await withdraw_afwezig(conn, klein.planner, klein.bij, replace(wie, versie=3), MONDAY)
    said = await conn.fetch("select gegevens from gebeurtenissen where soort like 'afwezigheid%'")
    assert [row["gegevens"] for row in said] == [{}, {}]


@pytest.mark.parametrize(
    ("eerste", "laatste", "field"),
    [
        (date(2026, 12, 11), date(2026, 12, 18), "eerste"),
        (date(2026, 12, 1), date(2026, 12, 7), "eerste"),
        (date(2026, 12, 18), date(2026, 12, 17), "laatste"),
        (date(2027, 1, 1), date(2028, 1, 2), "laatste"),
    ],
)
async def test_days_that_cannot_be_are_refused_at_their_field(
    conn: Connection, klein: KleinBedrijf, wie: Wie, eerste: date, laatste: date, field: str
) -> None:
    await add_afwezig(conn, klein.planner, klein.bij, wie, MONDAY, FRIDAY)
    with pytest.raises(InvalidInput) as refused:
        await add_afwezig(conn, klein.planner, klein.bij, replace(wie, versie=2), eerste, laatste)
    assert set(refused.value.fields) == {field}


async def test_the_day_after_and_a_whole_year_fit(conn: Connection, klein: KleinBedrijf, wie: Wie) -> None:
    await add_afwezig(conn, klein.planner, klein.bij, wie, MONDAY, FRIDAY)
    await add_afwezig(
        conn, klein.planner, klein.bij, replace(wie, versie=2), date(2026, 12, 12), date(2027, 12, 11)
    )
    assert len(await periods(conn, klein)) == 2


async def test_the_database_refuses_two_at_once_too(conn: Connection, klein: KleinBedrijf, wie: Wie) -> None:
    await add_afwezig(conn, klein.planner, klein.bij, wie, MONDAY, FRIDAY)
    with pytest.raises(asyncpg.ExclusionViolationError):
        await conn.execute(
            f"insert into {wie.onderdeel}_afwezig (organisatie_id, {wie.onderdeel}_id, periode)"  # noqa: S608 (one of two)
            " values ($1, $2, '[2026-12-11,2026-12-12)')",
            klein.id,
            wie.id,
        )


async def test_only_the_planner_says_who_is_away(conn: Connection, klein: KleinBedrijf, wie: Wie) -> None:
    for actor, refusal in ((klein.vreemd, NotFound), (klein.werkleider, Forbidden)):
        with pytest.raises(refusal):
            await add_afwezig(conn, actor, klein.bij, wie, MONDAY, FRIDAY)
        with pytest.raises(refusal):
            await withdraw_afwezig(conn, actor, klein.bij, wie, MONDAY)
    with pytest.raises(NotFound):
        await add_afwezig(
            conn, klein.planner, klein.bij, replace(wie, onderdeel=Onderdeel.AFDELING), MONDAY, FRIDAY
        )
