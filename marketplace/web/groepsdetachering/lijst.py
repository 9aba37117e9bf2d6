"""Where groepsdetachering begins: the SW-bedrijf of who comes, the choice between several, or the start."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.bedrijf.beleid import list_beginners
from marketplace.groepsdetachering.bedrijf.queries import list_beleid
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.request import actor_as, connection
from marketplace.web.templating import redirect, render


async def show_bedrijven(request: Request) -> Response:
    """The week board of the only SW-bedrijf, or a list of them with those that can begin."""
    conn, actor = await connection(request), actor_as(request, *LEEST_MENSEN)
    found, beginners = await list_beleid(conn, actor), await list_beginners(conn, actor)
    if len(found) == 1 and not beginners:
        return redirect(request, f"/groepsdetachering/{found[0].organisatie_id}/bord")
    return render(request, "groepsdetachering/lijst.html", bedrijven=found, beginners=beginners)


ROUTES = [Route("/groepsdetachering", show_bedrijven)]
