"""Home: their work, by role."""

from collections.abc import Awaitable, Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.queries import list_eigen_rollen
from marketplace.toegang.rechten import (
    BEGELEIDT,
    BEHEERT_ACCOUNTS,
    BEHEERT_PLEKKEN,
    BESLIST,
    EIGEN,
    LEEST_MENSEN,
    LEEST_PLEKKEN,
    LEEST_REGIO,
    MELDT_MENSEN_AAN,
    PLANT_MENSEN,
)
from marketplace.web.request import actor, clock, connection
from marketplace.web.start.accountmanager import work_of_accountmanager, work_of_regiocoordinator
from marketplace.web.start.erkenningen import work_with_erkenningen
from marketplace.web.start.groepsdetachering import work_with_groups
from marketplace.web.start.mensen import work_of_guides, work_of_person
from marketplace.web.start.werk import Werk
from marketplace.web.start.werkgever import work_of_praktijkopleider, work_of_werkgever
from marketplace.web.templating import render

Work = Callable[[Connection, Actor, date], Awaitable[list[Werk]]]
ACCOUNTS = Werk(
    titel="Accounts van uw regio of organisatie",
    uitleg="Nodig iemand uit, geef of wijzig rollen, of zet een account uit.",
    pad="/beheer/accounts",
    knop="Naar de accounts",
)


async def work_of_beheerder(conn: Connection, actor: Actor, vandaag: date) -> list[Werk]:
    """The accounts."""
    del conn, actor, vandaag
    return [ACCOUNTS]


# Who has what to do; somebody with several roles sees all of theirs.
WORK: tuple[tuple[tuple[Rol, ...], Work], ...] = (
    (BESLIST, work_of_accountmanager),
    (LEEST_REGIO, work_of_regiocoordinator),
    (BEHEERT_PLEKKEN, work_of_werkgever),
    (LEEST_PLEKKEN, work_of_praktijkopleider),
    (PLANT_MENSEN, work_with_groups),
    ((*LEEST_MENSEN, *MELDT_MENSEN_AAN, *BEGELEIDT), work_of_guides),
    ((Rol.SBB_ADVISEUR,), work_with_erkenningen),
    (EIGEN, work_of_person),
    (BEHEERT_ACCOUNTS, work_of_beheerder),
)


async def show_start(request: Request) -> Response:
    """What waits for this person, in every role they hold."""
    who = actor(request)
    conn, vandaag = await connection(request), clock(request).today()
    rows = [row for rollen, work in WORK if who.heeft(*rollen) for row in await work(conn, who, vandaag)]
    rollen = [f"{rol} ({plaats})" for rol, plaats in await list_eigen_rollen(conn, who)]
    return render(request, "start/start.html", werk=rows, rollen=rollen)


ROUTES = [Route("/", show_start)]
