"""The page of an organisatie, on which its own buttons and those of its vestigingen come back."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from marketplace.leerwerkplekken.model import PlekFilter
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.organisaties import queries, zicht
from marketplace.organisaties.model import MBO, NABIJHEID_WOORDEN, Organisatie
from marketplace.organisaties.organisatie import visible_organisatie
from marketplace.regios.queries import list_regios
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, BESLIST, LEEST_PLEKKEN, LEEST_REGIO
from marketplace.web.request import actor, actor_as, clock, connection
from marketplace.web.saving import Geweigerd
from marketplace.web.templating import render

MOST_PLEKKEN = 200


async def organisatie_page(
    request: Request, organisatie_id: int, geweigerd: Geweigerd | None = None
) -> Response:
    """One organisatie with all that belongs to it, and what was in the way of a step."""
    who = actor_as(request, *zicht.READS)
    found = await visible_organisatie(await connection(request), who, organisatie_id)
    return render(
        request,
        "organisaties/organisatie.html",
        status_code=geweigerd.status if geweigerd else HTTPStatus.OK,
        geweigerd=geweigerd,
        **await _context(request, found),
    )


async def _context(request: Request, found: Organisatie) -> dict[str, object]:
    """Everything the template asks for, but what was in the way of a step."""
    conn, who, vandaag = await connection(request), actor(request), clock(request).today()
    vestigingen = await queries.list_vestigingen_of(conn, who, found.id)
    here = {each.id: each for each in vestigingen}
    erkenningen = await queries.list_erkenningen(conn, list(here))
    plekken = await list_leerwerkplekken(
        conn, who, PlekFilter(organisatie_id=found.id, aantal=MOST_PLEKKEN), vandaag
    )
    bij = (found.id, found.regio_code)
    return {
        "organisatie": found,
        "vestigingen": vestigingen,
        "namen": {each.id: each.naam for each in vestigingen},
        "praktijkopleiders": await queries.list_praktijkopleiders_of(conn, who, list(here)),
        "nabijheid": NABIJHEID_WOORDEN,
        "erkenningen": sorted(erkenningen, key=lambda each: each.tot is not None and each.tot <= vandaag),
        "plekken": plekken.regels,
        "opent_plekken": who.heeft(*BESLIST, *BEHEERT_PLEKKEN),
        "ziet_weken": who.heeft(*LEEST_REGIO, *LEEST_PLEKKEN),
        "momenten": await list_geschiedenis(conn, who, "organisatie", found.id),
        "is_opleider": found.soort == MBO,
        "opleidingen": await queries.list_opleidingen_of(conn, found.id),
        "regios": {each.code: each.naam for each in await list_regios(conn)},
        "mag": {
            "bewerken": zicht.covers(zicht.editors(who), *bij),
            "mensen": zicht.covers(zicht.editors_of_praktijkopleiders(who), *bij),
            "erkennen": zicht.covers(zicht.editors_of_erkenningen(who), *bij),
            "opleiden": zicht.covers(zicht.editors_of_opleidingen(who), *bij),
        },
    }
