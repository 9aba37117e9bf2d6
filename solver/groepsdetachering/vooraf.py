"""What can be said before solving: what was promised beyond what people can do, and groups that cannot run.

Nothing of it makes a plan impossible: what is not met is told, and a group that cannot run does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import days_in
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.groepsdetachering.instance import Opdracht
    from solver.groepsdetachering.known import Known


def warnings(known: Known) -> list[str]:
    """Sentences about weeks and opdrachten."""
    return [*_promised(known), *_groups(known)]


def _promised(known: Known) -> Iterator[str]:
    """Weeks in which more days of one person were promised than people can work outside."""
    instance = known.instance
    for week in range(instance.weken):
        promised = sum(
            row.toegezegd * row.days_in(week).bit_count() for row in instance.opdrachten if row.toegezegd
        )
        able = sum(_most_days(known, each.id, week) for each in instance.medewerkers)
        if promised > able:
            yield (
                f"In week {{week:{week}}} {'is' if promised == 1 else 'zijn'} "
                f"{count(promised, 'persoonsdag', 'persoonsdagen')} toegezegd. Samen kunnen mensen dan "
                f"hooguit {able} dagen buiten werken: {promised - able} te weinig."
            )


def _most_days(known: Known, medewerker: int, week: int) -> int:
    """On how many days somebody can work outside at most in a week."""
    days = 0
    for opdracht in known.opdrachten_of[medewerker]:
        days = max(days, known.mask(medewerker, opdracht, week).bit_count())
    return min(days, known.most_days[medewerker, week])


def _groups(known: Known) -> Iterator[str]:
    """Opdrachten that can run on no day, and the first thing that lacks."""
    for opdracht in known.instance.opdrachten:
        if not any(opdracht.days_in(week) for week in range(known.instance.weken)):
            yield f"Opdracht {{opdracht:{opdracht.id}}} heeft geen werkdagen in deze weken."
        elif not known.leaders[opdracht.id]:
            yield f"Er is geen werkleider die opdracht {{opdracht:{opdracht.id}}} kan leiden."
        else:
            yield from _people(known, opdracht)


def _people(known: Known, opdracht: Opdracht) -> Iterator[str]:
    """Whether on any day enough people could be there, and enough who master each werkproces."""
    most, skilled = 0, dict.fromkeys((each.werkproces for each in opdracht.mix), 0)
    for week in range(known.instance.weken):
        for day in days_in(opdracht.days_in(week)):
            there = [
                known.medewerkers[each]
                for each in known.people_for[opdracht.id]
                if known.mask(each, opdracht.id, week) >> day & 1
            ]
            most = max(most, len(there))
            for werkproces, number in skilled.items():
                able = sum(1 for each in there if werkproces in each.beheerst)
                skilled[werkproces] = max(number, able)
    if most < opdracht.minimum:
        yield (
            f"Bij opdracht {{opdracht:{opdracht.id}}} {'kan' if most == 1 else 'kunnen'} op geen dag meer "
            f"dan {count(most, 'persoon', 'mensen')} werken. Het zijn er minstens {opdracht.minimum}."
        )
    for wanted in opdracht.mix:
        if skilled[wanted.werkproces] < wanted.aantal:
            yield (
                f"Opdracht {{opdracht:{opdracht.id}}} vraagt {wanted.aantal} mensen die werkproces "
                f"{{werkproces:{wanted.werkproces}}} beheersen. Er "
                f"{'kan' if skilled[wanted.werkproces] == 1 else 'kunnen'} er hooguit "
                f"{skilled[wanted.werkproces]} zijn."
            )
