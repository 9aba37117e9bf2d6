"""Columns of numbers: whole ones, and ones with a fixed number of decimals."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from marketplace.tables.column import Cell, Unfit, excel_made

LARGEST = 2**31 - 1
DIGITS = 15  # what a spreadsheet keeps of a number
WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,18}(?:[.,][0-9]{1,18})?")


def dutch(number: int | Decimal) -> str:
    """1.250 or 12,50."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def between(least: int | Decimal, most: int | Decimal) -> str:
    """The limits in words."""
    return f"van {dutch(least)} tot en met {dutch(most)}"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits."""

    least: int = 0
    most: int = LARGEST

    def __post_init__(self) -> None:
        if not -(10**DIGITS) < self.least <= self.most < 10**DIGITS:
            raise ValueError(self)

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """A whole number."""
        return annotation is int

    def read(self, cell: Cell) -> int:
        """The number; 12.0 is how a spreadsheet may keep 12."""
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        if isinstance(cell, str) and WHOLE.fullmatch(cell):
            cell = int(cell)
        if isinstance(cell, bool) or not isinstance(cell, int):
            raise Unfit("Vul een heel getal in, zonder punt of komma.")
        if not self.least <= cell <= self.most:
            raise Unfit(f"Vul een heel getal in {between(self.least, self.most)}.")
        return cell

    def write(self, value: int) -> int:
        """The number."""
        return value

    def explain(self) -> str:
        """The limits."""
        return f"Een heel getal {between(self.least, self.most)}."


@dataclass(frozen=True, slots=True)
class Number:
    """A number with at most so many decimals, within limits; read as Decimal with exactly so many."""

    decimals: int = 2
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1_000_000)

    def __post_init__(self) -> None:
        room = Decimal(10) ** (DIGITS - self.decimals)
        if not 1 <= self.decimals < DIGITS or not -room < self.least <= self.most < room:
            raise ValueError(self)

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """A decimal number."""
        return annotation is Decimal

    def read(self, cell: Cell) -> Decimal:
        """The number; both a comma and a point may stand before the decimals."""
        number = self._number(cell)
        if not self.least <= number <= self.most:
            raise Unfit(f"Vul een getal in {between(self.least, self.most)}.")
        rounded = number.quantize(Decimal(1).scaleb(-self.decimals))
        if rounded != number:
            raise Unfit(f"Dit getal heeft te veel cijfers achter de komma: hooguit {self.decimals}.")
        return rounded

    def _number(self, cell: Cell) -> Decimal:
        """The number of a cell, whatever its size."""
        match cell:
            case bool():
                raise excel_made("ja of nee")
            case int():
                return Decimal(cell)
            case float() if math.isfinite(cell):
                return Decimal(f"{cell:.{DIGITS}g}")
            case str() if DECIMAL.fullmatch(cell):
                return Decimal(cell.replace(",", "."))
        raise Unfit("Vul een getal in, bijvoorbeeld 12,5, zonder punten tussen de duizendtallen.")

    def write(self, value: Decimal) -> Decimal:
        """The number."""
        return value

    def explain(self) -> str:
        """The limits and the decimals."""
        limits = between(self.least, self.most)
        digits = "1 cijfer" if self.decimals == 1 else f"{self.decimals} cijfers"
        return f"Een getal {limits}, met hooguit {digits} achter de komma."
