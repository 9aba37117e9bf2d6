"""A week board as people see it: what they work on, what was published, what the rules say of it."""

from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.plan.instance import held_of, read_rijen, read_wereld
from marketplace.groepsdetachering.plan.model import Groepsplan, PlanStatus, Planwereld, Stuk
from marketplace.groepsdetachering.plan.namen import Namen, list_namen
from marketplace.groepsdetachering.plan.opgave import Opgave, build_opgave
from marketplace.groepsdetachering.plan.plannen import get_by_status
from marketplace.groepsdetachering.plan.toets import Stand, look
from marketplace.rekenruns.weken import WEEK, Weken
from marketplace.toegang.model import Actor
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.ritten import own_minutes
from solver.groepsdetachering.vooraf import warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """The SW-bedrijf, its plans, and of the weeks [van, tot) that are not over what the rules say.

    A concept of which all weeks are over is none.
    """

    wereld: Planwereld
    concept: Groepsplan | None
    gepubliceerd: Groepsplan | None
    van: date
    tot: date
    opgave: Opgave | None
    stand: Stand | None
    vooraf: tuple[str, ...]
    namen: Namen

    @property
    def plan(self) -> Groepsplan | None:
        """The plan that is shown: the concept, else the published one."""
        return self.concept or self.gepubliceerd

    @property
    def stuk(self) -> Stuk:
        """What is shown of the weeks that are not over."""
        return self.plan.between(self.van, self.tot) if self.plan else Stuk()

    def number(self, week: date) -> int:
        """The number of a week in the question."""
        return (week - self.van) // WEEK

    def work_days(self, opdracht_id: int, week: date) -> int:
        """The weekdays on which an opdracht has work in a week, as a mask."""
        rows = self.opgave.instance.opdrachten if self.opgave else ()
        return next((each.days_in(self.number(week)) for each in rows if each.id == opdracht_id), 0)

    def alone(self, opdracht_id: int) -> frozenset[int]:
        """Who gets to an opdracht by themselves."""
        if self.opgave is None:
            return frozenset()
        instance = self.opgave.instance
        (row,) = (each for each in instance.opdrachten if each.id == opdracht_id)
        return frozenset(
            each.id for each in instance.medewerkers if own_minutes(instance, each, row) is not None
        )


async def load_overzicht(conn: Connection, actor: Actor, clock: Clock, organisatie_id: int) -> Overzicht:
    """Everything that a board shows; raises NotFound for a stranger."""
    bedrijven = bedrijven_of(actor)
    wereld = await read_wereld(conn, bedrijven, organisatie_id)
    if wereld is None:
        raise NotFound
    concept = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.CONCEPT)
    told = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.GEPUBLICEERD)
    if concept is not None and concept.tot <= monday(clock.today()):
        concept = None
    shown = concept or told
    van = max(shown.van, monday(clock.today())) if shown else monday(clock.today())
    tot = shown.tot if shown and shown.tot > van else van + wereld.bedrijf.beleid.weken * WEEK
    opgave = stand = None
    if wereld.medewerkers and wereld.opdrachten and wereld.bedrijf.werkleiders:
        rijen = await read_rijen(conn, wereld, (van, tot), told)
        opgave = build_opgave(rijen, held_of(concept, (van, tot)) if concept else None)
        stand = look(opgave, shown.between(van, tot)) if shown else None
    return Overzicht(
        wereld=wereld,
        concept=concept,
        gepubliceerd=told,
        van=van,
        tot=tot,
        opgave=opgave,
        stand=stand,
        vooraf=tuple(warnings(Known(opgave.instance))) if opgave else (),
        namen=await list_namen(conn, wereld, opgave.weken if opgave else Weken(van)),
    )
