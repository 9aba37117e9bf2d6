"""The opdrachten of a SW-bedrijf: what inleners ask, what runs or will, what is over."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.overeenkomst import list_getekend
from marketplace.groepsdetachering.opdrachten.queries import list_opdrachten
from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.forms import last_day
from marketplace.web.groepsdetachering.opdrachten.pagina import LIJST
from marketplace.web.groepsdetachering.pagina import show_bedrijf, visible_bedrijf
from marketplace.web.request import actor_as, clock, connection

AGREED = (OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT)


async def show_opdrachten(request: Request) -> Response:
    """The list in three parts."""
    bedrijf, conn = await visible_bedrijf(request), await connection(request)
    found = await list_opdrachten(conn, [bedrijf.id], bedrijf.id, tuple(OpdrachtStatus))
    vandaag = clock(request).today()

    def is_current(each: Opdracht) -> bool:
        """Whether it was agreed and is not over."""
        return each.status in AGREED and each.tot > vandaag

    asked = [each for each in found if each.status is OpdrachtStatus.GEVRAAGD]
    return show_bedrijf(
        request,
        "opdrachten/lijst.html",
        bedrijf,
        gevraagd=asked,
        lopend=[each for each in found if is_current(each)],
        voorbij=[each for each in found if each not in asked and not is_current(each)],
        getekend=await list_getekend(conn, actor_as(request, *LEEST_MENSEN), bedrijf.id),
        treden={each.nummer: each.naam for each in bedrijf.treden},
        vandaag=vandaag,
        laatste_dag=last_day,
        say_days=say_days,
    )


ROUTES = [Route(LIJST, show_opdrachten)]
