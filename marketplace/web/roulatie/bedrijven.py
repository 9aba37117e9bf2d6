"""The companies and plekken of a roulatie: who signed, who takes part, what was offered within the term."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie import afspraken, plekken
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.fields import Datum, KorteTekst, Nummer, VeiligeTekst
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, take, visible_cohort
from marketplace.web.saving import Geweigerd, VersieForm
from marketplace.zoeken.zoek import search

LABELS = {
    "getekend_door": "Wie tekende?",
    "getekend_op": "Op welke dag?",
    "reden": "Waarom is er een aanbod?",
    "plek": "Plek",
}


class TekenForm(VersieForm):
    """Who signed, and when."""

    getekend_door: KorteTekst
    getekend_op: Datum


class RedenForm(VersieForm):
    """Why a company offers somebody a place."""

    reden: Annotated[VeiligeTekst, Field(min_length=5)]


class ToevoegenForm(VersieForm):
    """The plek that is to take part."""

    plek: Nummer


class ZoekForm(Filters):
    """What the plekken are narrowed to."""

    woorden: KorteTekst | None = None


async def show_bedrijven(request: Request) -> Response:
    """The plekken, the signatures and the offers."""
    return await _page(request)


async def sign(request: Request) -> Response:
    """Write down who signed for a company."""
    organisatie_id = path_id(request, "organisatie")
    return await save_change(
        request,
        await read_form(request, TekenForm),
        lambda conn, actor, wijziging, data: afspraken.sign(
            conn, actor, wijziging, organisatie_id, data.getekend_door, data.getekend_op
        ),
        lambda form: _page(request, form, f"teken-{organisatie_id}"),
        (_path(request), "De handtekening is vastgelegd."),
    )


async def take_back(request: Request) -> Response:
    """Let a company not have signed."""
    organisatie_id = path_id(request, "organisatie")
    return await take(
        request,
        lambda conn, actor, wijziging: afspraken.take_back(conn, actor, wijziging, organisatie_id),
        lambda geweigerd: _page(request, geweigerd=geweigerd),
        (_path(request), "De handtekening is teruggenomen."),
    )


async def give_reden(request: Request) -> Response:
    """Write down why there is an offer."""
    aanbieding_id = path_id(request, "aanbieding")
    return await save_change(
        request,
        await read_form(request, RedenForm),
        lambda conn, actor, wijziging, data: afspraken.give_reden(
            conn, actor, wijziging, aanbieding_id, data.reden
        ),
        lambda form: _page(request, form, f"reden-{aanbieding_id}"),
        (_path(request), "De reden is vastgelegd."),
    )


async def show_keuzen(request: Request) -> Response:
    """The plekken that could take part."""
    return await _keuzen(request, filled())


async def add(request: Request) -> Response:
    """Let a plek take part, and go on with how."""
    form = await read_form(request, ToevoegenForm)
    chosen = form.data.plek if form.data else 0
    return await save_change(
        request,
        form,
        lambda conn, actor, wijziging, data: plekken.add_plek(conn, actor, wijziging, data.plek),
        lambda wrong: _keuzen(request, wrong),
        (f"{_path(request)}/{chosen}", "De plek doet mee. Kijk na hoe."),
    )


def _path(request: Request) -> str:
    """The page of the companies."""
    return f"/roulaties/{path_id(request)}/bedrijven"


async def _page(
    request: Request,
    form: Form[BaseModel] | None = None,
    bij: str = "",
    *,
    geweigerd: Geweigerd | None = None,
) -> Response:
    """The page; `bij` says to which company or offer a form belongs that was sent and is wrong."""
    cohort, conn = await visible_cohort(request), await connection(request)
    actor = actor_as(request, *LEEST_REGIO)
    shown = form or filled(getekend_op=clock(request).today())
    return show_cohort(
        request,
        "bedrijven.html",
        cohort,
        shown,
        geweigerd=geweigerd,
        form=shown,
        leeg=filled(getekend_op=clock(request).today()),
        bij=bij,
        labels=LABELS,
        aanbiedingen=await afspraken.list_aanbiedingen(conn, actor, cohort.roulatie.id),
        mag_reden=cohort.roulatie.regio_code in actor.regios_als(*BESLIST),
    )


async def _keuzen(request: Request, form: Form[BaseModel]) -> Response:
    """The list to choose from, narrowed by words."""
    actor = actor_as(request, *BESLIST)
    cohort = await visible_cohort(request)
    found = await plekken.list_keuzen(await connection(request), actor, cohort.roulatie.id)
    zoekform, filters = read_filters(request, ZoekForm)
    gevonden = None
    if filters.woorden:
        texts = [(each.id, f"{each.titel} {each.organisatie} {each.plaats}") for each in found]
        gevonden = await search(filters.woorden, texts)
        named = {each.id: each for each in found}
        found = [named[each] for each in gevonden.sleutels]
    return show_cohort(
        request,
        "plek_kiezen.html",
        cohort,
        form,
        form=zoekform,
        fout=form,
        filters=filters,
        gevonden=gevonden,
        lijst=filters.cut(found),
    )


_PATH = "/roulaties/{id:int}/bedrijven"
ROUTES = [
    Route(_PATH, show_bedrijven),
    Route(f"{_PATH}/toevoegen", show_keuzen),
    Route(f"{_PATH}/toevoegen", add, methods=["POST"]),
    Route("/roulaties/{id:int}/handtekeningen/{organisatie:int}", sign, methods=["POST"]),
    Route("/roulaties/{id:int}/handtekeningen/{organisatie:int}/terug", take_back, methods=["POST"]),
    Route("/roulaties/{id:int}/aanbiedingen/{aanbieding:int}", give_reden, methods=["POST"]),
]
