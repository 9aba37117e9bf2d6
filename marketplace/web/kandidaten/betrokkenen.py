"""Who is bound to one person: add a colleague or the person's own account, and end that on a day."""

from functools import partial
from typing import Literal

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.kandidaten.betrokkenen import list_betrokkenen
from marketplace.kandidaten.binden import bind, unbind
from marketplace.kandidaten.model import Betrokkene, KandidaatProfiel
from marketplace.toegang.model import Rol
from marketplace.web.fields import Datum, KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.kandidaten.profiel import ROLLEN
from marketplace.web.kandidaten.rechten import BESLISSERS, profile_to_decide
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {"email": "E-mailadres", "rol": "Rol", "laatste_dag": "Laatste dag"}


class BindForm(BaseModel):
    """The account to bind, and in which role."""

    email: KorteTekst
    rol: Literal[Rol.KANDIDAAT, Rol.VERTEGENWOORDIGER, Rol.CONSULENT, Rol.JOBCOACH, Rol.PRO_VSO]


class EindeForm(BaseModel):
    """The last day of a bond."""

    laatste_dag: Datum


async def show_betrokkenen(request: Request) -> Response:
    """Who is and was bound to the person, and the form that adds one."""
    return await _show(request, await profile_to_decide(request), filled())


async def add(request: Request) -> Response:
    """Bind an account to the person from today on."""
    profiel = await profile_to_decide(request)

    async def write(data: BindForm) -> Response:
        await bind(
            await connection(request),
            actor_as(request, *BESLISSERS),
            clock=clock(request),
            kandidaat_id=profiel.id,
            email=data.email,
            rol=data.rol,
        )
        path = f"/kandidaten/{profiel.id}/betrokkenen"
        return redirect(request, path, melding="Dit account ziet deze kandidaat vanaf nu.")

    form = await read_form(request, BindForm)
    return await save_form(request, form, write, partial(_show, request, profiel))


async def show_end(request: Request) -> Response:
    """The form that ends a bond."""
    profiel = await profile_to_decide(request)
    return await _show_end(request, profiel, filled(laatste_dag=clock(request).today()))


async def end(request: Request) -> Response:
    """Let a bond end after the day that was typed."""
    profiel = await profile_to_decide(request)
    betrokkene = await _betrokkene(request, profiel)

    async def write(data: EindeForm) -> Response:
        await unbind(
            await connection(request),
            actor_as(request, *BESLISSERS),
            clock=clock(request),
            betrokkene_id=betrokkene.id,
            laatste_dag=data.laatste_dag,
        )
        path = f"/kandidaten/{profiel.id}/betrokkenen"
        return redirect(request, path, melding="De laatste dag is vastgelegd.")

    form = await read_form(request, EindeForm)
    return await save_form(request, form, write, partial(_show_end, request, profiel))


async def _betrokkene(request: Request, profiel: KandidaatProfiel) -> Betrokkene:
    """The bond that the path names; raises NotFound when it is not of this person."""
    found = await list_betrokkenen(await connection(request), actor_as(request, *BESLISSERS), profiel.id)
    number = path_id(request, "betrokkene_id")
    for each in found:
        if each.id == number:
            return each
    raise NotFound


async def _show(request: Request, profiel: KandidaatProfiel, form: Form[BaseModel]) -> Response:
    """The page of all who are bound to the person."""
    actor = actor_as(request, *BESLISSERS)
    return render(
        request,
        "kandidaten/betrokkenen.html",
        status_code=form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        rollen={rol.value: woord for rol, woord in ROLLEN.items()},
        betrokkenen=await list_betrokkenen(await connection(request), actor, profiel.id),
    )


async def _show_end(request: Request, profiel: KandidaatProfiel, form: Form[BaseModel]) -> Response:
    """The page that ends one bond."""
    betrokkene = await _betrokkene(request, profiel)
    return render(
        request,
        "kandidaten/betrokkene.html",
        status_code=form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        betrokkene=betrokkene,
        rol=ROLLEN[betrokkene.rol],
    )


ROUTES = [
    Route("/kandidaten/{id:int}/betrokkenen", show_betrokkenen),
    Route("/kandidaten/{id:int}/betrokkenen", add, methods=["POST"]),
    Route("/kandidaten/{id:int}/betrokkenen/{betrokkene_id:int}", show_end),
    Route("/kandidaten/{id:int}/betrokkenen/{betrokkene_id:int}", end, methods=["POST"]),
]
