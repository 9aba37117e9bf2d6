"""One deelnemer: where somebody belongs, what they learn and like, with whom, and when they are away."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.roulatie import deelnemers
from marketplace.roulatie.model import Cohort, RoulatieDeelnemer
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import connection, path_id
from marketplace.web.roulatie import deelnemer_forms as forms
from marketplace.web.roulatie.pagina import save_change, show_cohort, take, visible_cohort
from marketplace.web.roulatie.woorden import VOORKEUREN, stretches
from marketplace.web.saving import Geweigerd
from marketplace.werkprocessen.queries import list_werkprocessen


async def show_deelnemer(request: Request) -> Response:
    """The page with its forms, filled in."""
    return await _page(request)


async def save_gegevens(request: Request) -> Response:
    """Write where somebody belongs and when they begin."""
    who = path_id(request, "kandidaat")
    return await save_change(
        request,
        await read_form(request, forms.GegevensForm),
        lambda conn, actor, wijziging, data: deelnemers.edit_deelnemer(
            conn, actor, wijziging, who, data.to_gegevens()
        ),
        lambda form: _page(request, gegevens=form),
        (_path(request), "De gegevens zijn opgeslagen."),
    )


async def save_leerdoelen(request: Request) -> Response:
    """Write what somebody learns."""
    who = path_id(request, "kandidaat")
    deelnemer = _deelnemer(await visible_cohort(request), request)
    known = {each.id for each in await list_werkprocessen(await connection(request))}
    return await save_change(
        request,
        await read_form(request, forms.leerdoelen_form(deelnemer.leerdoelen)),
        lambda conn, actor, wijziging, data: deelnemers.set_leerdoelen(
            conn, actor, wijziging, who, forms.read_leerdoelen(data, known)
        ),
        lambda form: _page(request, leerdoelen=form),
        (_path(request), "De leerdoelen zijn opgeslagen."),
    )


async def save_wensen(request: Request) -> Response:
    """Write where somebody likes to be."""
    who = path_id(request, "kandidaat")
    plekken = [each.leerwerkplek_id for each in (await visible_cohort(request)).plekken]
    return await save_change(
        request,
        await read_form(request, forms.wensen_form(plekken)),
        lambda conn, actor, wijziging, data: deelnemers.set_voorkeuren(
            conn, actor, wijziging, who, forms.read_wensen(data)
        ),
        lambda form: _page(request, wensen=form),
        (_path(request), "De wensen zijn opgeslagen."),
    )


async def save_anderen(request: Request) -> Response:
    """Write with whom somebody is, and with whom not."""
    who = path_id(request, "kandidaat")
    return await save_change(
        request,
        await read_form(request, forms.AnderenForm),
        lambda conn, actor, wijziging, data: deelnemers.set_paren(
            conn, actor, wijziging, who, data.to_paren()
        ),
        lambda form: _page(request, anderen=form),
        (_path(request), "Dit is opgeslagen."),
    )


async def add_afwezig(request: Request) -> Response:
    """Let somebody be away for some weeks."""
    who = path_id(request, "kandidaat")
    return await save_change(
        request,
        await read_form(request, forms.AfwezigForm),
        lambda conn, actor, wijziging, data: deelnemers.add_afwezig(
            conn, actor, wijziging, who, data.afwezig_van, data.afwezig_tot or data.afwezig_van
        ),
        lambda form: _page(request, afwezig=form),
        (_path(request), "De weken zijn opgeslagen."),
    )


async def remove_afwezig(request: Request) -> Response:
    """Let somebody be there after all."""
    who = path_id(request, "kandidaat")
    return await save_change(
        request,
        await read_form(request, forms.AfwezigForm),
        lambda conn, actor, wijziging, data: deelnemers.remove_afwezig(
            conn, actor, wijziging, who, data.afwezig_van, data.afwezig_tot or data.afwezig_van
        ),
        lambda form: _page(request, afwezig=form),
        (_path(request), "De weken zijn weggehaald."),
    )


async def remove(request: Request) -> Response:
    """Take somebody out."""
    who = path_id(request, "kandidaat")
    return await take(
        request,
        lambda conn, actor, wijziging: deelnemers.remove_deelnemer(conn, actor, wijziging, who),
        lambda geweigerd: _page(request, geweigerd=geweigerd),
        (f"/roulaties/{path_id(request)}/deelnemers", "De deelnemer doet niet meer mee."),
    )


def _path(request: Request) -> str:
    """The page of the deelnemer."""
    return f"/roulaties/{path_id(request)}/deelnemers/{path_id(request, 'kandidaat')}"


def _deelnemer(cohort: Cohort, request: Request) -> RoulatieDeelnemer:
    """The deelnemer of this page; raises NotFound."""
    found = cohort.deelnemer(path_id(request, "kandidaat"))
    if found is None:
        raise NotFound
    return found


async def _page(
    request: Request, *, geweigerd: Geweigerd | None = None, **given: Form[BaseModel]
) -> Response:
    """The page with its forms as they stand; one that was just sent goes before what is stored."""
    cohort, conn = await visible_cohort(request), await connection(request)
    deelnemer = _deelnemer(cohort, request)
    shown = {**forms.fill_all(cohort, deelnemer), "afwezig": filled(), **given}
    catalogue = await list_werkprocessen(conn)
    namen = {each.id: each for each in catalogue}
    return show_cohort(
        request,
        "deelnemer.html",
        cohort,
        *shown.values(),
        geweigerd=geweigerd,
        deelnemer=deelnemer,
        dit=_path(request),
        **{f"form_{name}": form for name, form in shown.items()},
        labels=forms.LABELS
        | {f"weken_{each}": namen[each].titel for each in deelnemer.leerdoelen}
        | {f"wens_{each.leerwerkplek_id}": each.kort for each in cohort.plekken},
        werkprocessen=namen,
        erbij=[
            (each.id, f"{each.titel} ({each.code})")
            for each in catalogue
            if each.id not in deelnemer.leerdoelen and not each.gearchiveerd
        ],
        moederbedrijven=list(
            (await deelnemers.list_moederbedrijven(conn, cohort.roulatie.regio_code)).items()
        ),
        anderen=[(each.kandidaat_id, each.kenmerk) for each in cohort.deelnemers if each != deelnemer],
        weken_afwezig=stretches(deelnemer.afwezig),
        wensen=VOORKEUREN,
    )


_PATH = "/roulaties/{id:int}/deelnemers/{kandidaat:int}"
ROUTES = [
    Route(_PATH, show_deelnemer),
    Route(f"{_PATH}/gegevens", save_gegevens, methods=["POST"]),
    Route(f"{_PATH}/leerdoelen", save_leerdoelen, methods=["POST"]),
    Route(f"{_PATH}/wensen", save_wensen, methods=["POST"]),
    Route(f"{_PATH}/anderen", save_anderen, methods=["POST"]),
    Route(f"{_PATH}/afwezig", add_afwezig, methods=["POST"]),
    Route(f"{_PATH}/aanwezig", remove_afwezig, methods=["POST"]),
    Route(f"{_PATH}/weghalen", remove, methods=["POST"]),
]
