"""Change the name, opleider, dates and afspraak of a roulatie, or stop it with a reason."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie.cohort import RoulatieGegevens, edit_roulatie, list_opleiders
from marketplace.roulatie.einde import stop_roulatie
from marketplace.roulatie.model import Cohort
from marketplace.toegang.rechten import BESLIST
from marketplace.web.fields import Datum, KorteTekst, Nummer, VeiligeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, visible_cohort
from marketplace.web.roulatie.velden import EchteMaandag, LaatsteDag
from marketplace.web.saving import VersieForm

LABELS = {
    "naam": "Naam van de roulatie",
    "opleider": "Welke mbo-opleider?",
    "van": "Eerste maandag",
    "laatste_dag": "Laatste dag",
    "afspraak": "Wat spreken de bedrijven af over niet overnemen?",
    "afspraak_tot": "Tot welke dag geldt de afspraak?",
    "reden": "Waarom stopt de roulatie?",
}


class GegevensForm(VersieForm):
    """What a roulatie is called, when it is, and what companies agree."""

    naam: KorteTekst
    opleider: Nummer | None = None
    van: EchteMaandag
    laatste_dag: LaatsteDag
    afspraak: VeiligeTekst
    afspraak_tot: Datum

    def to_gegevens(self) -> RoulatieGegevens:
        """The change that is asked."""
        return RoulatieGegevens(
            naam=self.naam,
            opleider_id=self.opleider,
            van=self.van,
            tot=self.laatste_dag,
            afspraak=self.afspraak,
            afspraak_tot=self.afspraak_tot,
        )


class StoppenForm(VersieForm):
    """Stop, with the reason."""

    reden: Annotated[VeiligeTekst, Field(min_length=5)]


def _filled(cohort: Cohort) -> Form[BaseModel]:
    """The form as the roulatie is now."""
    now = cohort.roulatie
    return filled(
        naam=now.naam,
        opleider=now.opleider_id,
        van=now.van,
        laatste_dag=now.laatste_dag,
        afspraak=now.afspraak,
        afspraak_tot=now.afspraak_tot,
    )


async def show_edit(request: Request) -> Response:
    """The forms, filled in."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write the change; what cannot be written comes back as it was typed."""

    async def show(form: Form[BaseModel]) -> Response:
        return await _page(request, gegevens=form)

    return await save_change(
        request,
        await read_form(request, GegevensForm),
        lambda conn, actor, wijziging, data: edit_roulatie(conn, actor, wijziging, data.to_gegevens()),
        show,
        (f"/roulaties/{path_id(request)}", "De gegevens zijn opgeslagen."),
    )


async def stop(request: Request) -> Response:
    """Stop the roulatie."""

    async def show(form: Form[BaseModel]) -> Response:
        return await _page(request, stoppen=form)

    return await save_change(
        request,
        await read_form(request, StoppenForm),
        lambda conn, actor, wijziging, data: stop_roulatie(conn, actor, wijziging, data.reden),
        show,
        (f"/roulaties/{path_id(request)}", "De roulatie is gestopt."),
    )


async def _page(
    request: Request, gegevens: Form[BaseModel] | None = None, stoppen: Form[BaseModel] | None = None
) -> Response:
    """The page with both forms as they stand."""
    actor_as(request, *BESLIST)
    cohort = await visible_cohort(request)
    forms = gegevens or _filled(cohort), stoppen or filled()
    return show_cohort(
        request,
        "wijzigen.html",
        cohort,
        *forms,
        form=forms[0],
        stoppen=forms[1],
        labels=LABELS,
        opleiders=await list_opleiders(await connection(request), cohort.roulatie.regio_code),
    )


ROUTES = [
    Route("/roulaties/{id:int}/wijzigen", show_edit),
    Route("/roulaties/{id:int}/wijzigen", save, methods=["POST"]),
    Route("/roulaties/{id:int}/stoppen", stop, methods=["POST"]),
]
