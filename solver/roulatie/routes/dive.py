"""A plan by rounding the linear relaxation: routes of much weight are taken, then others are looked for anew.

Where what is left cannot reach the target, the last route that was taken by chance is forbidden instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.roulatie.routes.bound import SCALE

if TYPE_CHECKING:
    from collections.abc import Callable

    from solver.arrays import IntArray
    from solver.roulatie.routes.bound import Relaxation
    from solver.roulatie.routes.columns import Columns
    from solver.roulatie.routes.master import Master

# What counts as a weight of 1 and as one of 0; guesses go by this power of the weight.
WHOLE, NOTHING, SHARPER = 0.999, 1e-6, 3
# Points are whole: half of one is a rounding error.
LEAST_STEP = 0.5
# Times that new routes are looked for after some were taken, nodes for each, and routes forbidden in a dive.
ROUNDS, FEW_NODES, MOST_FORBIDDEN = 5, 5000, 12


class Dive:
    """One way down: what is taken, in steps, each begun by a guess but for those that are whole anyway."""

    def __init__(self, relaxation: Relaxation, master: Master, columns: Columns, target: int) -> None:
        """Nothing taken."""
        self.relaxation, self.master, self.columns, self.target = relaxation, master, columns, target
        self.steps: list[tuple[int | None, list[int]]] = []
        self.forbidden: list[int] = []

    def run(self, random: np.random.Generator, go_on: Callable[[], bool]) -> IntArray | None:
        """Routes of all units that make a plan of at least the target, by what the relaxation says."""
        try:
            return self._run(random, go_on)
        finally:
            self.master.free([each for _, taken in self.steps for each in taken] + self.forbidden)

    def _run(self, random: np.random.Generator, go_on: Callable[[], bool]) -> IntArray | None:
        units = self.relaxation.routes.shape[0]
        while go_on():
            chosen = [each for _, taken in self.steps for each in taken]
            done = {self.columns.units[each] for each in chosen}
            if not self._solve(np.array([each for each in range(units) if each not in done], dtype=np.int64)):
                if not self._turn_back():
                    return None
            elif len(done) == units:
                return self.columns.plan(chosen)
            else:
                self._take(done, random)
        return None

    def _solve(self, free: IntArray) -> bool:
        """Look for routes of who is free; whether the target can be reached."""
        for _ in range(ROUNDS):
            duals = self.columns.prices(self.master)
            if duals is None:
                return False
            self.relaxation.routes_worth(self.relaxation.prices_of(duals * SCALE), FEW_NODES, free)
            if not sum([self.columns.add(unit, self.relaxation.taken[unit]) for unit in free.tolist()]):
                break
        else:
            self.columns.prices(self.master)
        return self.master.value > self.target - LEAST_STEP

    def _take(self, done: set[int], random: np.random.Generator) -> None:
        """Take what is whole, else one by chance, those of more weight rather."""
        weights = self.master.weights()
        units = self.columns.units
        likely = [each for each in np.flatnonzero(weights > NOTHING).tolist() if units[each] not in done]
        whole = [each for each in likely if weights[each] > WHOLE]
        guess = None
        if not whole:
            part = weights[likely] ** SHARPER
            guess = likely[int(random.choice(len(part), p=part / part.sum()))]
        taken = whole if guess is None else [guess]
        self.master.fix(taken)
        self.steps.append((guess, taken))

    def _turn_back(self) -> bool:
        """Forbid the last guess; False where there is none or enough were forbidden."""
        while self.steps and len(self.forbidden) < MOST_FORBIDDEN:
            guess, taken = self.steps.pop()
            self.master.free(taken)
            if guess is not None:
                self.master.forbid(guess)
                self.forbidden.append(guess)
                return True
        return False
