"""What only a file of kandidaten holds in a cell: a telephone number, and begeleiding week by week."""

import re
from dataclasses import dataclass
from decimal import Decimal

from marketplace.kandidaten.identiteit import NO_PHONE, PHONE
from marketplace.kandidaten.wijziging import MAX_STEPS, MAX_WEEKS, Stap, steps_of, weeks_of
from marketplace.tables.column import Cell, Unfit
from marketplace.tables.numbers import Number, dutch
from marketplace.tables.text import text_of
from marketplace.tables.week import to_hours, to_minutes

HOURS = Number(2, Decimal(0), Decimal(40))
LATER = re.compile(r"(?:vanaf\s+)?(?:week\s+)?([0-9]{1,2})\s*:\s*(.+)")
WITHOUT_NOUGHT = 9  # digits of a Dutch number that a spreadsheet took for a quantity


@dataclass(frozen=True, slots=True)
class Telefoon:
    """A telephone number; no text, for one in eleven would pass the test of a BSN."""

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """A text."""
        return annotation is str

    def read(self, cell: Cell) -> str:
        """The number, with the nought that a spreadsheet takes away."""
        text = text_of(cell)
        if not isinstance(cell, str) and len(text) == WITHOUT_NOUGHT:
            text = f"0{text}"
        if not re.fullmatch(PHONE, text):
            raise Unfit(NO_PHONE)
        return text

    def write(self, value: str) -> str:
        """The number as it is."""
        return value

    def explain(self) -> str:
        """The form."""
        return "06-12345678 of +31 6 12345678."


@dataclass(frozen=True, slots=True)
class Begeleiding:
    """Hours of begeleiding a week, and from which week of the stay they become others; held in minutes."""

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """Minutes week by week."""
        return annotation == tuple[int, ...]

    def read(self, cell: Cell) -> tuple[int, ...]:
        """The need week by week up to its last change."""
        first, *later = [part.strip() for part in cell.split(";")] if isinstance(cell, str) else [cell]
        steps = [Stap(1, _minutes(first)), *(_step(str(part)) for part in later if part)]
        weeks = [step.week for step in steps]
        if weeks != sorted(set(weeks)) or weeks[-1] > MAX_WEEKS or len(weeks) > MAX_STEPS:
            raise Unfit(f"Zet de weken van laag naar hoog, hooguit week {MAX_WEEKS}. {self.explain()}")
        return weeks_of(tuple(steps))

    def write(self, value: tuple[int, ...]) -> str:
        """6; vanaf week 5: 2,5."""
        first, *later = steps_of(value)
        return "; ".join(
            [_hours(first.minuten), *(f"vanaf week {step.week}: {_hours(step.minuten)}" for step in later)]
        )

    def explain(self) -> str:
        """The form."""
        return "Een aantal uren, zoals 6. Wordt het later anders: 6; vanaf week 5: 2,5."


def _minutes(cell: Cell) -> int:
    """Hours in a cell, or in part of one, as minutes."""
    return to_minutes(HOURS.read(cell))


def _step(part: str) -> Stap:
    """A change: from which week, how many hours."""
    found = LATER.fullmatch(part.casefold())
    if found is None:
        raise Unfit(f"Dit lezen we niet als uren per week. {Begeleiding().explain()}")
    return Stap(int(found[1]), _minutes(found[2]))


def _hours(minutes: int) -> str:
    """2,5 or 6."""
    return dutch(to_hours(minutes).normalize()) if minutes % 60 else str(minutes // 60)
