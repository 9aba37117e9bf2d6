"""The file of a roulatie: what was written is read back, nonsense is a sentence, the command answers."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from solver.__main__ import main
from solver.codec import CodecError
from solver.roulatie.beleid import Beleid
from solver.roulatie.codec import decode_instance, decode_solution, encode_instance, encode_solution
from solver.roulatie.instance import Aanbod, Blok, Cel, Inzet, Leerdoel, Voorkeur
from solver.tiers import Tier
from tests.solver.roulatie.small_roulaties import cells, draw, make_deelnemer, make_instance, make_plek


@pytest.mark.parametrize("seed", range(20))
def test_what_was_written_is_read_back(seed: int) -> None:
    instance = draw(seed)
    assert decode_instance(json.loads(json.dumps(encode_instance(instance)))) == instance


def test_a_plan_is_read_back() -> None:
    plan = cells("112", "221")
    assert decode_solution(json.loads(json.dumps(encode_solution(plan)))) == plan


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": "roulatie/2"}, "format is 'roulatie/2'"),
        ({"sectie": 1}, "unknown key 'sectie'"),
        ({"maand": [13] * 6}, "no month"),
        ({"max_cellen": -1}, "max_cellen is negative"),
        ({"apart": [[1, 1]]}, "stands beside itself"),
        ({"samen": [[1, 7]]}, "unknown deelnemer"),
        ({"vast": [{"deelnemer": 1, "blok": 9, "plek": 1}]}, "unknown blok 9"),
        ({"vast": [{"deelnemer": 1, "blok": 0, "plek": 9}]}, "unknown plek 9"),
        ({"vast": [{"deelnemer": 9, "blok": 0, "plek": 1}]}, "unknown deelnemer 9"),
        ({"blokken": [{"id": 1, "van_week": 0, "tot_week": 9}]}, "ends past the last week"),
        ({"praktijkopleiders": [{"id": 1, "minuten": [1]}]}, "has 1 weeks of 6"),
    ],
)
def test_a_file_that_is_no_good_is_refused_with_what_is_wrong(changes: dict[str, object], words: str) -> None:
    plain = {**encode_instance(make_instance()), **changes}
    with pytest.raises((CodecError, ValueError), match=words):
        decode_instance(plain)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Blok(id=1, van_week=2, tot_week=2), "has no weeks"),
        (lambda: make_plek(1, minimum=3), "minimum 3 is above maximum 2"),
        (lambda: make_plek(1, aanbod=(Aanbod(werkproces=1),) * 2), "used twice"),
        (
            lambda: make_plek(1, inzet=(Inzet(praktijkopleider=1, van_week=0, tot_week=3),) * 2),
            "two praktijkopleiders lead in week 0",
        ),
        (lambda: Aanbod(werkproces=1, maanden=frozenset({0})), "no month"),
        (lambda: make_deelnemer(1, begeleiding=()), "begeleiding is empty"),
        (lambda: make_deelnemer(1, reist_met=frozenset({1})), "the deelnemer itself"),
        (lambda: make_deelnemer(1, leerdoelen=(Leerdoel(werkproces=1, weken=1),) * 2), "used twice"),
        (lambda: Leerdoel(werkproces=1, weken=-1), "weken is negative"),
        (lambda: Voorkeur(plek=1, wens=101), "not 0..100"),
        (lambda: Beleid(max_blokken=0), "max_blokken is 0"),
        (lambda: Beleid(volgorde=((1, 1),)), "before itself"),
        (lambda: Tier(name="a", gewichten={}), "is empty"),
        (lambda: Tier(name="a", gewichten={"voorkeur": 0}), "below 1"),
        (lambda: Beleid(tiers=(Tier(name="a", gewichten={"geluk": 1}),)), "no wish"),
        (lambda: Beleid(tiers=(Tier(name="a", gewichten={"voorkeur": 1}),) * 2), "two tiers"),
        (
            lambda: make_instance(
                blokken=(Blok(id=0, van_week=0, tot_week=3), Blok(id=1, van_week=2, tot_week=4))
            ),
            "begins before blok 0 ends",
        ),
        (lambda: make_instance(deelnemers=(make_deelnemer(1, zone=5),)), "not in the reistabel"),
    ],
)
def test_nonsense_is_refused_when_it_is_made(make: object, words: str) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=words):
        make()


def test_the_command_reads_a_file_and_writes_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, answer = tmp_path / "in.json.gz", tmp_path / "out.json"
    with gzip.open(source, "wt", encoding="utf-8") as file:
        json.dump(encode_instance(make_instance(vast=(Cel(deelnemer=1, blok=0, plek=2),))), file)
    assert main(["roulatie", str(source), "--seconds", "5", "--out", str(answer)]) == 0
    told = json.loads(answer.read_text(encoding="utf-8"))
    assert told["status"] == "optimal"
    assert {"deelnemer": 1, "blok": 0, "plek": 2} in told["solution"]["cellen"]
    assert capsys.readouterr().err.startswith("optimal: leren")
    source.write_bytes(b"no gzip")
    assert main(["roulatie", str(source)]) == 2


def test_the_rules_load_without_ortools() -> None:
    code = "import sys, solver.roulatie.check; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
