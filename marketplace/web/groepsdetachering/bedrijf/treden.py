"""The treden of a SW-bedrijf: their names and fasen, one more, one less, or those of an example."""

from collections.abc import Awaitable, Callable

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf import treden
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import KorteTekst, VrijeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.bedrijf.onderdeel import bij, planned_bedrijf
from marketplace.web.groepsdetachering.pagina import PAD, home_of, save_planned, show_bedrijf
from marketplace.web.keuzes import FASE_OPTIONS
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.saving import Geweigerd, VersieForm, take_step
from marketplace.web.templating import redirect
from marketplace.werkprocessen.model import Fase

LABELS = {
    "naam": "Naam",
    "uitleg": "Uitleg",
    "fase": "Fase in de regio",
    "voorbeeld": "Voorbeeld",
}


class TredeForm(VersieForm):
    """What is filled in of a trede."""

    naam: KorteTekst
    uitleg: VrijeTekst = ""
    fase: Fase | None = None

    def to_gegevens(self) -> treden.TredeGegevens:
        """What the verb gets."""
        return treden.TredeGegevens(naam=self.naam, uitleg=self.uitleg, fase=self.fase)


class VoorbeeldStap(VersieForm):
    """The example whose treden are taken over."""

    voorbeeld: KorteTekst


async def show_treden(request: Request) -> Response:
    """The list, with what can be done."""
    return await _list(request)


async def add(request: Request) -> Response:
    """Add one above the others."""
    return await save_planned(
        request,
        await read_form(request, TredeForm),
        lambda conn, actor, data: treden.add_trede(
            conn, actor, bij(request), data.versie, data.to_gegevens()
        ),
        lambda form: _list(request, form),
        (_path(request), "De trede is toegevoegd."),
    )


async def remove(request: Request) -> Response:
    """Remove the highest."""

    async def step(conn: Connection, actor: Actor, at: Bij, versie: int) -> None:
        await treden.remove_last_trede(conn, actor, at, versie)

    return await _take(request, step, "De trede is weggehaald.")


async def take_over(request: Request) -> Response:
    """Let the treden be those of an example."""

    async def step(conn: Connection, actor: Actor, at: Bij, versie: int, voorbeeld: str) -> None:
        await treden.take_over_voorbeeld(conn, actor, at, versie, voorbeeld)

    return await _take(request, step, "De treden van het voorbeeld zijn overgenomen.", VoorbeeldStap)


async def show_trede(request: Request) -> Response:
    """The form of one."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write what was typed of one."""
    nummer = path_id(request, "nummer")
    return await save_planned(
        request,
        await read_form(request, TredeForm),
        lambda conn, actor, data: treden.edit_trede(
            conn, actor, bij(request), nummer, data.versie, data.to_gegevens()
        ),
        lambda form: _page(request, form),
        (_path(request), "De trede is opgeslagen."),
    )


def _path(request: Request) -> str:
    """The page of the list."""
    return f"{home_of(request)}/bedrijf/treden"


async def _take(
    request: Request,
    verb: Callable[..., Awaitable[None]],
    melding: str,
    model: type[VersieForm] = VersieForm,
) -> Response:
    """Answer a button over the version."""
    conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)

    async def step(versie: int, **chosen: str) -> None:
        await verb(conn, actor, bij(request), versie, **chosen)

    done = redirect(request, _path(request), melding=melding)
    return await take_step(request, step, done, lambda geweigerd: _list(request, geweigerd=geweigerd), model)


async def _list(
    request: Request, form: Form[BaseModel] | None = None, *, geweigerd: Geweigerd | None = None
) -> Response:
    """The list with its form as it stands."""
    bedrijf = await planned_bedrijf(request)
    shown = form or filled()
    return show_bedrijf(
        request,
        "bedrijf/treden.html",
        bedrijf,
        shown,
        geweigerd=geweigerd,
        form=shown,
        labels=LABELS,
        fasen=dict(FASE_OPTIONS),
        dit=_path(request),
        meeste=treden.MOST_TREDEN,
        voorbeelden=await treden.list_voorbeelden(await connection(request)),
    )


async def _page(request: Request, form: Form[BaseModel] | None = None) -> Response:
    """One trede with its form as it stands."""
    bedrijf, nummer = await planned_bedrijf(request), path_id(request, "nummer")
    now = next((each for each in bedrijf.treden if each.nummer == nummer), None)
    if now is None:
        raise NotFound
    shown = form or filled(naam=now.naam, uitleg=now.uitleg, fase=now.fase)
    return show_bedrijf(
        request,
        "bedrijf/trede.html",
        bedrijf,
        shown,
        form=shown,
        labels=LABELS,
        trede=now,
        fasen=dict(FASE_OPTIONS),
        dit=_path(request),
    )


_TREDEN = f"{PAD}/bedrijf/treden"
ROUTES = [
    Route(_TREDEN, show_treden),
    Route(_TREDEN, add, methods=["POST"]),
    Route(f"{_TREDEN}/weghalen", remove, methods=["POST"]),
    Route(f"{_TREDEN}/voorbeeld", take_over, methods=["POST"]),
    Route(f"{_TREDEN}/{{nummer:int}}", show_trede),
    Route(f"{_TREDEN}/{{nummer:int}}", save, methods=["POST"]),
]
