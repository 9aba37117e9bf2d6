"""The blocks of a roulatie: when nobody changes plek; add one, move, split, lock or remove one."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.roulatie import blokken
from marketplace.roulatie.cohort import gaps
from marketplace.roulatie.model import TO_FRIDAY, Blok, Cohort
from marketplace.web.fields import Vinkje
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, take, visible_cohort
from marketplace.web.roulatie.velden import EchteMaandag, LaatsteDag
from marketplace.web.saving import Geweigerd, VersieForm

LABELS = {
    "van": "Eerste maandag",
    "laatste_dag": "Laatste dag",
    "maandag": "Op welke maandag begint het tweede deel?",
}


class BlokForm(VersieForm):
    """The dates of a block."""

    van: EchteMaandag
    laatste_dag: LaatsteDag


class SplitsForm(VersieForm):
    """From where a block goes on as another one."""

    maandag: EchteMaandag


class SlotForm(VersieForm):
    """Whether nothing in a block moves any more."""

    vergrendeld: Vinkje = False
    bord: Vinkje = False


async def show_blokken(request: Request) -> Response:
    """The list."""
    return await _list(request)


async def add(request: Request) -> Response:
    """Add a block."""
    return await save_change(
        request,
        await read_form(request, BlokForm),
        lambda conn, actor, wijziging, data: blokken.add_blok(
            conn, actor, wijziging, data.van, data.laatste_dag
        ),
        lambda form: _list(request, form),
        (_path(request), "Het blok is toegevoegd."),
    )


async def lock(request: Request) -> Response:
    """Lock a block, or unlock it; who did so on the board goes back to its button there."""
    blok_id = path_id(request, "blok")
    form = await read_form(request, SlotForm)
    on_board = form.data is not None and form.data.bord
    return await save_change(
        request,
        form,
        lambda conn, actor, wijziging, data: blokken.lock_blok(
            conn, actor, wijziging, blok_id, vergrendeld=data.vergrendeld
        ),
        lambda form: _list(request, form),
        (
            f"/roulaties/{path_id(request)}/bord#slot-{blok_id}" if on_board else _path(request),
            "Dit is opgeslagen.",
        ),
    )


async def show_blok(request: Request) -> Response:
    """One block with what can be done."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Give a block other dates."""
    blok_id = path_id(request, "blok")
    return await save_change(
        request,
        await read_form(request, BlokForm),
        lambda conn, actor, wijziging, data: blokken.move_blok(
            conn, actor, wijziging, blok_id, data.van, data.laatste_dag
        ),
        lambda form: _page(request, data=form),
        (_path(request), "De data zijn opgeslagen."),
    )


async def split(request: Request) -> Response:
    """Make two blocks of one."""
    blok_id = path_id(request, "blok")
    return await save_change(
        request,
        await read_form(request, SplitsForm),
        lambda conn, actor, wijziging, data: blokken.split_blok(
            conn, actor, wijziging, blok_id, data.maandag
        ),
        lambda form: _page(request, splitsen=form),
        (_path(request), "Het blok is nu twee blokken."),
    )


async def remove(request: Request) -> Response:
    """Remove a block in which nobody is."""
    blok_id = path_id(request, "blok")
    return await take(
        request,
        lambda conn, actor, wijziging: blokken.remove_blok(conn, actor, wijziging, blok_id),
        lambda geweigerd: _page(request, geweigerd=geweigerd),
        (_path(request), "Het blok is weggehaald."),
    )


def _path(request: Request) -> str:
    """The page of the blocks."""
    return f"/roulaties/{path_id(request)}/blokken"


async def _list(request: Request, form: Form[BaseModel] | None = None) -> Response:
    """The list with the form as it stands; it opens at the first weeks that lie in no block."""
    cohort = await visible_cohort(request)
    free = gaps(cohort)
    begin = filled(van=free[0][0], laatste_dag=free[0][1] - TO_FRIDAY) if free else filled()
    shown = form or begin
    return show_cohort(request, "blokken.html", cohort, shown, form=shown, labels=LABELS, vrij=free)


def _blok(cohort: Cohort, request: Request) -> Blok:
    """The block of this page; raises NotFound."""
    found = cohort.blok(path_id(request, "blok"))
    if found is None:
        raise NotFound
    return found


async def _page(
    request: Request,
    *,
    data: Form[BaseModel] | None = None,
    splitsen: Form[BaseModel] | None = None,
    geweigerd: Geweigerd | None = None,
) -> Response:
    """One block with its forms as they stand."""
    cohort = await visible_cohort(request)
    blok = _blok(cohort, request)
    forms = data or filled(van=blok.van, laatste_dag=blok.laatste_dag), splitsen or filled()
    return show_cohort(
        request,
        "blok.html",
        cohort,
        *forms,
        geweigerd=geweigerd,
        blok=blok,
        form=forms[0],
        splitsen=forms[1],
        labels=LABELS,
    )


_PATH = "/roulaties/{id:int}/blokken"
ROUTES = [
    Route(_PATH, show_blokken),
    Route(_PATH, add, methods=["POST"]),
    Route(f"{_PATH}/{{blok:int}}", show_blok),
    Route(f"{_PATH}/{{blok:int}}", save, methods=["POST"]),
    Route(f"{_PATH}/{{blok:int}}/slot", lock, methods=["POST"]),
    Route(f"{_PATH}/{{blok:int}}/splitsen", split, methods=["POST"]),
    Route(f"{_PATH}/{{blok:int}}/weghalen", remove, methods=["POST"]),
]
