"""The groups of an inlener: the own opdrachten, and who comes this week and those to come."""

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import monday
from marketplace.errors import NotFound
from marketplace.groepsdetachering.opdrachten.aanvragen import (
    EigenOpdracht,
    GroepInWeek,
    get_eigen,
    list_eigen,
    list_groepen,
)
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, LEEST_PLEKKEN
from marketplace.web.groepsdetachering.opdrachten.forms import TOONT
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import render

WEKEN_IN_LIJST, WEKEN_OP_PAGINA = 4, 12
AGREED = (OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT)
NEVER = (OpdrachtStatus.AFGEWEZEN, OpdrachtStatus.INGETROKKEN)


async def show_mijn(request: Request) -> Response:
    """Every opdracht with its status; of those that run the next weeks."""
    actor, conn = actor_as(request, *LEEST_PLEKKEN), await connection(request)
    vandaag = clock(request).today()
    found = await list_eigen(conn, actor)
    live = [each for each in found if _is_live(each, vandaag)]
    return render(
        request,
        "groepsdetachering/opdrachten/mijn.html",
        lopend=[(each, await _groepen(request, each, WEKEN_IN_LIJST)) for each in live],
        voorbij=[each for each in found if each not in live],
        mag=actor.heeft(*BEHEERT_PLEKKEN),
        say_days=say_days,
    )


async def show_groep(request: Request) -> Response:
    """One opdracht with what was asked and who comes."""
    actor, conn = actor_as(request, *LEEST_PLEKKEN), await connection(request)
    found = await get_eigen(conn, actor, path_id(request, "opdracht"))
    if found is None:
        raise NotFound
    names = (await load_keuzes(conn)).names()
    return render(
        request,
        "groepsdetachering/opdrachten/mijn_groep.html",
        opdracht=found,
        groepen=await _groepen(request, found, WEKEN_OP_PAGINA),
        werk=[names[each] for each in found.werkprocessen],
        toont={code: naam for code, naam, *_ in TOONT},
        say_days=say_days,
    )


def _is_live(opdracht: EigenOpdracht, vandaag: date) -> bool:
    """Whether it waits for an answer, or was agreed and is not over."""
    return opdracht.tot > vandaag and opdracht.status not in NEVER


async def _groepen(request: Request, opdracht: EigenOpdracht, aantal: int) -> Sequence[GroepInWeek]:
    """The groups of this week and those to come, of an opdracht that was agreed."""
    if opdracht.status not in AGREED:
        return ()
    first = monday(clock(request).today())
    weken = [first + number * WEEK for number in range(aantal)]
    return await list_groepen(await connection(request), opdracht.id, weken)


ROUTES = [
    Route("/mijn-groepen", show_mijn),
    Route("/mijn-groepen/{opdracht:int}", show_groep),
]
