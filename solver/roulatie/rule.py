"""What a cell rule, a plan rule and a wish of roulatie must offer; every one of them is a module.

What builds the model and what looks at a plan share no code: one is the witness of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.roulatie.instance import Instance
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible
    from solver.roulatie.routes.lines import Lines
    from solver.roulatie.routes.points import Points
    from solver.roulatie.routes.unit import Unit
    from solver.rule import Label, Violation


class CellRule(Protocol):
    """Whether a deelnemer may be at a plek in a block at all, whatever else the plan holds."""

    NAME: str
    LABEL: Label

    def forbidden(self, instance: Instance) -> Iterable[tuple[int, int, int]]:
        """Cells (ids of deelnemer, plek and blok) that cannot be."""

    def violations(self, plan: Plan) -> Iterable[Violation]:
        """What is wrong with the cells of a plan."""


class PlanRule(Protocol):
    """What cells of a plan must keep together."""

    NAME: str
    LABEL: Label

    def build(self, model: Model) -> None:
        """Add the rule to the model."""

    def violations(self, plan: Plan) -> Iterable[Violation]:
        """What is wrong with a plan."""


class RouteForm(Protocol):
    """What a plan rule says of the route of one unit by itself; less than the rule, or as much."""

    def route(self, unit: Unit) -> None:
        """Fill the tables of the unit."""


class LineForm(Protocol):
    """What a plan rule says as lines over the stays of all; less than the rule, or as much."""

    def lines(self, lines: Lines) -> None:
        """Add the lines."""


class Wish(Protocol):
    """Points that a plan gets, never negative."""

    NAME: str

    def points(self, model: Model) -> Term:
        """The points as an expression to maximise; it may be lower than what the plan gets, never higher."""

    def most(self, possible: Possible) -> int:
        """What no valid plan has more points than."""

    def value(self, plan: Plan) -> int:
        """The points of a plan."""


class OfRoutes(Protocol):
    """The same points where each unit gets them by its route alone."""

    def route(self, points: Points, weight: int) -> None:
        """Add the points of one unit."""


class Large(Protocol):
    """A wish that takes so many variables that a short solve has no time for them."""

    def size(self, model: Model) -> int:
        """How many they are."""
