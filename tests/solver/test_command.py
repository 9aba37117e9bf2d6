"""The solver as a command: it ends in time, writes an answer, and turns bad files away with one sentence."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from solver.__main__ import main
from solver.bench.generator import Size, generate
from solver.matching.codec import encode_instance
from solver.matching.pairs import build_pairs, build_problem
from solver.toewijzing.fileformat import write_json
from tests.solver.toewijzing.small_problems import as_plain
from tests.solver.toewijzing.test_fileformat import plain


def test_toewijzing_writes_its_answer(tmp_path: Path) -> None:
    problem, out = tmp_path / "problem.json", tmp_path / "out.json"
    write_json(problem, plain())
    assert main(["toewijzing", str(problem), "--seconds", "5", "--workers", "1", "--out", str(out)]) == 0
    answer = json.loads(out.read_text())
    assert (answer["format"], answer["status"], answer["waarde"]) == ("toewijzing-uitkomst/1", "optimal", 7)
    assert answer["paren"] == [1, 2]


def test_generalised_assignment_is_read_in_the_format_of_the_or_library(tmp_path: Path) -> None:
    file, out = tmp_path / "gap.txt", tmp_path / "out.json"
    file.write_text("2  1 1  9  1  1  1 2  4 6  1 1  1")
    asked = ["toewijzing", str(file), "--seconds", "5", "--workers", "1", "--out", str(out), "--number", "2"]
    assert main([*asked, "--format", "gap-profit"]) == 0
    assert json.loads(out.read_text())["waarde"] == 6
    assert main([*asked, "--format", "gap-profit", "--all-assigned"]) == 0
    assert json.loads(out.read_text())["status"] == "infeasible"
    assert main([*asked, "--format", "gap-cost"]) == 0
    assert json.loads(out.read_text())["status"] == "infeasible"
    assert main([*asked, "--format", "gap-cost", "--number", "3"]) == 2


def test_matching_writes_its_answer(tmp_path: Path) -> None:
    instance, out = tmp_path / "instance.json.gz", tmp_path / "out.json"
    write_json(instance, encode_instance(generate(Size(kandidaten=12, plekken=6), 1)))
    assert main(["matching", str(instance), "--seconds", "5", "--workers", "1", "--out", str(out)]) == 0
    answer = json.loads(out.read_text())
    assert answer["format"] == "matching-uitkomst/1"
    assert [tier["name"] for tier in answer["tiers"]] == ["wachttermijn", "geplaatst", "wensen"]


def test_without_out_the_answer_goes_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_json(tmp_path / "problem.json", plain())
    assert main(["toewijzing", str(tmp_path / "problem.json"), "--seconds", "5"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "optimal"


def test_infeasible_is_a_status(tmp_path: Path) -> None:
    write_json(tmp_path / "problem.json", plain(vast=[0], verboden=[0]))
    out = tmp_path / "out.json"
    assert main(["toewijzing", str(tmp_path / "problem.json"), "--out", str(out)]) == 0
    assert json.loads(out.read_text())["status"] == "infeasible"


@pytest.mark.parametrize("problem", ["toewijzing", "matching"])
@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff", b'{"format": "anders/1"}', b"null"])
def test_a_bad_file_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], problem: str, raw: bytes
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(raw)
    assert main([problem, str(file)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert str(file) in said


GOOD = {
    "toewijzing": json.dumps(plain(vast=[0], zacht=[{"middel": 0, "prijs": 2}])).encode(),
    "matching": json.dumps(encode_instance(generate(Size(kandidaten=3, plekken=2), 1))).encode(),
}


@pytest.mark.parametrize("problem", GOOD)
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_cut_off_anywhere_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], problem: str, *, packed: bool
) -> None:
    raw = gzip.compress(GOOD[problem], mtime=0) if packed else GOOD[problem]
    file = tmp_path / ("cut.json.gz" if packed else "cut.json")
    for length in range(0, len(raw), max(1, len(raw) // 60)):
        file.write_bytes(raw[:length])
        assert main([problem, str(file)]) == 2
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("problem", GOOD)
def test_a_folder_or_a_name_that_cannot_be_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], problem: str
) -> None:
    for path in (str(tmp_path), "a\0b", "a" * 5000):
        assert main([problem, path]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_a_problem_that_memory_does_not_hold_gives_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object) -> str:
        raise MemoryError

    monkeypatch.setattr("solver.toewijzing.command.run", run)
    assert main(["toewijzing", str(tmp_path / "problem.json")]) == 2
    assert capsys.readouterr().err.endswith("there is too little memory for this problem\n")


def test_pins_that_cannot_stand_together_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_json(tmp_path / "problem.json", plain(vast=[0, 2]))
    assert main(["toewijzing", str(tmp_path / "problem.json"), "--out", str(tmp_path / "out.json")]) == 0
    assert json.loads((tmp_path / "out.json").read_text())["tegenstrijdig"] == [0, 2]
    assert capsys.readouterr().err.endswith("tegenstrijdig 0, 2\n")


def test_a_missing_file_and_a_budget_without_sense_give_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["toewijzing", str(tmp_path / "nothing.json")]) == 2
    write_json(tmp_path / "problem.json", plain())
    assert main(["toewijzing", str(tmp_path / "problem.json"), "--seconds", "-1"]) == 2
    assert main(["toewijzing", str(tmp_path / "problem.json"), "--seconds", "nan"]) == 2
    assert (
        main(["toewijzing", str(tmp_path / "problem.json"), "--out", str(tmp_path / "no" / "out.json")]) == 2
    )
    assert capsys.readouterr().err.count("\n") == 4


def test_the_process_ends_at_its_limit_with_the_best_so_far(tmp_path: Path) -> None:
    pairs = build_pairs(generate(Size(kandidaten=160, plekken=70), 1))
    write_json(tmp_path / "problem.json", as_plain(build_problem(pairs, pairs.points[1])))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "solver",
            "toewijzing",
            tmp_path / "problem.json",
            "--seconds",
            "2",
            "--out",
            tmp_path / "out.json",
        ],
        check=False,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0
    answer = json.loads((tmp_path / "out.json").read_text())
    assert answer["status"] == "feasible"
