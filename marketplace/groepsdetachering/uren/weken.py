"""Weeks with their hours: those in which a group ran by the plan that held, and those that were filled in."""

from datetime import date

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht, list_opdrachten
from marketplace.groepsdetachering.plan.model import Groep, Indeling
from marketplace.groepsdetachering.plan.plannen import list_geldend
from marketplace.groepsdetachering.uren.model import Urenweek, Uur
from marketplace.groepsdetachering.uren.queries import list_gewerkt
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.model import Actor

RUNS = (OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT)


class NotBegun(Conflict):
    """Deze week is nog niet begonnen. U vult uren in als er is gewerkt."""


async def list_urenweken(
    conn: Connection, actor: Actor, clock: Clock, organisatie_id: int, van: date, tot: date
) -> list[Urenweek]:
    """The weeks in [van, tot) in which a group ran or hours were filled in, by week and short name."""
    bedrijven = bedrijven_of(actor)
    groepen, indelingen = await list_geldend(conn, bedrijven, organisatie_id, van, tot)
    filled = await list_gewerkt(conn, actor, organisatie_id, van, tot, clock.now())
    gewerkt = {(each.opdracht_id, each.week): each for each in filled}
    ran = {(each.opdracht_id, each.week): each for each in groepen}
    return sorted(
        (
            Urenweek(
                opdracht=opdracht,
                week=week,
                gepland=_planned(opdracht, ran.get((opdracht.id, week)), indelingen),
                gewerkt=gewerkt.get((opdracht.id, week)),
            )
            for opdracht in await list_opdrachten(conn, bedrijven, organisatie_id, tuple(OpdrachtStatus))
            for number, week in ran.keys() | gewerkt.keys()
            if number == opdracht.id
        ),
        key=lambda each: (each.week, each.opdracht.kort.lower(), each.opdracht.id),
    )


async def find_urenweek(
    conn: Connection, actor: Actor, clock: Clock, opdracht_id: int, week: date
) -> Urenweek:
    """The hours of an opdracht in a week, also where no group was planned; raises NotFound or NotBegun."""
    opdracht = await get_opdracht(conn, actor, opdracht_id)
    if opdracht is None or week != monday(week) or opdracht.status not in RUNS:
        raise NotFound
    if week > clock.today():
        raise NotBegun
    found = await list_urenweken(conn, actor, clock, opdracht.organisatie_id, week, week + WEEK)
    for each in found:
        if each.opdracht.id == opdracht.id:
            return each
    if opdracht.tot <= week or week + WEEK <= opdracht.van:
        raise NotFound
    return Urenweek(opdracht=opdracht, week=week, gepland=(), gewerkt=None)


def _planned(opdracht: Opdracht, groep: Groep | None, indelingen: list[Indeling]) -> tuple[Uur, ...]:
    """A working day for everybody in the group on each of their days on which it runs."""
    return (
        ()
        if groep is None
        else tuple(
            Uur(each.kandidaat_id, dag, opdracht.minuten)
            for each in indelingen
            if (each.opdracht_id, each.week) == (groep.opdracht_id, groep.week)
            for dag, _ in groep.leiding
            if each.dagen >> dag & 1
        )
    )
