"""A solver of MathOpt stops at its seconds and when it is told to."""

import time

from ortools.math_opt.python import mathopt

from solver.bench.gap import make_gap
from solver.budget import never
from solver.toewijzing.bound import Relaxation
from solver.toewijzing.linear import solve_within

HOURS = 36_000.0
PROBLEM = make_gap("e", 1, 20, 200)


def make_model(*, whole: bool) -> mathopt.Model:
    """Generalised assignment that HiGHS does not finish in the time of a test, or its relaxation."""
    return mathopt.Model.from_model_proto(Relaxation(PROBLEM, ()).to_proto(whole=whole))


def test_a_stop_leaves_highs_behind() -> None:
    asked = time.monotonic()
    assert solve_within(make_model(whole=True), mathopt.SolverType.HIGHS, 3.0, lambda: True) is None
    assert time.monotonic() < asked + 3.0


def test_what_is_nearly_done_when_told_to_stop_is_done() -> None:
    found = solve_within(make_model(whole=False), mathopt.SolverType.GLOP, HOURS, lambda: True)
    assert found is not None
    assert found.termination.reason is mathopt.TerminationReason.OPTIMAL


def test_the_seconds_end_it() -> None:
    found = solve_within(make_model(whole=True), mathopt.SolverType.HIGHS, 0.3, never)
    assert found is not None
    assert found.termination.limit is mathopt.Limit.TIME
