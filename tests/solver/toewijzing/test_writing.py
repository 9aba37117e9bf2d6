"""A problem is written so that it reads back as it was."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from solver.toewijzing import writing
from solver.toewijzing.fileformat import parse_problem, read_problem
from solver.toewijzing.problem import Problem
from solver.toewijzing.writing import write_problem
from tests.solver.toewijzing.small_problems import as_plain, problems
from tests.solver.toewijzing.test_fileformat import plain


@settings(max_examples=80, deadline=None)
@given(problems())
def test_a_problem_survives_the_file(problem: Problem) -> None:
    with TemporaryDirectory() as folder:
        write_problem(Path(folder) / "problem.json", problem)
        assert as_plain(read_problem(Path(folder) / "problem.json")) == as_plain(problem)


@pytest.mark.parametrize("name", ["problem.json", "problem.json.gz"])
def test_arrays_are_written_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(writing, "PIECE", 2)
    problem = parse_problem(plain())
    write_problem(tmp_path / name, problem)
    assert as_plain(read_problem(tmp_path / name)) == as_plain(problem)


def test_only_what_says_something_is_written(tmp_path: Path) -> None:
    write_problem(tmp_path / "problem.json", parse_problem(plain()))
    assert json.loads((tmp_path / "problem.json").read_text()) == plain()
