"""What the page of an organisatie shows."""

from starlette.requests import Request

from marketplace.leerwerkplekken.model import PlekFilter
from marketplace.leerwerkplekken.queries import list_leerwerkplekken
from marketplace.organisaties import queries, zicht
from marketplace.organisaties.model import MBO, NABIJHEID_WOORDEN, Organisatie
from marketplace.regios.queries import list_regios
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, BESLIST, LEEST_PLEKKEN, LEEST_REGIO
from marketplace.web.request import actor, clock, connection

MOST_PLEKKEN = 200


async def organisatie_context(request: Request, found: Organisatie) -> dict[str, object]:
    """Everything the template asks for, but what keeps the organisatie out of the archive."""
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
