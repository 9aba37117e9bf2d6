"""An alternative is laid on the board as one move; what people pinned and weeks that are over stay."""

from datetime import date

import pytest

from marketplace.errors import NotFound
from marketplace.groepsdetachering.plan.model import Groep, Indeling
from marketplace.groepsdetachering.plan.zet import LedElsewhere
from tests.marketplace.groepsdetachering.kleine_detachering import MA_WO, WEKEN
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


def group(opdracht: int, leider: int, dagen: tuple[int, ...] = (0, 1, 2), week: date = WEKEN[0]) -> Groep:
    """A group on some days."""
    leiding = tuple((dag, leider) for dag in dagen)
    return Groep(opdracht_id=opdracht, week=week, werkleider_id=leider, leiding=leiding)


def place(spel: Spel, wie: int, opdracht: int, dagen: int = MA_WO, week: date = WEKEN[0]) -> Indeling:
    """Somebody by number in a group."""
    return Indeling(kandidaat_id=spel.kleine.mensen[wie], week=week, opdracht_id=opdracht, dagen=dagen)


async def test_an_alternative_is_laid_on_the_board_and_taken_off_again(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken, verder=True)
    before = await perken.concept()
    other = await perken.alternative(
        (group(kleine.perken, kleine.bram), group(kleine.kas, kleine.anna)),
        (place(perken, 2, kleine.perken), place(perken, 0, kleine.kas)),
    )
    await perken.take_over(other)
    now = await perken.concept()
    assert now.groepen == (group(kleine.perken, kleine.bram), group(kleine.kas, kleine.anna))
    assert await perken.at(0) == [kleine.kas, None, None, None]
    assert await perken.at(2) == [kleine.perken, None, None, None]
    assert await perken.undo() == f"Voorstel {other} overgenomen"
    back = await perken.concept()
    assert (back.groepen, back.indelingen) == (before.groepen, before.indelingen)


async def test_what_is_pinned_stays_where_the_alternative_has_it_elsewhere(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.pin(0, opdrachten=(kleine.perken,))
    other = await perken.alternative(
        (group(kleine.perken, kleine.bram), group(kleine.kas, kleine.bram, (3, 4))),
        (place(perken, 0, kleine.kas, 0b11000), place(perken, 2, kleine.perken)),
    )
    await perken.take_over(other)
    head, held = await perken.group(kleine.perken), await perken.where(0)
    assert head is not None
    assert held is not None
    assert (head.werkleider_id, head.vast) == (kleine.anna, True)
    assert (held.opdracht_id, held.vast) == (kleine.perken, True)
    assert (await perken.at(2))[0] == kleine.perken


async def test_who_is_pinned_keeps_the_group_that_the_alternative_does_not_have(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.pin(0)
    before = await perken.concept()
    other = await perken.alternative((), ())
    await perken.take_over(other)
    assert (await perken.concept()).groepen == (group(kleine.perken, kleine.anna),)
    assert (await perken.at(0))[0] == kleine.perken
    await perken.undo()
    assert (await perken.concept()).indelingen == before.indelingen


async def test_who_is_pinned_keeps_the_days_and_who_comes_is_there_on_days_that_it_runs(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.put(0, kleine.perken)
    await perken.pin(0)
    await perken.start(kleine.perken, kleine.anna, 1, dagen=0b00001)
    await perken.pin(opdrachten=(kleine.perken,), week=1)
    other = await perken.alternative(
        (
            group(kleine.perken, kleine.bram, (0,)),
            group(kleine.perken, kleine.bram, (0, 1, 2), WEKEN[1]),
            group(kleine.perken, kleine.bram, (1, 2), WEKEN[2]),
        ),
        (
            place(perken, 2, kleine.perken, 0b00001),
            place(perken, 2, kleine.perken, 0b00011, WEKEN[1]),
            place(perken, 1, kleine.perken, 0b00110, WEKEN[1]),
        ),
    )
    await perken.take_over(other)
    now = await perken.concept()
    assert [(each.week, each.dagen) for each in now.groepen] == [
        (WEKEN[0], MA_WO),
        (WEKEN[1], 0b00001),
        (WEKEN[2], 0b00110),
    ]
    places = {(each.kandidaat_id, each.week): each.dagen for each in now.indelingen}
    assert places == {
        (kleine.mensen[0], WEKEN[0]): MA_WO,
        (kleine.mensen[2], WEKEN[0]): 0b00001,
        (kleine.mensen[2], WEKEN[1]): 0b00001,
    }


async def test_a_pin_that_takes_the_werkleider_of_the_alternative_is_said(perken: Spel) -> None:
    kleine = perken.kleine
    await perken.pin(opdrachten=(kleine.perken,))
    before = await perken.concept()
    other = await perken.alternative((group(kleine.kas, kleine.anna),), ())
    with pytest.raises(LedElsewhere):
        await perken.take_over(other)
    assert await perken.concept() == before


async def test_weeks_that_are_over_stay(perken: Spel) -> None:
    kleine = perken.kleine
    other = await perken.alternative((), ())
    await perken.later(2).take_over(other)
    assert [each.week for each in (await perken.concept()).groepen] == list(WEKEN[:2])
    assert (await perken.concept()).groep(kleine.perken, WEKEN[1]) is not None


async def test_a_plan_that_is_shorter_empties_only_its_own_weeks(perken: Spel) -> None:
    other = await perken.alternative((), (), weken=2)
    await perken.take_over(other)
    assert [each.week for each in (await perken.concept()).groepen] == list(WEKEN[2:])


async def test_a_plan_of_another_is_not_found(perken: Spel) -> None:
    with pytest.raises(NotFound):
        await perken.take_over(0)
