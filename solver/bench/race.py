"""Methods on one generic problem: each in a process of its own, each plan checked, one bound for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.bench.apart import run_apart
from solver.toewijzing import check

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.bench.apart import Run
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a method came to: its run (None when it did not end), and what the check says of its plan.

    `value` and `placed` are None without a plan.
    """

    method: str
    run: Run | None
    value: int | None = None
    placed: int | None = None
    broken: int = 0


def race(problem: Problem, methods: Iterable[str], budget: Budget) -> list[Outcome]:
    """Run the methods one after the other."""
    return [_judge(problem, method, run_apart(method, problem, budget)) for method in methods]


def _judge(problem: Problem, method: str, run: Run | None) -> Outcome:
    paren = run.answer.paren if run else None
    if paren is None:
        return Outcome(method=method, run=run)
    return Outcome(
        method=method,
        run=run,
        value=check.value(problem, paren),
        placed=len(paren),
        broken=len(check.violations(problem, paren)),
    )


def best_bound(problem: Problem, outcomes: Iterable[Outcome]) -> int | None:
    """The tightest bound that anyone proved; None without one."""
    bounds = [each.run.answer.bound for each in outcomes if each.run and each.run.answer.bound is not None]
    return (max if problem.minimaliseer else min)(bounds, default=None)


def gap(value: int, bound: int | None) -> float | None:
    """How far a value is from the bound, as a share of the bound; None where there is no bound but zero."""
    return abs(bound - value) / abs(bound) if bound else None


def table(problem: Problem, outcomes: list[Outcome]) -> str:
    """Write the outcomes as a Markdown table."""
    bound = best_bound(problem, outcomes)
    lines = [
        "| method | value | gap | placed | bound | seconds | peak memory | broken lines |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [f"| {' | '.join(_cells(each, bound))} |" for each in outcomes]
    return "\n".join(lines)


def _cells(outcome: Outcome, bound: int | None) -> list[str]:
    run = outcome.run
    if run is None:
        return [outcome.method, "did not end", *[""] * 6]
    share = None if outcome.value is None else gap(outcome.value, bound)
    return [
        outcome.method,
        "" if outcome.value is None else f"{outcome.value:,}",
        "" if share is None else f"{100 * share:.2f} %",
        "" if outcome.placed is None else f"{outcome.placed:,}",
        "" if run.answer.bound is None else f"{run.answer.bound:,}",
        f"{run.seconds:.1f}",
        f"{run.memory / MEGABYTE:,.0f} MB",
        "" if outcome.value is None else str(outcome.broken),
    ]
