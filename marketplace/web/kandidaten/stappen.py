"""Begeleiding as rows that people type: from which week of the stay, how many hours a week."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from pydantic import TypeAdapter, ValidationError

from marketplace.kandidaten.wijziging import MAX_STEPS, MAX_WEEKS, Stap, weeks_of
from marketplace.web.fields import MOST_MINUTES, Uren

_HOURS = TypeAdapter(Uren)
PAIR = "Vul in elke rij een week en een aantal uren in."
HOURS = "Vul bij elke week een aantal uren in, van 0 tot 40. Bijvoorbeeld 6 of 2,5."
WEEKS = f"Vul weken in van 1 tot en met {MAX_WEEKS}, van laag naar hoog. Begin met week 1."


def read_steps(weeks: Sequence[str], hours: Sequence[str]) -> tuple[int, ...] | str:
    """The need week by week, in minutes; or the Dutch sentence that says what is wrong with the rows."""
    rows = [(week.strip(), hour.strip()) for week, hour in zip_longest(weeks, hours, fillvalue="")]
    rows = [row for row in rows if any(row)]
    if not rows or not all(all(row) for row in rows) or len(rows) > MAX_STEPS:
        return PAIR
    numbers = [_week(week) for week, _ in rows]
    if numbers[0] != 1 or any(later <= earlier for earlier, later in pairwise(numbers)):
        return WEEKS
    minutes = [_minutes(hour) for _, hour in rows]
    if any(each is None for each in minutes):
        return HOURS
    return weeks_of(tuple(Stap(week, each or 0) for week, each in zip(numbers, minutes, strict=True)))


def _week(text: str) -> int:
    """The number of a week; 0 for what is none."""
    return (
        int(text) if text.isdecimal() and len(text) <= len(str(MAX_WEEKS)) and int(text) <= MAX_WEEKS else 0
    )


def _minutes(text: str) -> int | None:
    """Hours as people type them, in minutes; None for what is no number of hours in a week."""
    try:
        minutes = _HOURS.validate_python(text)
    except ValidationError:
        return None
    return minutes if minutes <= MOST_MINUTES else None
