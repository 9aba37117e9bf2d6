"""The plan page: figures above, then the voorstellen, what needs attention first."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.matching.queries import count_to_plan, list_namen
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.queries import get_latest_rekenrun
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.aandacht import order_worklist
from marketplace.voorstellen.keuzes import keuzes_in
from marketplace.voorstellen.model import OPEN, VoorstelStatus
from marketplace.voorstellen.plan import Plan, PlanFilter, PlanRegel, PlanStatus
from marketplace.web.fields import KleinNummer, KorteTekst, Nummer
from marketplace.web.filters import Filters, read_filters
from marketplace.web.matching.achter import read_behind
from marketplace.web.matching.cijfers import figures_of
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.woorden import link_names, say_lacking
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.statuses import STATUSES
from marketplace.web.templating import render


class PlanFilters(Filters):
    """The filters as they stand in the address; an unreadable one narrows nothing."""

    regio: KorteTekst | None = None
    sector: KorteTekst | None = None
    gemeente: KleinNummer | None = None
    organisatie: Nummer | None = None
    status: Literal["open"] | VoorstelStatus | None = None
    wacht: Literal["te_lang"] | None = None


async def show_plan(request: Request) -> Response:
    """The concept plan of the region, else the published one, as a worklist."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    concept, published = [
        await plan_queries.get_plan_with_status(conn, actor, regio.code, status)
        for status in (PlanStatus.CONCEPT, PlanStatus.GEPUBLICEERD)
    ]
    plan = concept or published
    run = await get_latest_rekenrun(conn, actor, regio.code)
    namen = await list_namen(conn, [regio.code], [run.fout] if run and run.fout else [])
    frame: dict[str, Any] = {
        "regio": regio,
        "run": run,
        "published": published,
        "zin": lambda text: link_names(text, namen),
    }
    if plan is None:
        kandidaten, plekken = await count_to_plan(conn, regio.code, clock(request).today())
        tekort = "" if kandidaten and plekken else say_lacking(kandidaten, plekken)
        return render(request, "matching/leeg.html", **frame, tekort=tekort, plekken=plekken)
    return render(request, "matching/plan.html", **frame, **await _worklist(request, conn, actor, plan))


async def _worklist(request: Request, conn: Connection, actor: Actor, plan: Plan) -> dict[str, Any]:
    """Everything that the template asks of one plan."""
    form, filters = read_filters(request, PlanFilters)
    vandaag = clock(request).today()
    termijn = (await get_beleid(conn, plan.regio_code, vandaag)).wachttermijn_weken
    wanted = _to_filter(filters, vandaag - timedelta(weeks=termijn))
    regels = await plan_queries.list_plan_regels(conn, actor, plan.id)
    achter = await read_behind(conn, actor, plan)
    cijfers = await figures_of(conn, plan)
    keuzes = keuzes_in(regels, cijfers.sectoren)
    asked = [each for each in regels if wanted.holds(each)]
    return {
        "plan": plan,
        "cijfers": cijfers,
        "lijst": filters.cut(order_worklist(asked, vandaag, termijn)),
        "keuzes": keuzes,
        "standen": _standen(keuzes.statussen),
        "form": form,
        "filters": filters,
        "gefilterd": wanted != PlanFilter(),
        "achter": achter,
        # A week that has begun is a change too: who stands there must begin later.
        "te_herstellen": achter.any or any(_has_begun(each, vandaag) for each in regels),
        # What came after its reading asks for another run before publishing; a plan without it is ready.
        "reken_eerst": plan.status is not PlanStatus.CONCEPT or achter.any,
    }


def _has_begun(regel: PlanRegel, vandaag: date) -> bool:
    """Whether its week came before people agreed."""
    return regel.status in OPEN and regel.startweek <= vandaag


def _to_filter(data: PlanFilters, too_long: date) -> PlanFilter:
    """The filters for the query; who waits since `too_long` or before waits too long."""
    return PlanFilter(
        sector=data.sector,
        gemeente_id=data.gemeente,
        organisatie_id=data.organisatie,
        statussen=OPEN if data.status == "open" else frozenset([data.status]) if data.status else None,
        wacht_sinds=too_long if data.wacht else None,
    )


def _standen(used: frozenset[VoorstelStatus]) -> Sequence[tuple[str, str]]:
    """The statuses that occur, with their words; first all that wait for a decision."""
    waits = [("open", "Wacht op een besluit")] if used & OPEN else []
    return waits + [(each.value, STATUSES[each.value].woord) for each in VoorstelStatus if each in used]
