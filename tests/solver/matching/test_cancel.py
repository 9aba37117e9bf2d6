"""A matching that is stopped at any moment gives the best plan so far, with bounds that hold."""

import pytest

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.check import check
from solver.matching.solve import solve
from solver.result import Status
from tests.solver.toewijzing.test_cancel import FEW, SECONDS, Stop

TOWN = generate(Size(kandidaten=60, plekken=24), 3)


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("questions", [0, 1, 2, 4, 8])
def test_a_stop_is_heard_in_every_phase(
    monkeypatch: pytest.MonkeyPatch, questions: int, *, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr("solver.matching.solve.MOST_PAIRS_AT_ONCE", 0)
    stop = Stop(questions)
    result = solve(TOWN, Budget(seconds=SECONDS, cancelled=stop))
    assert stop.asked_after <= 3 * FEW
    assert result.status is Status.FEASIBLE
    assert result.solution is not None
    report = check(TOWN, result.solution)
    assert not report.violations
    assert report.tiers == tuple(tier.value for tier in result.tiers)
    assert all(tier.bound is not None and tier.bound >= tier.value for tier in result.tiers)
