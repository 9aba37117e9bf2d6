"""Behind a link of hours: an inlener agrees with what a group worked in a week, or says what is not right."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, ValidationInfo, field_validator
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.uren import links
from marketplace.groepsdetachering.werkdagen import LANG
from marketplace.web.fields import KorteTekst, VrijeTekst
from marketplace.web.forms import Form, hours_text, read_form
from marketplace.web.links.niemand import as_nobody, show_form
from marketplace.web.request import clock
from marketplace.web.templating import redirect, render
from solver.groepsdetachering.dagen import WERKDAGEN

MOST_TEXT = 3_000
LABELS = {"naam": "Uw naam", "opmerking": "Wat klopt er niet?", "antwoord": "Kloppen de uren?"}


class Antwoord(StrEnum):
    """Which button was pressed."""

    KLOPT = "klopt"
    KLOPT_NIET = "klopt_niet"


class UrenForm(BaseModel):
    """Who answers, and what is not right when they do not agree."""

    antwoord: Antwoord
    naam: KorteTekst
    opmerking: Annotated[VrijeTekst, Field(max_length=MOST_TEXT, validate_default=True)] = ""

    @field_validator("opmerking")
    @classmethod
    def _goes_with_the_button(cls, text: str, info: ValidationInfo) -> str:
        """Refuse a no without a word, and a word with a yes: it would be lost."""
        answer = info.data.get("antwoord")
        if answer is Antwoord.KLOPT_NIET and not text:
            message = "Schrijf in het kort wat er niet klopt."
            raise ValueError(message)
        if answer is Antwoord.KLOPT and text:
            message = "U schreef dat er iets niet klopt. Druk dan op ‘Klopt niet’, of maak dit veld leeg."
            raise ValueError(message)
        return text


async def show_uren(request: Request) -> Response:
    """The hours, and the question."""
    return await _show(request, Form())


async def answer_uren(request: Request) -> Response:
    """Keep the answer."""
    form = await read_form(request, UrenForm)
    if form.data is None:
        return await _show(request, form)
    await links.answer(
        await as_nobody(request),
        clock=clock(request),
        token=request.path_params["token"],
        wie=form.data.naam,
        opmerking=form.data.opmerking,
    )
    return redirect(request, "/link/uren-bedankt")


async def show_thanks(request: Request) -> Response:
    """What happens with an answer."""
    return render(request, "links/uren_bedankt.html")


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The page of the one week."""
    conn = await as_nobody(request)
    found = await links.find_uren(conn, clock=clock(request), token=request.path_params["token"])
    by_day = [sum(days.get(dag, 0) for _, days in found.mensen) for dag in WERKDAGEN]
    return show_form(
        request,
        "links/uren.html",
        form,
        uren=found,
        labels=LABELS,
        dagen=LANG,
        per_dag=by_day,
        hours=lambda minutes: hours_text(minutes) if minutes else "–",
    )


ROUTES = [
    Route("/link/uren/{token}", show_uren),
    Route("/link/uren/{token}", answer_uren, methods=["POST"]),
    Route("/link/uren-bedankt", show_thanks),
]
