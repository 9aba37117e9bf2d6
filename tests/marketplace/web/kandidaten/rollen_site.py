"""The small region with somebody of each role who can come in, and what the form of somebody new asks."""

from tests.marketplace.kandidaten.rollen import Mensen, add_mensen
from tests.marketplace.web.regio_site import RegioSite
from tests.marketplace.web.site import Fields

NIEUW: Fields = {
    "naam": "Noor Voorbeeld",
    "geboortedatum": "1985-04-03",
    "telefoon": "06-12345678",
    "crebo": "",
    "vormen": ["proefplaatsing"],
    "niveau_geschat": "1",
    "pc4": "7021",
    "vervoermiddel": "fiets",
    "max_reistijd": "30",
    "reist_alleen": "ja",
    "dagdelen": ["0", "1"],
    "minuten_min": "16",
    "minuten_max": "24",
    "van": "2026-12-01",
    "weken": "26",
    "taal": "3",
    "begeleiding_week": ["1"],
    "begeleiding_uren": ["4"],
}


async def add_rollen(huis: RegioSite) -> Mensen:
    """Somebody of each role."""
    return await add_mensen(huis.eigenaar, huis.regio)
