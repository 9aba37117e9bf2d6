"""Every operation of the API and the routes made of them; a noun that is added is a row here."""

from collections.abc import Sequence
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from marketplace.web.api import (
    beleid,
    bezetting,
    catalogus,
    erkenningen,
    groepen,
    kandidaat_stappen,
    kandidaten,
    leerwerkplekken,
    opleidingen,
    organisaties,
    plannen,
    praktijkopleiders,
    regios,
    rekenruns,
    vastzetten,
    vestigingen,
    voorstellen,
)
from marketplace.web.api.operation import Operation
from marketplace.web.api.problems import show_problem
from marketplace.web.api.resource import ROOT, VERSION, Resource
from marketplace.web.openapi import describe
from marketplace.web.request import settings

OPERATIONS: tuple[Operation, ...] = (
    *regios.OPERATIONS,
    *beleid.OPERATIONS,
    *catalogus.OPERATIONS,
    *organisaties.OPERATIONS,
    *opleidingen.OPERATIONS,
    *vestigingen.OPERATIONS,
    *erkenningen.OPERATIONS,
    *praktijkopleiders.OPERATIONS,
    *leerwerkplekken.OPERATIONS,
    *bezetting.OPERATIONS,
    *kandidaten.OPERATIONS,
    *kandidaat_stappen.OPERATIONS,
    *groepen.OPERATIONS,
    *rekenruns.OPERATIONS,
    *plannen.OPERATIONS,
    *voorstellen.OPERATIONS,
    *vastzetten.OPERATIONS,
)
API = "/api/"
SCOPES = tuple(dict.fromkeys(each.scope for each in OPERATIONS))


async def show_openapi(request: Request) -> Response:
    """The whole API as OpenAPI 3.1; anybody may read it, from any site."""
    document = describe(OPERATIONS, settings(request).base_url)
    headers = {"API-Version": VERSION, "Access-Control-Allow-Origin": "*"}
    return JSONResponse(document, headers=headers)


async def not_found(_: Request) -> Response:
    """Any other path of the API."""
    sentence = "Dit adres kent de API niet. Kijk op /api wat er is."
    return show_problem(HTTPStatus.NOT_FOUND, sentence, headers={"API-Version": VERSION})


def api_routes(operations: Sequence[Operation] = OPERATIONS) -> list[Route]:
    """One route a path, so that each knows all its methods."""
    paths = dict.fromkeys(each.route for each in operations)
    return [
        Route(f"{ROOT}/openapi.json", show_openapi),
        *(
            Route(ROOT + path, Resource([each for each in operations if each.route == path]))
            for path in paths
        ),
        Route(f"{API}{{path:path}}", not_found, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ]
