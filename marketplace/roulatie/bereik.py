"""Whether everybody could practise all that was agreed, each looked at alone; pure.

Whoever else is where, and how often one may be at a plek, is left out: who cannot reach it here never can.
The search tries what gives most first and gives up after so many looks: who is not decided then may reach it.
"""

from collections.abc import Iterable
from functools import cache
from itertools import count

from solver.roulatie.instance import Aanbod, Blok, Deelnemer, Instance, Plek

LOOKS = 2000
Gain = tuple[int, ...]


def out_of_reach(instance: Instance) -> list[int]:
    """The deelnemers for whom no choice of a plek in each block practises every agreed werkproces enough."""
    known: dict[tuple[Gain, tuple[tuple[Gain, ...], ...]], bool] = {}
    found = []
    for deelnemer in instance.deelnemers:
        asked = (_needs(deelnemer), tuple(_gains(instance, deelnemer, blok) for blok in instance.blokken))
        if asked not in known:
            known[asked] = _reaches(*asked)
        if not known[asked]:
            found.append(deelnemer.id)
    return found


def _needs(deelnemer: Deelnemer) -> Gain:
    """The weeks that are still to be practised, by leerdoel."""
    return tuple(max(0, doel.weken - doel.geoefend) for doel in deelnemer.leerdoelen)


def _gains(instance: Instance, deelnemer: Deelnemer, blok: Blok) -> tuple[Gain, ...]:
    """What the plekken give somebody in a block, weeks by leerdoel; only the best of them."""
    weeks = list(deelnemer.weken_in(blok.weken))
    found = {_gain(instance, deelnemer, plek, weeks) for plek in instance.plekken} if weeks else set()
    best = [each for each in found if not any(each != one and _covers(one, each) for one in found)]
    return tuple(sorted(best, key=lambda each: (-sum(each), each)))


def _gain(instance: Instance, deelnemer: Deelnemer, plek: Plek, weeks: Iterable[int]) -> Gain:
    """What one plek gives in these weeks; nothing where it is closed in one of them."""
    asked = list(weeks)
    if (deelnemer.id, plek.id) in instance.verboden or plek.gesloten.intersection(asked):
        return tuple(0 for _ in deelnemer.leerdoelen)
    offered = {each.werkproces: each for each in plek.aanbod}
    return tuple(
        sum(_teaches(instance, offered.get(doel.werkproces), week) for week in asked)
        for doel in deelnemer.leerdoelen
    )


def _teaches(instance: Instance, aanbod: Aanbod | None, week: int) -> bool:
    """Whether something is taught in a week: in season, and while the erkenning holds."""
    return (
        aanbod is not None
        and instance.maand[week] in aanbod.maanden
        and aanbod.van_week <= week
        and (aanbod.tot_week is None or week < aanbod.tot_week)
    )


def _covers(one: Gain, other: Gain) -> bool:
    """Whether one gives at least as much of everything."""
    return all(mine >= theirs for mine, theirs in zip(one, other, strict=True))


def _reaches(needs: Gain, blokken: tuple[tuple[Gain, ...], ...]) -> bool:
    """Whether some choice in each block brings every need to nothing, as far as is looked."""
    most = [[max((gain[doel] for gain in blok), default=0) for doel in range(len(needs))] for blok in blokken]
    left = [[sum(each[doel] for each in most[n:]) for doel in range(len(needs))] for n in range(len(most))]

    looks = count()

    @cache
    def reach(number: int, still: Gain) -> bool:
        if not any(still) or next(looks) > LOOKS:
            return True
        if number == len(blokken) or any(
            need > there for need, there in zip(still, left[number], strict=True)
        ):
            return False
        nothing = tuple(0 for _ in still)
        return any(
            reach(number + 1, tuple(max(0, n - g) for n, g in zip(still, gain, strict=True)))
            for gain in blokken[number] or (nothing,)
        )

    return reach(0, needs)
