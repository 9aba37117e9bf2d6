"""The form that registers somebody new: who it is, stored apart, and the whole profile."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import Clock
from marketplace.kandidaten.aanmelden import must_choose_sw_bedrijf, register_kandidaat, wrong_new_fields
from marketplace.kandidaten.aanmeldrecht import list_sw_bedrijven
from marketplace.web.fields import Nummer, Vinkje
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.bewerken import field_context
from marketplace.web.kandidaten.forms import ProfielVelden, readable_part, to_wijziging, with_more_errors
from marketplace.web.kandidaten.identiteit import IDENTITEIT_LABELS, IdentiteitVelden, to_identiteit
from marketplace.web.kandidaten.rechten import AANMELDERS
from marketplace.web.kandidaten.verschil import LABELS
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

WEEKS = 26
BEDRIJF_LABELS = {
    "sw_bedrijf": "Bij welk SW-bedrijf hoort deze persoon?",
    "besloten": "Alleen bij ons bekend",
}


class NieuwForm(ProfielVelden, IdentiteitVelden):
    """Somebody new."""

    sw_bedrijf: Nummer | None = None
    besloten: Vinkje = False


async def show_new(request: Request) -> Response:
    """The form with nothing but the days that mostly hold."""
    return await _show(request, _opened(clock(request)))


async def create(request: Request) -> Response:
    """Register who was typed and show the profile; what cannot be written comes back as it was typed."""
    actor = actor_as(request, *AANMELDERS)
    conn = await connection(request)
    form = await read_form(request, NieuwForm)
    wijziging, form = to_wijziging(form)
    if wijziging is None:
        if rest := readable_part(form, NieuwForm, _stand_in(clock(request)).typed):
            more = await wrong_new_fields(
                conn, actor, clock(request), rest, _sw_bedrijf(form), besloten=bool(form.one("besloten"))
            )
            form = with_more_errors(form, more)
        return await _show(request, form)

    async def write(data: NieuwForm) -> Response:
        kandidaat_id = await register_kandidaat(
            conn,
            actor,
            clock=clock(request),
            wijziging=wijziging,
            identiteit=to_identiteit(data),
            sw_bedrijf_id=data.sw_bedrijf,
            besloten=data.besloten,
        )
        melding = "De kandidaat is aangemeld. Verander de status als deze persoon een plek zoekt."
        if data.besloten:
            melding = "De kandidaat is aangemeld. Alleen uw bedrijf kent deze persoon."
        return redirect(request, f"/kandidaten/{kandidaat_id}", melding=melding)

    return await save_form(request, form, write, partial(_show, request))


def _sw_bedrijf(form: Form[NieuwForm]) -> int | None:
    """The SW-bedrijf that was chosen, in a form in which something else is wrong."""
    chosen = form.one("sw_bedrijf")
    return int(chosen) if chosen and "sw_bedrijf" not in form.errors else None


def _opened(klok: Clock) -> Form[BaseModel]:
    """The form as it is opened."""
    return filled(van=klok.today(), weken=WEEKS, reist_alleen=True, besloten=True)


def _stand_in(klok: Clock) -> Form[BaseModel]:
    """What may stand where something is wrong, so that the rest can be checked too."""
    return filled(
        naam="x",
        geboortedatum="2000-01-01",
        telefoon="",
        email="",
        vormen=["proefplaatsing"],
        niveau_geschat=1,
        pc4="0000",
        vervoermiddel="fiets",
        max_reistijd=30,
        dagdelen=["0"],
        minuten_min="16",
        minuten_max="40",
        van=klok.today(),
        weken=WEEKS,
        taal=0,
        begeleiding_week=["1"],
        begeleiding_uren=["1"],
    )


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    actor, conn = actor_as(request, *AANMELDERS), await connection(request)
    bedrijven = await list_sw_bedrijven(conn, actor)
    return render(
        request,
        "kandidaten/nieuw.html",
        status_code=form.status,
        form=form,
        labels={**IDENTITEIT_LABELS, **BEDRIJF_LABELS, **LABELS},
        sw_bedrijven=[(each.id, each.naam) for each in bedrijven],
        kan_besloten=any(each.detacheert for each in bedrijven),
        sw_verplicht=must_choose_sw_bedrijf(actor),
        **await field_context(conn, request, form, None),
    )


ROUTES = [
    Route("/kandidaten/nieuw", show_new),
    Route("/kandidaten/nieuw", create, methods=["POST"]),
]
