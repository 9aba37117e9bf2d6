"""The baselines: each gives a plan that holds, and does what its name says."""

from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import given, settings

from solver.bench.methods import METHODS, cp_sat, deferred_acceptance, first_come, flow, greedy, lp_bound
from solver.bench.methods.answer import Answer
from solver.bench.regio import Maat, make_regio
from solver.budget import Budget
from solver.toewijzing import check
from solver.toewijzing.fileformat import parse_problem
from solver.toewijzing.problem import Problem
from tests.solver.toewijzing.small_problems import brute_force, problems
from tests.solver.toewijzing.test_fileformat import plain

BUDGET = Budget(seconds=2, workers=1)
SMALL = make_regio(Maat(kandidaten=40, plekken=16), 3)
Heuristic = Callable[[Problem, Budget, Callable[[int], None]], Answer]


def run(method: str, problem: Problem) -> Answer:
    found: Answer = import_module(METHODS[method]).run(problem, BUDGET, lambda _: None)
    return found


def chosen(heuristic: Heuristic, **changes: object) -> tuple[int, ...] | None:
    return heuristic(parse_problem(plain(**changes)), BUDGET, lambda _: None).paren


@pytest.mark.parametrize("method", [each for each in METHODS if each != "LP bound"])
def test_every_plan_holds_and_no_bound_crosses_the_value(method: str) -> None:
    answer = run(method, SMALL)
    assert answer.paren
    assert check.violations(SMALL, answer.paren) == []
    value = check.value(SMALL, answer.paren)
    assert answer.bound is None or answer.bound >= value
    assert 0.6 * (run("LP bound", SMALL).bound or 0) < value <= (run("LP bound", SMALL).bound or 0)


@pytest.mark.parametrize("method", ["CP-SAT", "HiGHS", "SCIP"])
@settings(max_examples=30, deadline=None)
@given(problem=problems())
def test_the_general_solvers_find_the_optimum_of_the_whole_problem(method: str, problem: Problem) -> None:
    answer, best = run(method, problem), brute_force(problem)
    if best is None:
        assert answer.paren is None
    else:
        assert answer.paren is not None
        assert check.violations(problem, answer.paren) == []
        assert check.value(problem, answer.paren) == answer.bound == best


def test_first_come_takes_the_best_that_is_left() -> None:
    assert chosen(first_come.run) == (0,)


def test_greedy_goes_by_value_for_the_share_it_takes() -> None:
    assert chosen(greedy.run) == (1, 2)


def test_who_proposes_later_and_is_worth_more_is_held() -> None:
    assert chosen(deferred_acceptance.run, waarde=[5, 4, 9]) == (1, 2)
    assert chosen(deferred_acceptance.run) == (0,)


def test_a_proposal_that_one_of_its_middelen_refuses_moves_nobody() -> None:
    assert chosen(deferred_acceptance.run, waarde=[5, 4, 9], capaciteit=[1, 2]) == (0,)


def test_who_is_let_go_frees_every_middel_it_used() -> None:
    found = chosen(
        deferred_acceptance.run,
        kandidaten=3,
        capaciteit=[1, 1],
        kandidaat=[0, 1, 2],
        waarde=[1, 5, 3],
        begin=[0, 2, 3, 4],
        middel=[0, 1, 0, 1],
        gebruik=[1, 1, 1, 1],
    )
    assert found == (1, 2)


def test_flow_fills_the_plaatsen_best_and_then_drops_what_is_over_the_rest() -> None:
    assert chosen(flow.run, waarde=[5, 4, 5], gebruik=[1, 2, 1, 1]) == (1, 2)
    assert chosen(flow.run, capaciteit=[2, 2], waarde=[5, 4, 9]) == (0,)


def test_flow_lets_pairs_without_a_plaats_pass() -> None:
    assert chosen(flow.run, gebruik=[2, 2, 2, 3], capaciteit=[4, 9]) == (0, 2)


def test_a_general_solver_without_time_for_its_model_has_no_plan() -> None:
    answer = cp_sat.run(parse_problem(plain()), Budget(seconds=0), lambda _: None)
    assert answer == Answer(paren=None)


def test_the_bound_of_the_linear_relaxation_chooses_nothing() -> None:
    answer = lp_bound.run(parse_problem(plain()), BUDGET, lambda _: None)
    assert (answer.paren, answer.bound) == (None, 7)
