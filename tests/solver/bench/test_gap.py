"""Invented generalised assignment: the published recipe, repeatable, and a race on it."""

import numpy as np
import pytest

from solver.bench.__main__ import main
from solver.bench.gap import KINDS, make_gap
from solver.bench.methods.answer import Answer
from solver.bench.methods.cp_sat import run
from solver.budget import Budget


@pytest.mark.parametrize(
    ("kind", "amounts", "costs"),
    [("c", (5, 25), (10, 50)), ("d", (1, 100), (1, 120)), ("e", (1, 150), (0, 1000))],
)
def test_amounts_and_costs_are_those_of_the_recipe(
    kind: str, amounts: tuple[int, int], costs: tuple[int, int]
) -> None:
    problem = make_gap(kind, 1)
    used = problem.gebruik.reshape(200, 20)
    assert amounts[0] <= used.min() <= used.max() <= amounts[1]
    assert costs[0] <= problem.waarde.min() <= problem.waarde.max() <= costs[1]
    assert problem.capaciteit.tolist() == np.floor(0.8 * used.sum(axis=0) / 20 + 1e-9).astype(int).tolist()
    assert problem.allen
    assert problem.minimaliseer


def test_in_d_and_e_what_takes_much_costs_little() -> None:
    related = {kind: np.corrcoef(make_gap(kind, 2).waarde, make_gap(kind, 2).gebruik)[0, 1] for kind in KINDS}
    assert abs(related["c"]) < 0.1
    assert related["d"] < -0.9
    assert related["e"] < -0.5


def test_the_same_seed_makes_the_same_problem() -> None:
    assert make_gap("e", 4).waarde.tolist() == make_gap("e", 4).waarde.tolist()
    assert make_gap("e", 4).waarde.tolist() != make_gap("e", 5).waarde.tolist()


@pytest.mark.parametrize("kind", KINDS)
def test_small_ones_can_be_solved(kind: str) -> None:
    answer: Answer = run(make_gap(kind, 1, agents=3, jobs=12), Budget(seconds=10, workers=1), lambda _: None)
    assert answer.paren is not None
    assert len(answer.paren) == 12


def test_the_command_races_on_every_type(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["gap", "--types", "c,e", "--agents", "3", "--jobs", "9", "--seconds", "0.5"]
    assert main([*asked, "--methods", "engine,LP bound"]) == 0
    said = capsys.readouterr().out
    assert said.count("| engine |") == said.count("| LP bound |") == 2
    assert "Type c, 3 x 9" in said
    assert "Type e, 3 x 9" in said
