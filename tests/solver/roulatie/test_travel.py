"""Who travels most: which routes stay within a limit, and what the least limit is."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bench.roulatie import SIZES, make_roulatie
from solver.budget import Budget, Stopwatch
from solver.result import Status
from solver.roulatie.beleid import Beleid
from solver.roulatie.check import check
from solver.roulatie.plan import Plan
from solver.roulatie.routes.start import start
from solver.roulatie.routes.tables import make_routes
from solver.roulatie.routes.travel import Travel
from solver.roulatie.solve import solve
from solver.roulatie.wishes import reizen
from solver.tiers import Tier
from tests.solver.roulatie.small_roulaties import draw, valid_plans
from tests.solver.roulatie.test_routes import routes_of

BUDGET = Budget(seconds=20, workers=1)
LAST = Tier(name="reizen", gewichten={"reizen": 2})


@pytest.mark.parametrize("seed", range(40))
def test_points_of_routes_are_those_of_the_plan(seed: int) -> None:
    instance = draw(seed)
    routes = make_routes(instance)
    travel = Travel(routes, 3)
    for plan in valid_plans(instance):
        taken = np.zeros(routes.shape[:2], dtype=np.int64)
        for unit, route in enumerate(routes_of(routes, plan)):
            taken[unit, : len(route)] = route
        units = np.arange(routes.shape[0])
        assert travel.most(taken) == travel.of_routes(units, taken).max(initial=0)
        assert travel.points(travel.most(taken)) == 3 * reizen.value(Plan(instance, plan))
        assert travel.most(taken) >= travel.least()
        assert travel.most(taken) % travel.step() == 0


# Of 258 the published plan has two apart who must stay together: only one of them changes.
@pytest.mark.parametrize("seed", [*range(60), 258])
def test_routes_prove_what_brute_force_finds(seed: int) -> None:
    drawn = draw(seed)
    tiers = (Tier(name="voorkeur", gewichten={"voorkeur": 1, "dekking": 1}), LAST)
    instance = replace(drawn, beleid=replace(drawn.beleid, tiers=tiers))
    plans = valid_plans(instance)
    best = max((check(instance, plan).tiers for plan in plans), default=None)
    found = start(instance, BUDGET, Stopwatch(BUDGET))
    if best is not None:
        assert all(bound >= value for bound, value in zip(found.bounds[:1], best, strict=False))
        if found.solution is not None and not check(instance, found.solution).violations:
            reached = check(instance, found.solution).tiers
            if reached[0] == best[0] and len(found.bounds) == len(tiers):
                assert reached[1] <= best[1] <= found.bounds[1]
    result = solve(instance, BUDGET)
    assert (result.solution is None) == (best is None)
    if best is not None:
        assert tuple(tier.value for tier in result.tiers) == best


def test_routes_prove_reizen_without_a_model_of_all_rules() -> None:
    drawn = make_roulatie(SIZES["klein"], 3)
    standard = Beleid().tiers[:2]
    instance = replace(drawn, beleid=replace(drawn.beleid, tiers=(*standard, LAST)))
    found = start(instance, BUDGET, Stopwatch(BUDGET))
    assert found.solution is not None
    assert list(check(instance, found.solution).tiers) == found.bounds
    assert solve(instance, BUDGET).status is Status.OPTIMAL
