"""What to give up when pins cannot all hold or more people must move than may, proven by solving again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from solver.budget import Budget, Stopwatch
from solver.matching.check import pair_violations
from solver.matching.encode import build_columns
from solver.matching.ledger import Ledger, stay_uses
from solver.matching.pairs import apply_pins, build_pairs, build_problem, keep_pairs, pin_mask, stay_floor
from solver.matching.solve import solve
from solver.result import Status
from solver.spreektaal import count, listing
from solver.toewijzing.solve import solve as solve_toewijzing

if TYPE_CHECKING:
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Paar
    from solver.matching.ledger import Uses
    from solver.matching.pairs import Pairs
    from solver.matching.solution import Solution

SEARCH_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """One pin to give up, with the Dutch sentence that tells why."""

    paar: Paar
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """The pins to give up.

    `is_smallest` tells whether fewer was proven impossible, `holds` whether the rest solves.
    """

    opgaven: tuple[Opgave, ...]
    sentence: str
    is_smallest: bool
    holds: bool


def relax(instance: Instance, budget: Budget) -> Relaxation:
    """Keep as many pins as can hold together, name the others, and prove the rest by solving again.

    Where only the budget of changes is too small, tell how large it must be. Progress tells how many pins
    can hold.
    """
    clock = Stopwatch(budget)
    quiet = replace(budget, on_progress=None)
    if instance.max_verplaatst is not None:
        least, is_smallest = _least_moved(instance, quiet)
        if least is not None and least > instance.max_verplaatst:
            sentence = _tell_moved(least, instance.max_verplaatst)
            return Relaxation(opgaven=(), sentence=sentence, is_smallest=is_smallest, holds=True)
        instance = replace(instance, max_verplaatst=None)
    pairs = build_pairs(replace(instance, vast=()))
    kept, is_smallest = _keep_most(instance, pairs, replace(budget, seconds=SEARCH_SHARE * budget.seconds))
    given_up = tuple(paar for paar in instance.vast if paar not in kept)
    rest = replace(instance, vast=tuple(paar for paar in instance.vast if paar in kept))
    again = solve(rest, replace(quiet, seconds=clock.left()))
    holds = again.status in {Status.OPTIMAL, Status.FEASIBLE}
    return Relaxation(
        opgaven=tuple(Opgave(paar=paar, sentence=_tell(rest, paar, again.solution)) for paar in given_up),
        sentence=_conclude(len(instance.vast), len(given_up), proven=is_smallest and holds),
        is_smallest=is_smallest,
        holds=holds,
    )


def _least_moved(instance: Instance, budget: Budget) -> tuple[int | None, bool]:
    """How many people lose a plek that each alone could keep, and whether fewer was proven impossible.

    None when the pins already contradict each other.
    """
    pinned = apply_pins(build_pairs(instance))
    if pinned is None:
        return None, False
    pairs, vloeren = pinned
    problem = build_problem(pairs, np.zeros(len(pairs), dtype=np.int64))
    floor = stay_floor(pairs, problem)
    assert floor is not None  # noqa: S101 (only asked of an instance with a budget)
    result = solve_toewijzing(replace(problem, waarde=floor.gewicht), budget, vloeren=vloeren)
    if result.solution is None:
        return None, False
    people = len(np.unique(pairs.kandidaat[floor.gewicht > 0]))
    return people - result.value, result.status is Status.OPTIMAL


def _tell_moved(least: int, most: int) -> str:
    people = count(least, "persoon", "mensen")
    return (
        f"Op de plekken van nu is niet genoeg ruimte voor wie daar staat: {people} "
        f"{'moet' if least == 1 else 'moeten'} naar een andere plek, en het plan mag er {most} verplaatsen. "
        f"Sta {least} verplaatsingen toe, of maak meer ruimte."
    )


def _keep_most(instance: Instance, pairs: Pairs, budget: Budget) -> tuple[set[Paar], bool]:
    """Solve for the largest number of pins; every pair is worth the pins that it keeps."""
    masks = {paar: pin_mask(pairs, paar) for paar in dict.fromkeys(instance.vast)}
    worth = np.zeros(len(pairs), dtype=np.int64)
    for mask in masks.values():
        worth += mask
    used = keep_pairs(pairs, worth > 0)
    result = solve_toewijzing(build_problem(used, worth[worth > 0]), budget)
    if result.solution is None:
        return set(), False
    chosen = np.flatnonzero(worth > 0)[list(result.solution.paren)]
    kept = {paar for paar, mask in masks.items() if mask[chosen].any()}
    return kept, result.status is Status.OPTIMAL


def _tell(instance: Instance, paar: Paar, solution: Solution | None) -> str:
    """Say why this pin cannot hold beside those of the instance as they stand in its solution.

    Rules that it breaks by itself, or what is short for it and who else is held there.
    """
    kandidaat = next(row for row in instance.kandidaten if row.id == paar.kandidaat)
    plek = next(row for row in instance.plekken if row.id == paar.plek)
    start = f"Kandidaat {{kandidaat:{paar.kandidaat}}} kan niet vast blijven op plek {{plek:{paar.plek}}}."
    weeks = instance.beleid.startweken if paar.startweek is None else (paar.startweek,)
    broken = {week: pair_violations(instance, kandidaat, plek, week) for week in weeks}
    least = min(broken.values(), key=len, default=[])
    if least:
        return " ".join([start, *(each.sentence for each in least)])
    columns = build_columns(instance)
    held = _held(columns, paar, solution)
    ledger = Ledger(columns)
    for uses in held.values():
        ledger.take(uses)
    place = instance.kandidaten.index(kandidaat), instance.plekken.index(plek)
    shortages = [ledger.shortages(stay_uses(columns, *place, week)) for week in weeks if not broken[week]]
    short = min(shortages, key=lambda each: int(each.amount.sum()), default=None)
    if short is None or not len(short.column):
        others = ", of het past niet samen met de andere vaste plaatsen" if instance.vast else ""
        return f"{start} Er is daar te weinig plaats of begeleiding{others}."
    blocking = [
        f"{{kandidaat:{each}}}" for each, uses in held.items() if np.isin(short.column, uses.column).any()
    ]
    sentences = [start, *(each.sentence for each in ledger.violations(short))]
    if blocking:
        noun = "vaste plaats" if len(blocking) == 1 else "vaste plaatsen"
        sentences.append(f"Dat komt door de {noun} van {listing(blocking)}.")
    return " ".join(sentences)


def _held(columns: Columns, paar: Paar, solution: Solution | None) -> dict[int, Uses]:
    """What the others that are pinned use in this solution."""
    instance = columns.instance
    kandidaten = {row.id: index for index, row in enumerate(instance.kandidaten)}
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    pinned = {each.kandidaat for each in instance.vast} - {paar.kandidaat}
    return {
        each.kandidaat: stay_uses(columns, kandidaten[each.kandidaat], plekken[each.plek], each.startweek)
        for each in (solution.toewijzingen if solution else ())
        if each.kandidaat in pinned
    }


def _conclude(pins: int, given_up: int, *, proven: bool) -> str:
    if not given_up:
        return "Alle vaste plaatsen kunnen blijven."
    all_pins = count(pins, "vaste plaats", "vaste plaatsen")
    if not proven:
        return f"Van de {all_pins} vonden wij er {given_up} om los te maken. Misschien kan het met minder."
    verb = "kan" if given_up == 1 else "kunnen"
    return f"Van de {all_pins} {verb} er {given_up} niet blijven."
