"""Home: their work, by role."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.toegang.model import Rol
from marketplace.toegang.queries import list_eigen_rollen
from marketplace.toegang.rechten import BEGELEIDT, EIGEN, LEEST_REGIO, MELDT_MENSEN_AAN, PLANT_MENSEN
from marketplace.web.request import actor, clock, connection
from marketplace.web.start.accountmanager import work_of_accountmanager
from marketplace.web.start.mensen import OWN_PROFILE, work_with_people
from marketplace.web.start.werk import Werk
from marketplace.web.start.werkgever import work_of_werkgever
from marketplace.web.templating import render


async def show_start(request: Request) -> Response:
    """What waits for this person, in every role they hold."""
    who = actor(request)
    conn, vandaag = await connection(request), clock(request).today()
    rows: list[Werk] = []
    if who.heeft(Rol.ACCOUNTMANAGER):
        rows += await work_of_accountmanager(conn, who, vandaag)
    if who.heeft(Rol.WERKGEVER):
        rows += await work_of_werkgever(conn, who, vandaag)
    if who.heeft(*PLANT_MENSEN, *MELDT_MENSEN_AAN, *BEGELEIDT) and not who.heeft(*LEEST_REGIO):
        rows.append(await work_with_people(conn, who))
    if who.heeft(*EIGEN):
        rows.append(OWN_PROFILE)
    if who.heeft(Rol.BEHEERDER):
        rows.append(
            Werk(
                titel="Accounts van uw regio of organisatie",
                uitleg="Nodig iemand uit, geef of wijzig rollen, of zet een account uit.",
                pad="/beheer/accounts",
                knop="Naar de accounts",
            )
        )
    rollen = [f"{rol} ({plaats})" for rol, plaats in await list_eigen_rollen(conn, who)]
    return render(request, "start/start.html", werk=rows, rollen=rollen)


ROUTES = [Route("/", show_start)]
