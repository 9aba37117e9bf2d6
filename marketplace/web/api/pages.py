"""The reference of the API, for people: made from the same declaration as openapi.json."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.web.api.resource import ROOT, VERSION
from marketplace.web.api.routes import OPERATIONS
from marketplace.web.openapi import describe
from marketplace.web.request import settings
from marketplace.web.templating import render


async def show_reference(request: Request) -> Response:
    """Every operation by noun, with what it asks, what it answers and an example."""
    document = describe(OPERATIONS, settings(request).base_url)
    told = [
        {"method": method.upper(), "path": path, **operation}
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    nouns = [
        (tag["name"], tag["description"], [each for each in told if tag["name"] in each["tags"]])
        for tag in document["tags"]
    ]
    return render(
        request,
        "api/naslag.html",
        nouns=nouns,
        server=document["servers"][0]["url"],
        root=ROOT,
        versie=VERSION,
        responses=document["components"]["responses"],
        json=_pretty,
    )


def _pretty(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """JSON as people read it."""
    return json.dumps(value, indent=2, ensure_ascii=False)


ROUTES = [Route("/api", show_reference)]
