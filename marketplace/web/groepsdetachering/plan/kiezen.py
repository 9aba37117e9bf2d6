"""What can be done with what was picked on the board: somebody in a week, or the group of an opdracht."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.errors import Conflict
from marketplace.groepsdetachering.plan.bord import Bord, Wens, put_as
from marketplace.groepsdetachering.plan.ritten import pass_stops
from marketplace.groepsdetachering.plan.toets import compare

if TYPE_CHECKING:
    from datetime import date

    from marketplace.clock import Clock
    from marketplace.groepsdetachering.bedrijf.model import Werkleider
    from marketplace.groepsdetachering.mensen.model import Medewerker
    from marketplace.groepsdetachering.opdrachten.model import Opdracht
    from marketplace.groepsdetachering.plan.model import Groep, Indeling
    from marketplace.groepsdetachering.plan.overzicht import Overzicht
    from marketplace.rekenruns.regelbreuk import Verandering
    from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatskeuze:
    """A group where somebody can go in a week (None: inside), and what that would break and mend."""

    opdracht: Opdracht | None
    dagen: int
    verandering: Verandering


@dataclass(frozen=True, slots=True, kw_only=True)
class MensKeuze:
    """Somebody in a week, where they are, and where else they can be, the best first."""

    medewerker: Medewerker
    week: date
    indeling: Indeling | None
    keuzes: tuple[Plaatskeuze, ...]

    @property
    def id(self) -> str:
        """How the page calls it."""
        return f"{self.medewerker.kandidaat_id}-{self.week.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leiderkeuze:
    """Who can lead, and what stands in the way in words."""

    werkleider: Werkleider
    bezwaar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepKeuze:
    """An opdracht in a week: its group, the weekdays with work, and who can lead."""

    opdracht: Opdracht
    week: date
    groep: Groep | None
    werkdagen: int
    leiders: tuple[Leiderkeuze, ...]

    @property
    def id(self) -> str:
        """How the page calls it."""
        return f"groep-{self.opdracht.id}"


def choices_of(
    over: Overzicht, actor: Actor, clock: Clock, kandidaat_id: int, week: date
) -> MensKeuze | None:
    """Where somebody can be in a week that is not over; None for who is not known."""
    wie = over.wereld.medewerker(kandidaat_id)
    if wie is None or over.concept is None or over.opgave is None:
        return None
    if week not in over.concept.weken or week < over.van:
        return None
    bord = Bord(actor=actor, clock=clock, wereld=over.wereld, concept=over.concept)
    present = over.concept.where(kandidaat_id, week)
    found = []
    for opdracht in (None, *over.wereld.opdrachten):
        if (present.opdracht_id if present else None) == (opdracht.id if opdracht else None):
            continue
        wens = Wens(kandidaat_id=kandidaat_id, week=week, opdracht_id=opdracht.id if opdracht else None)
        try:
            zet, _ = put_as(bord, wens, [week])
        except Conflict:
            continue
        found.append((opdracht, pass_stops(over.opgave, over.concept, zet)))
    changes = compare(over.opgave, over.stuk, [zet.on(over.stuk) for _, zet in found])
    choices = [
        Plaatskeuze(
            opdracht=opdracht,
            dagen=each.dagen if (each := zet.indelingen.get((kandidaat_id, week))) else 0,
            verandering=change,
        )
        for (opdracht, zet), change in zip(found, changes, strict=True)
    ]
    return MensKeuze(
        medewerker=wie,
        week=week,
        indeling=present,
        keuzes=tuple(sorted(choices, key=lambda each: each.verandering.last)),
    )


def group_of(over: Overzicht, opdracht_id: int, week: date) -> GroepKeuze | None:
    """What the group of an opdracht can be in a week; None for one that is not known."""
    opdracht = over.wereld.opdracht(opdracht_id)
    if opdracht is None or over.concept is None:
        return None
    return GroepKeuze(
        opdracht=opdracht,
        week=week,
        groep=over.concept.groep(opdracht_id, week),
        werkdagen=over.work_days(opdracht_id, week),
        leiders=tuple(
            Leiderkeuze(werkleider=each, bezwaar=_objection(over, each, opdracht, week))
            for each in over.wereld.bedrijf.werkleiders
        ),
    )


def _objection(over: Overzicht, wie: Werkleider, opdracht: Opdracht, week: date) -> str:
    """What stands in the way of somebody leading an opdracht in a week."""
    if over.opgave is None or over.concept is None:
        return ""
    (row,) = (each for each in over.opgave.instance.werkleiders if each.id == wie.id)
    if not row.days_in(over.number(week)) & opdracht.dagen:
        return "is er niet"
    lacking = [each for each in opdracht.trainingen if each not in wie.trainingen]
    if lacking:
        return f"mist {lacking[0]}"
    if any(
        each.werkleider and each.werkproces_id not in wie.werkprocessen for each in opdracht.werkprocessen
    ):
        return "kan het werk niet voordoen"
    others = {
        other.kort
        for each in over.concept.groepen
        if each.week == week and each.opdracht_id != opdracht.id
        for dag, leider in each.leiding
        if leider == wie.id and opdracht.dagen >> dag & 1
        if (other := over.wereld.opdracht(each.opdracht_id))
    }
    return f"leidt dan al {', '.join(sorted(others))}" if others else ""
