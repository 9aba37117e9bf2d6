"""Groups: register a whole group, start it later, call it off with a reason, go on with a next one."""

import re
from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.kandidaten import groepen
from marketplace.kandidaten.model import Groep, GroepStatus
from marketplace.regios.queries import list_regios
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.voorstellen import groep as verbs
from marketplace.web.fields import KorteTekst, Nummer, VeiligeTekst
from marketplace.web.forms import Form, check_form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, VersieForm, save_form, take_step
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_sectoren

LABELS = {
    "naam": "Naam van de groep",
    "sector": "In welke sector?",
    "regio": "In welke regio?",
    "kenmerken": "Wie horen erbij?",
    "reden": "Waarom gaat de groep niet door?",
}


class GroepForm(BaseModel):
    """A new group: its people by kenmerk, and the group that it goes on from."""

    naam: KorteTekst
    sector: KorteTekst
    regio: KorteTekst
    kenmerken: VeiligeTekst
    vervolg_op: Nummer | None = None


class AnnulerenForm(VersieForm):
    """Call a group off, with the reason."""

    reden: Annotated[VeiligeTekst, Field(min_length=5)]


class VervolgForm(BaseModel):
    """The group to go on from, in the address."""

    vervolg_op: Nummer | None = None


async def show_groepen(request: Request) -> Response:
    """Every group of the actor's regions."""
    actor = actor_as(request, *LEEST_REGIO)
    found = await groepen.list_groepen(await connection(request), actor)
    return render(request, "groepen/lijst.html", groepen=found, mag=actor.heeft(*BESLIST))


async def show_new(request: Request) -> Response:
    """The form of a group; one that goes on begins with the name and sector of the former."""
    actor = actor_as(request, *BESLIST)
    asked = check_form(VervolgForm, {"vervolg_op": (request.query_params.get("vervolg_op", ""),)})
    regio = actor.regios_als(*BESLIST)[0]
    if asked.data is None or asked.data.vervolg_op is None:
        return await _form(request, filled(regio=regio))
    eerder = await verbs.visible_groep(await connection(request), actor, asked.data.vervolg_op)
    naam = f"{eerder.naam}, vervolg"
    return await _form(
        request, filled(naam=naam, sector=eerder.sector, regio=eerder.regio_code, vervolg_op=eerder.id)
    )


async def create(request: Request) -> Response:
    """Register the group; what cannot be written comes back as it was typed."""
    actor = actor_as(request, *BESLIST)

    async def write(data: GroepForm) -> Response:
        groep_id = await verbs.register_groep(
            await connection(request),
            actor,
            clock=clock(request),
            regio_code=data.regio,
            naam=data.naam,
            sector=data.sector,
            kenmerken=_kenmerken(data.kenmerken),
            vervolg_op=data.vervolg_op,
        )
        return redirect(request, f"/groepen/{groep_id}", melding="De groep is aangemeld.")

    form = await read_form(request, GroepForm)
    return await save_form(request, form, write, partial(_form, request))


async def show_groep(request: Request) -> Response:
    """One group with what can be done."""
    return await _page(request, filled())


async def start(request: Request) -> Response:
    """Let the group begin."""
    return await _step(request, verbs.start, "De groep is gestart.")


async def finish(request: Request) -> Response:
    """Let the group end."""
    return await _step(request, verbs.finish, "De groep is afgerond.")


async def call_off(request: Request) -> Response:
    """Let the group not begin, with a reason."""
    actor = actor_as(request, *BESLIST)
    form = await read_form(request, AnnulerenForm)

    async def write(data: AnnulerenForm) -> Response:
        groep_id = path_id(request)
        await verbs.call_off(
            await connection(request),
            actor,
            clock=clock(request),
            groep_id=groep_id,
            versie=data.versie,
            reden=data.reden,
        )
        return redirect(request, f"/groepen/{groep_id}", melding="De groep is geannuleerd.")

    async def overtaken(_: AnnulerenForm) -> Response:
        return await _page(request, form.moved_on())

    return await save_form(request, form, write, partial(_page, request), overtaken)


async def _step(request: Request, verb: verbs.Step, melding: str) -> Response:
    """Take a step that asks nothing more."""
    actor, groep_id = actor_as(request, *BESLIST), path_id(request)
    step = partial(verb, await connection(request), actor, clock=clock(request), groep_id=groep_id)
    done = redirect(request, f"/groepen/{groep_id}", melding=melding)
    return await take_step(request, step, done, partial(_page, request, filled()))


def _kenmerken(text: str) -> list[str]:
    """The kenmerken in a text, each once, with or without K- before them."""
    found = [each.upper() for each in re.split(r"[\s,;]+", text) if each]
    return list(dict.fromkeys(each if each.startswith("K-") else f"K-{each}" for each in found))


async def _form(request: Request, form: Form[BaseModel]) -> Response:
    """The form of a new group as it stands."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    own = actor.regios_als(*BESLIST)
    vervolg = check_form(VervolgForm, {"vervolg_op": form.many("vervolg_op")}).data
    eerder: Groep | None = None
    if vervolg is not None and vervolg.vervolg_op is not None:
        eerder = await verbs.visible_groep(conn, actor, vervolg.vervolg_op)
    return render(
        request,
        "groepen/nieuw.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        eerder=eerder,
        bedrijven=await groepen.list_bedrijven(conn, actor, eerder.id) if eerder else [],
        regios=[(each.code, each.naam) for each in await list_regios(conn) if each.code in own],
        sectoren=[(each.code, each.kort) for each in await list_sectoren(conn)],
    )


async def _page(request: Request, form: Form[BaseModel], geweigerd: Geweigerd | None = None) -> Response:
    """The page of a group, with what was in the way of a step."""
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    groep = await verbs.visible_groep(conn, actor, path_id(request))
    return render(
        request,
        "groepen/groep.html",
        status_code=geweigerd.status if geweigerd else form.status,
        groep=groep,
        geweigerd=geweigerd,
        momenten=await list_geschiedenis(conn, actor, "groep", groep.id),
        form=form,
        labels=LABELS,
        mag=groep.regio_code in actor.regios_als(*BESLIST),
        stappen={each.value for each in GroepStatus if groep.status in verbs.STEPS.get(each, ())},
        bedrijven=await groepen.list_bedrijven(conn, actor, groep.id),
        sectoren={each.code: each.kort for each in await list_sectoren(conn)},
    )


ROUTES = [
    Route("/groepen", show_groepen),
    Route("/groepen/nieuw", show_new),
    Route("/groepen/nieuw", create, methods=["POST"]),
    Route("/groepen/{id:int}", show_groep),
    Route("/groepen/{id:int}/starten", start, methods=["POST"]),
    Route("/groepen/{id:int}/afronden", finish, methods=["POST"]),
    Route("/groepen/{id:int}/annuleren", call_off, methods=["POST"]),
]
