"""Who has no plek in a plan, and why, the longest waiting first."""

from datetime import timedelta
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from marketplace.matching.queries import list_namen
from marketplace.regios.queries import get_beleid
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen import plan_queries, publicatie
from marketplace.voorstellen.keuzes import list_keuzes_geen_plek
from marketplace.voorstellen.plan import GeenPlekFilter
from marketplace.web.fields import KleinNummer, KorteTekst
from marketplace.web.filters import Filters, read_filters
from marketplace.web.matching.cijfers import figures_of
from marketplace.web.matching.woorden import link_names
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import render


class GeenPlekFilters(Filters):
    """The filters as they stand in the address."""

    reden: KorteTekst | None = None
    sector: KorteTekst | None = None
    gemeente: KleinNummer | None = None
    wacht: Literal["te_lang"] | None = None


async def show_geen_plek(request: Request) -> Response:
    """The people of a plan without a plek, for who reads its region."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    plan = await publicatie.visible_plan(conn, actor, path_id(request))
    form, filters = read_filters(request, GeenPlekFilters)
    vandaag = clock(request).today()
    termijn = (await get_beleid(conn, plan.regio_code, vandaag)).wachttermijn_weken
    wanted = GeenPlekFilter(
        sector=filters.sector,
        gemeente_id=filters.gemeente,
        reden=filters.reden,
        wacht_sinds=vandaag - timedelta(weeks=termijn) if filters.wacht else None,
    )
    lijst = filters.cut(await plan_queries.list_niet_geplaatst(conn, actor, plan.id, wanted))
    told = [each.uitleg["wel_als"][0]["zin"] for each in lijst.regels if each.uitleg["wel_als"]]
    namen = await list_namen(conn, [plan.regio_code], told)
    return render(
        request,
        "matching/geen_plek.html",
        plan=plan,
        cijfers=await figures_of(conn, plan),
        lijst=lijst,
        redenen=[(each["reden"], each["zin"]) for each in plan.cijfers["redenen"]],
        keuzes=await list_keuzes_geen_plek(conn, actor, plan.id),
        form=form,
        filters=filters,
        zin=lambda text: link_names(text, namen),
    )
