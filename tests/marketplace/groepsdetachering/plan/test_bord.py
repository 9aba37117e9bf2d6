"""The week board: moves that are checked, undone and done again, and what may not move."""

import pytest

from marketplace.errors import Forbidden, NotFound, StaleVersion
from marketplace.groepsdetachering.plan import bord
from marketplace.groepsdetachering.plan.bord import Held, NoGroup, NothingToUndo, NotTheseDays, WeekOver
from marketplace.groepsdetachering.plan.model import PlanStatus
from tests.marketplace.groepsdetachering.kleine_detachering import ALLE, EERSTE, MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


async def test_a_concept_begins_empty_this_week_and_is_there_once(leeg: Spel) -> None:
    first = await leeg.begin()
    assert (first.status, first.van, first.weken) == (PlanStatus.CONCEPT, EERSTE, WEKEN)
    assert (first.groepen, first.indelingen, first.basis_id) == ((), (), None)
    assert await leeg.begin() == first


async def test_a_concept_begins_as_the_published_plan_stands_from_this_week_on(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    await perken.pin(0, week=2, opdrachten=(kleine.perken,))
    await perken.publish()
    later = perken.later(2)
    new = await later.begin()
    told = await later.with_status(PlanStatus.GEPUBLICEERD)
    assert told is not None
    assert (new.van, new.basis_id, new.aantal_weken) == (WEKEN[2], told.id, 4)
    assert new.groepen == told.groepen[2:]
    assert new.indelingen == told.indelingen[2:]
    assert new.indelingen[0].vast


async def test_somebody_is_put_in_a_group_in_a_week_on_the_days_of_both(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken, 1)
    assert await perken.at(0) == [None, perken.kleine.perken, None, None]
    place = await perken.where(0, 1)
    assert place is not None
    assert (place.dagen, place.vast) == (MA_WO, False)


async def test_with_verder_until_the_end_of_the_plan(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken, 2, verder=True)
    assert await perken.at(0) == [None, None, perken.kleine.perken, perken.kleine.perken]
    await perken.put(0, None, 3)
    assert await perken.at(0) == [None, None, perken.kleine.perken, None]


async def test_on_some_days_and_never_on_one_that_the_group_does_not_run(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken, dagen=0b10001)
    place = await perken.where(0)
    assert place is not None
    assert place.dagen == 0b00001


async def test_to_another_group_somebody_leaves_the_first(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.start(kleine.kas, kleine.bram, dagen=ALLE)
    await perken.put(0, kleine.perken)
    await perken.put(0, kleine.kas)
    place = await perken.where(0)
    assert place is not None
    assert (place.opdracht_id, place.dagen) == (kleine.kas, ALLE)


async def test_without_a_group_nobody_can_go_there(perken: Spel) -> None:
    with pytest.raises(NoGroup):
        await perken.put(0, perken.kleine.kas)


async def test_weeks_without_a_group_are_passed_over(spel: Spel) -> None:
    kleine = spel.kleine
    for week in (0, 2):
        await spel.start(kleine.perken, kleine.anna, week)
    await spel.put(0, kleine.perken, verder=True)
    assert await spel.at(0) == [kleine.perken, None, kleine.perken, None]


async def test_who_shares_no_day_with_a_group_cannot_join(perken: Spel) -> None:
    with pytest.raises(NotTheseDays):
        await perken.put(4, perken.kleine.perken)
    with pytest.raises(NotTheseDays):
        await perken.put(0, perken.kleine.perken, dagen=0)


async def test_what_is_not_known_is_not_found(perken: Spel) -> None:
    kleine = perken.kleine
    on = await perken.board()
    for wens in (
        bord.Wens(kandidaat_id=0, week=EERSTE, opdracht_id=kleine.perken),
        bord.Wens(kandidaat_id=kleine.mensen[0], week=EERSTE, opdracht_id=0),
        bord.Wens(kandidaat_id=kleine.mensen[0], week=WEKEN[3] + (WEKEN[1] - EERSTE), opdracht_id=None),
    ):
        with pytest.raises(NotFound):
            await bord.put(perken.conn, on, wens)


async def test_a_week_that_is_over_stays_what_it_was(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken)
    later = perken.later(1)
    with pytest.raises(WeekOver):
        await later.put(1, perken.kleine.perken)
    with pytest.raises(WeekOver):
        await later.end(perken.kleine.perken)
    with pytest.raises(WeekOver):
        await later.start(perken.kleine.perken, perken.kleine.bram)
    with pytest.raises(WeekOver):
        await later.pin(0)
    with pytest.raises(WeekOver):
        await later.undo()


async def test_who_is_pinned_stays_until_let_go(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    await perken.pin(0, week=1)
    with pytest.raises(Held):
        await perken.put(0, None, 1)
    await perken.put(0, None, verder=True)
    assert await perken.at(0) == [None, kleine.perken, None, None]
    await perken.pin(0, week=1, vast=False)
    await perken.put(0, None, 1)
    assert await perken.at(0) == [None] * 4


async def test_to_pin_what_is_pinned_or_not_there_is_no_move(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken)
    await perken.pin(0)
    versie = (await perken.concept()).versie
    await perken.pin(0, 1, week=0)
    assert (await perken.concept()).versie == versie


async def test_what_stands_so_already_is_no_move(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken)
    before = await perken.concept()
    await perken.put(0, perken.kleine.perken)
    await perken.put(1, None)
    await perken.start(perken.kleine.perken, perken.kleine.anna, verder=True)
    assert await perken.concept() == before


async def test_moves_are_undone_and_done_again(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.put(0, kleine.perken, 1)
    await perken.pin(0, opdrachten=(kleine.perken,))
    assert await perken.undo() == "2 plaatsen: vast"
    assert await perken.undo() == "K-0001: Perken (week 48)"
    assert await perken.at(0) == [kleine.perken, None, None, None]
    assert await perken.redo() == "K-0001: Perken (week 48)"
    assert await perken.redo() == "2 plaatsen: vast"
    now = await perken.concept()
    assert [each.vast for each in now.indelingen] == [True, False]
    assert [each.vast for each in now.groepen] == [True, False, False, False]
    with pytest.raises(NothingToUndo):
        await perken.redo()


async def test_all_of_it_is_undone_to_the_empty_board(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken, verder=True)
    assert await perken.undo() == "K-0001: Perken (vanaf week 47)"
    assert await perken.undo() == "Perken: ma t/m wo met Anna Voorbeeld (vanaf week 47)"
    assert (await perken.concept()).groepen == ()
    with pytest.raises(NothingToUndo):
        await perken.undo()


async def test_a_new_move_ends_what_could_be_done_again(perken: Spel) -> None:
    await perken.put(0, perken.kleine.perken)
    await perken.undo()
    await perken.put(1, perken.kleine.perken)
    with pytest.raises(NothingToUndo):
        await perken.redo()


async def test_who_moves_over_another_version_is_told(perken: Spel) -> None:
    on = await perken.board()
    wens = bord.Wens(kandidaat_id=perken.kleine.mensen[0], week=EERSTE, opdracht_id=perken.kleine.perken)
    await bord.put(perken.conn, on, wens)
    with pytest.raises(StaleVersion):
        await bord.put(perken.conn, on, wens)
    with pytest.raises(StaleVersion):
        await perken.board(on.concept.versie)


async def test_without_a_concept_there_is_no_board(leeg: Spel) -> None:
    with pytest.raises(StaleVersion):
        await leeg.board(1)


async def test_a_werkleider_reads_and_a_stranger_does_not(perken: Spel) -> None:
    kleine = perken.kleine
    for who, refusal in (
        (kleine.werkleider, Forbidden),
        (kleine.vreemd, NotFound),
        (kleine.regio.eigen, NotFound),
    ):
        with pytest.raises(refusal):
            await bord.begin(perken.conn, who, clock=perken.clock, organisatie_id=kleine.id)
        with pytest.raises(refusal):
            await bord.open_bord(perken.conn, who, clock=perken.clock, organisatie_id=kleine.id, versie=1)


async def test_a_concept_of_which_all_weeks_are_over_makes_room_for_a_new_one(perken: Spel) -> None:
    old = await perken.concept()
    last = perken.later(3)
    assert (await last.begin()).id == old.id
    over = perken.later(4)
    assert (await over.over()).concept is None
    new = await over.begin()
    assert new.id != old.id
    assert (new.van, new.groepen) == (WEKEN[3] + (WEKEN[1] - EERSTE), ())
