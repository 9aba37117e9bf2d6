"""Publishing a concept: over the published plan that the person compared it with, never over a newer one."""

from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, NotFound, StaleVersion
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.voorstellen import plan_queries, writes
from marketplace.voorstellen.plan import Plan, PlanStatus


class NewerPublication(Conflict):
    """Iemand anders heeft intussen een ander plan gepubliceerd. Bekijk eerst het verschil met dat plan."""


class AlreadyPublished(Conflict):
    """Dit plan is al gepubliceerd."""


async def visible_plan(conn: Connection, actor: Actor, plan_id: int) -> Plan:
    """The plan; raises NotFound for a stranger."""
    plan = await plan_queries.get_plan(conn, actor, plan_id)
    if plan is None:
        raise NotFound
    return plan


async def publish(
    conn: Connection, actor: Actor, *, clock: Clock, plan_id: int, versie: int, gezien: int | None
) -> Plan:
    """Publish a concept; `gezien` is the published plan that the person compared it with (None: none).

    The former one becomes history and voorstellen that no current plan names lapse. Raises AlreadyPublished
    when this plan is the published one, NewerPublication when another is published by now, StaleVersion when
    this is no concept any more.
    """
    plan = await visible_plan(conn, actor, plan_id)
    if plan.regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    await writes.lock_plannen(conn, plan.regio_code)
    current = await plan_queries.get_plan_with_status(conn, actor, plan.regio_code, PlanStatus.GEPUBLICEERD)
    if current is not None and current.id == plan.id:
        raise AlreadyPublished
    if (current.id if current else None) != gezien:
        raise NewerPublication
    if not await writes.update_published(conn, actor, plan_id=plan.id, versie=versie, now=clock.now()):
        raise StaleVersion("Dit plan is intussen vervangen. Bekijk het plan van nu.")
    lapsed = await lapse(conn, plan.regio_code, clock.today())
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="plan_gepubliceerd",
        onderwerp="plan",
        onderwerp_id=plan.id,
        regio_code=plan.regio_code,
        gegevens={"vorige": current.id if current else None, "vervallen": lapsed},
    )
    return await visible_plan(conn, actor, plan_id)


async def lapse(conn: Connection, regio_code: str, op: date) -> int:
    """Let voorstellen lapse that no current plan names; returns how many."""
    return await writes.lapse_voorstellen(conn, regio_code, op)
