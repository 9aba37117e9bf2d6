"""Plans to begin from: everyone in turn at the best place left, and the earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.kern import hold, insert, new_state

if TYPE_CHECKING:
    from solver.toewijzing.core import Core
    from solver.toewijzing.kern import Int32Array
    from solver.toewijzing.problem import Problem


def starting_plans(problem: Problem, core: Core) -> list[Int32Array]:
    """The empty plan filled up, and the earlier plan by itself and filled up."""
    kern = core.kern
    worth = np.zeros(problem.kandidaten)
    has = np.flatnonzero(np.diff(kern.first))
    worth[has] = kern.waarde[kern.first[has]] + kern.missing[has]
    order = np.argsort(-worth, kind="stable")
    state = new_state(kern, core.free, 1)
    insert(kern, state, order)
    plans = [state.chosen]
    if problem.vorige is not None:
        state = new_state(kern, core.free, 1)
        hold(kern, state, np.arange(problem.kandidaten), core.places(problem.paren)[problem.vorige])
        plans.append(state.chosen.copy())
        insert(kern, state, order)
        plans.append(state.chosen)
    return plans
