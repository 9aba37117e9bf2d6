"""The ondergrenzen of a region as the solver gets them: groepen are numbers, their doelgroepen stay here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from marketplace.regios.model import Beleid
from solver.matching import instance as solver

# Of fewer people nothing is counted: who reads a plan may know who they are.
FEWEST_COUNTED = 5


def with_groepen(
    kandidaten: Sequence[solver.Kandidaat], leden: Mapping[str, Collection[int]]
) -> tuple[solver.Kandidaat, ...]:
    """Give everyone the number of their combination of doelgroepen: one bit for each of `leden`, in order."""
    found = []
    for each in kandidaten:
        number = sum(1 << place for place, those in enumerate(leden.values()) if each.id in those)
        found.append(replace(each, groep=number) if number else each)
    return tuple(found)


def to_ondergrenzen(
    kandidaten: Sequence[solver.Kandidaat], doelgroepen: Sequence[str], beleid: Beleid
) -> tuple[solver.Ondergrens, ...]:
    """The percentage of those who take part, rounded up, for each of these doelgroepen in order."""
    numbers = range(1, 1 << len(doelgroepen))
    found = []
    for place, code in enumerate(doelgroepen):
        groepen = frozenset(each for each in numbers if each >> place & 1)
        many = sum(each.groep in groepen for each in kandidaten)
        minstens = -(-beleid.ondergrenzen.procenten[code] * many // 100)
        found.append(solver.Ondergrens(groepen=groepen, minstens=minstens, prijs=beleid.ondergrens_prijs))
    return tuple(found)


def count_eerlijkheid(doelgroepen: Sequence[str], found: Mapping[str, Any] | None) -> dict[str, object]:
    """What a plan keeps of its ondergrenzen: nothing where there are none, None where none was compared."""
    if found is None:
        return {"eerlijkheid": None} if doelgroepen else {}
    standen = [
        {"doelgroep": code, **(each if each["leden"] >= FEWEST_COUNTED else {"leden": None})}
        for code, each in zip(doelgroepen, found["standen"], strict=True)
        if each["leden"]
    ]
    return {"eerlijkheid": {**found, "standen": standen}}
