"""Ask the rules about a rooster at once, without solving: what is wrong where, and what a move would do."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marketplace.rekenruns.regelbreuk import Regelbreuk, Verandering, differ, to_regelbreuken
from marketplace.roulatie.model import Cel
from marketplace.roulatie.opgave import Opgave, to_cells
from solver.roulatie.check import check, violations, violations_elsewhere
from solver.roulatie.instance import Instance
from solver.roulatie.inzicht import guidance, practised
from solver.roulatie.plan import Plan
from solver.roulatie.solution import Solution
from solver.roulatie.wishes import WISHES
from solver.rule import Violation

# Rules about what is still empty: while people fill the board they are told once, not in each cell.
NOG_LEEG = "een_plek"

_WEIGHED: deque[tuple[Instance, Solution, tuple[int, tuple[int, ...]]]] = deque(maxlen=32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Druk:
    """The week of a block in which the praktijkopleider of a plek has least time left."""

    praktijkopleider: int
    gevraagd: int
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A rooster as the rules see it: conflicts, people by (plek, blok), guidance, weeks practised, points.

    Weeks of which a praktijkopleider saw that nothing was practised are taken off `geoefend`.
    """

    conflicten: tuple[Regelbreuk, ...]
    mensen: Mapping[tuple[int, int], tuple[int, ...]]
    druk: Mapping[tuple[int, int], Druk]
    geoefend: Mapping[tuple[int, int], int]
    punten: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg(Verandering):
    """What it would do to put somebody at a plek in a block."""

    plek: int
    heeft_al: bool


def is_at(broken: Regelbreuk, kandidaat: int, blok: int, plek: int | None) -> bool:
    """Whether it is about a cell: what it names of people, blocks and plekken agrees with that."""
    here = {"deelnemer": kandidaat, "blok": blok, "plek": plek}
    named = {kind: broken.names(kind) for kind in here}
    is_of_somebody = bool(named["deelnemer"] or named["plek"])
    return is_of_somebody and all(not ids or here[kind] in ids for kind, ids in named.items())


def look(opgave: Opgave, cellen: Iterable[Cel]) -> Stand:
    """Everything people see of a rooster."""
    plan = _plan(opgave, cellen)
    return Stand(
        conflicten=_conflicts(violations(plan)),
        mensen={key: tuple(people) for key, people in plan.people.items()},
        druk=_pressure(plan),
        geoefend={key: weeks - opgave.verloren.get(key, 0) for key, weeks in practised(plan).items()},
        punten={name: wish.value(plan) for name, wish in WISHES.items()},
    )


def weigh(opgave: Opgave, cellen: Iterable[Cel]) -> tuple[int, tuple[int, ...]]:
    """How many rules a rooster breaks, and its points in each tier: less than all that `look` reckons.

    The last answers are kept: an alternative beside the board stays as it is while people move on the board.
    """
    instance, solution = opgave.instance, Solution(cellen=to_cells(cellen))
    for asked, rooster, answer in tuple(_WEIGHED):
        if rooster == solution and asked == instance:
            return answer
    report = check(instance, solution)
    weight = len(report.violations), report.tiers
    _WEIGHED.append((instance, solution, weight))
    return weight


def compare_plekken(
    opgave: Opgave, cellen: Sequence[Cel], kandidaat: int, blok: int, plekken: Iterable[int]
) -> list[Gevolg]:
    """Of each plek what it would do to put somebody there in a block, the best first."""
    plan, asked = _plan(opgave, cellen), list(plekken)
    now = _conflicts(violations(plan))
    present = plan.at.get(kandidaat, {}).get(blok)
    found = [
        _gevolg(plek, now, _conflicts(broken), heeft_al=plek == present)
        for plek, broken in zip(asked, violations_elsewhere(plan, kandidaat, blok, asked), strict=True)
    ]
    return sorted(found, key=lambda each: each.last)


def _gevolg(plek: int, now: Sequence[Regelbreuk], then: Sequence[Regelbreuk], *, heeft_al: bool) -> Gevolg:
    """What differs when somebody is at a plek."""
    found = differ(now, then)
    return Gevolg(
        plek=plek,
        heeft_al=heeft_al,
        erbij=found.erbij,
        eraf=found.eraf,
        erger=found.erger,
        minder=found.minder,
    )


def _plan(opgave: Opgave, cellen: Iterable[Cel]) -> Plan:
    """A rooster as the rules read it."""
    return Plan(opgave.instance, Solution(cellen=to_cells(cellen)))


def _conflicts(broken: Iterable[Violation]) -> tuple[Regelbreuk, ...]:
    """Broken rules, law first and last what is still empty."""
    return tuple(sorted(to_regelbreuken(broken), key=lambda each: (not each.wet, each.regel == NOG_LEEG)))


def _pressure(plan: Plan) -> dict[tuple[int, int], Druk]:
    """Of each plek and block with people the week in which who leads it has least time left."""
    asked = guidance(plan)
    free = {each.id: each.minuten for each in plan.instance.praktijkopleiders}
    found: dict[tuple[int, int], Druk] = {}
    for plek, blok in plan.people:
        weeks = [
            Druk(
                praktijkopleider=inzet.praktijkopleider,
                gevraagd=asked[inzet.praktijkopleider][week],
                minuten=free[inzet.praktijkopleider][week],
            )
            for inzet in plan.plekken[plek].inzet
            for week in plan.blokken[blok].weken
            if inzet.van_week <= week < inzet.tot_week
        ]
        if weeks:
            found[plek, blok] = min(weeks, key=lambda each: each.minuten - each.gevraagd)
    return found
