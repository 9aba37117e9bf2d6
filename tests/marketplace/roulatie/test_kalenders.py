"""Calendars of blocks: which fit, and who could learn everything in them."""

from dataclasses import replace

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.roulatie.bereik import out_of_reach
from marketplace.roulatie.instance import load_opgave, read_rijen
from marketplace.roulatie.kalenders import Grenzen, Kalender, list_kalenders, look_ahead, read_code
from marketplace.roulatie.model import Oordeel, Stand
from marketplace.roulatie.opgave import Rijen
from marketplace.roulatie.queries import get_cohort
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, REGIO, WEKEN, KleineRoulatie, make_roulatie


def codes(weeks: int, blokken: tuple[int, int], weken: tuple[int, int]) -> list[str]:
    """The calendars that fit, as a form names them."""
    grenzen = Grenzen(blokken_van=blokken[0], blokken_tot=blokken[1], weken_van=weken[0], weken_tot=weken[1])
    return [each.code for each in list_kalenders(weeks, grenzen)]


@pytest.mark.parametrize(
    ("weeks", "blokken", "weken", "expected"),
    [
        (12, (3, 3), (4, 4), ["4-4-4"]),
        (12, (2, 3), (4, 6), ["6-6", "4-4-4", "5-5", "4-4"]),
        (11, (3, 3), (3, 4), ["3-4-4", "4-4-3", "3-3-3"]),
        (5, (3, 6), (3, 8), []),
        (12, (4, 3), (4, 4), []),
    ],
)
def test_blocks_fill_the_weeks_as_evenly_as_can_be(
    weeks: int, blokken: tuple[int, int], weken: tuple[int, int], expected: list[str]
) -> None:
    assert codes(weeks, blokken, weken) == expected


def test_a_calendar_follows_on_from_a_monday() -> None:
    periodes = Kalender(weken=(3, 1), vrij=0).periodes(BEGIN)
    assert [(tot - van).days // 7 for van, tot in periodes] == [3, 1]
    assert periodes[0][0] == BEGIN
    assert periodes[0][1] == periodes[1][0]


@pytest.mark.parametrize(
    ("code", "lengths"), [("4-4-3", (4, 4, 3)), ("4", (4,)), ("", None), ("4--3", None), ("vier", None)]
)
def test_a_form_names_a_calendar_or_nonsense(code: str, lengths: tuple[int, ...] | None) -> None:
    assert read_code(code) == lengths


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_roulatie(conn)


@pytest.fixture
async def rijen(conn: Connection, kleine: KleineRoulatie, clock: FixedClock) -> Rijen:
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    return await read_rijen(conn, cohort, clock.today(), None)


@pytest.mark.parametrize(
    ("weken", "reached"),
    [((4, 4, 4), True), ((3, 3, 3), True), ((6, 6), False), ((2, 2, 2, 2, 2, 2), True), ((5, 5, 2), False)],
)
def test_three_werkprocessen_at_three_plekken_need_three_blocks_of_three_weeks(
    rijen: Rijen, weken: tuple[int, ...], *, reached: bool
) -> None:
    ahead = look_ahead(rijen, Kalender(weken=weken, vrij=0))
    assert (not ahead.buiten_bereik) == reached
    assert not ahead.redenen


def test_weeks_that_were_lost_in_a_block_are_asked_of_every_calendar(
    rijen: Rijen, kleine: KleineRoulatie
) -> None:
    oordeel = Oordeel(
        kandidaat_id=kleine.deelnemers[0],
        blok_id=kleine.blokken[0],
        leerwerkplek_id=kleine.plekken[0],
        wat_werkte="",
        standen={kleine.werkprocessen[0]: Stand.GEZIEN},
    )
    seen = replace(rijen, cohort=replace(rijen.cohort, oordelen=(oordeel,)))
    for weken, others in (((4, 4, 4), ()), ((2, 2, 2, 2, 2, 2), ()), ((6, 6), kleine.deelnemers[1:])):
        ahead = look_ahead(seen, Kalender(weken=weken, vrij=0))
        assert ahead.buiten_bereik == (kleine.deelnemers[0], *others)


def test_too_little_time_is_said_before_solving(rijen: Rijen) -> None:
    ahead = look_ahead(rijen, Kalender(weken=(2,), vrij=10))
    assert any("hooguit 2 weken" in zin for zin in ahead.redenen)


async def test_who_is_away_where_it_is_taught_cannot_reach_it(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    instance = (await load_opgave(conn, [REGIO], kleine.id, clock.today(), {})).instance
    assert out_of_reach(instance) == []
    first = instance.deelnemers[0]
    away = frozenset(range(WEKEN))
    others = instance.deelnemers[1:]
    assert out_of_reach(replace(instance, deelnemers=(replace(first, afwezig=away), *others))) == [first.id]
    closed = tuple(
        replace(each, gesloten=frozenset(range(3 * WEKEN))) if each.id == kleine.plekken[0] else each
        for each in instance.plekken
    )
    assert out_of_reach(replace(instance, plekken=closed)) == list(kleine.deelnemers)
    no = frozenset({(first.id, kleine.plekken[1])})
    assert out_of_reach(replace(instance, verboden=no)) == [first.id]
