"""Every page of the service: one row per room, each room's `pages.py` lists its own in ROUTES.

    ROUTES = [Route("/kandidaten", show_kandidaten), Route("/kandidaten/{id:int}", save, methods=["POST"]), …]

Endpoints are plain functions `async def page(request) -> Response`; the edge is put around them here.
An `{id:int}` has at most eighteen digits: what is longer names no row.
"""

from http import HTTPStatus

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.web import health
from marketplace.web.api import pages as api
from marketplace.web.api.routes import api_routes
from marketplace.web.assets import serve_asset
from marketplace.web.beheer import pages as beheer
from marketplace.web.bezetting import pages as bezetting
from marketplace.web.edge import at_edge
from marketplace.web.groepen import pages as groepen
from marketplace.web.groepsdetachering import pages as groepsdetachering
from marketplace.web.inlezen import pages as inlezen
from marketplace.web.kandidaten import pages as kandidaten
from marketplace.web.leerwerkplekken import pages as leerwerkplekken
from marketplace.web.links import pages as links
from marketplace.web.matching import pages as matching
from marketplace.web.organisaties import pages as organisaties
from marketplace.web.regios import pages as regios
from marketplace.web.roulatie import pages as roulatie
from marketplace.web.sleutels import pages as sleutels
from marketplace.web.start import pages as start
from marketplace.web.toegang import pages as toegang
from marketplace.web.uitleg import pages as uitleg
from marketplace.web.voorstellen import pages as voorstellen
from marketplace.web.werkprocessen import pages as werkprocessen


class RowNumber(IntegerConvertor):
    """A number that a row can have; Starlette's own takes any length, and Python refuses to read it."""

    regex = "[0-9]{1,18}"


ROOMS: tuple[list[Route], ...] = (
    start.ROUTES,
    toegang.ROUTES,
    links.ROUTES,
    matching.ROUTES,
    voorstellen.ROUTES,
    kandidaten.ROUTES,
    groepen.ROUTES,
    roulatie.ROUTES,
    groepsdetachering.ROUTES,
    leerwerkplekken.ROUTES,
    inlezen.ROUTES,
    organisaties.ROUTES,
    bezetting.ROUTES,
    beheer.ROUTES,
    regios.ROUTES,
    uitleg.ROUTES,
    api.ROUTES,
    sleutels.ROUTES,
    werkprocessen.ROUTES,
)


async def not_found(_: Request) -> Response:
    """Any other path, so that its page has the navigation too."""
    raise NotFound


async def to_page(request: Request) -> Response:
    """The address of a form that came back with errors, opened anew: the page on which it stands."""
    return RedirectResponse(request.url.path.rpartition("/")[0] or "/", status_code=HTTPStatus.SEE_OTHER)


def all_routes() -> list[Route]:
    """Every route: files, health, the pages of all rooms behind the edge, and last what does not exist."""
    register_url_convertor("int", RowNumber())
    pages = [made for room in ROOMS for made in room]
    shown = {made.path for made in pages if "GET" in (made.methods or ["GET"])}
    return [
        Route("/static/{hash}/{name:path}", serve_asset),
        *health.ROUTES,
        *api_routes(),
        *(Route(made.path, at_edge(made.endpoint), methods=list(made.methods or ["GET"])) for made in pages),
        *(Route(made.path, to_page) for made in pages if made.path not in shown),
        Route("/{path:path}", at_edge(not_found)),
    ]
