"""Small steps until no kandidaat can move, come in, or take the place of one other to the plan's gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.toewijzing.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.budget import Stop
    from solver.toewijzing.problem import Problem, Vloer
    from solver.toewijzing.usage import UsageRows


def is_plain(problem: Problem) -> bool:
    """Whether pairs tell the whole value: maximising, no groups, soft middelen or budget of changes."""
    return not (problem.minimaliseer or problem.groepen or problem.zacht) and problem.wijzigingen is None


def improve(
    problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer], stop: Stop, rows: UsageRows
) -> tuple[int, ...]:
    """Improve a valid plan of a plain problem until no small step is left or `stop` says so."""
    plan = Plan(problem, vloeren, rows, paren)
    moved = is_plain(problem)
    while moved and not stop():
        moved = False
        for kandidaat in range(problem.kandidaten):
            if kandidaat not in plan.fixed and not stop():
                moved |= plan.step(kandidaat)
    return plan.paren()
