"""The bench as a command: options that mean nothing are told in a sentence."""

import pytest

from solver.bench.__main__ import main


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["toewijzing", "--seconds", "-1"], "seconds is -1.0"),
        (["toewijzing", "--seconds", "nan"], "seconds is nan"),
        (["toewijzing", "--workers", "0"], "workers is 0"),
        (["toewijzing", "--seed", "-1"], "seed is -1"),
        (["toewijzing", "--methods", "luck"], "'luck' is none of"),
        (["gap", "--agents", "-1"], "'-1' is no number of at least 0"),
        (["gap", "--types", "z"], "'z' is none of c, d, e"),
        (["matching", "--kandidaten", "veel"], "'veel' is no number of at least 0"),
    ],
)
def test_what_means_nothing_is_told(capsys: pytest.CaptureFixture[str], asked: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["--kandidaten", "0"], ["--plekken", "0"], ["--begeleiding", "0"]])
def test_nobody_or_nowhere_to_go_is_no_obstacle(capsys: pytest.CaptureFixture[str], asked: list[str]) -> None:
    assert main(["matching", "--seconds", "0", *asked]) == 0
    assert "| solve | 0 |" in capsys.readouterr().out
