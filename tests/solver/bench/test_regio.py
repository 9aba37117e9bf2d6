"""Invented regions: repeatable, of the promised shape, and as tight as asked."""

import numpy as np

from solver.bench.regio import SIZES, TIGHTNESS, Maat, make_regio, with_supervision
from solver.toewijzing.problem import Problem

SMALL = Maat(kandidaten=120, plekken=40, regios=2)


def columns(problem: Problem) -> list[list[int]]:
    return [
        each.tolist() for each in (problem.capaciteit, problem.kandidaat, problem.waarde, problem.gebruik)
    ]


def test_the_same_seed_makes_the_same_problem() -> None:
    assert columns(make_regio(SMALL, 3)) == columns(make_regio(SMALL, 3))
    assert columns(make_regio(SMALL, 3)) != columns(make_regio(SMALL, 4))


def test_a_pair_takes_a_plaats_and_the_same_minutes_at_plek_and_werkgever() -> None:
    problem = make_regio(SMALL, 1)
    for pair in range(problem.paren):
        (plek, one), (own, minutes), (werkgever, together), *money = problem.uses(pair)
        assert (one, minutes) == (1, together)
        assert own == 40 + plek
        assert 80 <= werkgever < len(problem.capaciteit) - 2
        assert all(middel >= len(problem.capaciteit) - 2 for middel, _ in money)


def test_supervision_is_tight_busy_or_loose() -> None:
    minutes = [
        int(make_regio(with_supervision(SMALL, level), 1).capaciteit[40:80].sum()) for level in TIGHTNESS
    ]
    assert minutes == sorted(minutes)
    assert minutes[2] > 1.9 * minutes[0]


def test_without_a_budget_nobody_uses_money() -> None:
    with_money, without = (
        make_regio(Maat(kandidaten=120, plekken=40, budget=each), 1) for each in (1.0, 0.0)
    )
    assert np.diff(with_money.begin).max() == 4
    assert np.diff(without.begin).max() == 3


def test_a_town_has_some_fifteen_pairs_a_person() -> None:
    problem = make_regio(SIZES["town"], 1)
    assert problem.kandidaten == 300
    assert 10 < problem.paren / problem.kandidaten < 20
