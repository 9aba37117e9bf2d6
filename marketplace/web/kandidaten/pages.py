"""Kandidaten: the list, and the page of one; pseudonymous, in plain words."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.kandidaten import groepen, queries, service
from marketplace.kandidaten.zoekteksten import list_zoekteksten
from marketplace.regios.queries import get_wachttermijn, list_gemeenten
from marketplace.toegang.rechten import EIGEN, LEEST_MENSEN, LEEST_REGIO
from marketplace.web.filters import read_filters, search_words
from marketplace.web.forms import filled
from marketplace.web.kandidaten import betrokkenen, bewerken, doelgroepen, identiteit, nieuw, status
from marketplace.web.kandidaten.forms import FilterForm
from marketplace.web.kandidaten.profiel import profile_page, say_groep
from marketplace.web.kandidaten.rechten import AANMELDERS, BESLISSERS, LEZERS, profile_of
from marketplace.web.navigation import ZIET_MENSEN
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_sectoren
from solver.spreektaal import VERVOER


async def show_kandidaten(request: Request) -> Response:
    """The list with its filters; filters that make no sense narrow nothing."""
    actor = actor_as(request, *ZIET_MENSEN)
    conn = await connection(request)
    form, filters = read_filters(request, FilterForm)
    wanted = await queries.list_wenssectoren(conn, actor)
    vandaag, regios = clock(request).today(), actor.regios_als(*LEEST_REGIO)
    termijn = await get_wachttermijn(conn, regios, vandaag)
    grens = None if termijn is None else vandaag - timedelta(weeks=termijn)
    sectoren = await list_sectoren(conn)
    gevonden = await search_words(conn, actor, filters.woorden, list_zoekteksten)
    ids = gevonden.sleutels if gevonden else None
    return render(
        request,
        "kandidaten/lijst.html",
        form=form,
        filters=filters,
        lijst=await queries.list_kandidaten(conn, actor, filters.to_filter(grens, ids)),
        gevonden=gevonden,
        sectoren={each.code: each.kort for each in sectoren},
        sector_opties=[(each.code, each.kort) for each in sectoren if each.code in wanted],
        groepen=[(each.id, say_groep(each)) for each in await groepen.list_groepen(conn, actor)],
        gemeenten=[(each.id, each.naam) for each in await list_gemeenten(conn, regios, vandaag)],
        vervoer=VERVOER,
        grens=grens,
        regios=regios,
        mag_aanmelden=actor.heeft(*AANMELDERS),
        kent_besloten=actor.heeft(*LEEST_MENSEN),
        mag_groepen=actor.heeft(*LEEST_REGIO),
    )


async def show_kandidaat(request: Request) -> Response:
    """One profile; for the person in plain words."""
    return await profile_page(request, await profile_of(request, *LEZERS), filled())


async def show_own(request: Request) -> Response:
    """To the profile of the person, or of the first for whom somebody speaks."""
    eigen = actor_as(request, *EIGEN).kandidaten_als(*EIGEN)
    return redirect(request, f"/kandidaten/{eigen[0]}")


async def allow_again(request: Request) -> Response:
    """Let the next run propose a pair that a rejection had forbidden."""
    actor = actor_as(request, *BESLISSERS)
    conn = await connection(request)
    kandidaat_id = await service.allow_again(
        conn, actor, clock=clock(request), uitsluiting_id=path_id(request, "uitsluiting_id")
    )
    return redirect(
        request,
        f"/kandidaten/{kandidaat_id}",
        melding="Deze plek mag de volgende keer weer worden voorgesteld.",
    )


ROUTES = [
    Route("/kandidaten", show_kandidaten),
    Route("/mijn-profiel", show_own),
    *nieuw.ROUTES,
    Route("/kandidaten/{id:int}", show_kandidaat),
    *bewerken.ROUTES,
    *identiteit.ROUTES,
    *status.ROUTES,
    *betrokkenen.ROUTES,
    *doelgroepen.ROUTES,
    Route("/kandidaten/uitsluitingen/{uitsluiting_id:int}/intrekken", allow_again, methods=["POST"]),
]
