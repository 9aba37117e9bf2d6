"""How a method ended on an instance that is solved in tiers, and the table of several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.result import Report

Bounds: TypeAlias = tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One method's end: values per tier with bounds where they are proven, seconds, and broken rules."""

    method: str
    status: str
    tiers: tuple[int, ...]
    bounds: Bounds
    gap: float | None
    first: float | None
    seconds: float
    violations: int


class Times(NamedTuple):
    """Seconds to the first plan, None where there was none, and to the end."""

    first: float | None
    end: float


def judged(
    method: str, status: str, report: Report | None, gap: float | None, times: Times, bounds: Bounds
) -> Outcome:
    """How a method ended, by what the checker says of its plan; None where it has no plan."""
    return Outcome(
        method=method,
        status=status,
        tiers=report.tiers if report else (),
        bounds=bounds,
        gap=gap,
        first=times.first,
        seconds=times.end,
        violations=len(report.violations) if report else 0,
    )


def table(names: Sequence[str], outcomes: list[Outcome]) -> str:
    """Write the outcomes as a Markdown table: of each tier its value, and its bound where that is higher."""
    lines = [
        f"| method | status | {' | '.join(names)} | gap | first plan | seconds | broken rules |",
        f"|---|---|{'---:|' * len(names)}---:|---:|---:|---:|",
    ]
    for each in outcomes:
        tiers = [
            str(value) if bound in {None, value} else f"{value} of {bound}"
            for value, bound in zip(each.tiers, each.bounds, strict=bool(each.tiers))
        ] or [""] * len(names)
        gap = "" if each.gap is None else f"{100 * each.gap:.2f} %"
        first = "" if each.first is None else f"{each.first:.2f}"
        cells = [each.method, each.status, *tiers, gap, first, f"{each.seconds:.2f}", str(each.violations)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
