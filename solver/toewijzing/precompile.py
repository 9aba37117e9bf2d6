"""Call every compiled function once, so that its machine code is on disk (python -m ...precompile)."""

from __future__ import annotations

import numpy as np

from solver.budget import never
from solver.toewijzing.bound import lp_prices
from solver.toewijzing.core import build_core
from solver.toewijzing.kern import hold, new_state
from solver.toewijzing.knapsack import knapsack_bound
from solver.toewijzing.lines import build_rows
from solver.toewijzing.parts import cut
from solver.toewijzing.prices import PriceSearch
from solver.toewijzing.problem import Problem
from solver.toewijzing.search import LocalSearch
from solver.toewijzing.start import starting_plans

KANDIDATEN = 12
MOVES = 1000


def main() -> None:
    """Search a problem of a dozen kandidaten who want one of two places, whole and in parts."""
    for allen in (False, True):
        _search(allen=allen)


def _search(*, allen: bool) -> None:
    number = np.arange(2 * KANDIDATEN, dtype=np.int64)
    problem = Problem(
        allen=allen,
        kandidaten=KANDIDATEN,
        capaciteit=np.array([2, 3], dtype=np.int64),
        kandidaat=number // 2,
        waarde=number + 1,
        begin=np.arange(2 * KANDIDATEN + 1, dtype=np.int64),
        middel=number % 2,
        gebruik=np.ones(2 * KANDIDATEN, dtype=np.int64),
    )
    rows = build_rows(problem)
    prices = PriceSearch(rows, 1)
    prices.run(1, never)
    core = build_core(problem, rows, prices.price, (), number[:0])
    search = LocalSearch(core, starting_plans(problem, core)[0], 1, 1, never)
    search.round(MOVES)
    hold(core.kern, new_state(core.kern, core.free, 1), number[:KANDIDATEN], search.best.chosen)
    knapsack_bound(problem, lp_prices(problem, 1.0), (), 0, never, rounds=1)
    cut(core.kern, search.links, core.free, search.best.chosen, 2, np.random.default_rng(1))


if __name__ == "__main__":
    main()
