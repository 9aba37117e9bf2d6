"""Fields of the forms of opdrachten: hours of a day, numbers of people, days that an inlener is closed."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from marketplace.web.fields import Datum, Geheel, Uren, read_date

LEAST_MINUTES, MOST_MINUTES = 60, 600
MOST_PEOPLE = 60
MOST_DAYS = 366
DAY = timedelta(days=1)
BETWEEN = re.compile(r"[,;\n]+")
UNTIL = re.compile(r"\s+(?:t/m|tot en met)\s+")


def _working_day(minutes: int) -> int:
    """Refuse hours that are no working day."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        message = "Vul 1 tot 10 uur per dag in."
        raise ValueError(message)
    return minutes


def _days(value: object) -> object:
    """From days and rows of days as people type them to each day: 25-12-2026, 21-12-2026 t/m 1-1-2027."""
    return tuple(_each_day(value)) if isinstance(value, str) else value


def _each_day(text: str) -> Iterator[object]:
    """Every day that is named."""
    for part in BETWEEN.split(text):
        if part.strip():
            first, *rest = [read_date(each) for each in UNTIL.split(part.strip())]
            last = rest[0] if rest else first
            if not isinstance(first, date) or not isinstance(last, date) or len(rest) > 1:
                message = "Vul data in, bijvoorbeeld 25-12-2026 of 21-12-2026 t/m 1-1-2027."
                raise ValueError(message)
            if not 0 <= (last - first).days < MOST_DAYS:
                message = "Vul van elke periode eerst de eerste en dan de laatste dag in."
                raise ValueError(message)
            yield from (first + number * DAY for number in range((last - first).days + 1))


def days_text(days: Collection[date]) -> str:
    """Days as the field shows them, those in a row as from and to."""
    return "\n".join(
        f"{first:%d-%m-%Y}" if first == last else f"{first:%d-%m-%Y} t/m {last:%d-%m-%Y}"
        for first, last in stretches(days)
    )


def stretches(days: Collection[date]) -> list[tuple[date, date]]:
    """Days in a row, each row by its first and last day."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


DagUren = Annotated[Uren, AfterValidator(_working_day)]
Mensen = Annotated[Geheel, Field(ge=1, le=MOST_PEOPLE)]
MensenOfGeen = Annotated[Geheel, Field(ge=0, le=MOST_PEOPLE)]
GeslotenDagen = Annotated[tuple[Datum, ...], Field(max_length=MOST_DAYS), BeforeValidator(_days)]
