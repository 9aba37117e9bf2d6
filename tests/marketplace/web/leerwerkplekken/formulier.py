"""The form of a plek as tests fill it in."""

import html
from collections.abc import Sequence

from tests.marketplace.web.regio_site import RegioSite
from tests.marketplace.web.site import Visitor

Fields = dict[str, str | Sequence[str]]
GOOD: Fields = {
    "titel": "Hulp in de kas",
    "omschrijving": "Je werkt in een warme kas.",
    "sector": "groen",
    "niveau": "1",
    "plaatsen": "2",
    "van": "2026-12-07",
    "tot": "2027-06-30",
    "dagdelen": ["0", "1", "2", "3"],
    "minuten_min": "8",
    "minuten_max": "16",
    "taal": "1",
    "fase": "buiten_beschermd",
    "voorwaarden": ["rustige_plek"],
    "vormen": ["proefplaatsing"],
    "vervoer_geregeld": "ja",
}


def good(huis: RegioSite, **change: str | Sequence[str]) -> Fields:
    """A form that can be saved, with some fields changed."""
    own: Fields = {
        "vestiging": str(huis.regio.vestiging),
        "werkprocessen": [str(huis.details.werkprocessen[0])],
        "praktijkopleider": str(huis.details.praktijkopleider),
    }
    return {**GOOD, **own, **change}


async def send(visitor: Visitor, huis: RegioSite, plek: int | None, fields: Fields) -> tuple[int, str]:
    """Send the form of a new plek, or of one that is there; gives the status and the page that came."""
    path = (
        "/leerwerkplekken/nieuw" if plek is None else f"/leerwerkplekken/{huis.regio.plekken[plek]}/bewerken"
    )
    response = await visitor.post(path, fields)
    if response.status_code == 303:
        return 303, html.unescape((await visitor.get(response.headers["location"])).text)
    return response.status_code, html.unescape(response.text)
