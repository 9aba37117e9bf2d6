"""Groups on the board: who leads on which days, by which bus, and where people go when one ends."""

from datetime import date

import pytest

from marketplace.errors import NotFound
from marketplace.groepsdetachering.plan.bord import Held, NoGroup
from marketplace.groepsdetachering.plan.groepen import NoDays
from marketplace.groepsdetachering.plan.model import Groep
from marketplace.groepsdetachering.plan.zet import LedElsewhere, RidesElsewhere
from tests.marketplace.groepsdetachering.kleine_detachering import ALLE, DO_VR, EERSTE, MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel

WOENSDAG = 0b00100


async def dagen_of(spel: Spel, opdracht: int) -> list[int]:
    """The days of a group week by week; 0 is no group."""
    return [each.dagen if (each := await spel.group(opdracht, week)) else 0 for week in range(len(WEKEN))]


async def leaders_of(spel: Spel, opdracht: int) -> list[int | None]:
    """Who is at the head of a group week by week."""
    groups = [await spel.group(opdracht, week) for week in range(len(WEKEN))]
    return [each.werkleider_id if each else None for each in groups]


async def test_a_group_starts_in_a_week_or_until_the_end(spel: Spel) -> None:
    kleine = spel.kleine
    await spel.start(kleine.perken, kleine.anna, 1)
    assert await dagen_of(spel, kleine.perken) == [0, MA_WO, 0, 0]
    await spel.start(kleine.perken, kleine.anna, 2, verder=True)
    assert await dagen_of(spel, kleine.perken) == [0, MA_WO, MA_WO, MA_WO]


async def test_somebody_stands_in_on_some_days(spel: Spel) -> None:
    kleine = spel.kleine
    await spel.start(kleine.perken, kleine.anna, invaller_id=kleine.bram, invaldagen=0b10010)
    assert await spel.group(kleine.perken) == Groep(
        opdracht_id=kleine.perken,
        week=EERSTE,
        werkleider_id=kleine.anna,
        leiding=((0, kleine.anna), (1, kleine.bram), (2, kleine.anna)),
    )


async def test_a_bus_passes_the_stops_of_who_cannot_come_alone(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(3, kleine.perken)
    await perken.start(kleine.perken, kleine.anna, bus_id=kleine.bus, verder=True)
    first = await perken.group(kleine.perken)
    assert first is not None
    assert (first.bus_id, first.opstapplaatsen) == (kleine.bus, (kleine.stop,))
    await perken.start(kleine.perken, kleine.anna)
    last = await perken.group(kleine.perken)
    assert last is not None
    assert (last.bus_id, last.opstapplaatsen) == (None, ())
    await perken.undo()
    assert await perken.group(kleine.perken) == first


async def test_a_bus_goes_on_to_the_stop_of_who_comes_later_and_back_when_that_is_undone(
    perken: Spel,
) -> None:
    kleine, conn = perken.kleine, perken.conn
    vorden = await conn.fetchval(
        "insert into opstapplaatsen (organisatie_id, naam, plaats_id)"
        " select $1, 'Station', plaats_id from vestigingen where id = $2 returning id",
        kleine.id,
        kleine.buurvestiging,
    )
    await conn.execute("update detacheringsbeleid set max_rit = 120, max_omweg = 120")
    await conn.execute("insert into bus_opstapplaatsen values ($1, $2, $3, 2)", kleine.id, kleine.bus, vorden)
    await conn.execute("reset role")
    await conn.execute(
        "insert into postcodes select '7251', plaats_id from vestigingen where id = $1", kleine.buurvestiging
    )
    await conn.execute(
        "update kandidaten set pc4 = '7251', reist_alleen = false where id = $1", kleine.mensen[0]
    )
    await conn.execute("set local role app_ongebonden")
    await perken.start(kleine.perken, kleine.anna, bus_id=kleine.bus)
    stops = []
    for wie in (3, 0):
        await perken.put(wie, kleine.perken)
        group = await perken.group(kleine.perken)
        assert group is not None
        stops.append(set(group.opstapplaatsen))
    assert stops == [{kleine.stop}, {kleine.stop, vorden}]
    await perken.undo()
    back = await perken.group(kleine.perken)
    assert back is not None
    assert back.opstapplaatsen == (kleine.stop,)


async def test_one_werkleider_leads_one_group_a_day(perken: Spel) -> None:
    kleine = perken.kleine
    before = await perken.concept()
    with pytest.raises(LedElsewhere):
        await perken.start(kleine.kas, kleine.anna, dagen=ALLE)
    with pytest.raises(LedElsewhere):
        await perken.start(kleine.kas, kleine.bram, dagen=ALLE, invaller_id=kleine.anna, invaldagen=1)
    assert await perken.concept() == before
    await perken.start(kleine.kas, kleine.anna, dagen=DO_VR)
    assert await leaders_of(perken, kleine.kas) == [kleine.anna, None, None, None]


async def test_one_bus_brings_one_group_a_day(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.start(kleine.perken, kleine.anna, bus_id=kleine.bus)
    with pytest.raises(RidesElsewhere):
        await perken.start(kleine.kas, kleine.bram, dagen=ALLE, bus_id=kleine.bus)
    await perken.start(kleine.kas, kleine.bram, dagen=DO_VR, bus_id=kleine.bus)


async def test_two_groups_change_werkleider_one_after_the_other(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.start(kleine.kas, kleine.bram, dagen=DO_VR)
    await perken.start(kleine.perken, kleine.bram)
    await perken.start(kleine.kas, kleine.anna, dagen=DO_VR)
    assert (await leaders_of(perken, kleine.perken))[:2] == [kleine.bram, kleine.anna]
    assert (await leaders_of(perken, kleine.kas))[0] == kleine.anna


async def test_who_was_in_a_group_that_ends_works_inside(perken: Spel) -> None:
    kleine = perken.kleine
    for wie in (0, 2):
        await perken.put(wie, kleine.perken, verder=True)
    await perken.end(kleine.perken, 1)
    assert await dagen_of(perken, kleine.perken) == [MA_WO, 0, MA_WO, MA_WO]
    assert await perken.at(0) == await perken.at(2) == [kleine.perken, None, kleine.perken, kleine.perken]
    await perken.end(kleine.perken, 2, verder=True)
    assert await perken.at(0) == [kleine.perken, None, None, None]
    await perken.undo()
    assert await perken.at(2) == [kleine.perken, None, kleine.perken, kleine.perken]
    with pytest.raises(NoGroup):
        await perken.end(kleine.perken, 1)


async def test_on_a_day_that_a_group_runs_no_more_nobody_stays(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.put(2, kleine.perken, dagen=0b00011)
    await perken.start(kleine.perken, kleine.anna, dagen=WOENSDAG)
    place = await perken.where(0)
    assert place is not None
    assert place.dagen == WOENSDAG
    assert await perken.where(2) is None


async def test_who_is_pinned_holds_the_days_of_the_group(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(2, kleine.perken, dagen=0b00011)
    await perken.pin(2)
    with pytest.raises(Held):
        await perken.start(kleine.perken, kleine.anna, dagen=WOENSDAG)
    with pytest.raises(Held):
        await perken.end(kleine.perken)


async def test_a_pinned_werkleider_stays_at_the_head_and_the_group_does_not_end(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.pin(opdrachten=(kleine.perken,), week=1)
    with pytest.raises(Held):
        await perken.start(kleine.perken, kleine.bram, 1)
    with pytest.raises(Held):
        await perken.end(kleine.perken, 1)
    await perken.start(kleine.perken, kleine.anna, 1, dagen=0b00011)
    pinned = await perken.group(kleine.perken, 1)
    assert pinned is not None
    assert (pinned.vast, pinned.dagen) == (True, 0b00011)
    await perken.start(kleine.perken, kleine.bram, verder=True)
    assert await leaders_of(perken, kleine.perken) == [kleine.bram, kleine.anna, kleine.bram, kleine.bram]
    await perken.end(kleine.perken, verder=True)
    assert await leaders_of(perken, kleine.perken) == [None, kleine.anna, None, None]


async def test_a_group_runs_only_on_days_on_which_there_is_work(spel: Spel) -> None:
    kleine = spel.kleine
    closed = date(2026, 11, 23)
    await spel.conn.execute(
        "insert into opdracht_gesloten values ($1, $2, $3)", kleine.id, kleine.perken, closed
    )
    await spel.start(kleine.perken, kleine.anna, dagen=ALLE, verder=True)
    assert await dagen_of(spel, kleine.perken) == [MA_WO, 0b00110, MA_WO, MA_WO]
    for dagen in (0, DO_VR):
        with pytest.raises(NoDays):
            await spel.start(kleine.perken, kleine.anna, dagen=dagen)


async def test_a_group_runs_only_in_the_days_of_its_opdracht(spel: Spel) -> None:
    kleine = spel.kleine
    await spel.conn.execute(
        "update opdrachten set periode = '[2026-11-25,2026-12-02)' where id = $1", kleine.perken
    )
    with pytest.raises(NoDays):
        await spel.start(kleine.perken, kleine.anna)
    await spel.start(kleine.perken, kleine.anna, 1, verder=True)
    assert await dagen_of(spel, kleine.perken) == [0, WOENSDAG, 0b00011, 0]


async def test_what_is_of_another_is_not_found(spel: Spel) -> None:
    kleine = spel.kleine
    for opdracht, leider, bus, invaller in (
        (0, kleine.anna, None, None),
        (kleine.perken, 0, None, None),
        (kleine.perken, kleine.anna, 0, None),
        (kleine.perken, kleine.anna, None, 0),
    ):
        with pytest.raises(NotFound):
            await spel.start(opdracht, leider, bus_id=bus, invaller_id=invaller)
    with pytest.raises(NotFound):
        await spel.end(0)
