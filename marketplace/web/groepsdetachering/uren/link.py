"""The link with which an inlener without an account confirms the hours of a week."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.uren import links
from marketplace.toegang.links import LENGTH
from marketplace.toegang.model import Doel
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.groepsdetachering.pagina import show_bedrijf
from marketplace.web.groepsdetachering.uren.pagina import EEN, change, page_of, visible_urenweek
from marketplace.web.groepsdetachering.uren.week import show
from marketplace.web.request import actor_as, clock, connection, settings
from marketplace.web.roulatie.stap import answer_step
from marketplace.web.saving import Geweigerd, VersieForm, take_step
from marketplace.web.templating import redirect


async def make(request: Request) -> Response:
    """Make a link and show it this once."""

    async def step(data: VersieForm) -> Response:
        conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)
        token = await links.make_uren_link(conn, actor, change(request, data.versie))
        blad = await visible_urenweek(request)
        return show_bedrijf(
            request,
            "uren/link.html",
            blad.bedrijf,
            urenweek=blad.urenweek,
            dit=page_of(request),
            link=f"{settings(request).base_url}/link/uren/{token}",
            verloopt=clock(request).now() + LENGTH[Doel.UREN],
        )

    return await answer_step(request, VersieForm, step, lambda geweigerd: _refused(request, geweigerd))


async def withdraw(request: Request) -> Response:
    """Let the open link work no more."""
    conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)

    async def step(versie: int) -> None:
        await links.withdraw_uren_link(conn, actor, change(request, versie))

    done = redirect(request, page_of(request), melding="De link werkt niet meer.")
    return await take_step(request, step, done, lambda geweigerd: _refused(request, geweigerd))


async def _refused(request: Request, geweigerd: Geweigerd) -> Response:
    """The week with what was in the way."""
    return await show(request, geweigerd=geweigerd)


ROUTES = [
    Route(f"{EEN}/link", make, methods=["POST"]),
    Route(f"{EEN}/link-intrekken", withdraw, methods=["POST"]),
]
