"""What a pair rule, a resource rule and a wish of matching must offer; every one of them is a module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Gewichten, Instance, Kandidaat, Leerwerkplek
    from solver.rule import Label, Violation


class PairRule(Protocol):
    """Whether a kandidaat and a plek go together from a startweek; the two forms share no helper.

    `TIMED` tells whether the startweek matters, `STEP` which shortfall counts as one step of change.
    """

    NAME: str
    LABEL: Label
    TIMED: bool
    STEP: int

    def allowed(
        self, columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray
    ) -> BoolArray:
        """Array form: whether stays (indices, startweek as week number; equally long) are allowed."""

    def violation(
        self, instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
    ) -> Violation | None:
        """Single form: None when allowed, else what is wrong with the numbers in it."""

    def wel_als(self, broken: Violation, kandidaat: Kandidaat, plek: Leerwerkplek) -> str:
        """Dutch sentence of the single change that would make it possible, "" where none is offered."""


class Row(NamedTuple):
    """One capacity: the rule, whose it is (a plek, a praktijkopleider; 0 for the region) and the week."""

    rule: str
    id: int
    week: int


class Usage(NamedTuple):
    """Array form of what stays use: `amount` > 0 of each column from `first` up to (not with) `past`.

    Equally long; `stay` is the place in what was asked. A run keeps to the columns of one thing.
    """

    stay: IntArray
    first: IntArray
    past: IntArray
    amount: IntArray


class ResourceRule(Protocol):
    """A capacity that pairs use up, in an array form for the model and a plain form for the check.

    `column` = row of the thing x `weeks(columns)` + week.
    """

    NAME: str
    LABEL: Label
    STEP: int

    def weeks(self, columns: Columns) -> int:
        """How many weeks one thing has in the array form."""

    def capacities(self, columns: Columns) -> IntArray:
        """Array form: the capacity of every column."""

    def needs(self, columns: Columns) -> IntArray:
        """Array form: what of each kandidaat decides its use, one row each; who is alike here uses alike."""

    def usage(self, columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> Usage:
        """Array form: what stays (indices, startweek as week number; equally long) use."""

    def capacity(self, instance: Instance) -> Mapping[Row, int]:
        """Plain form: every capacity of the instance, in the order of the columns."""

    def uses(
        self, instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
    ) -> Mapping[Row, int]:
        """Plain form: what one stay uses of which row."""

    def violation(self, row: Row, until: int, capacity: int, shortfall: int) -> Violation:
        """The sentence when rows of one thing are short from `row.week` up to (not with) `until`."""

    def wel_als(self, broken: Violation) -> str:
        """Dutch sentence of the change that would make room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardering:
    """What one wish gives a pair: points (0-100 in tier wensen) times weight, and the Dutch sentence."""

    wish: str
    tier: str
    points: int
    weight: int
    sentence: str

    @property
    def value(self) -> int:
        """Points times weight."""
        return self.points * self.weight


class Wish(Protocol):
    """What is wanted of a pair, in one of the three strict tiers."""

    NAME: str
    TIER: str

    def weight(self, gewichten: Gewichten) -> int:
        """What one point is worth within the tier."""

    def points(self, columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> IntArray:
        """Array form: the points of stays (indices, startweek as week number; equally long)."""

    def waardering(
        self, instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
    ) -> Waardering:
        """Single form: the same points with the sentence that tells why."""
