"""A first plan and bounds from routes, before any model is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from solver.budget import Progress
from solver.roulatie.routes.bound import Relaxation
from solver.roulatie.routes.choose import RouteSearch
from solver.roulatie.routes.tables import make_routes

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.budget import Budget, Stopwatch
    from solver.roulatie.instance import Instance
    from solver.roulatie.solution import Solution

# Of the seconds, so much at most is for the plan of each tier, for a first one after that, for each bound.
SEARCH_SHARE, PLANLESS_SHARE, BOUND_SHARE = 0.2, 0.3, 0.2
# Routes chosen in a unit of deterministic time.
TURNS = 5000


class Start(NamedTuple):
    """A plan that is good as far as routes know, and what each tier of routes is worth at most."""

    solution: Solution | None
    bounds: list[int]


def start(instance: Instance, budget: Budget, clock: Stopwatch) -> Start:
    """Search, then bound."""
    routes = make_routes(instance)
    if 0 in routes.shape:
        return Start(None, [])
    search = RouteSearch(routes, budget.seed)
    if not search.begin():
        return Start(None, [])
    ideal = Relaxation(routes, search.tiers[0], []).bound()
    tell = budget.on_progress

    def report(value: int) -> None:
        if tell is not None and search.of_tiers:
            tell(Progress(seconds=clock.elapsed(), value=value, bound=ideal))

    search.run(0, _share(budget, clock, SEARCH_SHARE, routes.shape[0]), report)
    if search.value is None:
        search.run(0, _share(budget, clock, PLANLESS_SHARE, routes.shape[0]), report)
    for tier in range(1, len(search.tiers)):
        search.run(tier, _share(budget, clock, SEARCH_SHARE, routes.shape[0]), report)
    bounds: list[int] = []
    if search.value is not None:
        reached = list(zip(search.tiers, search.value, strict=True))
        for tier, (worth, value) in enumerate(reached if search.of_tiers else []):
            relaxation = Relaxation(routes, worth, reached[:tier])
            relaxation.run(value, budget.workers, _share(budget, clock, BOUND_SHARE, routes.shape[0]))
            bounds.append(relaxation.bound())
    elif search.of_tiers:
        bounds.append(ideal)
    return Start(search.solution(), bounds)


def _share(budget: Budget, clock: Stopwatch, share: float, units: int) -> Callable[[], bool]:
    """Go on for a share of the budget, of seconds and of moves."""
    until = clock.elapsed() + share * budget.seconds
    rounds = None if budget.moves is None else int(share * budget.moves * TURNS / units)

    def go_on() -> bool:
        nonlocal rounds
        if rounds is not None:
            rounds -= 1
            if rounds < 0:
                return False
        return clock.elapsed() < until and not clock.is_over()

    return go_on
