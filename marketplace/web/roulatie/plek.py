"""One plek of a roulatie: name and colour, how many people, what it teaches when, and when it is closed."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.leerwerkplekken.queries import get_leerwerkplek
from marketplace.roulatie import plekken
from marketplace.roulatie.model import Cohort, RoulatiePlek
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.web.forms import Form, read_form
from marketplace.web.keuzes import KLEUR_OPTIONS
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.roulatie import plek_forms as forms
from marketplace.web.roulatie.pagina import save_change, show_cohort, take, visible_cohort
from marketplace.web.roulatie.woorden import MAANDEN, stretches
from marketplace.web.saving import Geweigerd
from marketplace.werkprocessen.queries import list_werkprocessen


async def show_plek(request: Request) -> Response:
    """The page with its forms, filled in."""
    return await _page(request)


async def save_gegevens(request: Request) -> Response:
    """Write how a plek takes part."""
    which = path_id(request, "plek")
    return await save_change(
        request,
        await read_form(request, forms.PlekForm),
        lambda conn, actor, wijziging, data: plekken.edit_plek(
            conn, actor, wijziging, which, data.to_gegevens()
        ),
        lambda form: _page(request, gegevens=form),
        (_path(request), "De gegevens zijn opgeslagen."),
    )


async def save_lessen(request: Request) -> Response:
    """Write when a plek teaches what, and what must come first."""
    which = path_id(request, "plek")
    taught = await _taught(request)
    known = {each.id for each in await list_werkprocessen(await connection(request))}
    form = await read_form(request, forms.lessen_form(taught))
    if form.data and not known.issuperset(form.data.vereist):
        form = form.with_errors({"vereist": "Maak een keuze uit de lijst."})
    return await save_change(
        request,
        form,
        lambda conn, actor, wijziging, data: plekken.set_lessen(
            conn, actor, wijziging, which, data.to_seizoenen(), data.vereist
        ),
        lambda wrong: _page(request, lessen=wrong),
        (_path(request), "Dit is opgeslagen."),
    )


async def close_weeks(request: Request) -> Response:
    """Let a plek be closed for some weeks."""
    which = path_id(request, "plek")
    return await save_change(
        request,
        await read_form(request, forms.DichtForm),
        lambda conn, actor, wijziging, data: plekken.close_weeks(
            conn, actor, wijziging, which, data.dicht_van, data.dicht_tot or data.dicht_van
        ),
        lambda form: _page(request, dicht=form),
        (_path(request), "De weken zijn opgeslagen."),
    )


async def open_weeks(request: Request) -> Response:
    """Let a plek be open after all."""
    which = path_id(request, "plek")
    return await save_change(
        request,
        await read_form(request, forms.DichtForm),
        lambda conn, actor, wijziging, data: plekken.open_weeks(
            conn, actor, wijziging, which, data.dicht_van, data.dicht_tot or data.dicht_van
        ),
        lambda form: _page(request, dicht=form),
        (_path(request), "De weken zijn weggehaald."),
    )


async def remove(request: Request) -> Response:
    """Let a plek not take part after all."""
    which = path_id(request, "plek")
    return await take(
        request,
        lambda conn, actor, wijziging: plekken.remove_plek(conn, actor, wijziging, which),
        lambda geweigerd: _page(request, geweigerd=geweigerd),
        (f"/roulaties/{path_id(request)}/bedrijven", "De plek doet niet meer mee."),
    )


def _path(request: Request) -> str:
    """The page of the plek."""
    return f"/roulaties/{path_id(request)}/bedrijven/{path_id(request, 'plek')}"


async def _taught(request: Request) -> tuple[int, ...]:
    """The werkprocessen that occur at the plek; raises NotFound."""
    actor = actor_as(request, *LEEST_REGIO)
    found = await get_leerwerkplek(await connection(request), actor, path_id(request, "plek"))
    if found is None:
        raise NotFound
    return found.werkprocessen


def _plek(cohort: Cohort, request: Request) -> RoulatiePlek:
    """The plek of this page; raises NotFound."""
    found = cohort.plek(path_id(request, "plek"))
    if found is None:
        raise NotFound
    return found


async def _page(
    request: Request, *, geweigerd: Geweigerd | None = None, **given: Form[BaseModel]
) -> Response:
    """The page with its forms as they stand; one that was just sent goes before what is stored."""
    cohort = await visible_cohort(request)
    plek = _plek(cohort, request)
    shown = {**forms.fill_all(plek), **given}
    namen = {each.id: each for each in await list_werkprocessen(await connection(request))}
    taught = await _taught(request)
    agreed = {each for who in cohort.deelnemers for each in who.leerdoelen} | plek.vereist
    return show_cohort(
        request,
        "plek.html",
        cohort,
        *shown.values(),
        geweigerd=geweigerd,
        plek=plek,
        dit=_path(request),
        **{f"form_{name}": form for name, form in shown.items()},
        labels=forms.LABELS | {f"maanden_{each}": namen[each].titel for each in taught},
        werkprocessen=[namen[each] for each in taught],
        eerder=[(namen[each].id, namen[each].titel) for each in sorted(agreed)],
        weken_dicht=stretches(plek.gesloten),
        maanden=MAANDEN,
        kleuren=KLEUR_OPTIONS,
    )


_PATH = "/roulaties/{id:int}/bedrijven/{plek:int}"
ROUTES = [
    Route(_PATH, show_plek),
    Route(f"{_PATH}/gegevens", save_gegevens, methods=["POST"]),
    Route(f"{_PATH}/lessen", save_lessen, methods=["POST"]),
    Route(f"{_PATH}/dicht", close_weeks, methods=["POST"]),
    Route(f"{_PATH}/open", open_weeks, methods=["POST"]),
    Route(f"{_PATH}/weghalen", remove, methods=["POST"]),
]
