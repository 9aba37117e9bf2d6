"""Annealing in plain Python: force someone in, let those in the way go elsewhere, keep what pays."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from solver.toewijzing.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.usage import UsageRows

WARMTH = 0.05
GUESTS = 5


def anneal(
    problem: Problem,
    paren: Sequence[int],
    vloeren: Sequence[Vloer],
    rows: UsageRows,
    random: Random,
    progress: Callable[[int], float],
) -> tuple[int, ...]:
    """Search from a valid plan of a plain problem and give the best plan seen.

    `progress` tells for the number of rounds done which share of the search is over; at 1 it ends. The
    temperature falls from a share of a typical pair's value to nothing.
    """
    plan = Plan(problem, vloeren, rows, paren)
    movable = [each for each in range(problem.kandidaten) if each not in plan.fixed and plan.options[each]]
    if not movable or not paren:
        return plan.paren()
    values = sorted(plan.value[pair] for pair in plan.chosen.values())
    typical = values[len(values) // 2]
    best = current = sum(values)
    kept = plan.paren()
    number = 0
    while (done := progress(number)) < 1:
        current += _round(plan, movable, random, WARMTH * typical * (1 - done))
        number += 1
        if current > best:
            best, kept = current, plan.paren()
    return kept


def _round(plan: Plan, movable: Sequence[int], random: Random, warmth: float) -> int:
    """Force one pair in and repair; undone, with gain 0, when the loss is more than the temperature takes."""
    plan.touched.clear()
    before = dict(plan.chosen)
    kandidaat = movable[int(random.random() * len(movable))]
    options = plan.options[kandidaat]
    evicted = _force(plan, options[int(random.random() ** 2 * len(options))], random)
    if evicted is None:
        _undo(plan, before)
        return 0
    waiting = [each for each in movable if each not in plan.chosen and each not in evicted]
    for other in evicted + random.sample(waiting, min(GUESTS, len(waiting))):
        plan.step(other)
    changed = plan.touched
    gain: int = sum(plan.value[plan.chosen[each]] for each in changed if each in plan.chosen)
    gain -= sum(plan.value[before[each]] for each in changed if each in before)
    lost = plan.mandatory and any(each in before and each not in plan.chosen for each in changed)
    if lost or not plan.holds() or (gain < 0 and (warmth <= 0 or random.random() >= math.exp(gain / warmth))):
        _undo(plan, before)
        return 0
    return gain


def _force(plan: Plan, pair: int, random: Random) -> list[int] | None:
    """Put a pair in and give the kandidaten who had to go; None when someone fixed stands in the way."""
    owner = plan.owner[pair]
    if owner in plan.chosen:
        plan.take(plan.chosen[owner])
    evicted: list[int] = []
    while not plan.fits(pair):
        blocking = [other for other in plan.blocking(pair) if plan.owner[other] not in plan.fixed]
        if not blocking:
            return None
        other = blocking[int(random.random() * len(blocking))]
        plan.take(other)
        evicted.append(plan.owner[other])
    plan.put(pair)
    return evicted


def _undo(plan: Plan, before: dict[int, int]) -> None:
    changed = list(plan.touched)
    for kandidaat in changed:
        if kandidaat in plan.chosen:
            plan.take(plan.chosen[kandidaat])
    for kandidaat in changed:
        if kandidaat in before:
            plan.put(before[kandidaat])
