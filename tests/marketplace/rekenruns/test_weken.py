"""Dates and week numbers of an instance."""

from datetime import date, timedelta

import pytest

from marketplace.rekenruns.weken import Weken, within

WEKEN = Weken.after(date(2026, 11, 20))


def test_week_0_begins_on_the_monday_after_the_day_of_asking() -> None:
    assert WEKEN.week0 == date(2026, 11, 23)
    assert Weken.after(date(2026, 11, 23)).week0 == date(2026, 11, 30)


def test_weeks_are_counted_from_week_0() -> None:
    assert [WEKEN.index(day) for day in (date(2026, 11, 22), date(2026, 11, 23), date(2026, 12, 6))] == [
        -1,
        0,
        1,
    ]
    assert WEKEN.monday(2) == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("day", "week"), [(date(2026, 11, 23), 0), (date(2026, 11, 24), 1), (date(2026, 11, 30), 1)]
)
def test_a_period_counts_from_the_first_monday_in_it(day: date, week: int) -> None:
    assert WEKEN.first_monday(day, 0) == week


@pytest.mark.parametrize(
    ("end", "week"),
    [(date(2026, 11, 27), 0), (date(2026, 11, 28), 1), (date(2026, 11, 30), 1), (date(2026, 12, 5), 2)],
)
def test_a_week_is_worked_when_its_friday_lies_within(end: date, week: int) -> None:
    assert WEKEN.end_of_work(end, 99) == week


def test_open_ends_take_what_is_given() -> None:
    assert (WEKEN.first_monday(None, 7), WEKEN.end_of_work(None, 99)) == (7, 99)


def test_startweken_do_not_move_when_one_asks_a_week_later() -> None:
    now = {WEKEN.monday(week) for week in WEKEN.startweken(2, 6)}
    later = Weken(WEKEN.week0 + timedelta(weeks=1))
    then = {later.monday(week) for week in later.startweken(2, 6)}
    assert len(now) == 6
    assert len(now & then) == 5


def test_a_period_before_week_0_becomes_empty() -> None:
    assert within(-4, -2) == (0, 0)
    assert within(-4, 3) == (0, 3)
    assert within(5, 3) == (5, 5)
