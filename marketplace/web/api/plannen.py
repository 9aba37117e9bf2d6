"""Plannen: what a rekenrun proposed, line by line, for whom it found no plek; and publishing one."""

from datetime import date, datetime
from typing import Any

from marketplace.voorstellen import model, plan, plan_queries, publicatie
from marketplace.web.api.cut import page_of
from marketplace.web.api.models import Answer, Bladeren, Body, Id
from marketplace.web.api.operation import Call, Operation


class Plan(Answer):
    """Wat een rekenrun voorstelt: concept, gepubliceerd of historie."""

    id: int
    rekenrun_id: int
    regio_code: str
    status: plan.PlanStatus
    basis_plan_id: int | None
    gelezen_op: datetime
    gemaakt_op: datetime
    gepubliceerd_op: datetime | None
    gepubliceerd_door: str | None
    cijfers: dict[str, Any]
    versie: int


class PlanRegel(Answer):
    """Een voorstel zoals het in een plan staat."""

    voorstel_id: int
    kandidaat_id: int
    kenmerk: str
    leerwerkplek_id: int
    titel: str
    organisatie: str
    plaats: str
    sector: str
    status: model.VoorstelStatus
    startweek: date
    weken: int
    vorm_naam: str


class NietGeplaatst(Answer):
    """Iemand voor wie dit plan geen plek heeft, en waarom."""

    kandidaat_id: int
    kenmerk: str
    gemeente: str
    matchbaar_sinds: date | None
    sector: str | None
    reden: str
    uitleg: dict[str, Any]


class Publicatie(Body):
    """Het gepubliceerde plan dat u zag; leeg als er nog geen was."""

    gezien: Id | None


async def list_plannen(call: Call, *, query: Bladeren) -> list[plan.Plan]:
    """The plannen that the key may see."""
    return await plan_queries.list_plannen_after(call.conn, call.actor, na=query.after, aantal=query.one_more)


async def get_plan(call: Call, *, id: int) -> plan.Plan:
    """One plan."""
    return await publicatie.visible_plan(call.conn, call.actor, id)


async def list_regels(call: Call, *, id: int, query: Bladeren) -> list[plan.PlanRegel]:
    """The voorstellen in a plan."""
    await get_plan(call, id=id)
    return page_of(await plan_queries.list_plan_regels(call.conn, call.actor, id), query, "voorstel_id")


async def list_niet_geplaatst(call: Call, *, id: int, query: Bladeren) -> list[plan.NietGeplaatstRegel]:
    """For whom a plan has no plek."""
    await get_plan(call, id=id)
    return page_of(await plan_queries.list_niet_geplaatst(call.conn, call.actor, id), query, "kandidaat_id")


async def publish_plan(call: Call, *, id: int, versie: int, body: Publicatie) -> plan.Plan:
    """Publish a concept over the plan that was seen."""
    return await publicatie.publish(
        call.conn, call.actor, clock=call.clock, plan_id=id, versie=versie, gezien=body.gezien
    )


OPERATIONS = (
    Operation(
        method="GET",
        path="/plannen",
        noun="plannen",
        naam="listPlannen",
        titel="Alle plannen",
        run=list_plannen,
        answer=Plan,
        many=True,
        query=Bladeren,
    ),
    Operation(
        method="GET",
        path="/plannen/{id}",
        noun="plannen",
        naam="getPlan",
        titel="Eén plan",
        run=get_plan,
        answer=Plan,
    ),
    Operation(
        method="GET",
        path="/plannen/{id}/regels",
        noun="plannen",
        naam="listPlanRegels",
        titel="De voorstellen in een plan",
        run=list_regels,
        answer=PlanRegel,
        many=True,
        query=Bladeren,
        key="voorstel_id",
    ),
    Operation(
        method="GET",
        path="/plannen/{id}/niet-geplaatsten",
        noun="plannen",
        naam="listNietGeplaatsten",
        titel="Voor wie een plan geen plek heeft",
        run=list_niet_geplaatst,
        answer=NietGeplaatst,
        many=True,
        query=Bladeren,
        key="kandidaat_id",
    ),
    Operation(
        method="POST",
        path="/plannen/{id}/publicatie",
        noun="plannen",
        naam="publishPlan",
        titel="Een concept publiceren",
        uitleg="Is er intussen een ander plan gepubliceerd dan u zag, dan wordt het geweigerd.",
        run=publish_plan,
        answer=Plan,
        body=Publicatie,
        versioned=True,
    ),
)
