"""Plans beside each other: the history, the difference, and publishing a concept."""

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.voorstellen import plan_queries, publicatie
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import Plan, PlanStatus
from marketplace.voorstellen.verschil import compare
from marketplace.web.fields import KorteTekst, Nummer
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import read_form
from marketplace.web.matching.achter import read_behind
from marketplace.web.matching.cijfers import figures_of
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.woorden import say_bound
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import VersieForm
from marketplace.web.templating import redirect, render


class PublishForm(VersieForm):
    """What the person saw: the version of the concept and the published plan it was compared with."""

    gezien: Nummer | None = None


class PlannenFilters(Filters):
    """Of which regio, and who asked for it."""

    regio: KorteTekst | None = None
    door: Nummer | None = None


async def show_plannen(request: Request) -> Response:
    """Every plan of a region, newest first."""
    actor, conn = actor_as(request, *LEEST_REGIO), await connection(request)
    regio = await chosen_regio(request, conn, actor)
    form, filters = read_filters(request, PlannenFilters)
    lijst = await plan_queries.list_plannen(
        conn, actor, regio.code, door=filters.door, vanaf=filters.vanaf, aantal=filters.aantal
    )
    return render(
        request,
        "matching/plannen.html",
        regio=regio,
        form=form,
        filters=filters,
        lijst=lijst,
        vragers=await plan_queries.list_vragers(conn, actor, regio.code),
        say_bound=say_bound,
    )


async def show_plan_lezen(request: Request) -> Response:
    """One plan to read, whatever became of it: its figures and what it proposed."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    plan = await publicatie.visible_plan(conn, actor, path_id(request))
    _, filters = read_filters(request, Filters)
    return render(
        request,
        "matching/plan_lezen.html",
        plan=plan,
        vorige=await plan_queries.get_previous_plan(conn, actor, plan),
        cijfers=await figures_of(conn, plan),
        lijst=filters.cut(await plan_queries.list_plan_regels(conn, actor, plan.id)),
        filters=filters,
    )


async def show_verschil(request: Request) -> Response:
    """What changes from the published plan (or the one before) to this plan."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    plan = await publicatie.visible_plan(conn, actor, path_id(request))
    return await _render(request, conn, actor, plan, met=request.query_params.get("met", ""))


async def _render(
    request: Request,
    conn: Connection,
    actor: Actor,
    plan: Plan,
    *,
    met: str = "",
    fout: str | None = None,
) -> Response:
    """The difference page; after a refusal with the reason on top."""
    published = await plan_queries.get_plan_with_status(conn, actor, plan.regio_code, PlanStatus.GEPUBLICEERD)
    previous = await plan_queries.get_previous_plan(conn, actor, plan)
    is_published = published is not None and published.id == plan.id
    with_previous = met == "vorige"
    other = previous if with_previous or is_published or published is None else published
    others = (await plan_queries.list_plannen(conn, actor, plan.regio_code)).regels
    other = next((each for each in others if str(each.id) == met and each.id != plan.id), other)
    old = [] if other is None else await plan_queries.list_plan_regels(conn, actor, other.id)
    new = await plan_queries.list_plan_regels(conn, actor, plan.id)
    return render(
        request,
        "matching/verschil.html",
        status_code=409 if fout else 200,
        plan=plan,
        ander=other,
        vorige=previous,
        anderen=[each for each in others if each.id != plan.id],
        published=published,
        verschil=compare(old, new),
        achter=await read_behind(conn, actor, plan) if plan.status is PlanStatus.CONCEPT else None,
        afgewezen=[each for each in new if each.status is VoorstelStatus.AFGEWEZEN],
        fout=fout,
        met_vorige=with_previous,
    )


async def publish_plan(request: Request) -> Response:
    """Publish the concept that the person compared; a newer publication shows its difference first."""
    actor = actor_as(request, *BESLIST)
    conn = await connection(request)
    form = await read_form(request, PublishForm)
    plan = await publicatie.visible_plan(conn, actor, path_id(request))
    if form.data is None:
        return redirect(request, f"/plannen/{plan.id}/verschil")
    melding = "Het plan is gepubliceerd."
    try:
        await publicatie.publish(
            conn,
            actor,
            clock=clock(request),
            plan_id=plan.id,
            versie=form.data.versie,
            gezien=form.data.gezien,
        )
    except publicatie.AlreadyPublished as refusal:
        melding = refusal.sentence
    except Conflict as refusal:
        now = await publicatie.visible_plan(conn, actor, plan.id)
        return await _render(request, conn, actor, now, fout=refusal.sentence)
    return redirect(request, f"/plan?regio={plan.regio_code}", melding=melding)
