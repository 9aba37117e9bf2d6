"""The core forbids what is worth little, and never what must be able to stay."""

from dataclasses import replace

import numpy as np
import pytest

from solver.bench.generator import Size, generate
from solver.matching.pairs import build_pairs, build_problem
from solver.toewijzing.core import PAIRS_A_KANDIDAAT, core_of
from solver.toewijzing.problem import Problem, Vloer


@pytest.fixture(scope="module")
def town() -> Problem:
    """A town in which everyone has many pairs."""
    pairs = build_pairs(generate(Size(kandidaten=20, plekken=24), seed=3))
    return build_problem(pairs, pairs.points[1])


def worst(problem: Problem, number: int) -> list[int]:
    """The pairs of least value of the kandidaten with most pairs, one each."""
    owners = np.argsort(-np.diff(problem.offsets), kind="stable")[:number]
    return [int(problem.offsets[each + 1]) - 1 for each in owners]


def falling(problem: Problem) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Reduced values that fall from pair to pair."""
    return -np.arange(problem.paren, dtype=np.int64)


def test_the_core_keeps_the_pairs_of_everyone_that_are_worth_most(town: Problem) -> None:
    core = core_of(town, falling(town), (), ())
    left = set(range(town.paren)) - set(core.verboden)
    firsts = zip(town.offsets.tolist(), town.offsets.tolist()[1:], strict=False)
    assert left == {pair for low, high in firsts for pair in range(low, min(low + PAIRS_A_KANDIDAAT, high))}


def test_pins_kept_pairs_former_pairs_and_floors_stay_in_the_core(town: Problem) -> None:
    pinned, kept, former, counted = worst(town, 4)
    vorige = np.full(town.kandidaten, -1, dtype=np.int64)
    vorige[town.kandidaat[former]] = former
    gewicht = np.zeros(town.paren, dtype=np.int64)
    gewicht[counted] = 1
    vloer = Vloer(gewicht=gewicht, minstens=1)
    asked = replace(town, vast=(pinned,), vorige=vorige)
    assert {pinned, kept, former, counted} <= set(core_of(town, falling(town), (), ()).verboden)
    assert not {pinned, kept, former, counted} & set(core_of(asked, falling(town), [kept], [vloer]).verboden)


def test_what_is_forbidden_stays_forbidden(town: Problem) -> None:
    asked = replace(town, verboden=(0,))
    assert 0 in core_of(asked, falling(town), [0], ()).verboden
