"""Fulfilment: what a day of each person is worth, for as many as are wanted."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from solver.groepsdetachering.filled import filled_in, filled_most, filled_of

if TYPE_CHECKING:
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "vervulling"
UP_TO = attrgetter("gevraagd")


def points(model: Model) -> Term:
    """A number for each day of a group."""
    return filled_in(model, UP_TO)


def most(known: Known) -> int:
    """Where every opdracht has all of them."""
    return filled_most(known, UP_TO)


def value(plan: Plan) -> int:
    """Count those present, up to so many."""
    return filled_of(plan, UP_TO)
