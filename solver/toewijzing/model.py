"""The straightforward CP-SAT model of the whole problem: variables, constraints, objective."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from solver.budget import never

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.budget import Stop
    from solver.toewijzing.problem import Problem, Vloer

LinearExpr = cp_model.LinearExpr
LARGEST = 1 << 61


class TimeIsUpError(Exception):
    """The time was over before the model stood."""


class ToewijzingModel:
    """One boolean a pair; the model is refused with TimeIsUpError as soon as `stop` says so."""

    def __init__(self, problem: Problem, vloeren: Sequence[Vloer] = (), stop: Stop = never) -> None:
        """Build all of it."""
        self.problem = problem
        self.model = cp_model.CpModel()
        self.stop = stop
        self.pairs = [self._new_pair(pair) for pair in range(problem.paren)]
        self.costs: list[tuple[cp_model.IntVar, int]] = []
        self._fix_pairs()
        self._add_kandidaten()
        self._add_middelen()
        self._add_groepen()
        self._add_changes()
        for vloer in vloeren:
            self.add_floor(vloer)
        self._add_objective()

    def _new_pair(self, pair: int) -> cp_model.IntVar:
        if pair % 4096 == 0:
            self._look_at_clock()
        return self.model.new_bool_var("")

    def _look_at_clock(self) -> None:
        if self.stop():
            raise TimeIsUpError

    def _fix_pairs(self) -> None:
        for pair in self.problem.vast:
            self.model.add(self.pairs[pair] == 1)
        for pair in self.problem.verboden:
            self.model.add(self.pairs[pair] == 0)

    def _add_kandidaten(self) -> None:
        offsets = self.problem.offsets.tolist()
        for each in range(self.problem.kandidaten):
            own = self.pairs[offsets[each] : offsets[each + 1]]
            if self.problem.allen:
                self.model.add_exactly_one(own)
            elif len(own) > 1:
                self.model.add_at_most_one(own)

    def _add_middelen(self) -> None:
        """Capacity rows that can bind; use of a soft middel beyond its capacity is a priced variable."""
        problem = self.problem
        soft = {each.middel: each.prijs for each in problem.zacht}
        pair, middel, amount = problem.expanded()
        order = np.argsort(middel, kind="stable")
        pair, middel, amount = pair[order], middel[order], amount[order]
        for number, (key, most) in enumerate(problem.most_use().items()):
            if number % 256 == 0:
                self._look_at_clock()
            room = int(problem.capaciteit[key])
            if most <= room:
                continue
            low, high = np.searchsorted(middel, [key, key + 1]).tolist()
            self._add_middel(
                pair[low:high].tolist(), amount[low:high].tolist(), room, soft.get(key), most - room
            )

    def _add_middel(
        self, pairs: list[int], amounts: list[int], room: int, price: int | None, over: int
    ) -> None:
        if price is None:
            for pair, amount in zip(pairs, amounts, strict=True):
                if amount > room:
                    self.model.add(self.pairs[pair] == 0)
        fitting = [
            (self.pairs[pair], amount)
            for pair, amount in zip(pairs, amounts, strict=True)
            if price is not None or amount <= room
        ]
        used = LinearExpr.weighted_sum([var for var, _ in fitting], [amount for _, amount in fitting])
        if price is None:
            self.model.add(used <= room)
            return
        extra = self.model.new_int_var(0, min(over, LARGEST), "")
        self.costs.append((extra, price))
        self.model.add(used - extra <= room)

    def _add_groepen(self) -> None:
        for groep in self.problem.groepen:
            short = self.model.new_int_var(0, groep.minstens, "")
            members = [self.pairs[pair] for pair in self.problem.group_pairs(groep).tolist()]
            self.model.add(LinearExpr.sum(members) + short >= groep.minstens)
            self.costs.append((short, groep.prijs))

    def _add_changes(self) -> None:
        problem = self.problem
        if problem.vorige is None or problem.wijzigingen is None:
            return
        kept = [self.pairs[pair] for pair in problem.vorige.tolist() if pair >= 0]
        new = [self.pairs[pair] for pair in np.flatnonzero((problem.vorige < 0)[problem.kandidaat]).tolist()]
        self.model.add(LinearExpr.sum(new) - LinearExpr.sum(kept) <= problem.wijzigingen - len(kept))

    def add_floor(self, vloer: Vloer) -> None:
        """Demand that the chosen pairs reach this sum."""
        used = np.flatnonzero(vloer.gewicht).tolist()
        total = LinearExpr.weighted_sum([self.pairs[pair] for pair in used], vloer.gewicht[used].tolist())
        self.model.add(total >= vloer.minstens)

    def _add_objective(self) -> None:
        problem = self.problem
        sign = 1 if problem.minimaliseer else -1
        priced = np.flatnonzero(problem.waarde).tolist()
        variables = [self.pairs[pair] for pair in priced] + [var for var, _ in self.costs]
        factors = problem.waarde[priced].tolist() + [sign * price for _, price in self.costs]
        self.has_objective = bool(variables)
        objective = LinearExpr.weighted_sum(variables, factors)
        if problem.minimaliseer:
            self.model.minimize(objective)
        else:
            self.model.maximize(objective)

    def hint(self, paren: Sequence[int]) -> None:
        """Suggest a plan to begin from."""
        chosen = set(paren)
        for pair, variable in enumerate(self.pairs):
            self.model.add_hint(variable, pair in chosen)
