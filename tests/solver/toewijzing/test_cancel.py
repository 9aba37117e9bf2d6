"""A solve that is stopped at any moment gives a status, the best plan so far and a bound that holds."""

from functools import cache

import pytest

from solver.bench.gap import make_gap
from solver.bench.regio import REGIO, Maat, make_regio
from solver.budget import Budget
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.problem import Problem
from solver.toewijzing.solve import solve

SECONDS = 60.0
# How often those who work are asked before all have heard it.
FEW = 10


class Stop:
    """Says yes after so many questions."""

    def __init__(self, questions: int) -> None:
        self.left = questions
        self.asked_after = 0

    def __call__(self) -> bool:
        """Answer."""
        self.left -= 1
        self.asked_after += self.left < -1
        return self.left < 0


@cache
def make(name: str) -> Problem:
    """A town that goes to CP-SAT, a region that is searched in parts, and one that HiGHS helps with."""
    if name == "allen":
        return make_gap("d", 1, 5, 40)
    return make_regio(REGIO if name == "region" else Maat(kandidaten=60, plekken=24), 1)


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        *[("town", questions) for questions in (0, 1, 2, 4, 8)],
        *[("region", questions) for questions in (0, 1, 2, 4, 8, 32, 128, 512)],
        *[("allen", questions) for questions in (0, 1, 2, 4, 8)],
    ],
)
def test_a_stop_is_heard_in_every_phase(name: str, questions: int) -> None:
    problem, stop = make(name), Stop(questions)
    result = solve(problem, Budget(seconds=SECONDS, cancelled=stop))
    assert stop.asked_after <= FEW
    if result.solution is None:
        assert (name, result.status) == ("allen", Status.UNKNOWN)
        return
    assert result.status is Status.FEASIBLE
    assert not check.violations(problem, result.solution.paren)
    assert check.value(problem, result.solution.paren) == result.value
    assert result.value >= result.bound if problem.minimaliseer else result.value <= result.bound


@pytest.mark.parametrize("name", ["town", "region", "allen"])
def test_no_time_at_all_gives_a_status(name: str) -> None:
    problem = make(name)
    result = solve(problem, Budget(seconds=0))
    assert result.status in {Status.FEASIBLE, Status.UNKNOWN}
    assert not result.solution or not check.violations(problem, result.solution.paren)
