"""Everything that a SW-bedrijf lends out groups with, on one page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.werkdagen import LANG
from marketplace.web.forms import last_day
from marketplace.web.groepsdetachering.bedrijf.beleid import LABELS
from marketplace.web.groepsdetachering.pagina import PAD, show_bedrijf, visible_bedrijf
from marketplace.web.groepsdetachering.woorden import say_lagen
from marketplace.web.keuzes import FASE_OPTIONS
from marketplace.web.request import connection
from marketplace.werkprocessen.queries import list_werkprocessen


async def show_overzicht(request: Request) -> Response:
    """The page."""
    bedrijf = await visible_bedrijf(request)
    return show_bedrijf(
        request,
        "bedrijf/overzicht.html",
        bedrijf,
        labels=LABELS,
        dagen=LANG,
        last_day=last_day,
        fasen=dict(FASE_OPTIONS),
        lagen=say_lagen(bedrijf.beleid.lagen),
        werkprocessen={each.id: each.titel for each in await list_werkprocessen(await connection(request))},
        stops={each.id: each.naam for each in bedrijf.opstapplaatsen},
    )


ROUTES = [Route(f"{PAD}/bedrijf", show_overzicht)]
