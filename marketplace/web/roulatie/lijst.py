"""Every roulatie of the regio: how far each is, when, and how many take part."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie.queries import list_roulaties
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.request import actor_as, connection
from marketplace.web.templating import render
from marketplace.werkprocessen.queries import list_sectoren


async def show_roulaties(request: Request) -> Response:
    """The list, or how to begin."""
    actor, conn = actor_as(request, *LEEST_REGIO), await connection(request)
    return render(
        request,
        "roulatie/lijst.html",
        roulaties=await list_roulaties(conn, actor),
        mag=actor.heeft(*BESLIST),
        sectoren={each.code: each.kort for each in await list_sectoren(conn)},
    )


ROUTES = [Route("/roulaties", show_roulaties)]
