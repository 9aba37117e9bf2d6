"""The solver agrees with brute force: status, and tier by tier the best there is."""

from dataclasses import replace

import pytest

from solver.bench.groepsdetachering import SIZES, make_groepsdetachering
from solver.budget import Budget, Stopwatch
from solver.groepsdetachering.check import check, violations
from solver.groepsdetachering.instance import Instance, Plaats, VasteLeiding
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.search.weeks import Effort, Weeks
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.solve import solve
from solver.result import Status
from tests.solver.groepsdetachering.odd_groepsdetacheringen import SEEDS, odd_instance, plans_of

BUDGET = Budget(seconds=30, workers=1)


@pytest.mark.parametrize("seed", SEEDS)
def test_small_instances_are_solved_to_what_brute_force_finds(seed: int) -> None:
    instance = odd_instance(seed)
    best = max((check(instance, plan).tiers for plan in plans_of(seed)), default=None)
    result = solve(instance, BUDGET)
    if best is None:
        assert result.status is Status.INFEASIBLE
        assert result.solution is None
    else:
        assert result.status is Status.OPTIMAL
        assert tuple(tier.value for tier in result.tiers) == best
        assert tuple(tier.bound for tier in result.tiers) == best


@pytest.fixture(scope="module")
def groups() -> Solution:
    """A plan of the search of weeks for a company of middle size."""
    instance = make_groepsdetachering(SIZES["middel"], 3)
    found = _weeks(instance).plan(Effort(moves=3_000, seconds=60))
    assert found is not None
    return found


def _weeks(instance: Instance) -> Weeks:
    budget = Budget(seconds=60, workers=1)
    return Weeks(Known(instance), budget, Stopwatch(budget))


def test_the_search_of_weeks_keeps_every_rule(groups: Solution) -> None:
    instance = make_groepsdetachering(SIZES["middel"], 3)
    assert violations(Plan(instance, groups)) == []
    assert check(instance, groups).tiers[0] > 20_000


def test_pins_hold_in_the_search_of_weeks(groups: Solution) -> None:
    instance = make_groepsdetachering(SIZES["middel"], 3)
    place, lead = groups.indelingen[40], groups.groepen[7]
    pinned = replace(
        instance,
        vast=(Plaats(medewerker=place.medewerker, week=place.week, opdracht=place.opdracht),),
        vaste_leiding=(VasteLeiding(opdracht=lead.opdracht, week=lead.week, werkleider=lead.werkleider),),
    )
    found = _weeks(pinned).plan(Effort(moves=3_000, seconds=60))
    assert found is not None
    assert violations(Plan(pinned, found)) == []


def test_of_a_published_plan_stays_what_can_when_a_werkleider_is_away(groups: Solution) -> None:
    instance = make_groepsdetachering(SIZES["middel"], 3)
    led = groups.groepen[0]
    leaders = tuple(
        replace(each, afwezig=each.afwezig | set(range(5 * led.week, 5 * led.week + 15)))
        if each.id == led.werkleider
        else each
        for each in instance.werkleiders
    )
    away = replace(instance, werkleiders=leaders, vorige=groups, max_plaatsen=40)
    result = solve(away, Budget(seconds=4, workers=1))
    assert result.solution is not None
    assert check(away, result.solution).violations == ()
    assert check(instance, groups).tiers[0] * 0.9 < result.value
