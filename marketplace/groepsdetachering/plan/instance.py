"""Read the rows of a SW-bedrijf and give the question that the solver gets."""

from collections.abc import Sequence
from datetime import date

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.bedrijf.queries import read_bedrijf
from marketplace.groepsdetachering.mensen.opbouw import Verleden
from marketplace.groepsdetachering.mensen.queries import list_medewerkers, list_paren
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import list_afspraken, list_opdrachten
from marketplace.groepsdetachering.plan.model import Groepsplan, PlanStatus, Planwereld
from marketplace.groepsdetachering.plan.opgave import Opgave, Rijen, Vast, build_opgave
from marketplace.groepsdetachering.plan.plannen import get_by_status, list_geldend
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.weken import WEEK

# So far back people's steps are counted.
LOOK_BACK = 52 * WEEK
PLANNED = (OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT)


class NotPlannable(Conflict):
    """Er valt nog niets te plannen. Zet eerst medewerkers, werkleiders en opdrachten klaar."""


class WeeksOver(Conflict):
    """De weken van dit plan zijn voorbij. Begin een nieuw plan."""


async def read_wereld(conn: Connection, bedrijven: Sequence[int], organisatie_id: int) -> Planwereld | None:
    """Everything that is planned with at a SW-bedrijf, of these; None for a stranger."""
    bedrijf = await read_bedrijf(conn, bedrijven, organisatie_id)
    if bedrijf is None:
        return None
    return Planwereld(
        bedrijf=bedrijf,
        medewerkers=await list_medewerkers(conn, bedrijven, organisatie_id),
        opdrachten=await list_opdrachten(conn, bedrijven, organisatie_id, PLANNED),
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
    return Rijen(
        van=van,
        tot=tot,
        wereld=wereld,
        verleden=Verleden(groups, places, wereld.opdrachten),
        groepen=[each for each in gepubliceerd.groepen if van <= each.week < tot] if gepubliceerd else (),
        indelingen=(
            [each for each in gepubliceerd.indelingen if van <= each.week < tot] if gepubliceerd else ()
        ),
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
    """Build the question of the concept as it is now; raises NotFound, NotPlannable or WeeksOver.

    `vraag` may hold `max_plaatsen` and `max_mensen`, how much of the published plan may change at most;
    `los`: nothing of the concept is kept, pinned or not.
    """
    wereld = await read_wereld(conn, bedrijven, organisatie_id)
    if wereld is None:
        raise NotFound
    concept = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.CONCEPT)
    if concept is None or not (wereld.medewerkers and wereld.opdrachten and wereld.bedrijf.werkleiders):
        raise NotPlannable
    weken = open_weeks(concept, vandaag)
    told = await get_by_status(conn, bedrijven, organisatie_id, PlanStatus.GEPUBLICEERD)
    rijen = await read_rijen(conn, wereld, weken, told)
    held = held_of(concept, weken) if not vraag.get("los") else Vast()
    return build_opgave(
        rijen,
        Vast(
            groepen=held.groepen,
            indelingen=held.indelingen,
            max_plaatsen=vraag.get("max_plaatsen"),
            max_mensen=vraag.get("max_mensen"),
        ),
    )


def held_of(concept: Groepsplan, weken: tuple[date, date]) -> Vast:
    """What people pinned on the board in these weeks."""
    van, tot = weken
    return Vast(
        groepen=tuple(each for each in concept.groepen if each.vast and van <= each.week < tot),
        indelingen=tuple(each for each in concept.indelingen if each.vast and van <= each.week < tot),
    )
