"""What is done on the page of a medewerker: talks, ready or not, the next trede, a place of their own."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Annotated, Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.groepsdetachering.mensen import groei, terugkeer, uitstroom
from marketplace.groepsdetachering.mensen.gesprekken import GesprekGegevens, record_gesprek
from marketplace.groepsdetachering.mensen.model import GesprekOver
from marketplace.groepsdetachering.mensen.service import Wijziging
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import Datum, KorteTekst, Nummer, VeiligeTekst, VrijeTekst
from marketplace.web.forms import first_day_after, read_form
from marketplace.web.groepsdetachering.mensen.medewerker import show_page
from marketplace.web.groepsdetachering.mensen.pagina import EEN, change, page_of, visible_medewerker
from marketplace.web.groepsdetachering.pagina import save_planned
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.saving import VersieForm, take_step
from marketplace.web.templating import redirect

Verb = Callable[[Connection, Actor, Wijziging], Awaitable[None]]
# By the end of the address: what is done, and what is said then.
STEPS: dict[str, tuple[Verb, str]] = {
    "klaar": (groei.mark_klaar, "Deze medewerker is klaar voor de volgende trede."),
    "klaar/terug": (groei.withdraw_klaar, "Deze medewerker is toch nog niet klaar."),
    "trede": (groei.move_up, "Deze medewerker staat nu een trede hoger."),
    "uitstroom": (uitstroom.start_uitstroom, "Deze medewerker gaat naar een eigen plek."),
    "uitstroom/terug": (uitstroom.stop_uitstroom, "Deze medewerker blijft bij uw bedrijf."),
    "uitstroom/regio": (uitstroom.make_known, "De regio zoekt nu mee naar een plek."),
}


class GesprekForm(VersieForm):
    """A talk."""

    gevoerd_op: Datum
    over: GesprekOver
    wil: Literal["ja", "nee"]
    verslag: VrijeTekst = ""

    def to_gegevens(self) -> GesprekGegevens:
        """What the verb gets."""
        return GesprekGegevens(
            gevoerd_op=self.gevoerd_op, over=self.over, wil=self.wil == "ja", verslag=self.verslag
        )


class GarantieForm(VersieForm):
    """A way back; `tot` is its last day."""

    waarheen: KorteTekst
    van: Datum
    tot: Datum | None = None
    afdeling: Nummer

    def to_gegevens(self) -> terugkeer.GarantieGegevens:
        """What the verb gets."""
        return terugkeer.GarantieGegevens(
            waarheen=self.waarheen,
            van=self.van,
            tot=first_day_after(self.tot),
            afdeling_id=self.afdeling,
        )


class TerugForm(VersieForm):
    """The day on which somebody came back, and why."""

    teruggekeerd_op: Datum
    reden: Annotated[VeiligeTekst, Field(min_length=5)]


async def save_gesprek(request: Request) -> Response:
    """Record a talk."""
    return await save_planned(
        request,
        await read_form(request, GesprekForm),
        lambda conn, actor, data: record_gesprek(
            conn, actor, change(request, data.versie), data.to_gegevens()
        ),
        partial(show_page, request),
        (f"{page_of(request)}#gesprekken", "Het gesprek is vastgelegd."),
    )


async def save_garantie(request: Request) -> Response:
    """Promise a way back."""
    return await save_planned(
        request,
        await read_form(request, GarantieForm),
        lambda conn, actor, data: terugkeer.record_garantie(
            conn, actor, change(request, data.versie), data.to_gegevens()
        ),
        partial(show_page, request),
        (f"{page_of(request)}#uitstroom", "De terugkeergarantie is vastgelegd."),
    )


async def save_return(request: Request) -> Response:
    """Record that somebody came back."""
    garantie = path_id(request, "garantie")
    return await save_planned(
        request,
        await read_form(request, TerugForm),
        lambda conn, actor, data: terugkeer.record_return(
            conn, actor, change(request, data.versie), garantie, data.teruggekeerd_op, data.reden
        ),
        partial(show_page, request),
        (page_of(request), "De medewerker is terug. Kijk of de afdeling en de dagen nog kloppen."),
        partial(_is_promised, request, garantie),
    )


async def _is_promised(request: Request, garantie: int) -> bool:
    """Whether a way back still waits for somebody."""
    mensen, _ = await visible_medewerker(request)
    return any(each.id == garantie and each.teruggekeerd_op is None for each in mensen.garanties)


def _step_route(end: str) -> Route:
    """The address of a button over the version."""
    verb, melding = STEPS[end]

    async def take(request: Request) -> Response:
        """Take the step, or say what is in the way."""
        conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)

        async def step(versie: int) -> None:
            await verb(conn, actor, change(request, versie))

        done = redirect(request, page_of(request), melding=melding)
        return await take_step(request, step, done, lambda geweigerd: show_page(request, geweigerd=geweigerd))

    return Route(f"{EEN}/{end}", take, methods=["POST"])


ROUTES = [
    Route(f"{EEN}/gesprekken", save_gesprek, methods=["POST"]),
    Route(f"{EEN}/terugkeer", save_garantie, methods=["POST"]),
    Route(f"{EEN}/terugkeer/{{garantie:int}}", save_return, methods=["POST"]),
    *(_step_route(end) for end in STEPS),
]
