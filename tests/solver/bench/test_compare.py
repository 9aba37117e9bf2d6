"""The bench: repeatable instances, checked plans, and a solver that beats today's practice clearly."""

import pytest

from solver.bench.__main__ import main
from solver.bench.compare import compare
from solver.bench.generator import Size, generate
from solver.budget import Budget


def test_the_solver_places_more_people_than_greedy_and_breaks_no_rule() -> None:
    first, greedy, solved = compare(generate(Size(), 1), Budget(seconds=20, workers=1, moves=0.5))
    assert (first.violations, greedy.violations, solved.violations) == (0, 0, 0)
    assert solved.tiers > greedy.tiers > first.tiers
    assert solved.tiers[1] > 1.08 * greedy.tiers[1]
    assert 0.6 * 160 <= solved.placed <= 0.85 * 160


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matching", "--kandidaten", "20", "--plekken", "8", "--seconds", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["first come", "greedy", "solve"]
