"""The hours of all opdrachten in a week, and the way to weeks before and after."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import monday
from marketplace.groepsdetachering.uren.weken import list_urenweken
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.fields import Maandag
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import filled
from marketplace.web.groepsdetachering.pagina import show_bedrijf, visible_bedrijf
from marketplace.web.groepsdetachering.uren.pagina import LIJST
from marketplace.web.request import actor_as, clock, connection


class WeekForm(Filters):
    """The week that is asked, by any of its days."""

    week: Maandag | None = None


async def show_uren(request: Request) -> Response:
    """The week that is asked, else the last one that ended."""
    bedrijf, conn = await visible_bedrijf(request), await connection(request)
    _, filters = read_filters(request, WeekForm)
    now = monday(clock(request).today())
    week = min(filters.week or now - WEEK, now)
    actor = actor_as(request, *LEEST_MENSEN)
    return show_bedrijf(
        request,
        "uren/lijst.html",
        bedrijf,
        week=week,
        eerder=week - WEEK,
        later=week + WEEK if week < now else None,
        periode=filled(van=week, tot=week),
        weken=await list_urenweken(conn, actor, clock(request), bedrijf.id, week, week + WEEK),
    )


ROUTES = [Route(LIJST, show_uren)]
