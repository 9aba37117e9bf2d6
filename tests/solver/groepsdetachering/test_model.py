"""The model of odd instances takes the plans that break no rule and no others, also where little is open."""

from random import Random

import pytest

from solver.groepsdetachering.build import build_model, tier_points
from solver.groepsdetachering.check import violations
from solver.groepsdetachering.instance import Tier
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.model import Model, Window, everything
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.wishes import WISHES
from tests.solver.groepsdetachering.models import (
    best,
    choices_in,
    draw_window,
    is_same_outside,
    named_in,
    takes,
    whole_model,
)
from tests.solver.groepsdetachering.odd_groepsdetacheringen import (
    SEEDS,
    growing,
    odd_instance,
    plans_of,
    spoil,
)
from tests.solver.groepsdetachering.small_groepsdetacheringen import every_plan

ONE = frozenset({1})


def test_the_odd_instances_have_plans_and_have_none() -> None:
    numbers = [len(plans_of(seed)) for seed in SEEDS[:30]]
    assert 1 < numbers.count(0) < 10
    assert sum(1 for number in numbers if number > 1) > 15


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_is_taken_exactly_when_no_rule_is_broken(seed: int) -> None:
    instance, random = odd_instance(seed), Random(seed)
    for _ in range(6):
        solution = spoil(random, random.choice(plans_of(seed) or (Solution(),)))
        assert takes(instance, solution) == (not violations(Plan(instance, solution)))


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_choices_are_worth_the_best_is_that_of_every_plan(seed: int) -> None:
    random = Random(seed)
    model = whole_model(odd_instance(seed))
    choices = choices_in(model)
    # A ride costs, because a model may choose one for a group that does not run.
    worth = {name: random.randint(-5, -1 if name[0] == "ride" else 6) for name, _ in choices}
    found = best(model, sum(worth[name] * term for name, term in choices))
    every = [sum(worth[name] for name in named_in(each)) for each in plans_of(seed)]
    assert (found[0] if found else None) == max(every, default=None)


def draw_model(seed: int) -> tuple[Model, Solution] | None:
    """A model of which a part is open around some plan, and that plan; None where there is none."""
    instance, random = odd_instance(seed), Random(seed)
    if not plans_of(seed):
        return None
    base = random.choice(plans_of(seed))
    return build_model(Known(instance), Plan(instance, base), draw_window(random, instance)), base


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("seed", SEEDS[::4])
def test_what_is_not_open_stays_and_the_rest_is_as_good_as_can_be(seed: int, wish: str) -> None:
    drawn = draw_model(seed)
    if drawn is None:
        return
    model, base = drawn
    points = tier_points(model, Tier(name=wish, gewichten={wish: 1}))
    found = best(model, points)
    assert found is not None
    read = Plan(model.instance, found[1])
    assert violations(read) == []
    assert is_same_outside(model.window, base, found[1])
    beside = [each for each in plans_of(seed) if is_same_outside(model.window, base, each)]
    values = [WISHES[wish].value(Plan(model.instance, each)) for each in beside]
    assert WISHES[wish].value(read) == max(values)
    assert WISHES[wish].value(read) - WISHES[wish].value(model.base) == found[0] - model.value_now(points)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_that_a_model_begins_with_is_one_of_it(seed: int) -> None:
    drawn = draw_model(seed)
    if drawn is None:
        return
    model, _ = drawn
    points = sum(tier_points(model, tier) for tier in model.instance.beleid.tiers)
    now = model.value_now(points)
    for index, value in model.now.items():
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    found = best(model, points)
    assert found is not None
    assert found[0] == now


@pytest.mark.parametrize("seed", range(12))
def test_steps_that_are_open_in_the_middle_leave_later_weeks_possible(seed: int) -> None:
    instance, random = growing(seed), Random(seed)
    every = list(every_plan(instance))
    most = max(Plan(instance, each).outside(1, 3) for each in every)
    grown = [each for each in every if Plan(instance, each).outside(1, 3) == most]
    for _ in range(6):
        first, last = sorted((random.randrange(3), random.randrange(3)))
        base, window = random.choice(grown), Window(range(first, last + 1), ONE, ONE)
        beside = [each for each in every if is_same_outside(window, base, each)]
        model = build_model(Known(instance), Plan(instance, base), window)
        choices = choices_in(model)
        worth = {name: random.randint(-6, 6) for name, _ in choices}
        found = best(model, sum(worth[name] * term for name, term in choices))
        assert found is not None
        assert violations(Plan(instance, found[1])) == []
        assert found[0] == max(sum(worth.get(name, 0) for name in named_in(each)) for each in beside)
        for name in ("groep", "leider", "reisverdeling", "vervulling"):
            points = tier_points(model, Tier(name=name, gewichten={name: 1}))
            found = best(model, points)
            assert found is not None
            gained = WISHES[name].value(Plan(instance, found[1])) - WISHES[name].value(model.base)
            assert gained == found[0] - model.value_now(points)
            assert gained == max(WISHES[name].value(Plan(instance, each)) for each in beside) - WISHES[
                name
            ].value(model.base)


@pytest.mark.parametrize("seed", SEEDS[::3])
def test_with_few_rides_a_plan_is_valid_and_worth_what_was_promised(seed: int) -> None:
    instance = odd_instance(seed)
    known = Known(instance)
    for name in ("marge", "reistijd", "reisverdeling"):
        model = build_model(known, Plan(instance, Solution()), everything(known), coarse=True)
        found = best(model, tier_points(model, Tier(name=name, gewichten={name: 1})))
        if found is not None:
            assert violations(Plan(instance, found[1])) == []
            assert WISHES[name].value(Plan(instance, found[1])) >= found[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_outside_on_more_days_than_could_be_built_up(seed: int) -> None:
    instance = odd_instance(seed)
    most = Known(instance).most_days
    for plan in (Plan(instance, each) for each in plans_of(seed)):
        assert all(plan.outside(who, week) <= days for (who, week), days in most.items())
