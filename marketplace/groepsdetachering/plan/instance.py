"""Read the rows of a SW-bedrijf and give the question that the solver gets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.bedrijf.queries import read_bedrijf
from marketplace.groepsdetachering.mensen.opbouw import Verleden
from marketplace.groepsdetachering.mensen.queries import list_medewerkers, list_paren
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import list_afspraken, list_ingetrokken, list_opdrachten
from marketplace.groepsdetachering.plan.model import Groepsplan, PlanStatus, Planwereld
from marketplace.groepsdetachering.plan.omzetting import to_solution
from marketplace.groepsdetachering.plan.opgave import Opgave, Vast, build_opgave
from marketplace.groepsdetachering.plan.plannen import get_by_status, list_geldend
from marketplace.groepsdetachering.plan.rijen import Rijen
from marketplace.groepsdetachering.plan.vraag import VraagSoort, is_about, is_what_if, kind_of
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.weken import WEEK

# So far back people's steps are counted.
LOOK_BACK = 52 * WEEK
PLANNED = (OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT)


class NotPlannable(Conflict):
    """Er valt nog niets te plannen. Zet eerst medewerkers, werkleiders en opdrachten klaar."""


class WeeksOver(Conflict):
    """De weken van dit plan zijn voorbij. Begin een nieuw plan."""


class PlanMovedOn(Conflict):
    """Het plan is intussen veranderd. Stel de vraag opnieuw."""


class NotInPlan(Conflict):
    """De opdracht of de werkleider van deze vraag hoort niet bij de weken van dit plan."""


async def read_wereld(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, *also: OpdrachtStatus
) -> Planwereld | None:
    """Everything that is planned with at a SW-bedrijf, of these; None for a stranger.

    Of opdrachten those that are planned, those that were withdrawn while a group stands there, and `also`
    those with such a status.
    """
    bedrijf = await read_bedrijf(conn, bedrijven, organisatie_id)
    if bedrijf is None:
        return None
    return Planwereld(
        bedrijf=bedrijf,
        medewerkers=await list_medewerkers(conn, bedrijven, organisatie_id),
        opdrachten=(
            *await list_opdrachten(conn, bedrijven, organisatie_id, (*PLANNED, *also)),
            *await list_ingetrokken(conn, bedrijven, organisatie_id),
        ),
        paren=await list_paren(conn, bedrijven, organisatie_id),
        afspraken=await list_afspraken(conn, bedrijven, organisatie_id),
    )


async def read_rijen(
    conn: Connection, wereld: Planwereld, weken: tuple[date, date], gepubliceerd: Groepsplan | None
) -> Rijen:
    """Read what held before and what was published of the weeks [van, tot)."""
    van, tot = weken
    organisatie_id = wereld.bedrijf.id
    groups, places = await list_geldend(conn, [organisatie_id], organisatie_id, van - LOOK_BACK, van)
    told = gepubliceerd.between(van, tot) if gepubliceerd else None
    return Rijen(
        van=van,
        tot=tot,
        wereld=wereld,
        verleden=Verleden(groups, places, wereld.opdrachten),
        groepen=told.groepen if told else (),
        indelingen=told.indelingen if told else (),
    )


def open_weeks(plan: Groepsplan, vandaag: date) -> tuple[date, date]:
    """The weeks [van, tot) of a plan that are not over; raises WeeksOver."""
    van = max(plan.van, monday(vandaag))
    if van >= plan.tot:
        raise WeeksOver
    return van, plan.tot


async def load_opgave(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, vandaag: date, vraag: Json
) -> Opgave:
    """Build the question of the concept as it is now.

    Raises NotFound, NotPlannable, WeeksOver, PlanMovedOn, or NotInPlan for a what-if about nothing known.
    `vraag` is as in `plan.vraag`; a what-if knows of opdrachten that were only asked for, of which the one
    that it is about alone stays in the question.
    """
    soort = kind_of(vraag)
    asked = (OpdrachtStatus.GEVRAAGD,) if soort is VraagSoort.OPDRACHT else ()
    wereld = await read_wereld(conn, bedrijven, organisatie_id, *asked)
    if wereld is None:
        raise NotFound
    concept = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.CONCEPT)
    if concept is None or not (wereld.medewerkers and wereld.opdrachten and wereld.bedrijf.werkleiders):
        raise NotPlannable
    if is_what_if(vraag) and not is_about(vraag, concept.id, concept.versie):
        raise PlanMovedOn
    weken = open_weeks(concept, vandaag)
    told = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.GEPUBLICEERD)
    rijen = await read_rijen(conn, _about(wereld, vraag), weken, told)
    held = held_of(concept, weken)
    held = replace(held, max_plaatsen=vraag.get("max_plaatsen"), max_mensen=vraag.get("max_mensen"))
    opgave = build_opgave(rijen, held)
    for name, rows in (("opdracht", opgave.instance.opdrachten), ("werkleider", opgave.instance.werkleiders)):
        if name in vraag and vraag[name] not in {each.id for each in rows}:
            raise NotInPlan
    open_part = concept.between(*weken)
    huidig = to_solution(open_part.groepen, open_part.indelingen, opgave.weken, opgave.instance.opdrachten)
    return replace(opgave, huidig=huidig)


def _about(wereld: Planwereld, vraag: Json) -> Planwereld:
    """Of opdrachten that were only asked for the one that a question is about."""
    asked = vraag.get("opdracht")
    kept = tuple(
        each for each in wereld.opdrachten if each.status is not OpdrachtStatus.GEVRAAGD or each.id == asked
    )
    return replace(wereld, opdrachten=kept)


def held_of(concept: Groepsplan, weken: tuple[date, date]) -> Vast:
    """What people pinned on the board in these weeks."""
    part = concept.between(*weken)
    return Vast(
        groepen=tuple(each for each in part.groepen if each.vast),
        indelingen=tuple(each for each in part.indelingen if each.vast),
    )
