"""Lower a bound by prices: the volume algorithm (Barahona and Anbil 2000).

A step goes from the best prices along the mean of what was used too much. The last answer weighs so much in
it that the mean is shortest, within limits, as in later variants of the same authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import FloatArray

    Ask = Callable[[FloatArray], tuple[float, FloatArray]]

SHRINK, LEAST_STEP = 0.8, 1e-3
# Of the weight of the last answer, so much at least.
LEAST_NEW = 0.1
NOTHING = 1e-12


class Goal(NamedTuple):
    """What a plan reached, and what it is the best below."""

    reached: float
    above: float


class Pace(NamedTuple):
    """The weight of the last answer at most, the first step, how it grows, and failures before it shrinks."""

    new: float
    step: float
    grow: float
    patience: int


def descend(
    ask: Ask, price: FloatArray, unit: FloatArray, goal: Goal, pace: Pace, go_on: Callable[[], bool]
) -> tuple[float, FloatArray]:
    """Look for prices (from 0) with a lower bound than these, until it meets the goal or steps are small.

    `ask` gives the bound of prices, and of what each is for how much more is used than there is, which counts
    in parts of its `unit`.
    """
    best, excess = ask(price)
    mean = excess / unit
    step, failed = pace.step, 0
    while best >= goal.above and step > LEAST_STEP and go_on():
        way = np.where((price <= 0) & (mean < 0), 0, mean)
        length = float(way @ way)
        if length <= NOTHING:
            break
        tried = np.maximum(0, price + step * (best - goal.reached) / length * way / unit)
        bound, excess = ask(tried)
        excess = excess / unit
        apart = mean - excess
        shortest = float(mean @ apart) / max(float(apart @ apart), NOTHING)
        new = min(pace.new, max(LEAST_NEW * pace.new, shortest))
        mean = new * excess + (1 - new) * mean
        if bound < best:
            best, price, failed = bound, tried, 0
            step *= pace.grow if float(excess @ way) > 0 else 1
            continue
        failed += 1
        if failed >= pace.patience:
            step, failed = step * SHRINK, 0
    return best, price
