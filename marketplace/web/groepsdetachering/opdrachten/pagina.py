"""What the pages of one opdracht share: the opdracht that the path names, and the change that a form asks."""

from starlette.requests import Request

from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.opdrachten.model import Opdracht
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht
from marketplace.groepsdetachering.opdrachten.service import Wijziging
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.groepsdetachering.pagina import PAD, home_of, visible_bedrijf
from marketplace.web.request import actor_as, clock, connection, path_id

LIJST = f"{PAD}/opdrachten"
EEN = f"{LIJST}/{{opdracht:int}}"


async def visible_opdracht(request: Request) -> tuple[Bedrijf, Opdracht]:
    """The SW-bedrijf and the opdracht of this page; raises NotFound for a stranger."""
    bedrijf = await visible_bedrijf(request)
    actor = actor_as(request, *LEEST_MENSEN)
    opdracht = await get_opdracht(await connection(request), actor, path_id(request, "opdracht"))
    if opdracht is None or opdracht.organisatie_id != bedrijf.id:
        raise NotFound
    return bedrijf, opdracht


def page_of(request: Request) -> str:
    """The page of the opdracht that the path names."""
    return f"{home_of(request)}/opdrachten/{path_id(request, 'opdracht')}"


def change(request: Request, versie: int) -> Wijziging:
    """The change that a form asks."""
    return Wijziging(clock=clock(request), opdracht_id=path_id(request, "opdracht"), versie=versie)
