"""The bench of the roulatie: invented instances have a plan, and both methods agree where both are done."""

import pytest

from solver.bench.__main__ import main
from solver.bench.rotate import compare
from solver.bench.roulatie import SIZES, hidden_plan, make_roulatie
from solver.budget import Budget
from solver.roulatie.check import check


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_hidden_plan_is_valid(size: str, seed: int) -> None:
    assert check(make_roulatie(SIZES[size], seed), hidden_plan(SIZES[size], seed)).violations == ()


def test_the_same_seed_gives_the_same_instance() -> None:
    assert make_roulatie(SIZES["klein"], 4) == make_roulatie(SIZES["klein"], 4)
    assert make_roulatie(SIZES["klein"], 4) != make_roulatie(SIZES["klein"], 5)


@pytest.mark.parametrize("seed", [1, 2])
def test_both_methods_agree_on_a_small_one(seed: int) -> None:
    straightforward, engine = compare(make_roulatie(SIZES["klein"], seed), Budget(seconds=30, workers=1))
    assert straightforward.status == engine.status == "optimal"
    assert straightforward.tiers == engine.tiers == engine.bounds
    assert straightforward.violations == engine.violations == 0
    hidden = check(make_roulatie(SIZES["klein"], seed), hidden_plan(SIZES["klein"], seed))
    assert engine.tiers >= hidden.tiers


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roulatie", "--size", "klein", "--seconds", "5", "--workers", "1"]) == 0
    told = capsys.readouterr().out
    assert "| straightforward | optimal |" in told
    assert "| engine | optimal |" in told
