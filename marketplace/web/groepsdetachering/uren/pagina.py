"""What the pages of one week of an opdracht share: the week that the path names, and the change of a form."""

from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.uren.invullen import Weekwijziging
from marketplace.groepsdetachering.uren.model import Urenweek
from marketplace.groepsdetachering.uren.weken import find_urenweek
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.groepsdetachering.pagina import PAD, home_of, visible_bedrijf
from marketplace.web.request import actor_as, clock, connection, path_id

LIJST = f"{PAD}/uren"
EEN = f"{LIJST}/{{opdracht:int}}/{{week}}"


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """The week of this page, with the SW-bedrijf."""

    bedrijf: Bedrijf
    urenweek: Urenweek


def week_of(request: Request) -> date:
    """The Monday that the path names; raises NotFound."""
    try:
        return date.fromisoformat(request.path_params["week"])
    except ValueError:
        raise NotFound from None


async def visible_urenweek(request: Request) -> Bladzijde:
    """The week of this page; raises NotFound for a stranger, and NotBegun."""
    bedrijf = await visible_bedrijf(request)
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    opdracht_id = path_id(request, "opdracht")
    found = await find_urenweek(conn, actor, clock(request), opdracht_id, week_of(request))
    if found.opdracht.organisatie_id != bedrijf.id:
        raise NotFound
    return Bladzijde(bedrijf, found)


def page_of(request: Request) -> str:
    """The page of the week that the path names."""
    return f"{home_of(request)}/uren/{path_id(request, 'opdracht')}/{week_of(request).isoformat()}"


def change(request: Request, versie: int) -> Weekwijziging:
    """The change that a form or button asks."""
    return Weekwijziging(
        clock=clock(request),
        opdracht_id=path_id(request, "opdracht"),
        week=week_of(request),
        versie=versie,
    )
