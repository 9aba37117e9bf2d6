"""Bounds of weeks hold for every plan, and what the search of a week is worth is what the wishes say."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bench.groepsdetachering import SIZES, Maat, make_groepsdetachering
from solver.budget import Budget, Stopwatch
from solver.groepsdetachering import solve as solving
from solver.groepsdetachering.bounds import linear_bounds, most_of, week_bound
from solver.groepsdetachering.check import check
from solver.groepsdetachering.instance import Instance, Stap, Tier
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.search.anneal import worth
from solver.groepsdetachering.search.groups import restore
from solver.groepsdetachering.search.kern import new_state
from solver.groepsdetachering.search.tables import Tables
from solver.groepsdetachering.search.weeks import Effort, Weeks
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.wishes import WISHES
from tests.solver.groepsdetachering.odd_groepsdetacheringen import SEEDS, odd_instance, plans_of

DAYS = Tier(name="opdrachten", gewichten={"belofte": 2, "vervulling": 1})
BUDGET = Budget(seconds=10, workers=1)


def by_week(instance: Instance, plan: Solution) -> list[int]:
    """What each week of a plan is worth in days."""
    found = []
    for week in range(instance.weken):
        groups = tuple(each for each in plan.groepen if each.week == week)
        places = tuple(each for each in plan.indelingen if each.week == week)
        alone = Plan(instance, Solution(groepen=groups, indelingen=places))
        found.append(sum(weight * WISHES[name].value(alone) for name, weight in DAYS.gewichten.items()))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_no_week_of_any_plan_is_worth_more_than_its_bounds(seed: int) -> None:
    instance = odd_instance(seed)
    known = Known(instance)
    linear = list(linear_bounds(Tables(known), DAYS, lambda: False))
    assert len(linear) == instance.weken
    weeks = [by_week(instance, plan) for plan in plans_of(seed)]
    for week, bound in enumerate(linear):
        best = max((values[week] for values in weeks), default=0)
        assert best <= week_bound(known, DAYS, week, BUDGET)
        assert best <= bound


def test_bounds_of_weeks_say_more_than_what_wishes_give_at_most() -> None:
    known = Known(make_groepsdetachering(SIZES["klein"], 2))
    assert sum(linear_bounds(Tables(known), DAYS, lambda: False)) < 0.8 * most_of(known, DAYS)


@pytest.mark.parametrize("seed", SEEDS[:12])
def test_part_by_part_nothing_better_than_the_best_is_found_or_bounded_away(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "SMALL", 0)
    instance = odd_instance(seed)
    best = max((check(instance, plan).tiers for plan in plans_of(seed)), default=None)
    result = solving.solve(instance, Budget(seconds=0.4, workers=1))
    if result.solution is not None:
        assert best is not None
        assert check(instance, result.solution).violations == ()
        assert check(instance, result.solution).tiers <= best
        assert result.bound >= best[0]


@pytest.mark.parametrize("seed", range(4))
def test_a_week_is_worth_to_the_search_what_the_wishes_say(seed: int) -> None:
    maat = Maat(medewerkers=40, opdrachten=6, werkleiders=4, bussen=2, weken=1)
    drawn = make_groepsdetachering(maat, seed)
    people = tuple(replace(each, opbouw=(Stap(dagen=5),)) for each in drawn.medewerkers)
    first = _weeks(replace(drawn, medewerkers=people)).plan(Effort(moves=500, seconds=10))
    instance = replace(
        drawn,
        medewerkers=people,
        vorige=first,
        eerder=frozenset((each.medewerker, each.opdracht) for each in first.indelingen[::2]),
        eerder_leiding=frozenset((each.opdracht, each.werkleider) for each in first.groepen),
    )
    weeks = _weeks(instance)
    kern = weeks.tables.week(0, Solution(), {each.id: 0 for each in people})
    state = new_state(kern, 1)
    restore(kern, state, *weeks.tables.placed(first, 0))
    groups, places = weeks.tables.read(kern, state, 0)
    plan = Plan(instance, Solution(groepen=tuple(groups), indelingen=tuple(places)))
    points = {name: WISHES[name].value(plan) for name in weeks.tables.worth}
    assert np.count_nonzero(list(points.values())) >= 6
    assert worth(kern, state) == sum(rate * points[name] for name, rate in weeks.tables.worth.items())


def _weeks(instance: Instance) -> Weeks:
    return Weeks(Known(instance), BUDGET, Stopwatch(BUDGET))
