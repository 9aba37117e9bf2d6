"""The race as a picture: the gap of each method over time, both on scales of tenfolds, as SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from solver.bench.race import best_bound, gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.bench.race import Outcome
    from solver.toewijzing.problem import Problem

WIDTH, HEIGHT = 840, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 600, 20, 370
NAMES = 620
LINE = 18
SOONEST, LEAST, MOST = 0.01, 1e-3, 1.0
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#7a5b00", "#56b4e9", "#000000", "#e69f00")
STYLE = "text{font:14px sans-serif;fill:#1c1b19}.grid{stroke:#d9d5cb}polyline{fill:none;stroke-width:2}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A method with its (seconds, gap) from the first plan to the last."""

    name: str
    points: tuple[tuple[float, float], ...]


def draw_race(problem: Problem, outcomes: Sequence[Outcome]) -> str:
    """Draw every method that has a plan, against the one bound."""
    bound = best_bound(problem, outcomes)
    lines = []
    for each in outcomes:
        if each.run is None or each.value is None:
            continue
        steps = [*each.run.steps, (each.run.seconds, each.value)]
        shares = [(seconds, gap(value, bound)) for seconds, value in steps]
        points = tuple((seconds, share) for seconds, share in shares if share is not None)
        lines.append(Line(name=each.method, points=points))
    return draw([line for line in lines if line.points])


def draw(lines: Sequence[Line]) -> str:
    """Draw the lines, each named beside its end."""
    latest = max((line.points[-1][0] for line in lines), default=1.0)
    scale = _Scale(10.0 ** math.ceil(math.log10(max(latest, 10 * SOONEST))))
    parts = [f"<style>{STYLE}</style>", '<rect width="100%" height="100%" fill="#ffffff"/>', *_axes(scale)]
    height = 0.0
    by_height = sorted(lines, key=lambda line: scale.y(line.points[-1][1]))
    for number, line in enumerate(by_height):
        height = max(height + LINE, scale.y(line.points[-1][1]))
        parts += _drawn(line, scale, COLOURS[number % len(COLOURS)], height)
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n' + "\n".join(parts) + "\n</svg>\n"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a moment and a gap stand; `latest` is the right edge in seconds."""

    latest: float

    def x(self, seconds: float) -> float:
        """Pixels from the left."""
        share = math.log10(max(seconds, SOONEST) / SOONEST) / math.log10(self.latest / SOONEST)
        return LEFT + (RIGHT - LEFT) * share

    def y(self, share: float) -> float:
        """Pixels from the top."""
        kept = min(max(share, LEAST), MOST)
        return TOP + (BOTTOM - TOP) * math.log10(MOST / kept) / math.log10(MOST / LEAST)


def _axes(scale: _Scale) -> list[str]:
    parts = []
    for power in range(round(math.log10(LEAST)), round(math.log10(MOST)) + 1):
        y = scale.y(10.0**power)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{100 * 10.0**power:g} %</text>')
    for power in range(round(math.log10(SOONEST)), round(math.log10(scale.latest)) + 1):
        x = scale.x(10.0**power)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{BOTTOM}"/>')
        parts.append(f'<text x="{x:.1f}" y="{BOTTOM + 20}" text-anchor="middle">{10.0**power:g} s</text>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 8}">gap to the tightest bound, over time</text>')
    return parts


def _drawn(line: Line, scale: _Scale, colour: str, height: float) -> list[str]:
    """A staircase: each plan holds until the next; then a dot, and the name at this height."""
    places = [(scale.x(seconds), scale.y(share)) for seconds, share in line.points]
    corners = [places[0]]
    for x, y in places[1:]:
        corners += [(x, corners[-1][1]), (x, y)]
    x, y = places[-1]
    stairs = " ".join(f"{each:.1f},{other:.1f}" for each, other in corners)
    leader = f"{x + 6:.1f},{y:.1f} {NAMES - 6},{height:.1f}"
    return [
        f'<polyline stroke="{colour}" points="{stairs}"/>',
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>',
        f'<polyline stroke="{colour}" stroke-dasharray="2 4" points="{leader}"/>',
        f'<text x="{NAMES}" y="{height + 5:.1f}">{line.name} {100 * line.points[-1][1]:.2f} %</text>',
    ]
