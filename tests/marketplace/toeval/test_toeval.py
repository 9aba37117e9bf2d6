"""Many random calls in each run of the tests; `python -m tests.marketplace.toeval` tries as many as asked."""

from tests.databases import Databases
from tests.marketplace.toeval.__main__ import bounded, play

EXAMPLES, SEED, VERBS = 20, 1, 25


def test_whatever_people_do_in_whatever_order_no_invariant_breaks(databases: Databases) -> None:
    told = play(databases, bounded(EXAMPLES), SEED)
    done = {name for name, how in told if how == "done"}
    assert told.total() > EXAMPLES * 50
    assert len(done) > VERBS, sorted({name for name, _ in told} - done)
