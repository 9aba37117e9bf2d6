"""What can be said before solving: why no plan can exist, or a block would mean nothing, in sentences.

Each is a reason by itself; that none is found does not mean that there is a plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.roulatie.instance import Deelnemer, Instance, Leerdoel


def reasons(instance: Instance) -> list[str]:
    """Everything that is wrong before anything is tried."""
    return [*_too_many(instance), *_nobody(instance), *_not_taught(instance)]


def _too_many(instance: Instance) -> Iterator[str]:
    """More people in a block than all plekken together take."""
    for blok in instance.blokken:
        people = sum(1 for deelnemer in instance.deelnemers if deelnemer.weken_in(blok.weken))
        room = sum(plek.maximum for plek in instance.plekken if not plek.gesloten.issuperset(blok.weken))
        if people > room:
            yield (
                f"In blok {{blok:{blok.id}}} zijn er {count(people, 'deelnemer', 'deelnemers')}. "
                f"Alle plekken samen hebben ruimte voor {room}."
            )


def _nobody(instance: Instance) -> Iterator[str]:
    """A block in which everyone is away."""
    for blok in instance.blokken:
        if not any(deelnemer.weken_in(blok.weken) for deelnemer in instance.deelnemers):
            yield f"In blok {{blok:{blok.id}}} is er niemand."


def _not_taught(instance: Instance) -> Iterator[str]:
    """An agreed werkproces that can nowhere be practised often enough."""
    for deelnemer in instance.deelnemers:
        for doel in deelnemer.leerdoelen:
            least = doel.weken - doel.geoefend
            most = _most_weeks(instance, deelnemer, doel)
            what = f"werkproces {{werkproces:{doel.werkproces}}}"
            if least <= most:
                continue
            if most:
                yield (
                    f"Deelnemer {{deelnemer:{deelnemer.id}}} oefent {what} hooguit "
                    f"{count(most, 'week', 'weken')}. Er zijn {least} nodig."
                )
            else:
                who = f"Deelnemer {{deelnemer:{deelnemer.id}}}"
                yield f"{who} wil {what} leren. Geen bedrijf biedt dat nu aan."


def _most_weeks(instance: Instance, deelnemer: Deelnemer, doel: Leerdoel) -> int:
    """In how many weeks some plek teaches it, wherever the deelnemer would be."""
    return sum(
        any(
            each.werkproces == doel.werkproces
            and instance.maand[week] in each.maanden
            and each.van_week <= week
            and (each.tot_week is None or week < each.tot_week)
            and week not in plek.gesloten
            for plek in instance.plekken
            for each in plek.aanbod
        )
        for blok in instance.blokken
        for week in deelnemer.weken_in(blok.weken)
    )
