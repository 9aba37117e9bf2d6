"""The OR-Library's text format of generalised assignment: read, numbered, refused with a sentence."""

import gzip
from pathlib import Path

import pytest

from solver.budget import Budget
from solver.toewijzing.orlibrary import read_gap
from solver.toewijzing.solve import solve
from solver.toewijzing.validate import ProblemError

TWO = """2
 2 3
 4 1 7
 2 5 3
 1 1 2
 2 1 0
 2 2
 1 1
 9 1 1
"""


def test_jobs_become_kandidaten_and_agents_middelen(tmp_path: Path) -> None:
    (tmp_path / "gap.txt").write_text(TWO)
    problem = read_gap(tmp_path / "gap.txt", 1, profit=False)
    assert problem.kandidaat.tolist() == [0, 0, 1, 1, 2, 2]
    assert problem.waarde.tolist() == [4, 2, 1, 5, 7, 3]
    assert [problem.uses(pair) for pair in range(6)] == [[(0, 1)], [(1, 2)], [(0, 1)], [(1, 1)], [(0, 2)], []]
    assert problem.capaciteit.tolist() == [2, 2]


def test_costs_are_minimised_with_everyone_assigned_and_profits_maximised(tmp_path: Path) -> None:
    (tmp_path / "gap.txt").write_text(TWO)
    budget = Budget(seconds=5, workers=1)
    cost = solve(read_gap(tmp_path / "gap.txt", 1, profit=False), budget)
    profit = solve(read_gap(tmp_path / "gap.txt", 1, profit=True), budget)
    assert (cost.status, cost.value) == ("optimal", 2 + 1 + 3)
    assert (profit.status, profit.value) == ("optimal", 4 + 5 + 3)


def test_the_second_problem_of_a_file_is_read_gzipped_or_not(tmp_path: Path) -> None:
    (tmp_path / "gap.txt.gz").write_bytes(gzip.compress(TWO.encode()))
    problem = read_gap(tmp_path / "gap.txt.gz", 2, profit=True)
    assert (problem.kandidaten, problem.waarde.tolist(), problem.gebruik.tolist()) == (1, [9], [1])


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("", 1, "the file ends within the number of problems"),
        (TWO, 3, "problem 3 is asked of a file of 2"),
        (TWO, 0, "problem 0 is asked of a file of 2"),
        (TWO.replace(" 9 1 1", " 9 1"), 1, "the file ends within the capacities of problem 2"),
        (TWO.replace(" 1 1\n 9 1 1", ""), 1, "the file ends within the agents and jobs of problem 2"),
        (TWO + "8", 1, "more stands behind the last of 2 problems"),
        (TWO.replace("7", "7.5"), 1, r"'7\.5' among the costs of problem 1 is no integer"),
        (TWO.replace("7", "9" * 30), 1, "among the costs of problem 1 is no integer of 64 bits"),
        (TWO.replace(" 2 1 0", " 2 -1 0"), 1, r"gebruik\[3\] is -1"),
        (TWO.replace("4 1 7", "4 -1 7"), 1, r"waarde\[2\] is -1"),
        (TWO.replace(" 2 3\n", " 2 -3\n"), 1, "problem 1 has 2 agents and -3 jobs"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(tmp_path: Path, text: str, number: int, said: str) -> None:
    (tmp_path / "gap.txt").write_text(text)
    with pytest.raises(ProblemError, match=said):
        read_gap(tmp_path / "gap.txt", number, profit=False)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("gap.txt", b"\xff\xfe"),
        ("gap.txt.gz", b"no gzip"),
        ("gap.txt.gz", gzip.compress(b"1 0 0", mtime=0)[:10] + b"\xff" * 40),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(ProblemError, match="no text"):
        read_gap(tmp_path / name, 1, profit=False)


def test_no_jobs_and_no_agents_are_a_problem_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "gap.txt").write_text("1 0 0")
    assert read_gap(tmp_path / "gap.txt", 1, profit=False).paren == 0
