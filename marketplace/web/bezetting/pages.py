"""The weeks ahead of a praktijkopleider and of a plek: what is taken, what is free, and who is there."""

from collections.abc import Sequence
from datetime import date, timedelta
from http import HTTPStatus
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.bezetting.model import InWeek
from marketplace.bezetting.queries import list_in_weken, list_praktijkweken, list_weekstanden
from marketplace.bezetting.vertrek import list_geleid
from marketplace.clock import monday
from marketplace.leerwerkplekken.service import visible_leerwerkplek
from marketplace.organisaties import zicht
from marketplace.organisaties.model import NABIJHEID_WOORDEN
from marketplace.organisaties.service import visible_praktijkopleider
from marketplace.organisaties.vestiging import visible_vestiging
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import LEEST_PLEKKEN, LEEST_REGIO
from marketplace.web.filters import Blad, Filters, read_filters
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd
from marketplace.web.templating import render

YEAR, PER_PAGE = 52, 26


class WekenForm(Filters):
    """Which half of the year ahead is asked for."""

    @property
    def vanaf(self) -> int:
        """How many weeks come before the page."""
        return min((self.pagina - 1) * PER_PAGE, YEAR - PER_PAGE)

    @property
    def aantal(self) -> int:
        """How many weeks a page has."""
        return PER_PAGE

    def first_week(self, vandaag: date) -> date:
        """The first Monday of the page."""
        return monday(vandaag) + timedelta(weeks=self.vanaf)


async def show_praktijkopleider(request: Request) -> Response:
    """One praktijkopleider: the time there is, the plekken, and the weeks ahead."""
    return await praktijkopleider_page(request)


async def praktijkopleider_page(request: Request, geweigerd: Geweigerd | None = None) -> Response:
    """The page of the praktijkopleider that the path names, and what was in the way of a step."""
    actor, conn, vandaag = actor_as(request, *zicht.READS), await connection(request), clock(request).today()
    found = await visible_praktijkopleider(conn, actor, path_id(request))
    vestiging = await visible_vestiging(conn, actor, found.vestiging_id)
    _, filters = read_filters(request, WekenForm)
    van = filters.first_week(vandaag)
    weken = await list_praktijkweken(conn, actor, found.id, van, PER_PAGE)
    in_weken = await list_in_weken(conn, actor, van=van, weken=PER_PAGE, praktijkopleider_id=found.id)
    reach = zicht.editors_of_praktijkopleiders(actor)
    return render(
        request,
        "bezetting/praktijkopleider.html",
        status_code=geweigerd.status if geweigerd else HTTPStatus.OK,
        geweigerd=geweigerd,
        praktijkopleider=found,
        vestiging=vestiging,
        filters=filters,
        blad=Blad(weken, YEAR),
        mensen=_by_week(in_weken),
        geleid=await list_geleid(conn, actor, found.id, vandaag),
        nabijheid=NABIJHEID_WOORDEN,
        momenten=await list_geschiedenis(conn, actor, "praktijkopleider", found.id),
        mag_bewerken=zicht.covers(reach, vestiging.organisatie_id, vestiging.regio_code),
    )


async def show_plek(request: Request) -> Response:
    """One plek: plaatsen and minutes of who leads it, in the weeks ahead in which it is open."""
    actor = actor_as(request, *LEEST_REGIO, *LEEST_PLEKKEN)
    conn, vandaag = await connection(request), clock(request).today()
    plek = await visible_leerwerkplek(conn, actor, path_id(request))
    _, filters = read_filters(request, WekenForm)
    van = filters.first_week(vandaag)
    weken = await list_weekstanden(conn, actor, plek.id, van, PER_PAGE)
    in_weken = await list_in_weken(conn, actor, van=van, weken=PER_PAGE, plek_id=plek.id)
    return render(
        request,
        "bezetting/plek.html",
        plek=plek,
        leiders={each.naam: each.praktijkopleider_id for each in plek.inzet},
        filters=filters,
        blad=Blad(weken, YEAR),
        mensen=_by_week(in_weken),
    )


def _by_week(in_weken: Sequence[InWeek]) -> dict[date, list[InWeek]]:
    """Who is there, by Monday."""
    return {week: list(same) for week, same in groupby(in_weken, lambda each: each.week)}


ROUTES = [
    Route("/praktijkopleiders/{id:int}", show_praktijkopleider),
    Route("/leerwerkplekken/{id:int}/weken", show_plek),
]
