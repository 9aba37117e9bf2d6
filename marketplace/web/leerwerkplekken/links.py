"""The link with which an employer without an account says whether a plek still holds."""

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.leerwerkplekken import plek_links, service
from marketplace.leerwerkplekken.model import Leerwerkplek
from marketplace.leerwerkplekken.plek_link_queries import get_antwoord
from marketplace.toegang.link_queries import list_links
from marketplace.toegang.links import LENGTH
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import BESLIST
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.templating import redirect, render


async def link_context(
    request: Request, conn: Connection, who: Actor, plek: Leerwerkplek
) -> dict[str, object]:
    """The last answer and, for who may make one, the link that is open."""
    may = plek.regio_code in who.regios_als(*BESLIST)
    now = clock(request).now()
    links = await list_links(conn, leerwerkplek_id=plek.id) if may else []
    return {
        "mag_link": may,
        "link": next((each for each in links if each.holds(now)), None),
        "antwoord": await get_antwoord(conn, plek.id),
    }


async def make_link(request: Request) -> Response:
    """Make a link and show it this once."""
    actor, plek_id = actor_as(request, *BESLIST), path_id(request)
    conn = await connection(request)
    token = await plek_links.make_plek_link(conn, actor, clock=clock(request), plek_id=plek_id)
    return render(
        request,
        "leerwerkplekken/link.html",
        plek=await service.visible_leerwerkplek(conn, actor, plek_id),
        link=f"{settings(request).base_url}/link/plek/{token}",
        verloopt=clock(request).now() + LENGTH[Doel.PLEK],
    )


async def withdraw_link(request: Request) -> Response:
    """Let the open link work no more."""
    actor, plek_id = actor_as(request, *BESLIST), path_id(request)
    await plek_links.withdraw_plek_links(
        await connection(request), actor, clock=clock(request), plek_id=plek_id
    )
    return redirect(request, f"/leerwerkplekken/{plek_id}", melding="De link werkt niet meer.")
