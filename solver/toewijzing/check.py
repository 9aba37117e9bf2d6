"""Value and broken lines of an answer in plain Python, sharing no code with what solves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.toewijzing.problem import Problem, Vloer


def value(problem: Problem, paren: Sequence[int]) -> int:
    """Compute the objective of these pairs: their values less (when minimising: plus) the prices paid."""
    total = sum(int(problem.waarde[pair]) for pair in paren)
    paid = _floor_costs(problem, paren) + _overuse_costs(problem, paren)
    return total + paid if problem.minimaliseer else total - paid


def _floor_costs(problem: Problem, paren: Sequence[int]) -> int:
    placed = {int(problem.kandidaat[pair]) for pair in paren}
    paid = 0
    for groep in problem.groepen:
        members = set(groep.kandidaten if groep.kandidaten is not None else groep.paren or ())
        reached = len(members & (placed if groep.kandidaten is not None else set(paren)))
        paid += groep.prijs * max(0, groep.minstens - reached)
    return paid


def _used(problem: Problem, paren: Sequence[int]) -> Counter[int]:
    used: Counter[int] = Counter()
    for pair in paren:
        row = pair if problem.profiel is None else int(problem.profiel[pair])
        for place in range(int(problem.begin[row]), int(problem.begin[row + 1])):
            used[int(problem.middel[place])] += int(problem.gebruik[place])
    return used


def _overuse_costs(problem: Problem, paren: Sequence[int]) -> int:
    used = _used(problem, paren)
    return sum(
        each.prijs * max(0, used[each.middel] - int(problem.capaciteit[each.middel]))
        for each in problem.zacht
    )


def violations(problem: Problem, paren: Sequence[int]) -> list[str]:
    """Name every hard line that these pairs break."""
    unknown = [
        f"pair {pair} is not in the problem" for pair in paren if not 0 <= pair < len(problem.kandidaat)
    ]
    if unknown:
        return unknown
    broken = [f"pair {pair} is verboden" for pair in sorted(set(paren) & set(problem.verboden))]
    broken += [f"pair {pair} is vast but not chosen" for pair in sorted(set(problem.vast) - set(paren))]
    counted = Counter(int(problem.kandidaat[pair]) for pair in paren)
    broken += [f"kandidaat {each} has {number} pairs" for each, number in counted.items() if number > 1]
    if problem.allen:
        broken += [
            f"kandidaat {each} has no pair" for each in range(problem.kandidaten) if each not in counted
        ]
    soft = {each.middel for each in problem.zacht}
    for middel, amount in sorted(_used(problem, paren).items()):
        if middel not in soft and amount > problem.capaciteit[middel]:
            broken.append(f"middel {middel} is used for {amount} of {problem.capaciteit[middel]}")
    return broken + _changes(problem, paren)


def broken_lines(problem: Problem, paren: Sequence[int], vloeren: Sequence[Vloer]) -> list[str]:
    """Name every hard line and floor that these pairs break."""
    broken = violations(problem, paren)
    if broken:
        return broken
    reached = [(sum(int(vloer.gewicht[pair]) for pair in paren), vloer.minstens) for vloer in vloeren]
    return [f"a floor reaches {total} of {least}" for total, least in reached if total < least]


def _changes(problem: Problem, paren: Sequence[int]) -> list[str]:
    if problem.wijzigingen is None or problem.vorige is None:
        return []
    now = {int(problem.kandidaat[pair]): pair for pair in paren}
    changed = sum(1 for each, former in enumerate(problem.vorige.tolist()) if now.get(each, -1) != former)
    return [f"{changed} kandidaten changed of {problem.wijzigingen}"] if changed > problem.wijzigingen else []
