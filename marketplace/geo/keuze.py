"""Which routing service the settings choose."""

from marketplace.geo.osrm import Osrm
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.geo.routeplanner import Routeplanner
from marketplace.geo.valhalla import Valhalla
from marketplace.settings import Settings


def choose_routeplanner(settings: Settings) -> Routeplanner | None:
    """The service that was set; None for the built-in estimate alone."""
    if settings.osrm:
        return Osrm({Vervoermiddel(name): address for name, address in settings.osrm.items()})
    return Valhalla(settings.valhalla) if settings.valhalla else None
