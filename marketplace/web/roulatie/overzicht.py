"""The overview of a roulatie: what is ready, what is not, and what can be said before anything is solved."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie.afspraken import list_overeenkomsten
from marketplace.roulatie.model import Cohort, RoosterStatus
from marketplace.roulatie.namen import list_namen
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.roosters import list_roosters
from marketplace.roulatie.voorbereiding import lacking_overeenkomsten, list_stappen, look_before
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.roulatie.pagina import show_cohort, visible_cohort
from marketplace.web.roulatie.woorden import LAGEN, STAPPEN, gather, link_names

WORKED_ON = (RoosterStatus.CONCEPT, RoosterStatus.GEPUBLICEERD)


async def show_overzicht(request: Request) -> Response:
    """The page with which one begins."""
    cohort = await visible_cohort(request)
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    roosters = await list_roosters(conn, actor, cohort.roulatie.id, WORKED_ON)
    told = next((each for each in roosters if each.status is RoosterStatus.GEPUBLICEERD), None)
    signed = await list_overeenkomsten(conn, actor, cohort.roulatie.id)
    namen = await list_namen(conn, cohort)
    vooraf = await look_before(conn, actor, cohort, clock(request))
    return show_cohort(
        request,
        "overzicht.html",
        cohort,
        stappen=list_stappen(
            cohort,
            has_rooster=bool(roosters),
            has_gepubliceerd=told is not None,
            onovereengekomen=lacking_overeenkomsten(cohort, told, signed, clock(request).today())
            if told
            else (),
        ),
        stapnamen=STAPPEN,
        redenen=[link_names(cohort.roulatie.id, each, namen) for each in gather(vooraf.redenen)],
        kansen=[(namen.name("werkproces", each), found) for each, found in (vooraf.kansen or {}).items()],
        lagen=[LAGEN[each].lower() for each in cohort.roulatie.lagen],
        vorige=await _former(request, cohort),
        momenten=await list_geschiedenis(conn, actor, "roulatie", cohort.roulatie.id),
    )


async def _former(request: Request, cohort: Cohort) -> Cohort | None:
    """The roulatie that this one goes on from."""
    if cohort.roulatie.vervolg_op is None:
        return None
    actor = actor_as(request, *LEEST_REGIO)
    return await get_cohort(await connection(request), actor, cohort.roulatie.vervolg_op)


ROUTES = [Route("/roulaties/{id:int}", show_overzicht)]
