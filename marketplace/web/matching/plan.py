"""The plan page: figures above, then what needs attention, then who has no plek."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.matching.queries import list_namen
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.model import Rekenrun
from marketplace.rekenruns.queries import get_open_rekenrun
from marketplace.toegang.model import Actor, Rol
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.aandacht import order_worklist
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import Plan, PlanFilter, PlanStatus
from marketplace.web.fields import KleinNummer, KorteTekst, Nummer
from marketplace.web.filters import Filters, read_filters
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.woorden import link_names, say_bound
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.statuses import STATUSES
from marketplace.web.templating import render
from marketplace.werkprocessen.queries import list_sectoren


class PlanFilters(Filters):
    """The filters as they stand in the address; an unreadable one narrows nothing."""

    sector: KorteTekst | None = None
    gemeente: KleinNummer | None = None
    organisatie: Nummer | None = None
    status: VoorstelStatus | None = None


async def show_plan(request: Request) -> Response:
    """The concept plan of the region, else the published one, as a worklist."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    concept, published = [
        await plan_queries.get_plan_with_status(conn, actor, regio.code, status)
        for status in (PlanStatus.CONCEPT, PlanStatus.GEPUBLICEERD)
    ]
    wants_published = request.query_params.get("toon") == "gepubliceerd"
    plan = published if wants_published or concept is None else concept
    run = await get_open_rekenrun(conn, actor, regio.code)
    frame: dict[str, Any] = {"regio": regio, "run": run, "concept": concept, "published": published}
    if plan is None:
        return render(request, "matching/leeg.html", **frame)
    return render(request, "matching/plan.html", **frame, **await _worklist(request, conn, actor, plan, run))


async def _worklist(
    request: Request, conn: Connection, actor: Actor, plan: Plan, run: Rekenrun | None
) -> dict[str, Any]:
    """Everything that the template asks of one plan."""
    form, chosen = read_filters(request, PlanFilters)
    filters = _to_filter(chosen)
    vandaag = clock(request).today()
    namen = await list_namen(conn, [plan.regio_code])
    beleid = await get_beleid(conn, plan.regio_code, vandaag)
    regels = await plan_queries.list_plan_regels(conn, actor, plan.id, filters)
    since = await plan_queries.count_decisions_since(conn, actor, plan.regio_code, plan.gelezen_op)
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    return {
        "plan": plan,
        "bewezen": say_bound(plan.cijfers),
        "regels": order_worklist(regels, vandaag, beleid.wachttermijn_weken),
        "niet_geplaatst": await plan_queries.list_niet_geplaatst(conn, actor, plan.id, filters),
        "keuzes": await plan_queries.list_keuzes(conn, actor, plan.id),
        "statussen": _statussen(),
        "form": form,
        "gefilterd": filters != PlanFilter(),
        "besluiten": since,
        "sectoren": sectoren,
        "bezet": [
            (sectoren.get(row["sector"], row["sector"]), row["gebruikt"], row["totaal"])
            for row in plan.cijfers.get("sectoren", [])
        ],
        # Decisions ask for another run before publishing; a plan without them is ready.
        "zin": lambda text: link_names(text, namen),
        "reken_eerst": run is None and (plan.status is not PlanStatus.CONCEPT or since > 0),
    }


def _to_filter(data: PlanFilters) -> PlanFilter:
    """The filters for the query."""
    return PlanFilter(
        sector=data.sector,
        gemeente_id=data.gemeente,
        organisatie_id=data.organisatie,
        status=data.status,
    )


def _statussen() -> Sequence[tuple[str, str]]:
    """The statuses that a voorstel in a plan can have, with their words."""
    return [
        (each.value, STATUSES[each.value].woord)
        for each in VoorstelStatus
        if each is not VoorstelStatus.VERVALLEN
    ]
