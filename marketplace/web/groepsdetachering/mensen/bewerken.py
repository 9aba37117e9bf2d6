"""The page on which a medewerker is edited: the form, with whom in a group, and when away."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import Forbidden
from marketplace.groepsdetachering.mensen import afwezig, paren
from marketplace.groepsdetachering.mensen.model import Medewerker, PaarSoort
from marketplace.groepsdetachering.mensen.stand import Mensen
from marketplace.groepsdetachering.mensen.wijzigen import edit_medewerker
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.bedrijf.afwezig import AFWEZIG_LABELS, AfwezigForm, IntrekForm
from marketplace.web.groepsdetachering.mensen.beeld import paren_of
from marketplace.web.groepsdetachering.mensen.forms import (
    LABELS,
    ROWS,
    MedewerkerForm,
    behoefte_options,
    form_for,
    form_of,
)
from marketplace.web.groepsdetachering.mensen.pagina import EEN, change, page_of, visible_medewerker
from marketplace.web.groepsdetachering.mensen.woorden import PAREN, afdeling_options, trede_options
from marketplace.web.groepsdetachering.pagina import may_plan, save_planned, show_bedrijf
from marketplace.web.groepsdetachering.velden import DAG_OPTIONS
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.saving import VersieForm

SPARE_ROWS = 2


class PaarForm(VersieForm):
    """With whom, and what holds for the two."""

    kenmerk: KorteTekst
    soort: PaarSoort


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    return await _show(request)


async def save(request: Request) -> Response:
    """Write what was typed."""
    _, wie = await _planned(request)
    form = await read_form(request, form_for(wie))

    async def write(conn: Connection, actor: Actor, data: MedewerkerForm) -> None:
        asked = change(request, data.versie)
        await edit_medewerker(conn, actor, asked, data.to_gegevens(), opnieuw=data.opnieuw)

    more = set(form.many("leerdoelen")) - {str(each) for each in wie.leerdoelen}
    return await save_planned(
        request,
        form,
        write,
        lambda wrong: _show(request, wrong),
        (f"{page_of(request)}/bewerken#leren", "Opgeslagen. Zeg nu hoeveel weken oefenen er nodig zijn.")
        if more
        else (page_of(request), "De medewerker is opgeslagen."),
    )


async def put_paar(request: Request) -> Response:
    """Let something hold for somebody and another."""
    return await save_planned(
        request,
        await read_form(request, PaarForm),
        lambda conn, actor, data: paren.put_paar(
            conn, actor, change(request, data.versie), data.kenmerk, data.soort
        ),
        lambda wrong: _show(request, paarform=wrong),
        (f"{page_of(request)}/bewerken#samen", "Vastgelegd wie wel of niet samen werken."),
    )


async def end_paar(request: Request) -> Response:
    """Let nothing hold any more for somebody and another."""
    return await save_planned(
        request,
        await read_form(request, VersieForm),
        lambda conn, actor, data: paren.end_paar(
            conn, actor, change(request, data.versie), path_id(request, "ander")
        ),
        lambda wrong: _show(request, paarform=wrong),
        (f"{page_of(request)}/bewerken#samen", "Dit geldt niet meer."),
    )


async def add_afwezig(request: Request) -> Response:
    """Add a period of absence."""
    return await save_planned(
        request,
        await read_form(request, AfwezigForm),
        lambda conn, actor, data: afwezig.add_afwezig(
            conn, actor, change(request, data.versie), data.eerste, data.laatste
        ),
        lambda wrong: _show(request, afwezigform=wrong),
        (f"{page_of(request)}/bewerken#afwezig", "De afwezigheid is opgeslagen."),
    )


async def withdraw_afwezig(request: Request) -> Response:
    """Take a period of absence back."""
    return await save_planned(
        request,
        await read_form(request, IntrekForm),
        lambda conn, actor, data: afwezig.withdraw_afwezig(
            conn, actor, change(request, data.versie), data.weg
        ),
        lambda wrong: _show(request, afwezigform=wrong),
        (f"{page_of(request)}/bewerken#afwezig", "De afwezigheid is ingetrokken."),
    )


async def _planned(request: Request) -> tuple[Mensen, Medewerker]:
    """The people and who the path names, for who plans them; raises NotFound or Forbidden."""
    actor_as(request, *PLANT_MENSEN)
    mensen, wie = await visible_medewerker(request)
    if not may_plan(request, mensen.wereld.bedrijf):
        raise Forbidden
    return mensen, wie


async def _show(
    request: Request,
    form: Form[BaseModel] | None = None,
    *,
    paarform: Form[BaseModel] | None = None,
    afwezigform: Form[BaseModel] | None = None,
) -> Response:
    """The page with its forms as they stand."""
    mensen, wie = await _planned(request)
    bedrijf, keuzes = mensen.wereld.bedrijf, await load_keuzes(await connection(request))
    shown, empty = form or form_of(wie), filled()
    names = keuzes.names()
    return show_bedrijf(
        request,
        "mensen/bewerken.html",
        bedrijf,
        shown,
        paarform or empty,
        afwezigform or empty,
        form=shown,
        paarform=paarform or empty,
        afwezigform=afwezigform or empty,
        nu=wie,
        dit=page_of(request),
        labels=LABELS | AFWEZIG_LABELS | _row_labels(wie, names),
        afdelingen=afdeling_options(bedrijf),
        dagen=DAG_OPTIONS,
        behoeften=behoefte_options(wie.behoefte),
        treden=trede_options(bedrijf),
        rijen=ROWS[: max(4, len(wie.stappen) + SPARE_ROWS)],
        groepen=keuzes.groups(chosen=shown.many("leerdoelen")),
        doelen=[(each, names.get(each, each), mensen.is_offered(each)) for each in wie.leerdoelen],
        paren=paren_of(mensen, wie),
        soorten=[(code.value, words) for code, words in PAREN.items()],
    )


def _row_labels(wie: Medewerker, names: dict[object, str]) -> dict[str, str]:
    """What the fields of steps and learning goals are called."""
    found = {f"weken_{each}": f"Weken oefenen: {names.get(each, each)}" for each in wie.leerdoelen}
    for row in ROWS:
        found |= {f"stap_dagen_{row}": f"Stap {row}, dagen", f"stap_weken_{row}": f"Stap {row}, weken"}
    return found


ROUTES = [
    Route(f"{EEN}/bewerken", show_edit),
    Route(f"{EEN}/bewerken", save, methods=["POST"]),
    Route(f"{EEN}/paren", put_paar, methods=["POST"]),
    Route(f"{EEN}/paren/{{ander:int}}/weg", end_paar, methods=["POST"]),
    Route(f"{EEN}/afwezig", add_afwezig, methods=["POST"]),
    Route(f"{EEN}/afwezig/intrekken", withdraw_afwezig, methods=["POST"]),
]
