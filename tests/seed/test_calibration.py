"""The story is worth an optimiser: guidance binds, most people can be placed, greedy does clearly worse."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from seed.rijen import Rijen
from solver.budget import Budget
from solver.matching.check import check
from solver.matching.instance import Instance
from solver.matching.pairs import apply_pins, build_pairs, build_problem, scaled_values
from solver.matching.solution import Solution
from solver.matching.solve import solve
from solver.matching.tiers import scale_tiers
from solver.toewijzing.greedy import by_density, first_come
from solver.toewijzing.problem import Problem
from tests.seed.instantie import WEKEN, read_instance

Greedy = Callable[[Problem], tuple[int, ...]]
BUDGET = Budget(seconds=30, workers=1, moves=1.0)
CLEARLY = 0.92
"""Greedy has at most this share of what the optimiser reaches."""


@pytest.fixture(scope="module")
def instance(wereld: Rijen, vandaag: date) -> Instance:
    return read_instance(wereld, vandaag)


@pytest.fixture(scope="module")
def solution(instance: Instance) -> Solution:
    found = solve(instance, BUDGET).solution
    assert found is not None
    assert not check(instance, found).violations
    return found


def test_sixty_to_eighty_percent_of_the_people_can_be_placed(instance: Instance, solution: Solution) -> None:
    assert 0.6 <= len(solution.toewijzingen) / len(instance.kandidaten) <= 0.8


def test_guidance_binds_at_more_plekken_than_seats_do(instance: Instance, solution: Solution) -> None:
    kandidaten = {row.id: row for row in instance.kandidaten}
    leads = {row.id: row.inzet[0].praktijkopleider for row in instance.plekken}
    seats: Counter[tuple[int, int]] = Counter()
    minuten: Counter[tuple[int, int]] = Counter()
    for each in solution.toewijzingen:
        need = kandidaten[each.kandidaat].begeleiding
        end = min(WEKEN, each.startweek + kandidaten[each.kandidaat].weken)
        for week in range(each.startweek, end):
            seats[each.plek, week] += 1
            minuten[leads[each.plek], week] += need[min(week - each.startweek, len(need) - 1)]
    least = min(need.begeleiding[0] for need in instance.kandidaten)
    slack: dict[int, int] = defaultdict(int)
    for person in instance.praktijkopleiders:
        slack[person.id] = min(free - minuten[person.id, week] for week, free in enumerate(person.minuten))
    full = sum(any(seats[row.id, w] >= row.plaatsen[w] for w in range(WEKEN)) for row in instance.plekken)
    guided = sum(slack[leads[row.id]] < least for row in instance.plekken)
    assert guided > full


def test_more_guidance_would_place_more_people_than_more_seats(
    instance: Instance, solution: Solution
) -> None:
    many = tuple(replace(row, minuten=(9999,) * WEKEN) for row in instance.praktijkopleiders)
    wide = tuple(replace(row, plaatsen=(50,) * WEKEN) for row in instance.plekken)
    guided = solve(replace(instance, praktijkopleiders=many), BUDGET).solution
    seated = solve(replace(instance, plekken=wide), BUDGET).solution
    assert guided is not None
    assert seated is not None
    assert len(guided.toewijzingen) > len(solution.toewijzingen) + 5
    assert len(guided.toewijzingen) > len(seated.toewijzingen)


@pytest.mark.parametrize("greedy", [first_come, by_density])
def test_greedy_does_clearly_worse(instance: Instance, solution: Solution, greedy: Greedy) -> None:
    pairs, _floors = apply_pins(build_pairs(instance)) or pytest.fail("nothing is pinned")
    scales = scale_tiers(pairs.points, pairs.offsets)
    problem = build_problem(pairs, scaled_values(pairs, scales.rates))
    chosen = np.array(greedy(problem), dtype=np.int64)
    value = int(problem.waarde[chosen].sum())
    best = scales.combine(check(instance, solution).tiers)
    assert value < CLEARLY * best or len(chosen) < CLEARLY * len(solution.toewijzingen)
