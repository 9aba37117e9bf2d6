"""When a werkleider or a bus is away: add a period and withdraw it, on its page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.afwezig import Wie, add_afwezig, withdraw_afwezig
from marketplace.toegang.model import Actor
from marketplace.web.fields import Datum
from marketplace.web.forms import read_form
from marketplace.web.groepsdetachering.bedrijf.onderdeel import Onderdeelpagina, bij
from marketplace.web.groepsdetachering.pagina import PAD, save_planned
from marketplace.web.request import path_id
from marketplace.web.saving import VersieForm

AFWEZIG_LABELS = {"eerste": "Eerste dag", "laatste": "Laatste dag"}


class AfwezigForm(VersieForm):
    """A first and a last day."""

    eerste: Datum
    laatste: Datum


class IntrekForm(VersieForm):
    """The first day of the period that does not hold after all."""

    weg: Datum


def afwezig_routes(pagina: Onderdeelpagina) -> list[Route]:
    """The addresses below the page of a werkleider or a bus."""

    def wie(request: Request, versie: int) -> Wie:
        return Wie(onderdeel=pagina.onderdeel, id=path_id(request, pagina.onderdeel), versie=versie)

    async def add(request: Request) -> Response:
        """Add a period."""

        async def write(conn: Connection, actor: Actor, data: AfwezigForm) -> None:
            await add_afwezig(conn, actor, bij(request), wie(request, data.versie), data.eerste, data.laatste)

        return await save_planned(
            request,
            await read_form(request, AfwezigForm),
            write,
            lambda wrong: pagina.show(request, afwezig=wrong),
            (f"{pagina.address(request)}#afwezig", "De afwezigheid is opgeslagen."),
        )

    async def withdraw(request: Request) -> Response:
        """Take a period back."""

        async def write(conn: Connection, actor: Actor, data: IntrekForm) -> None:
            await withdraw_afwezig(conn, actor, bij(request), wie(request, data.versie), data.weg)

        return await save_planned(
            request,
            await read_form(request, IntrekForm),
            write,
            lambda wrong: pagina.show(request, afwezig=wrong),
            (f"{pagina.address(request)}#afwezig", "De afwezigheid is ingetrokken."),
        )

    one = f"{PAD}{pagina.pad}/{{{pagina.onderdeel}:int}}/afwezig"
    return [
        Route(one, add, methods=["POST"]),
        Route(f"{one}/intrekken", withdraw, methods=["POST"]),
    ]
