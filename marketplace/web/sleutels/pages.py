"""The keys of the own regio or organisatie; a new key is shown once, on the page that answers the form."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.toegang import sleutel_queries as queries
from marketplace.toegang import sleutels as service
from marketplace.toegang.model import Toekenning
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.web.api.routes import SCOPES
from marketplace.web.fields import Datum, Keuzes, KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.openapi import NOUNS
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.saving import save_form
from marketplace.web.sleutels.sleutel import PATH, show_sleutel, withdraw_sleutel
from marketplace.web.templating import render

USUAL = timedelta(days=180)


class SleutelForm(BaseModel):
    """A key as a beheerder asks for it; `als` is a role with its place."""

    naam: KorteTekst
    als: KorteTekst
    scopes: Annotated[Keuzes, Field(min_length=1)]
    laatste_dag: Datum


async def show_sleutels(request: Request) -> Response:
    """Every key that this beheerder looks after."""
    actor = actor_as(request, *BEHEERT_ACCOUNTS)
    sleutels = await queries.list_sleutels(await connection(request), actor)
    return render(request, "sleutels/lijst.html", sleutels=sleutels, nu=clock(request).now())


async def show_new(request: Request) -> Response:
    """The empty form, for half a year of reading."""
    return await _show_form(request, filled(laatste_dag=clock(request).today() + USUAL))


async def make_sleutel(request: Request) -> Response:
    """Make a key and show it this once."""
    actor, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    form = await read_form(request, SleutelForm)
    choices = {_code(each.toekenning): each.toekenning for each in await service.possible(conn, actor)}
    if wrong := _unknown(form, choices):
        form = form.with_errors(wrong)

    async def write(data: SleutelForm) -> Response:
        nieuw = service.NieuweSleutel(
            naam=data.naam,
            toekenning=choices[data.als],
            scopes=tuple(data.scopes),
            laatste_dag=data.laatste_dag,
        )
        _, token = await service.make_sleutel(conn, actor, clock=clock(request), nieuw=nieuw)
        return render(request, "sleutels/gemaakt.html", token=token, nieuw=nieuw)

    return await save_form(request, form, write, partial(_show_form, request))


def _unknown(form: Form[SleutelForm], choices: Mapping[str, Toekenning]) -> dict[str, str]:
    """What was chosen that was not offered."""
    wrong = {}
    if form.data and form.data.als not in choices:
        wrong["als"] = "Maak een keuze uit de lijst."
    if form.data and not set(form.data.scopes) <= set(SCOPES):
        wrong["scopes"] = "Maak een keuze uit de lijst."
    return wrong


async def _show_form(request: Request, form: Form[BaseModel]) -> Response:
    """The form with the roles and scopes that can be chosen."""
    actor, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    return render(
        request,
        "sleutels/nieuw.html",
        status_code=form.status,
        form=form,
        als=[(_code(each.toekenning), each.naam) for each in await service.possible(conn, actor)],
        scopes=[(scope, say_scope(scope)) for scope in SCOPES],
    )


def _code(toekenning: Toekenning) -> str:
    """A role with its place as one value of a form."""
    return f"{toekenning.rol}:{toekenning.regio_code or toekenning.organisatie_id}"


def say_scope(scope: str) -> str:
    """A scope in words."""
    noun, _, verb = scope.partition(":")
    return f"{NOUNS[noun]}: {verb}"


ROUTES = [
    Route(PATH, show_sleutels),
    Route(f"{PATH}/nieuw", show_new),
    Route(f"{PATH}/nieuw", make_sleutel, methods=["POST"]),
    Route(f"{PATH}/{{id:int}}", show_sleutel),
    Route(f"{PATH}/{{id:int}}/intrekken", withdraw_sleutel, methods=["POST"]),
]
