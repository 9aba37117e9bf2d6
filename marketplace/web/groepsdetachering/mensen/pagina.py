"""What the pages of one medewerker share: who the path names, and the change that a form asks."""

from starlette.requests import Request

from marketplace.errors import NotFound
from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.service import Wijziging
from marketplace.groepsdetachering.mensen.stand import Mensen, load_mensen
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.groepsdetachering.bedrijf.onderdeel import bij
from marketplace.web.groepsdetachering.pagina import PAD, home_of
from marketplace.web.request import actor_as, clock, connection, path_id

LIJST = f"{PAD}/mensen"
EEN = f"{LIJST}/{{wie:int}}"


async def visible_mensen(request: Request) -> Mensen:
    """The people of the SW-bedrijf of this page; raises NotFound for a stranger."""
    actor = actor_as(request, *LEEST_MENSEN)
    return await load_mensen(await connection(request), actor, clock(request), path_id(request))


async def visible_medewerker(request: Request) -> tuple[Mensen, Medewerker]:
    """The same, and who the path names; raises NotFound for a stranger."""
    mensen = await visible_mensen(request)
    wie = mensen.wereld.medewerker(path_id(request, "wie"))
    if wie is None:
        raise NotFound
    return mensen, wie


def page_of(request: Request) -> str:
    """The page of the medewerker that the path names."""
    return f"{home_of(request)}/mensen/{path_id(request, 'wie')}"


def change(request: Request, versie: int) -> Wijziging:
    """The change that a form asks."""
    return Wijziging(bij=bij(request), kandidaat_id=path_id(request, "wie"), versie=versie)
