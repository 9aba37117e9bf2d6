"""Meeting many: a point for every two deelnemers who are at one plek in some block."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.possible import Possible

NAME = "ontmoeten"


def points(model: Model) -> Term:
    """A boolean for each two, which needs a cell that both have."""
    met: list[Term] = []
    people = model.instance.deelnemers
    for place, one in enumerate(people):
        for other in people[place + 1 :]:
            together: list[Term] = []
            for plek in model.instance.plekken:
                for blok in model.own[one.id]:
                    here = model.cells.get((one.id, plek.id, blok.id))
                    there = model.cells.get((other.id, plek.id, blok.id))
                    if here is not None and there is not None:
                        both = model.cp.new_bool_var("")
                        model.cp.add_implication(both, here)
                        model.cp.add_implication(both, there)
                        together.append(both)
            if together:
                meet = model.cp.new_bool_var("")
                model.cp.add(meet <= sum(together))
                met.append(meet)
    return sum(met)


def size(model: Model) -> int:
    """How many booleans the points take: one for every two people and cell that both may have."""
    people: dict[tuple[int, int], int] = {}
    for _, plek, blok in model.cells:
        people[plek, blok] = people.get((plek, blok), 0) + 1
    return sum(number * (number - 1) // 2 for number in people.values())


def most(possible: Possible) -> int:
    """Pairs who may share a plek; in a block nobody meets more than the largest plek has room for."""
    met: set[tuple[int, int]] = set()
    room = 0
    for blok in possible.instance.blokken:
        here = [
            (who, {plek.id for plek in plekken})
            for (who, each), plekken in possible.plekken.items()
            if each == blok.id
        ]
        largest = max((plek.maximum for plek in possible.instance.plekken), default=0)
        room += len(here) * max(0, min(largest, len(here)) - 1) // 2
        met.update((one, other) for (one, a), (other, b) in combinations(here, 2) if a & b)
    return min(room, len(met))


def value(plan: Plan) -> int:
    """Count the pairs that meet."""
    pairs = {frozenset((one, other)) for people in plan.people.values() for one in people for other in people}
    return sum(1 for pair in pairs if len(pair) > 1)
