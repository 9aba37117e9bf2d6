"""The form with which an inlener asks a SW-bedrijf for a group."""

from datetime import timedelta
from functools import partial

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import monday
from marketplace.groepsdetachering.opdrachten.aanvragen import (
    Aanvraag,
    ask_groep,
    list_eigen_vestigingen,
    list_sw_bedrijven,
)
from marketplace.groepsdetachering.opdrachten.model import say_where
from marketplace.toegang.rechten import BEHEERT_PLEKKEN
from marketplace.web.fields import Datum, KorteTekst, Nummer, Nummers, VrijeTekst, Werkdagen
from marketplace.web.forms import Form, filled, read_form, ticked
from marketplace.web.groepsdetachering.opdrachten.velden import DagUren, Mensen
from marketplace.web.groepsdetachering.velden import DAG_OPTIONS
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {
    "bedrijf": "Aan welk SW-bedrijf vraagt u dit?",
    "vestiging": "Waar is het werk?",
    "naam": "Welk werk is het, in een paar woorden?",
    "werkprocessen": "Wat gaan mensen doen?",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "dagen": "Op welke dagen?",
    "minuten": "Hoeveel uur per dag?",
    "gevraagd": "Hoeveel mensen wilt u het liefst?",
    "minimum": "Met hoeveel mensen kan het ook?",
    "maximum": "Hoeveel mensen kunnen er hooguit komen?",
    "toelichting": "Wilt u nog iets kwijt?",
}


class AanvraagForm(BaseModel):
    """The group that is asked for, as people type it; `tot` is the last day."""

    bedrijf: Nummer
    vestiging: Nummer
    naam: KorteTekst
    werkprocessen: Nummers = Field(default_factory=list)
    van: Datum
    tot: Datum
    dagen: Werkdagen
    minuten: DagUren
    gevraagd: Mensen
    minimum: Mensen
    maximum: Mensen
    toelichting: VrijeTekst = ""

    def to_aanvraag(self) -> Aanvraag:
        """What is asked."""
        return Aanvraag(
            organisatie_id=self.bedrijf,
            vestiging_id=self.vestiging,
            tot=self.tot + timedelta(days=1),
            werkprocessen=tuple(sorted(set(self.werkprocessen))),
            **self.model_dump(exclude={"bedrijf", "vestiging", "tot", "werkprocessen"}),
        )


async def show_form(request: Request) -> Response:
    """The form, for the only SW-bedrijf and the only vestiging where there is one."""
    first = monday(clock(request).today()) + timedelta(weeks=1)
    return await _show(request, filled(van=first, dagen=ticked(0b1111), minuten=6))


async def ask(request: Request) -> Response:
    """Ask for the group."""
    actor, conn = actor_as(request, *BEHEERT_PLEKKEN), await connection(request)

    async def write(data: AanvraagForm) -> Response:
        made = await ask_groep(conn, actor, clock=clock(request), aanvraag=data.to_aanvraag())
        melding = "Uw vraag is verstuurd. Het antwoord van het SW-bedrijf leest u hier."
        return redirect(request, f"/mijn-groepen/{made}", melding=melding)

    return await save_form(request, await read_form(request, AanvraagForm), write, partial(_show, request))


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    actor, conn = actor_as(request, *BEHEERT_PLEKKEN), await connection(request)
    return render(
        request,
        "groepsdetachering/opdrachten/vragen.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        bedrijven=await list_sw_bedrijven(conn),
        vestigingen=[
            (each.id, say_where(each.organisatie, each.naam, each.plaats))
            for each in await list_eigen_vestigingen(conn, actor)
        ],
        dagen=DAG_OPTIONS,
        keuzes=await load_keuzes(conn),
    )


ROUTES = [
    Route("/mijn-groepen/vragen", show_form),
    Route("/mijn-groepen/vragen", ask, methods=["POST"]),
]
