"""Random people do random things in random order; whatever they do, nothing that `check` asks is broken."""

from asyncio import Runner
from collections import Counter
from random import Random
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from marketplace.controle.service import check
from tests.marketplace.toeval.verbs import PATH, VERBS
from tests.marketplace.toeval.wereld import BEGIN, Outcome, Wereld, reaches

SEEDS = st.integers(0, 2**32)


class Toeval(RuleBasedStateMachine):
    """One example is one transaction on the small region, rolled back at its end."""

    runner: ClassVar[Runner]
    wereld: ClassVar[Wereld]
    told: ClassVar[Counter[tuple[str, str]]]

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        """Begin from the same region with a concept plan."""
        self.wereld.clock = type(self.wereld.clock)(BEGIN)
        self.transaction = self.wereld.conn.transaction()
        self.runner.run(self.transaction.start())
        self.runner.run(self.wereld.plan(seed))

    @rule(name=st.sampled_from(sorted(VERBS)), seed=SEEDS)
    def somebody(self, name: str, seed: int) -> None:
        """Who may do something does it, as far as it can be done."""
        self._call(name, Random(seed).choice(VERBS[name].may), seed)

    @rule(name=st.sampled_from(PATH), seed=SEEDS)
    def accountmanager(self, name: str, seed: int) -> None:
        """The accountmanager goes on with a voorstel."""
        self._call(name, "eigen", seed)

    @rule(name=st.sampled_from(sorted(VERBS)), seed=SEEDS)
    def stranger(self, name: str, seed: int) -> None:
        """Who may not do something is refused, unless there is nothing to change."""
        others = sorted(set(self.wereld.mensen) - set(VERBS[name].may))
        who = Random(seed).choice(others)
        if self._call(name, who, seed) is Outcome.DONE:
            before = self.wereld.rows
            self.runner.run(self.wereld.look())
            assert self.wereld.rows == before, f"{who} is a stranger to {name}"

    @rule(seed=SEEDS)
    def run(self, seed: int) -> None:
        """The worker stores a new concept."""
        self.runner.run(self.wereld.plan(seed))
        self._check("run")

    @rule(days=st.integers(1, 21))
    @precondition(lambda self: self.wereld.vandaag < BEGIN.date().replace(year=2027, month=3))
    def time_passes(self, days: int) -> None:
        """Nobody does anything for some days."""
        self.wereld.pass_time(days)
        self._check("time")

    def _call(self, name: str, who: str, seed: int) -> Outcome | None:
        """Let somebody do something and check; None when there is nothing to do it with."""
        verb = VERBS[name]
        self.runner.run(self.wereld.look())
        if not self.wereld.rows[verb.rows]:
            return None
        outcome, over = self.runner.run(self.wereld.call(who, verb.do, seed))
        self.told[name, outcome.value] += 1
        if outcome is Outcome.DONE:
            if over is not None:
                assert reaches(self.wereld, who, over), f"{who} reached {over} by {name}"
            self._check(name)
        return outcome

    def _check(self, after: str) -> None:
        """Ask every invariant of the raw tables."""
        found = self.runner.run(check(self.wereld.conn, self.wereld.vandaag))
        assert not found, f"{after}: {found}"

    def teardown(self) -> None:
        """Leave the region as it was."""
        if hasattr(self, "transaction"):
            self.runner.run(self.transaction.rollback())


def machine_on(runner: Runner, wereld: Wereld, told: Counter[tuple[str, str]]) -> type[Toeval]:
    """The machine on one region, counting what was done and refused by verb."""

    class OnThis(Toeval):
        """The same, tied to a connection."""

    OnThis.runner, OnThis.wereld, OnThis.told = runner, wereld, told
    return OnThis
