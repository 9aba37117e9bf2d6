"""The one clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from marketplace.clock import FixedClock, SystemClock, clock_at, monday


def test_the_business_date_is_that_of_amsterdam() -> None:
    assert FixedClock(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)).today() == date(2026, 11, 21)


def test_the_moment_is_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_demonstration_on_another_date_runs_on() -> None:
    clock = clock_at(date(2026, 3, 2))
    assert clock.today() == date(2026, 3, 2)
    assert clock.now() <= clock.now()


def test_without_a_date_the_clock_is_that_of_the_machine() -> None:
    assert clock_at(None) == SystemClock()


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 22)])
def test_the_monday_of_a_week(day: date) -> None:
    assert monday(day) == date(2026, 11, 16)


def test_the_week_of_new_year_began_in_the_old_one() -> None:
    assert monday(date(2027, 1, 1)) == date(2026, 12, 28)
