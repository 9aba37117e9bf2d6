"""The pins that are to blame: they cannot stand together, and without any of them the others can."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from solver.budget import Budget
from solver.toewijzing.conflict import find_conflict
from solver.toewijzing.contradictions import contradicting_pins
from solver.toewijzing.fileformat import parse_problem
from solver.toewijzing.problem import Problem
from tests.solver.toewijzing.small_problems import brute_force, ints, problems
from tests.solver.toewijzing.test_fileformat import plain

BUDGET = Budget(seconds=20, workers=1)


def chain(seats: list[int], vast: tuple[int, ...]) -> Problem:
    """All must have a seat: kandidaat 0 takes seat 0 or 1, 1 takes 0 or 2, and 2 takes 1 or 3."""
    return Problem(
        kandidaten=3,
        capaciteit=ints(seats),
        kandidaat=ints([0, 0, 1, 1, 2, 2]),
        waarde=ints([1] * 6),
        begin=ints(list(range(7))),
        middel=ints([0, 1, 0, 2, 1, 3]),
        gebruik=ints([1] * 6),
        vast=vast,
        allen=True,
    )


def test_pins_that_clash_only_through_two_capacities_are_named() -> None:
    assert find_conflict(chain([1, 1, 1, 1], (2, 4)), BUDGET) == (2, 4)
    assert find_conflict(chain([1, 1, 1, 1], (2, 5)), BUDGET) == ()


def test_a_pin_that_has_nothing_to_do_with_it_is_not_blamed() -> None:
    assert find_conflict(chain([1, 0, 1, 1], (2, 5)), BUDGET) == (2,)


def test_pins_are_not_blamed_for_a_problem_that_has_no_plan_anyway() -> None:
    assert find_conflict(chain([0, 0, 1, 1], (3, 5)), BUDGET) == ()


def test_two_pins_of_one_are_not_both_blamed_where_each_is_impossible() -> None:
    problem = parse_problem(plain(vast=[0, 1], vorige=[-1, -1], wijzigingen=0))
    assert contradicting_pins(problem) == (0, 1)
    assert len(find_conflict(problem, BUDGET)) == 1
    assert find_conflict(problem, Budget(seconds=0)) == (0, 1)


def test_without_pins_nothing_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("solver.toewijzing.conflict.ToewijzingModel")
    assert find_conflict(chain([0, 0, 1, 1], ()), BUDGET) == ()


def test_without_time_nobody_is_blamed() -> None:
    assert find_conflict(chain([1, 1, 1, 1], (2, 4)), Budget(seconds=0)) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"vast": [0], "verboden": [0]}, (0,)),
        ({"vast": [1, 0]}, (0, 1)),
        ({"vast": [0, 2]}, (0, 2)),
        ({"vast": [0, 1, 2], "verboden": [2]}, (2,)),
        ({"vast": [0, 2], "zacht": [{"middel": 0, "prijs": 1}]}, ()),
        ({"vast": [1, 2]}, ()),
    ],
)
def test_a_contradiction_at_a_glance_names_the_fewest(
    changes: dict[str, object], expected: tuple[int, ...]
) -> None:
    assert contradicting_pins(parse_problem(plain(**changes))) == expected


def test_over_a_capacity_those_that_use_most_are_named() -> None:
    problem = Problem(
        kandidaten=4,
        capaciteit=ints([10]),
        kandidaat=ints([0, 1, 2, 3]),
        waarde=ints([1] * 4),
        begin=ints([0, 1, 2, 3, 4]),
        middel=ints([0] * 4),
        gebruik=ints([2, 6, 3, 5]),
        vast=(0, 1, 2, 3),
    )
    assert contradicting_pins(problem) == (1, 3)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problems())
def test_the_pins_that_are_named_cannot_stand_together_and_all_are_needed(problem: Problem) -> None:
    found = find_conflict(problem, BUDGET)
    is_solvable = brute_force(problem) is not None
    needs_no_pins = brute_force(replace(problem, vast=())) is not None
    assert not (found and is_solvable)
    assert found or is_solvable or not needs_no_pins
    if found:
        assert brute_force(replace(problem, vast=found)) is None
    for pair in found if needs_no_pins else ():
        rest = tuple(each for each in found if each != pair)
        assert brute_force(replace(problem, vast=rest)) is not None
