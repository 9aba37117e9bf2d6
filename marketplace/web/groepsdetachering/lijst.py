"""Where groepsdetachering begins: the SW-bedrijf of who comes, or the choice between several."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.bedrijf.queries import list_beleid
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.request import actor_as, connection
from marketplace.web.templating import redirect, render


async def show_bedrijven(request: Request) -> Response:
    """The week board of the only SW-bedrijf, or a list of them."""
    found = await list_beleid(await connection(request), actor_as(request, *LEEST_MENSEN))
    if len(found) == 1:
        return redirect(request, f"/groepsdetachering/{found[0].organisatie_id}/bord")
    return render(request, "groepsdetachering/lijst.html", bedrijven=found)


ROUTES = [Route("/groepsdetachering", show_bedrijven)]
