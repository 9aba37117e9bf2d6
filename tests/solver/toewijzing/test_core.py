"""The core keeps what is worth most after prices and what is wanted, and nothing of who is pinned."""

from dataclasses import replace

import numpy as np

from solver.bench.regio import Maat, make_regio
from solver.toewijzing.core import PAIRS_A_KANDIDAAT, build_core
from solver.toewijzing.lines import build_rows

REGIO = make_regio(Maat(kandidaten=60, plekken=120), seed=4)
NO_PRICES = np.zeros(len(REGIO.capaciteit))
WORST = int(np.lexsort((REGIO.waarde, REGIO.kandidaat != np.argmax(np.diff(REGIO.offsets))))[0])


def fits_alone(pair: int) -> bool:
    """Whether a pair asks no more of any middel than it has."""
    return all(amount <= REGIO.capaciteit[middel] for middel, amount in REGIO.uses(pair))


def test_the_pairs_worth_most_of_those_that_fit_and_the_wanted_one_are_kept() -> None:
    kept = build_core(REGIO, build_rows(REGIO), NO_PRICES, (), np.array([WORST])).origin
    assert WORST in kept
    for low, high in zip(REGIO.offsets, REGIO.offsets[1:], strict=False):
        values = REGIO.waarde[kept[(kept >= low) & (kept < high) & (kept != WORST)]]
        fitting = [int(REGIO.waarde[pair]) for pair in range(low, high) if fits_alone(pair)]
        assert sorted(values.tolist(), reverse=True) == sorted(fitting, reverse=True)[:PAIRS_A_KANDIDAAT]
    assert not all(fits_alone(pair) for pair in range(REGIO.paren))


def test_who_is_pinned_has_no_pairs_and_uses_room() -> None:
    pinned = replace(REGIO, vast=(WORST,))
    core = build_core(pinned, build_rows(pinned), NO_PRICES, (), np.zeros(0, dtype=np.int64))
    assert not (REGIO.kandidaat[core.origin] == REGIO.kandidaat[WORST]).any()
    used = REGIO.capaciteit - core.free
    assert dict(enumerate(used[used > 0].tolist())) == dict(
        enumerate(a for _, a in sorted(REGIO.uses(WORST)))
    )
