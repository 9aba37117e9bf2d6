"""What it would really cost to give someone another plek: the difference between two actual plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.matching.explanation import Alternatief
from solver.matching.spreektaal import count, listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from solver.matching.survey import Stay, Survey

TRIED = 3
GIVING_WAY = 3


def find_alternatives(survey: Survey, kandidaat: int, number: int) -> tuple[Alternatief, ...]:
    """Give the best other plekken.

    Those that fit, and the most wanted of those where someone must give way.
    """
    current = survey.plan.get(kandidaat)
    here = current.plek if current else None
    free, full = _split(survey, kandidaat, here)
    found = [each for stay in (*free[:number], *full[:TRIED]) if (each := measure(survey, stay))]
    found.sort(key=lambda each: (*(-value for value in each.verschil), each.plek))
    return tuple(found[:number])


def _split(survey: Survey, kandidaat: int, here: int | None) -> tuple[list[Stay], list[Stay]]:
    """Best stay per other plek that fits beside the rest, and best per plek where nothing fits."""
    gone = survey.cancel(kandidaat)
    free: dict[int, Stay] = {}
    full: dict[int, Stay] = {}
    for stay in survey.options(kandidaat):
        if stay.plek == here or stay.plek in free:
            continue
        if survey.ledger.fits(stay.uses):
            free[stay.plek] = stay
        else:
            full.setdefault(stay.plek, stay)
    if gone:
        survey.book(gone)
    return list(free.values()), [stay for plek, stay in full.items() if plek not in free]


def plan_with(survey: Survey, wanted: Stay) -> dict[int, Stay] | None:
    """Make the plan in which this stay stands, others giving way; None when pins leave no room for it."""
    before = dict(survey.plan)
    survey.cancel(wanted.kandidaat)
    done = _make_room(survey, wanted)
    after = dict(survey.plan)
    _restore(survey, before)
    return after if done else None


def measure(survey: Survey, wanted: Stay) -> Alternatief | None:
    """Compare the plan with one that has this stay in it; None when pins leave no room for it."""
    before, after = survey.plan, plan_with(survey, wanted)
    if after is None:
        return None
    moved = [
        each for each in before if each != wanted.kandidaat and each in after and after[each] != before[each]
    ]
    gone = [each for each in before if each not in after]
    difference = tuple(
        new - old for new, old in zip(_total(after.values()), _total(before.values()), strict=True)
    )
    return Alternatief(
        plek=wanted.plek,
        startweek=wanted.startweek,
        verschil=difference,
        verplaatst=tuple(sorted(moved)),
        zonder_plek=tuple(sorted(gone)),
        sentence=_tell(wanted, difference, len(after) - len(before), sorted(moved), sorted(gone))
        + ("" if survey.may_move(after) else " Dat zijn meer verplaatsingen dan dit plan mag doen."),
    )


def _total(stays: Iterable[Stay]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(stay.worth for stay in stays), strict=True))) or (0, 0, 0)


def _make_room(survey: Survey, wanted: Stay) -> bool:
    """Book the stay after the cheapest who must have given way, who go elsewhere where they fit."""
    evicted: list[Stay] = []
    while short := survey.ledger.shortages(wanted.uses):
        leaving = _cheapest(survey, wanted, short)
        if leaving is None:
            return False
        survey.cancel(leaving.kandidaat)
        evicted.append(leaving)
    survey.book(wanted)
    for stay in evicted:
        elsewhere = _best_fit(survey, stay.kandidaat)
        if elsewhere is not None:
            survey.book(elsewhere)
    return True


def _cheapest(survey: Survey, wanted: Stay, short: Iterable[object]) -> Stay | None:
    """Of those who use a short row: whoever loses least by leaving, counting where they could go instead."""
    rows = set(short)
    users = [
        stay
        for stay in survey.plan.values()
        if stay.kandidaat not in survey.pinned and not rows.isdisjoint(stay.uses)
    ]
    users.sort(key=lambda stay: (stay.worth, stay.kandidaat))
    losses = [(_loss(survey, wanted, stay), stay.kandidaat, stay) for stay in users[:GIVING_WAY]]
    return min(losses, key=lambda each: each[:2])[2] if losses else None


def _loss(survey: Survey, wanted: Stay, leaving: Stay) -> tuple[int, ...]:
    """What leaving costs when the wanted stay has come in its place."""
    survey.cancel(leaving.kandidaat)
    survey.book(wanted)
    elsewhere = _best_fit(survey, leaving.kandidaat)
    survey.cancel(wanted.kandidaat)
    survey.book(leaving)
    if elsewhere is None:
        return leaving.worth
    return tuple(old - new for old, new in zip(leaving.worth, elsewhere.worth, strict=True))


def _best_fit(survey: Survey, kandidaat: int) -> Stay | None:
    return next((stay for stay in survey.options(kandidaat) if survey.ledger.fits(stay.uses)), None)


def _restore(survey: Survey, before: dict[int, Stay]) -> None:
    for kandidaat in list(survey.plan):
        if survey.plan[kandidaat] is not before.get(kandidaat):
            survey.cancel(kandidaat)
    for kandidaat, stay in before.items():
        if kandidaat not in survey.plan:
            survey.book(stay)


def _tell(wanted: Stay, difference: Sequence[int], people: int, moved: list[int], gone: list[int]) -> str:
    """Say who pays for it, and what that means for the plan; `people` is how many more have a plek."""
    parts = [f"Op plek {{plek:{wanted.plek}}} kan dit vanaf week {{week:{wanted.startweek}}}."]
    if gone:
        names = listing([f"{{kandidaat:{each}}}" for each in gone])
        parts.append(f"Dan {'heeft' if len(gone) == 1 else 'hebben'} {names} in dit plan geen plek meer.")
    if moved:
        names = listing([f"{{kandidaat:{each}}}" for each in moved])
        parts.append(
            f"Dan {'krijgt' if len(moved) == 1 else 'krijgen'} {names} een andere plek of startweek."
        )
    alone = not gone and not moved
    if alone:
        parts.append("Niemand anders hoeft daarvoor te verschuiven.")
    return " ".join([*parts, _tell_difference(difference, people, alone=alone)])


def _tell_difference(difference: Sequence[int], people: int, *, alone: bool) -> str:
    """Say the first tier that differs in terms of people; points mean nothing to who reads it."""
    term, placed, wishes = difference
    if term:
        late = count(abs(term), "kandidaat", "kandidaten")
        verb = "wacht" if abs(term) == 1 else "wachten"
        return f"Dan {verb} er {late} {'minder' if term > 0 else 'meer'} langer dan de termijn."
    if people:
        verb = "krijgt" if abs(people) == 1 else "krijgen"
        size = count(abs(people), "kandidaat", "kandidaten")
        return f"Dan {verb} er {size} {'meer' if people > 0 else 'minder'} een plek."
    if placed:
        return f"Wie zo een plek krijgt, wacht {'langer' if placed > 0 else 'korter'} dan wie hem verliest."
    if wishes:
        fits = "beter" if wishes > 0 else "minder goed"
        return f"De plek past {fits}." if alone else f"Voor iedereen samen passen de plekken dan {fits}."
    return "Het plan wordt daar niet beter of slechter van."
