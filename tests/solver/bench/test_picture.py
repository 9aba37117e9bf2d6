"""The picture: a staircase for each method that has a plan, well inside the frame, with its name."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from solver.bench.apart import Run
from solver.bench.methods.answer import Answer
from solver.bench.picture import BOTTOM, LEFT, RIGHT, TOP, Line, draw, draw_race
from solver.bench.race import Outcome
from solver.toewijzing.fileformat import parse_problem
from tests.solver.toewijzing.test_fileformat import plain

PROBLEM = parse_problem(plain())


def stairs(svg: str) -> list[list[tuple[float, float]]]:
    """The corners of each line that is not a leader to a name."""
    found = re.findall(r'<polyline stroke="[^"]*" points="([^"]*)"', svg)
    return [[(float(x), float(y)) for x, y in (p.split(",") for p in each.split())] for each in found]


def outcome(
    method: str, value: int | None, bound: int | None, steps: tuple[tuple[float, int], ...]
) -> Outcome:
    run = Run(answer=Answer(paren=None, bound=bound), steps=steps, seconds=2.0, memory=1)
    return Outcome(method=method, run=run, value=value)


def test_a_plan_holds_until_the_next_one() -> None:
    ((first, corner, second),) = stairs(draw([Line(name="one", points=((0.1, 0.5), (1.0, 0.05)))]))
    assert first[1] == corner[1] < second[1]
    assert first[0] < corner[0] == second[0]


def test_everything_stays_within_the_frame() -> None:
    lines = [Line(name="wide", points=((0.0, 30.0), (0.001, 0.2), (3_000.0, 0.0)))]
    for x, y in stairs(draw(lines))[0]:
        assert LEFT <= x <= RIGHT
        assert TOP <= y <= BOTTOM


def test_the_names_do_not_stand_on_each_other() -> None:
    svg = draw([Line(name=f"method {number}", points=((1.0, 0.1),)) for number in range(6)])
    heights = [float(each) for each in re.findall(r'y="([\d.]+)">method', svg)]
    assert len(heights) == 6
    assert all(later - earlier >= 18 for earlier, later in pairwise(heights))


def test_only_methods_with_a_plan_are_drawn_and_all_against_one_bound() -> None:
    outcomes = [
        outcome("engine", 90, 120, ((0.5, 50),)),
        outcome("bound", None, 100, ()),
        Outcome(method="dead", run=None),
    ]
    svg = draw_race(PROBLEM, outcomes)
    ET.fromstring(svg)  # noqa: S314 (our own text)
    assert len(stairs(svg)) == 1
    assert "engine 10.00 %" in svg


def test_without_a_bound_or_a_plan_the_frame_is_empty() -> None:
    assert stairs(draw_race(PROBLEM, [outcome("engine", 90, None, ())])) == []
    assert stairs(draw([])) == []
