"""Plans and bounds from routes, tier by tier, before any model of all rules is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.crew import Crew
from solver.roulatie.routes.shorten import shorten
from solver.roulatie.routes.tables import make_routes
from solver.roulatie.routes.tiers import Stays, Tiers

if TYPE_CHECKING:
    from solver.budget import Budget, Stopwatch
    from solver.roulatie.instance import Instance
    from solver.roulatie.solution import Solution


class Start(NamedTuple):
    """A plan that is good as far as routes know, what each tier of routes is worth at most, and its stays.

    A bound holds for plans that have in all tiers before it at least the points that this plan `reached`.
    """

    solution: Solution | None
    reached: tuple[int, ...]
    bounds: list[int]
    stays: dict[int, Stays]


NOTHING = Start(None, (), [], {})


def start(instance: Instance, budget: Budget, clock: Stopwatch) -> Start:
    """Look for a plan, then better and bound tier by tier."""
    routes = make_routes(instance)
    if 0 in routes.shape:
        return NOTHING
    search = RouteSearch(routes, budget.seed)
    if not search.begin():
        return NOTHING
    with Crew(routes, budget.workers) as crew:
        tiers = Tiers(routes, search, crew, budget, clock)
        tiers.run()
        if search.travel is not None and search.of_tiers and search.value is not None:
            shorten(tiers, search.travel)
    return Start(search.solution(), tiers.reached(), tiers.bounds, tiers.stays)
