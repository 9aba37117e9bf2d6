"""The routes of the planner's pages."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.toegang.rechten import LEEST_PLEKKEN
from marketplace.voorstellen.queries import list_plekken_in_plan
from marketplace.web.matching.geen_plek import show_geen_plek
from marketplace.web.matching.plan import show_plan
from marketplace.web.matching.plannen import publish_plan, show_plan_lezen, show_plannen, show_verschil
from marketplace.web.matching.runs import (
    ask_rekenrun,
    cancel_rekenrun,
    finish_rekenrun,
    retry_rekenrun,
    show_rekenrun,
    show_rekenruns,
)
from marketplace.web.matching.toevoegen import add, set_aside, show_toevoegen, withdraw
from marketplace.web.matching.voortgang import follow_rekenrun
from marketplace.web.matching.waarom_niet import show_waarom_niet
from marketplace.web.request import actor_as, connection
from marketplace.web.templating import render


async def show_mijn_plekken(request: Request) -> Response:
    """What the published plan says of the plekken of the own organisatie, in numbers only."""
    actor = actor_as(request, *LEEST_PLEKKEN)
    plekken = await list_plekken_in_plan(await connection(request), actor)
    return render(request, "matching/mijn_plekken.html", plekken=plekken)


ROUTES = [
    Route("/plan", show_plan),
    Route("/plannen", show_plannen),
    Route("/plannen/{id:int}", show_plan_lezen),
    Route("/plannen/{id:int}/geen-plek", show_geen_plek),
    Route("/plannen/{id:int}/verschil", show_verschil),
    Route("/plannen/{id:int}/publiceren", publish_plan, methods=["POST"]),
    Route("/rekenruns", show_rekenruns),
    Route("/rekenruns", ask_rekenrun, methods=["POST"]),
    Route("/rekenruns/{id:int}", show_rekenrun),
    Route("/rekenruns/{id:int}/voortgang", follow_rekenrun),
    Route("/rekenruns/{id:int}/annuleren", cancel_rekenrun, methods=["POST"]),
    Route("/rekenruns/{id:int}/afronden", finish_rekenrun, methods=["POST"]),
    Route("/rekenruns/{id:int}/opnieuw", retry_rekenrun, methods=["POST"]),
    Route("/kandidaten/{id:int}/waarom-niet", show_waarom_niet),
    Route("/kandidaten/{id:int}/voorstel", show_toevoegen),
    Route("/kandidaten/{id:int}/voorstel", add, methods=["POST"]),
    Route("/kandidaten/{id:int}/uitzonderingen", set_aside, methods=["POST"]),
    Route("/uitzonderingen/{id:int}/intrekken", withdraw, methods=["POST"]),
    Route("/mijn-plekken", show_mijn_plekken),
]
