"""Ondergrenzen and the spread over werkgevers, against all plans of tiny instances and by example."""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.budget import Budget
from solver.matching import solve as solving
from solver.matching.check import check
from solver.matching.instance import Instance, Ondergrens, Spreiding
from solver.matching.pairs import build_pairs, build_problem
from solver.matching.progress import PlanProgress
from solver.matching.soft import soften, tier_floors, tier_problem
from solver.matching.solution import Solution, Toewijzing
from solver.matching.solve import solve
from solver.matching.tiers import TierSizeError, scale_tiers
from solver.matching.vorm import choose_vorm
from solver.result import Status
from solver.toewijzing.check import value
from tests.solver.matching.small_instances import (
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    with_soft_lines,
)

BUDGET = Budget(seconds=20, workers=1, moves=5)
FEW = settings(max_examples=40, deadline=None)


def scarce(seed: int) -> Instance:
    """Four people who mostly fit on two of three plekken, with soft lines that pull in other directions."""
    random = Random(seed)
    people = tuple(
        make_kandidaat(
            id=number,
            weken=random.choice((2, 4)),
            wachtweken=random.choice((0, 5, 12, 40)),
            sectorwensen=random.choice(((), ("groen",), ("zorg", "groen"))),
            begeleiding=(random.choice((10, 50)),),
        )
        for number in (1, 2, 3, 4)
    )
    plekken = tuple(make_plek(id=number, sector=random.choice(("groen", "zorg"))) for number in (1, 2, 3))
    beleid = make_beleid(startweken=(0,))
    return with_soft_lines(make_instance(kandidaten=people, plekken=plekken, beleid=beleid), seed)


def all_tiers(instance: Instance) -> list[tuple[int, ...]]:
    """The tier values of every plan without violations."""
    options = [
        [
            None,
            *(
                Toewijzing(kandidaat=k.id, plek=p.id, startweek=0, vorm=vorm)
                for p in instance.plekken
                if (vorm := choose_vorm(instance, k, p, 0))
            ),
        ]
        for k in instance.kandidaten
    ]
    plans = (Solution(toewijzingen=tuple(filter(None, plan))) for plan in product(*options))
    reports = [check(instance, plan) for plan in plans]
    return [report.tiers for report in reports if not report.violations]


@FEW
@given(seed=st.integers(0, 100_000))
def test_the_best_plan_of_all_is_found_and_proven(seed: int) -> None:
    instance = scarce(seed)
    result = solve(instance, BUDGET)
    best = max(all_tiers(instance))
    assert result.status is Status.OPTIMAL
    assert tuple(tier.value for tier in result.tiers) == best
    assert tuple(tier.bound for tier in result.tiers) == best


@FEW
@given(seed=st.integers(0, 100_000))
def test_tier_by_tier_finds_the_same_and_its_bounds_hold(seed: int) -> None:
    instance = scarce(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "MOST_PAIRS_AT_ONCE", 0)
        result = solve(instance, BUDGET)
    best = max(all_tiers(instance))
    assert tuple(tier.value for tier in result.tiers) == best
    assert all(tier.bound is not None and tier.bound >= tier.value for tier in result.tiers)


@FEW
@given(seed=st.integers(0, 100_000), at_once=st.booleans())
def test_every_plan_is_told_with_what_it_is_worth_and_people_that_it_has(seed: int, *, at_once: bool) -> None:
    instance = scarce(seed)
    told: list[PlanProgress] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solving, "MOST_PAIRS_AT_ONCE", 30_000 if at_once else 0)
        result = solve(instance, BUDGET, told.append)
    plans = all_tiers(instance)
    assert result.solution is not None
    placed = len(result.solution.toewijzingen)
    assert bool(told) == bool(placed)
    for step in told:
        assert 1 <= step.least_placed <= len(instance.kandidaten)
        assert all(tier.bound is not None and tier.bound >= tier.value for tier in step.tiers)
        if at_once:
            assert tuple(tier.value for tier in step.tiers) in plans
    assert all(step.least_placed <= placed for step in told[-1:])


@FEW
@given(seed=st.integers(0, 100_000))
def test_no_tier_leaks_into_an_earlier_one(seed: int) -> None:
    instance = scarce(seed)
    pairs = build_pairs(instance)
    _, prices = soften(pairs, build_problem(pairs, pairs.points[0]))
    scales = scale_tiers(pairs.points, pairs.offsets, prices)
    plans = all_tiers(instance)
    assert sorted(plans) == sorted(plans, key=scales.combine)
    assert [scales.split(scales.combine(plan)) for plan in plans] == plans
    assert all(tuple(map(int.__ge__, plan, scales.least)) == (True, True, True) for plan in plans)


@FEW
@given(seed=st.integers(0, 100_000), value_asked=st.integers(-3000, 900))
def test_the_floors_of_a_tier_hold_exactly_the_plans_that_reach_it(seed: int, value_asked: int) -> None:
    instance = scarce(seed)
    pairs = build_pairs(instance)
    problem, _ = soften(pairs, build_problem(pairs, pairs.points[0]))
    floors = tier_floors(pairs, problem, 1, value_asked)
    stays = [[None, *range(low, high)] for low, high in zip(pairs.offsets, pairs.offsets[1:], strict=False)]
    for plan in product(*stays):
        chosen = [each for each in plan if each is not None]
        reached = value(tier_problem(pairs, problem, 1), chosen) >= value_asked
        assert reached == all(floor.gewicht[chosen].sum() >= floor.minstens for floor in floors)


@pytest.mark.parametrize(("prijs", "placed"), [(19, 1), (21, 2)])
def test_a_floor_gives_way_to_whoever_waits_longer_only_below_its_price(prijs: int, placed: int) -> None:
    waits = make_kandidaat(id=1, wachtweken=10)
    other = make_kandidaat(id=2, groep=4)
    beleid = make_beleid(
        startweken=(0,),
        wachttermijn_weken=20,
        ondergrenzen=(Ondergrens(groepen=frozenset({4}), minstens=1, prijs=prijs),),
    )
    result = solve(make_instance(kandidaten=(waits, other), beleid=beleid), BUDGET)
    assert result.solution is not None
    assert [each.kandidaat for each in result.solution.toewijzingen] == [placed]
    assert result.tiers[1].value == (120 - prijs if placed == 1 else 100)


def test_no_floor_outweighs_who_waits_beyond_the_term() -> None:
    late = make_kandidaat(id=1, wachtweken=10)
    other = make_kandidaat(id=2, groep=0)
    beleid = make_beleid(
        startweken=(0,), ondergrenzen=(Ondergrens(groepen=frozenset({0}), minstens=1, prijs=10**6),)
    )
    result = solve(make_instance(kandidaten=(late, other), beleid=beleid), BUDGET)
    assert result.solution is not None
    assert [each.kandidaat for each in result.solution.toewijzingen] == [1]


def test_a_floor_above_its_groep_is_paid_for_what_nobody_can_give() -> None:
    beleid = make_beleid(ondergrenzen=(Ondergrens(groepen=frozenset({0}), minstens=3, prijs=70),))
    result = solve(make_instance(kandidaten=(make_kandidaat(groep=0),), beleid=beleid), BUDGET)
    assert result.status is Status.OPTIMAL
    assert result.tiers[1].value == 100 - 2 * 70


@pytest.mark.parametrize(("prijs", "werkgevers"), [(10, {1}), (400, {1, 2})])
def test_people_go_to_another_werkgever_when_crowding_costs_more_than_their_wish(
    prijs: int, werkgevers: set[int]
) -> None:
    people = tuple(
        make_kandidaat(id=each, sectorwensen=("groen", "zorg"), begeleiding=(1,)) for each in (1, 2)
    )
    plekken = (
        make_plek(id=1, werkgever=1, sector="groen"),
        make_plek(id=2, werkgever=1, sector="groen"),
        make_plek(id=3, werkgever=2, sector="zorg"),
    )
    beleid = make_beleid(spreiding=Spreiding(vrij=1, prijs=prijs))
    result = solve(make_instance(kandidaten=people, plekken=plekken, beleid=beleid), BUDGET)
    assert result.solution is not None
    by_plek = {row.id: row.werkgever for row in plekken}
    assert {by_plek[each.plek] for each in result.solution.toewijzingen} == werkgevers


def test_crowding_never_keeps_anyone_without_a_plek() -> None:
    people = tuple(make_kandidaat(id=each, begeleiding=(1,)) for each in (1, 2))
    plekken = tuple(make_plek(id=each, werkgever=1) for each in (1, 2))
    beleid = make_beleid(spreiding=Spreiding(vrij=0, prijs=10**6))
    result = solve(make_instance(kandidaten=people, plekken=plekken, beleid=beleid), BUDGET)
    assert result.solution is not None
    assert len(result.solution.toewijzingen) == 2
    assert result.tiers[2].value < 0


def test_a_price_that_does_not_fit_in_an_integer_is_refused() -> None:
    beleid = make_beleid(
        ondergrenzen=(Ondergrens(groepen=frozenset({0}), minstens=(1 << 31) - 1, prijs=(1 << 31) - 1),)
    )
    with pytest.raises(TierSizeError, match="not below 2\\^61"):
        solve(make_instance(beleid=beleid), BUDGET)


def test_only_werkgevers_that_can_be_crowded_get_a_line() -> None:
    people = tuple(make_kandidaat(id=each) for each in (1, 2))
    plekken = (make_plek(id=1, werkgever=1), make_plek(id=2, werkgever=2, sector="zorg", niveau=4))
    beleid = make_beleid(spreiding=Spreiding(vrij=1, prijs=5), niveau_is_eis=True)
    pairs = build_pairs(make_instance(kandidaten=people, plekken=plekken, beleid=beleid))
    hard = build_problem(pairs, pairs.points[0])
    soft, prices = soften(pairs, hard)
    assert len(soft.capaciteit) == len(hard.capaciteit) + 1
    assert prices == (0, 0, 5)
    own = [sum(middel == len(hard.capaciteit) for middel, _ in soft.uses(pair)) for pair in range(len(pairs))]
    assert own == np.ones(len(pairs)).tolist()


def test_more_ondergrenzen_than_can_be_held_are_refused() -> None:
    floor = Ondergrens(groepen=frozenset({0}), minstens=1, prijs=1)
    with pytest.raises(ValueError, match="4 ondergrenzen"):
        make_beleid(ondergrenzen=(floor,) * 4)


def test_an_instance_from_before_these_lines_reads_as_one_without_them() -> None:
    beleid = replace(make_beleid(), ondergrenzen=(), spreiding=None)
    assert beleid == make_beleid()
