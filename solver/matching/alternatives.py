"""What it would really cost to give someone another plek: the difference between two actual plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from solver.matching.explanation import Alternatief
from solver.spreektaal import count, listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from solver.matching.ledger import Uses
    from solver.matching.survey import Stay, Survey

    Changes: TypeAlias = dict[int, Stay | None]

TRIED = 3
GIVING_WAY = 3


def find_alternatives(survey: Survey, kandidaat: int, number: int) -> tuple[Alternatief, ...]:
    """Give the best other plekken.

    Those that fit, and the most wanted of those where someone must give way.
    """
    current = survey.cancel(kandidaat)
    stays = survey.best_elsewhere(kandidaat, current.plek if current else None, number, TRIED)
    if current:
        survey.book(current)
    found = [each for stay in stays if (each := measure(survey, stay))]
    found.sort(key=lambda each: (*(-value for value in each.verschil), each.plek))
    return tuple(found[:number])


def changes_with(survey: Survey, wanted: Stay) -> Changes | None:
    """What changes when this stay comes into the plan, others giving way; None where pins leave no room."""
    former = survey.cancel(wanted.kandidaat)
    before = {wanted.kandidaat: former}
    done = _make_room(survey, wanted, before)
    after = {kandidaat: survey.plan.get(kandidaat) for kandidaat in before}
    for kandidaat in before:
        survey.cancel(kandidaat)
    for stay in before.values():
        if stay is not None:
            survey.book(stay)
    return after if done else None


def measure(survey: Survey, wanted: Stay) -> Alternatief | None:
    """Compare the plan with one that has this stay in it; None when pins leave no room for it."""
    changes = changes_with(survey, wanted)
    if changes is None:
        return None
    before = {kandidaat: survey.plan.get(kandidaat) for kandidaat in changes}
    others = {each: stay for each, stay in changes.items() if each != wanted.kandidaat}
    moved = sorted(each for each, stay in others.items() if stay is not None and stay != before[each])
    gone = sorted(each for each, stay in others.items() if stay is None)
    price = survey.price_of(changes)
    given = zip(_total(changes.values()), _total(before.values()), price, strict=True)
    difference = tuple(new - old - paid for new, old, paid in given)
    people = sum(stay is not None for stay in changes.values()) - sum(
        stay is not None for stay in before.values()
    )
    return Alternatief(
        plek=wanted.plek,
        startweek=wanted.startweek,
        verschil=difference,
        verplaatst=tuple(moved),
        zonder_plek=tuple(gone),
        sentence=_tell(wanted, difference, people, moved, gone, crowds=any(price))
        + ("" if survey.may_move(changes) else " Dat zijn meer verplaatsingen dan dit plan mag doen."),
    )


def _total(stays: Iterable[Stay | None]) -> tuple[int, ...]:
    worth = [stay.worth for stay in stays if stay is not None]
    return tuple(map(sum, zip(*worth, strict=True))) or (0, 0, 0)


def _make_room(survey: Survey, wanted: Stay, before: Changes) -> bool:
    """Book the stay after the cheapest who must have given way, who go elsewhere where they fit.

    Adds to `before` who gave way, with where they stood.
    """
    evicted: list[int] = []
    while len((short := survey.ledger.shortages(wanted.uses)).column):
        leaving = _cheapest(survey, wanted, short)
        if leaving is None:
            return False
        before[leaving.kandidaat] = survey.cancel(leaving.kandidaat)
        evicted.append(leaving.kandidaat)
    survey.book(wanted)
    for kandidaat in evicted:
        elsewhere = survey.best_fit(kandidaat)
        if elsewhere is not None:
            survey.book(elsewhere)
    return True


def _cheapest(survey: Survey, wanted: Stay, short: Uses) -> Stay | None:
    """Of those who use what is short whoever loses least by leaving, counting where they could go instead."""
    users = [survey.plan[each] for each in survey.users(short) - survey.pinned]
    users.sort(key=lambda stay: (stay.worth, stay.kandidaat))
    losses = [(_loss(survey, wanted, stay), stay.kandidaat, stay) for stay in users[:GIVING_WAY]]
    return min(losses, key=lambda each: each[:2])[2] if losses else None


def _loss(survey: Survey, wanted: Stay, leaving: Stay) -> tuple[int, ...]:
    """What leaving costs when the wanted stay has come in its place."""
    survey.cancel(leaving.kandidaat)
    survey.book(wanted)
    elsewhere = survey.best_fit(leaving.kandidaat)
    survey.cancel(wanted.kandidaat)
    survey.book(leaving)
    if elsewhere is None:
        return leaving.worth
    return tuple(old - new for old, new in zip(leaving.worth, elsewhere.worth, strict=True))


def _tell(
    wanted: Stay, difference: Sequence[int], people: int, moved: list[int], gone: list[int], *, crowds: bool
) -> str:
    """Say who pays for it, and what that means for the plan.

    `people` is how many more have a plek, `crowds` whether the spread over werkgevers changes.
    """
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
    return " ".join([*parts, _tell_difference(difference, people, alone=alone and not crowds)])


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
