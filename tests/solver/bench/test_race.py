"""The race: each method by itself, its plan checked, one bound for all, and a table."""

from pathlib import Path

import pytest

from solver.bench import methods
from solver.bench.__main__ import main
from solver.bench.apart import Run, run_apart
from solver.bench.methods.answer import Answer
from solver.bench.race import Outcome, best_bound, gap, race, table
from solver.budget import Budget
from solver.toewijzing.fileformat import parse_problem, read_problem
from tests.solver.toewijzing.test_fileformat import plain

PROBLEM = parse_problem(plain())
BUDGET = Budget(seconds=1, workers=1)


def outcome(bound: int | None) -> Outcome:
    run = Run(answer=Answer(paren=None, bound=bound), steps=(), seconds=1.0, memory=1)
    return Outcome(method="some", run=run)


def test_a_method_runs_in_a_process_of_its_own_and_tells_its_steps() -> None:
    run = run_apart("engine", PROBLEM, BUDGET)
    assert run is not None
    assert run.answer == Answer(paren=(1, 2), bound=7)
    assert run.steps[-1][1] == 7
    assert run.memory > 10_000_000


def test_a_process_that_dies_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(methods.METHODS, "none", "solver.bench.methods.none")
    (found,) = race(PROBLEM, ["none"], BUDGET)
    assert (found.run, found.value) == (None, None)
    assert "| none | did not end |" in table(PROBLEM, [found])


def test_the_tightest_bound_counts_for_all() -> None:
    outcomes = [outcome(9), outcome(None), outcome(8), Outcome(method="dead", run=None)]
    assert best_bound(PROBLEM, outcomes) == 8
    assert best_bound(parse_problem(plain(minimaliseer=True)), outcomes) == 9
    assert best_bound(PROBLEM, [outcome(None)]) is None


def test_a_gap_is_a_share_of_the_bound() -> None:
    assert gap(6, 8) == 0.25
    assert gap(10, 8) == 0.25
    assert (gap(0, 0), gap(3, None)) == (None, None)


def test_the_command_races_on_a_town_and_writes_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["toewijzing", "--size", "town", "--seconds", "0.5", "--methods", "first come,LP bound,engine"]
    assert main([*asked, "--out", str(tmp_path), "--instance", str(tmp_path / "town.json.gz")]) == 0
    assert read_problem(tmp_path / "town.json.gz").kandidaten == 300
    assert "first come" in (tmp_path / "town-busy-1.svg").read_text()
    assert "| first come |" in (tmp_path / "town-busy-1.md").read_text()
    rows = [line.split("|")[1:-1] for line in capsys.readouterr().out.splitlines()[2:]]
    names, values, gaps, *_, broken = (
        [cell.strip() for cell in column] for column in zip(*rows, strict=True)
    )
    assert names == ["first come", "LP bound", "engine"]
    assert int(values[0].replace(",", "")) < int(values[2].replace(",", ""))
    assert gaps[0].endswith("%")
    assert broken == ["0", "", "0"]


def test_an_unknown_method_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["toewijzing", "--methods", "greedy,luck"])
    assert "'luck' is none of first come" in capsys.readouterr().err
