"""What ondergrenzen cost: a plan beside what the same search finds from it when there are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from solver.matching.check import check
from solver.matching.instance import Paar
from solver.matching.paid import Paid
from solver.matching.pairs import pairs_at
from solver.matching.soft import GEPLAATST, WACHTTERMIJN, tier_floors, tier_problem
from solver.matching.solve import prepare
from solver.toewijzing.solve import solve as solve_toewijzing

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.matching.instance import Instance
    from solver.matching.pairs import Pairs
    from solver.matching.solution import Solution

# Of the budget of the run, and beside it.
SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How an ondergrens stands: people in its groepen, how many it asks, has, and would have without any."""

    leden: int
    minstens: int
    bereikt: int
    zonder: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Eerlijkheid:
    """Ondergrenzen in their order, and the people and points of tier geplaatst with and without them.

    No plan without ondergrenzen that is as good in tier wachttermijn has more points than `grens`.
    """

    standen: tuple[Stand, ...]
    geplaatst: int
    geplaatst_zonder: int
    punten: int
    punten_zonder: int
    grens: int


def compare_without(instance: Instance, solution: Solution, budget: Budget) -> Eerlijkheid | None:
    """Search on from a valid plan without its ondergrenzen; None without any, or when that was cut short."""
    free = replace(instance, beleid=replace(instance.beleid, ondergrenzen=()))
    prepared = prepare(free) if instance.beleid.ondergrenzen else None
    if prepared is None:
        return None
    pairs, problem, vloeren, _ = prepared
    late, points, _ = check(free, solution).tiers
    vloeren += tier_floors(pairs, problem, WACHTTERMIJN, late)
    stays = [
        Paar(kandidaat=each.kandidaat, plek=each.plek, startweek=each.startweek)
        for each in solution.toewijzingen
    ]
    moves = None if budget.moves is None else SHARE * budget.moves
    share = replace(budget, seconds=SHARE * budget.seconds, moves=moves, on_progress=None)
    start = tuple(pair for pair in pairs_at(pairs, stays).tolist() if pair >= 0)
    result = solve_toewijzing(tier_problem(pairs, problem, GEPLAATST), share, vloeren=vloeren, start=start)
    if result.solution is None or budget.cancelled():
        return None
    there, without = (_reached(instance, pairs, paren) for paren in (start, result.solution.paren))
    return Eerlijkheid(
        standen=tuple(
            Stand(
                leden=sum(row.groep in each.groepen for row in instance.kandidaten),
                minstens=each.minstens,
                bereikt=bereikt,
                zonder=zonder,
            )
            for each, bereikt, zonder in zip(instance.beleid.ondergrenzen, there, without, strict=True)
        ),
        geplaatst=len(start),
        geplaatst_zonder=len(result.solution.paren),
        punten=points,
        punten_zonder=result.value,
        grens=result.bound,
    )


def _reached(instance: Instance, pairs: Pairs, paren: tuple[int, ...]) -> list[int]:
    """How many people of each ondergrens have a plek."""
    paid = Paid(instance)
    for pair in paren:
        kandidaat, plek = int(pairs.kandidaat[pair]), int(pairs.plek[pair])
        paid.add(instance.kandidaten[kandidaat].id, instance.plekken[plek].id)
    return paid.reached
