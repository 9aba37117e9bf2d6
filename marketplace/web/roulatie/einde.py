"""After a roulatie: who returns where, and who would do well at which plek."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from marketplace.roulatie.einde import can_finish, list_aflopen
from marketplace.roulatie.einde import finish as finish_roulatie
from marketplace.roulatie.model import RoulatieStatus
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, take_step
from marketplace.web.templating import redirect, render

BLIJVEN = {1: "wil blijven", 2: "wil misschien blijven", 3: "wil niet blijven"}


async def show_einde(request: Request) -> Response:
    """Everybody in the end."""
    return await _page(request)


async def _page(request: Request, geweigerd: Geweigerd | None = None) -> Response:
    """The page as it is now, with what was in the way of ending."""
    actor = actor_as(request, *LEEST_REGIO)
    over = await load_overzicht(await connection(request), actor, clock(request), path_id(request))
    roulatie = over.cohort.roulatie
    return render(
        request,
        "roulatie/einde.html",
        status_code=geweigerd.status if geweigerd else 200,
        over=over,
        roulatie=roulatie,
        aflopen=list_aflopen(over) if over.gepubliceerd else [],
        geweigerd=geweigerd,
        mag=roulatie.regio_code in actor.regios_als(*BESLIST),
        mag_afronden=can_finish(roulatie, clock(request).today()),
        is_over=roulatie.status is RoulatieStatus.AFGEROND,
        blijven=BLIJVEN,
    )


async def finish(request: Request) -> Response:
    """End the roulatie."""
    actor, roulatie_id = actor_as(request, *BESLIST), path_id(request)
    step = partial(
        finish_roulatie, await connection(request), actor, clock=clock(request), roulatie_id=roulatie_id
    )
    done = redirect(request, f"/roulaties/{roulatie_id}/einde", melding="De roulatie is afgerond.")
    return await take_step(request, step, done, partial(_page, request))
