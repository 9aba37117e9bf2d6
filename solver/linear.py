"""A solver of MathOpt for some seconds, or until told to stop."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

if TYPE_CHECKING:
    from solver.budget import Stop

POLL_SECONDS = 0.05
GRACE_SECONDS = 0.5


def solve_within(
    model: mathopt.Model,
    kind: mathopt.SolverType,
    parameters: mathopt.SolveParameters,
    stop: Stop,
    *,
    hint: mathopt.SolutionHint | None = None,
) -> mathopt.SolveResult | None:
    """Solve; None when it was told to stop and was not nearly done.

    HiGHS does not hear that it is interrupted: it is left behind and ends when its seconds are over.
    """
    interrupter = SolveInterrupter()
    pool = ThreadPoolExecutor(1)
    answer = pool.submit(
        mathopt.solve,
        model,
        kind,
        params=parameters,
        model_params=mathopt.ModelSolveParameters(solution_hints=[hint] if hint else []),
        interrupter=interrupter,
    )
    pool.shutdown(wait=False)
    while not wait([answer], POLL_SECONDS).done:
        if stop():
            wait([answer], GRACE_SECONDS)
            interrupter.interrupt()
            return answer.result() if answer.done() else None
    return answer.result()
