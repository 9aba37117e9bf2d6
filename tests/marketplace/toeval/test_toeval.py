"""Many random calls in each run of the tests; `python -m tests.marketplace.toeval` tries as many as asked."""

from collections import Counter

from tests.databases import Databases
from tests.marketplace.toeval.__main__ import bounded, play

EXAMPLES, SEED, CALLS, VERBS = 12, 1, 600, 25


def test_whatever_people_do_in_whatever_order_no_invariant_breaks(databases: Databases) -> None:
    told: Counter[tuple[str, str]] = Counter()
    # What a seed draws hangs on which modules are loaded: hypothesis tries constants that stand in them.
    for number in range(SEED, SEED + 4):
        told += play(databases, bounded(EXAMPLES), number)
        if told.total() > CALLS:
            break
    done = {name for name, how in told if how == "done"}
    assert told.total() > CALLS
    assert len(done) > VERBS, sorted({name for name, _ in told} - done)
