"""A column of dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from marketplace.datum import datum
from marketplace.tables.column import Cell, Unfit

FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)
EARLIEST = date(1900, 3, 1)  # before it a spreadsheet counts a day that never was
DAY_ZERO = date(1899, 12, 30)
DUTCH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{2}")
ASKED = "Vul een datum in als dag-maand-jaar, bijvoorbeeld 23-11-2026."


def _from_text(text: str) -> date:
    """A date as it is typed: 23-11-2026, 23/11/2026 or 2026-11-23."""
    if SHORT_YEAR.fullmatch(text):
        raise Unfit("Schrijf het jaar met vier cijfers, bijvoorbeeld 23-11-2026.")
    if found := DUTCH.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise Unfit(ASKED)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unfit(f"Deze dag bestaat niet. {ASKED}") from None


@dataclass(frozen=True, slots=True)
class Day:
    """A date between limits; a number is the days since the end of 1899, as spreadsheets count."""

    first: date = FIRST
    last: date = LAST

    def __post_init__(self) -> None:
        if not EARLIEST <= self.first <= self.last:
            raise ValueError(self)

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """A date."""
        return annotation is date

    def read(self, cell: Cell) -> date:
        """The date, however the file holds it."""
        day = self._day(cell)
        if not self.first <= day <= self.last:
            raise Unfit(f"Vul een datum in {self._between()}. Hier staat {datum(day)}.")
        return day

    def _day(self, cell: Cell) -> date:
        """The date of a cell, whenever it is."""
        match cell:
            case datetime() if cell.time() == time():
                return cell.date()
            case datetime():
                raise Unfit("Vul alleen een datum in, zonder tijd.")
            case date():
                return cell
            case str():
                return _from_text(cell)
            case int() | float() if not isinstance(cell, bool) and self._is_serial(cell):
                return DAY_ZERO + timedelta(days=int(cell))
        raise Unfit(ASKED)

    def _is_serial(self, number: float) -> bool:
        """Whether a number can be a date that lost its formatting; 2026 would be a day in 1905."""
        return (
            number == number // 1
            and self.first <= DAY_ZERO + timedelta(days=min(max(number, 0), 200_000)) <= self.last
        )

    def _between(self) -> str:
        """The limits in words."""
        return f"van {datum(self.first)} tot en met {datum(self.last)}"

    def write(self, value: date) -> date:
        """The date."""
        return value

    def explain(self) -> str:
        """The form and the limits."""
        return f"Een datum als dag-maand-jaar, {self._between()}."


def last_day(tot: date | None) -> date | None:
    """The last day of a period that ends before this one."""
    return None if tot is None else tot - timedelta(days=1)


def first_day_after(laatste_dag: date | None) -> date | None:
    """Before which day a period with this last day ends."""
    return None if laatste_dag is None else laatste_dag + timedelta(days=1)
