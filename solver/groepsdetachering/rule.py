"""What a cell rule, a plan rule and a wish must offer; every one of them is a module.

What builds the model and what looks at a plan share no code: one is the witness of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan
    from solver.rule import Label, Violation


class CellRule(Protocol):
    """A rule of one person in one group, whatever else the plan holds."""

    NAME: str
    LABEL: Label

    def violations(self, plan: Plan) -> Iterable[Violation]:
        """What is wrong with the people of a plan, one by one."""


class PairRule(CellRule, Protocol):
    """A rule of a medewerker and an opdracht, in whatever week."""

    def allowed(self, known: Known, medewerker: Medewerker, opdracht: Opdracht) -> bool:
        """Whether someone may go there."""


class WeekRule(CellRule, Protocol):
    """A rule of a medewerker and an opdracht that looks at the week too."""

    def allowed(self, known: Known, medewerker: Medewerker, opdracht: Opdracht, week: int) -> int:
        """The weekdays on which someone may be there, as a mask."""


class PlanRule(Protocol):
    """What people and groups of a plan must keep together."""

    NAME: str
    LABEL: Label

    def build(self, model: Model) -> None:
        """Add the rule to the model, for the weeks that are open in it."""

    def violations(self, plan: Plan) -> Iterable[Violation]:
        """What is wrong with a plan."""


class Wish(Protocol):
    """Points that a plan gets, never negative."""

    NAME: str

    def points(self, model: Model) -> Term:
        """What of the points hangs on what is open; it may be lower than it will be, never higher."""

    def most(self, known: Known) -> int:
        """What no valid plan has more points than."""

    def value(self, plan: Plan) -> int:
        """The points of a plan."""
