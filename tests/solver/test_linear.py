"""A solver of MathOpt stops at its seconds and when it is told to."""

import time
from datetime import timedelta

from ortools.math_opt.python import mathopt

from solver.bench.gap import make_gap
from solver.budget import never
from solver.linear import solve_within
from solver.toewijzing.bound import Relaxation
from solver.toewijzing.problem import Problem

HOURS = 36_000.0
# HiGHS does not finish the one in the time of a test; GLOP does the other at once.
HARD, EASY = make_gap("e", 1, 20, 200), make_gap("e", 1, 2, 4)


def make_model(problem: Problem, *, whole: bool) -> mathopt.Model:
    """A problem for whole pairs, or its relaxation."""
    return mathopt.Model.from_model_proto(Relaxation(problem, ()).to_proto(whole=whole))


def limits(seconds: float) -> mathopt.SolveParameters:
    """So many seconds."""
    return mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))


def test_a_stop_leaves_highs_behind() -> None:
    asked = time.monotonic()
    assert (
        solve_within(make_model(HARD, whole=True), mathopt.SolverType.HIGHS, limits(3.0), lambda: True)
        is None
    )
    assert time.monotonic() < asked + 3.0


def test_what_is_nearly_done_when_told_to_stop_is_done() -> None:
    found = solve_within(make_model(EASY, whole=False), mathopt.SolverType.GLOP, limits(HOURS), lambda: True)
    assert found is not None
    assert found.termination.reason is mathopt.TerminationReason.OPTIMAL


def test_the_seconds_end_it() -> None:
    found = solve_within(make_model(HARD, whole=True), mathopt.SolverType.HIGHS, limits(0.3), never)
    assert found is not None
    assert found.termination.limit is mathopt.Limit.TIME
