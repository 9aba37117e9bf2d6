"""Matching against brute force over whole plans judged by the checker, and what every result promises."""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import solver.matching.check
import solver.matching.pairs
import solver.matching.usage
from solver.arrays import IntArray, unroll
from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.check import check
from solver.matching.instance import Gewichten, Instance, Inzet, Paar, Praktijkopleider
from solver.matching.pairs import Pairs, build_pairs, build_problem, pairs_at, scaled_values
from solver.matching.solution import Solution, Toewijzing
from solver.matching.solve import solve
from solver.matching.tiers import TierSizeError, scale_tiers
from solver.matching.usage import all_capacities, stay_usage
from solver.matching.vorm import choose_vorm
from solver.result import Status
from solver.toewijzing.problem import Problem
from solver.toewijzing.solve import solve as solve_toewijzing
from tests.solver.matching.small_instances import (
    WEKEN,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
    random_instance,
)

BUDGET = Budget(seconds=20, workers=1, moves=5)
MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def town() -> Instance:
    """A town that is not solved to the end."""
    return generate(Size(kandidaten=50, plekken=22), seed=5)


def best_by_trying(instance: Instance) -> tuple[int, ...] | None:
    """The best tier values of all plans that the checker accepts."""
    options = [
        [
            None,
            *[
                stay
                for plek in instance.plekken
                for week in instance.beleid.startweken
                if (stay := make_stay(instance, kandidaat.id, plek.id, week))
            ],
        ]
        for kandidaat in instance.kandidaten
    ]
    reports = [
        check(instance, Solution(toewijzingen=tuple(stay for stay in plan if stay)))
        for plan in product(*options)
    ]
    return max((report.tiers for report in reports if not report.violations), default=None)


def make_stay(instance: Instance, kandidaat: int, plek: int, week: int) -> Toewijzing | None:
    """The stay with its plaatsingsvorm, None where there is none."""
    person = next(row for row in instance.kandidaten if row.id == kandidaat)
    place = next(row for row in instance.plekken if row.id == plek)
    vorm = choose_vorm(instance, person, place, week)
    return Toewijzing(kandidaat=kandidaat, plek=plek, startweek=week, vorm=vorm) if vorm else None


def with_pins(instance: Instance, random: Random) -> Instance:
    """Now and then a pin, with or without its startweek."""
    pins = tuple(
        Paar(kandidaat=k.id, plek=p.id, startweek=random.choice((None, 0, 2)))
        for k in instance.kandidaten
        for p in instance.plekken
        if random.random() < 0.15
    )
    return replace(instance, vast=pins)


@MANY
@given(seed=st.integers(0, 100_000), pinned=st.booleans())
def test_status_and_tiers_agree_with_brute_force(seed: int, *, pinned: bool) -> None:
    instance = random_instance(seed, kandidaten=3, plekken=2)
    instance = with_pins(instance, Random(seed)) if pinned else instance
    best = best_by_trying(instance)
    result = solve(instance, BUDGET)
    if best is None:
        assert result.status is Status.INFEASIBLE
        assert result.solution is None
    else:
        assert result.status is Status.OPTIMAL
        assert tuple(tier.value for tier in result.tiers) == best
        assert tuple(tier.bound for tier in result.tiers) == best


def with_all_weeks(pairs: Pairs, values: IntArray) -> Problem:
    """The problem as it is when no week is left out and no row shared."""
    used = stay_usage(pairs.columns, pairs.kandidaat, pairs.plek, pairs.startweek)
    run, place = unroll(used.past - used.first)
    return Problem(
        kandidaten=len(pairs.offsets) - 1,
        capaciteit=all_capacities(pairs.columns),
        kandidaat=pairs.kandidaat,
        waarde=values,
        begin=np.searchsorted(used.stay[run], np.arange(len(pairs) + 1)),
        middel=used.first[run] + place,
        gebruik=used.amount[run],
    )


@MANY
@given(seed=st.integers(0, 100_000))
def test_weeks_that_are_left_out_change_nothing(seed: int) -> None:
    instance = random_instance(seed, kandidaten=5, plekken=3)
    pairs = build_pairs(instance)
    scales = scale_tiers(pairs.points, pairs.offsets)
    values = scaled_values(pairs, scales.rates)
    whole = solve_toewijzing(with_all_weeks(pairs, values), BUDGET)
    merged = solve_toewijzing(build_problem(pairs, values), BUDGET)
    assert (merged.status, merged.value) == (whole.status, whole.value)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plan_of_the_merged_problem_breaks_no_week(seed: int) -> None:
    pairs = build_pairs(generate(Size(kandidaten=40, plekken=15, begeleiding=150), seed))
    merged, whole = build_problem(pairs, pairs.points[1]), with_all_weeks(pairs, pairs.points[1])
    assert len(merged.capaciteit) < len(whole.capaciteit) / 2
    found = solve_toewijzing(merged, Budget(seconds=20, workers=1, moves=0.2))
    assert found.solution is not None
    assert not solver.toewijzing.check.violations(whole, found.solution.paren)


def test_the_order_of_the_rule_lists_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    instances = [random_instance(seed, kandidaten=4, plekken=3) for seed in range(40)]
    before = [solve(instance, BUDGET) for instance in instances]
    random = Random(4)
    for module, names in (
        (solver.matching.pairs, ("ALWAYS", "TIMED", "WISHES")),
        (solver.matching.usage, ("RESOURCE_RULES",)),
        (solver.matching.check, ("PAIR_RULES", "RESOURCE_RULES", "WISHES")),
    ):
        for name in names:
            rules = getattr(module, name)
            monkeypatch.setattr(module, name, tuple(random.sample(rules, len(rules))))
    after = [solve(instance, BUDGET) for instance in instances]
    assert [each.tiers for each in before] == [each.tiers for each in after]


@MANY
@given(seed=st.integers(0, 100_000))
def test_row_order_and_ids_change_nothing(seed: int) -> None:
    instance = random_instance(seed, kandidaten=4, plekken=3)
    random = Random(seed)
    mixed = replace(
        instance,
        kandidaten=tuple(random.sample(instance.kandidaten, len(instance.kandidaten))),
        plekken=tuple(random.sample(instance.plekken, len(instance.plekken))),
        praktijkopleiders=instance.praktijkopleiders[::-1],
    )
    assert solve(instance, BUDGET).tiers == solve(mixed, BUDGET).tiers


@MANY
@given(seed=st.integers(0, 100_000))
def test_more_minutes_keep_old_plans_valid_and_are_never_worse(seed: int) -> None:
    instance = random_instance(seed, kandidaten=4, plekken=3)
    relaxed = replace(
        instance,
        praktijkopleiders=tuple(
            Praktijkopleider(id=row.id, minuten=tuple(each + 60 for each in row.minuten))
            for row in instance.praktijkopleiders
        ),
    )
    before, after = solve(instance, BUDGET), solve(relaxed, BUDGET)
    assert before.solution is not None
    assert not check(relaxed, before.solution).violations
    assert [tier.value for tier in after.tiers] >= [tier.value for tier in before.tiers]
    assert [tier.bound for tier in after.tiers] >= [tier.value for tier in before.tiers]


def test_a_long_wait_outweighs_any_number_of_wishes() -> None:
    waiting = make_kandidaat(id=1, wachtweken=10, sectorwensen=("zorg",), niveau=3, werkprocessen=(1, 2, 4))
    better = make_kandidaat(id=2, wachtweken=9)
    instance = make_instance(kandidaten=(waiting, better), plekken=(make_plek(tot_week=4),))
    result = solve(instance, BUDGET)
    assert result.solution is not None
    assert [each.kandidaat for each in result.solution.toewijzingen] == [1]


def test_two_people_outweigh_the_best_wishes_of_one() -> None:
    long = make_kandidaat(id=1, weken=12, wachtweken=9)
    short = [
        make_kandidaat(id=each, weken=4, sectorwensen=("zorg",), eerste_week=4 * (each - 2))
        for each in (2, 3)
    ]
    instance = make_instance(
        kandidaten=(long, *short),
        plekken=(make_plek(tot_week=12),),
        beleid=make_beleid(gewichten=Gewichten(sectorwens=1000)),
    )
    result = solve(instance, BUDGET)
    assert result.solution is not None
    assert [each.kandidaat for each in result.solution.toewijzingen] == [2, 3]


@MANY
@given(seed=st.integers(0, 100_000))
def test_no_sum_of_a_later_tier_reaches_one_point_of_an_earlier(seed: int) -> None:
    pairs = build_pairs(random_instance(seed, kandidaten=5, plekken=3))
    scales = scale_tiers(pairs.points, pairs.offsets)
    for tier in range(2):
        later = sum(
            rate * most
            for rate, most in zip(scales.rates[tier + 1 :], scales.largest[tier + 1 :], strict=True)
        )
        assert later < scales.rates[tier]


def test_weights_that_do_not_fit_in_an_integer_are_refused() -> None:
    largest = (1 << 53) - 1
    heavy = make_beleid(gewichten=Gewichten(sectorwens=largest, niveau=largest, spoed=largest))
    with pytest.raises(TierSizeError, match="not below 2\\^62"):
        solve(make_instance(beleid=heavy), BUDGET)


def test_a_town_gets_a_plan_that_beats_greedy_with_a_bound_per_tier(town: Instance) -> None:
    result = solve(town, Budget(seconds=4, workers=1, moves=1))
    assert result.solution is not None
    assert not check(town, result.solution).violations
    assert all(tier.bound is not None and tier.bound >= tier.value for tier in result.tiers)
    assert result.bound >= result.value


def test_the_same_moves_give_the_same_plan(town: Instance) -> None:
    budget = Budget(seconds=60, workers=1, moves=0.5, seed=3)
    assert solve(town, budget).solution == solve(town, budget).solution


@pytest.fixture(scope="module")
def searched(town: Instance) -> Solution:
    """A plan that a short search does not find."""
    found = solve(town, Budget(seconds=60, workers=1, moves=1)).solution
    assert found is not None
    return found


def run_again(instance: Instance, former: Solution, **changes: object) -> Instance:
    """The question after this plan."""
    stays = tuple(
        Paar(kandidaat=each.kandidaat, plek=each.plek, startweek=each.startweek)
        for each in former.toewijzingen
    )
    return replace(instance, vorige=stays, **changes)  # type: ignore[arg-type] # checked at run time


@pytest.mark.parametrize("budget", [Budget(seconds=0), Budget(seconds=60, workers=1, moves=0.01)])
def test_running_again_keeps_a_plan_that_a_short_search_does_not_find(
    town: Instance, searched: Solution, budget: Budget
) -> None:
    asked = run_again(town, searched)
    again = solve(asked, budget)
    assert again.solution is not None
    assert [tier.value for tier in again.tiers] >= list(check(asked, searched).tiers)
    assert {each.kandidaat for each in searched.toewijzingen} <= {
        each.kandidaat for each in again.solution.toewijzingen
    }


def test_a_new_pin_does_not_throw_the_former_plan_away(town: Instance, searched: Solution) -> None:
    newcomer = make_kandidaat(id=900, praktijkleren=False)
    lead = Praktijkopleider(id=900, minuten=(600,) * town.weken)
    inzet = (Inzet(praktijkopleider=900, van_week=0, tot_week=town.weken),)
    room = make_plek(id=900, zone=0, plaatsen=(1,) * town.weken, inzet=inzet)
    asked = run_again(
        town,
        searched,
        kandidaten=(*town.kandidaten, newcomer),
        plekken=(*town.plekken, room),
        praktijkopleiders=(*town.praktijkopleiders, lead),
        vast=(Paar(kandidaat=900, plek=900),),
    )
    again = solve(asked, Budget(seconds=0))
    assert again.solution is not None
    assert len(again.solution.toewijzingen) > len(searched.toewijzingen)
    assert [tier.value for tier in again.tiers] >= list(check(asked, searched).tiers)


def test_the_former_stay_is_kept_in_the_nearest_startweek() -> None:
    def former(startweek: int | None, *, plek: int = 1) -> tuple[int, ...]:
        paar = Paar(kandidaat=1, plek=plek, startweek=startweek)
        pairs = build_pairs(make_instance())
        return tuple(int(pairs.startweek[pair]) if pair >= 0 else -1 for pair in pairs_at(pairs, [paar]))

    assert [former(week) for week in (None, -3, 2, 3, 9)] == [(0,), (0,), (2,), (4,), (4,)]
    assert former(2, plek=9) == (-1,)


def test_a_pin_holds_and_a_forbidden_pair_stays_away(town: Instance) -> None:
    free = solve(town, Budget(seconds=0))
    assert free.solution is not None
    first, second = free.solution.toewijzingen[:2]
    asked = replace(
        town,
        vast=(Paar(kandidaat=first.kandidaat, plek=first.plek),),
        verboden=frozenset({(second.kandidaat, second.plek)}),
    )
    result = solve(asked, Budget(seconds=2, workers=1, moves=0.2))
    assert result.solution is not None
    chosen = {(each.kandidaat, each.plek) for each in result.solution.toewijzingen}
    assert (first.kandidaat, first.plek) in chosen
    assert (second.kandidaat, second.plek) not in chosen


@pytest.mark.parametrize(
    "changes",
    [
        {"kandidaten": ()},
        {"plekken": ()},
        {"kandidaten": (), "plekken": (), "praktijkopleiders": ()},
        {"praktijkopleiders": (Praktijkopleider(id=1, minuten=(0,) * WEKEN),)},
        {"verboden": frozenset({(1, 1)})},
        {"beleid": make_beleid(startweken=())},
    ],
)
def test_nothing_to_place_is_an_empty_optimal_plan(changes: dict[str, object]) -> None:
    result = solve(make_instance(**changes), BUDGET)
    assert result.status is Status.OPTIMAL
    assert result.solution == Solution(toewijzingen=())
    assert all(tier.value == tier.bound == 0 for tier in result.tiers)
