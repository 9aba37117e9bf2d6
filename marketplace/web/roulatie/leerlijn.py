"""One leerlijn: its werkprocessen with weeks, what an organisatie adds for its own people, and the order."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, create_model
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput, NotFound
from marketplace.roulatie import leerlijnen
from marketplace.roulatie.deelnemers import list_moederbedrijven
from marketplace.roulatie.leerlijnen import LeerlijnInhoud
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.fields import KorteTekst, Nummer, Nummers, Vinkje
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie.leerlijnen import LABELS as NAMED
from marketplace.web.roulatie.leerlijnen import refuse_sector
from marketplace.web.roulatie.pagina import Show
from marketplace.web.roulatie.velden import PaarForm, Weken
from marketplace.web.saving import VersieForm, save_form
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_werkprocessen

M = TypeVar("M", bound=VersieForm)
LABELS = NAMED | {
    "werkprocessen": "Wat komt erbij?",
    "organisatie": "Voor wie?",
    "weken": "Hoeveel weken?",
    "eerst": "Eerst",
    "dan": "Daarna",
}
CHOOSE = "Maak een keuze uit de lijst."
OVERTAKEN = (
    "Iemand anders heeft deze leerlijn intussen gewijzigd. Er is niets opgeslagen. "
    "Kijk wat u typte nog eens na en sla dan opnieuw op."
)


class GegevensForm(VersieForm):
    """What a leerlijn is called, and whether others may take it over."""

    naam: KorteTekst
    sector: KorteTekst
    gedeeld: Vinkje = False


class ErbijForm(VersieForm):
    """Werkprocessen that come with the others, of everybody or of who belongs to an organisatie."""

    werkprocessen: Annotated[Nummers, Field(min_length=1)]
    organisatie: Nummer | None = None
    weken: Weken


class WekenForm(VersieForm):
    """The weeks of all that it holds; made for the occasion, a field `weken_WERKPROCES_ORGANISATIE` each."""


def _key(werkproces: int, organisatie: int | None) -> str:
    """The name of the field of a row."""
    return f"weken_{werkproces}_{organisatie or 0}"


async def show_leerlijn(request: Request) -> Response:
    """The page, with forms for whoever decides in its regio."""
    return await _page(request)


async def save_gegevens(request: Request) -> Response:
    """Write the name, the sector and the sharing."""

    async def write(data: GegevensForm) -> None:
        await refuse_sector(request, data.sector)
        gegevens = leerlijnen.LeerlijnGegevens(naam=data.naam, sector=data.sector, gedeeld=data.gedeeld)
        await leerlijnen.edit_leerlijn(
            await connection(request),
            actor_as(request, *BESLIST),
            clock=clock(request),
            leerlijn_id=path_id(request),
            versie=data.versie,
            gegevens=gegevens,
        )

    form = await read_form(request, GegevensForm)
    return await _save(request, form, write, lambda wrong: _page(request, gegevens=wrong))


async def save_weken(request: Request) -> Response:
    """Write the weeks of what it holds; a field that is emptied takes it out."""
    now = await _leerlijn(request)
    keys = {_key(each.werkproces_id, each.organisatie_id): each for each in now.doelen}
    fields: dict[str, Any] = dict.fromkeys(keys, (Weken | None, None))
    form = await read_form(request, create_model("WekenForm", __base__=WekenForm, **fields))

    async def write(data: WekenForm) -> None:
        typed = data.model_dump()
        doelen = {
            (each.werkproces_id, each.organisatie_id): typed[name]
            for name, each in keys.items()
            if typed[name] is not None
        }
        await _set_doelen(request, data.versie, doelen)

    return await _save(request, form, write, lambda wrong: _page(request, weken=wrong))


async def add(request: Request) -> Response:
    """Let it hold more."""
    now = await _leerlijn(request)
    doelen = {(each.werkproces_id, each.organisatie_id): each.weken for each in now.doelen}

    async def write(data: ErbijForm) -> None:
        conn = await connection(request)
        if set(data.werkprocessen) - {each.id for each in await list_werkprocessen(conn)}:
            raise InvalidInput(fields={"werkprocessen": CHOOSE})
        if data.organisatie not in (None, *await list_moederbedrijven(conn, now.leerlijn.regio_code)):
            raise InvalidInput(fields={"organisatie": CHOOSE})
        more = {(each, data.organisatie): data.weken for each in data.werkprocessen}
        await _set_doelen(request, data.versie, {**doelen, **more})

    form = await read_form(request, ErbijForm)
    return await _save(request, form, write, lambda wrong: _page(request, erbij=wrong))


async def save_paar(request: Request) -> Response:
    """Let one werkproces come before another, or no more."""
    now = await _leerlijn(request)

    async def write(data: PaarForm) -> None:
        if {data.eerst, data.dan} - {each.werkproces_id for each in now.doelen} and not data.weg:
            raise InvalidInput
        await leerlijnen.set_volgorde(
            await connection(request),
            actor_as(request, *BESLIST),
            clock=clock(request),
            leerlijn_id=path_id(request),
            versie=data.versie,
            volgorde=data.apply(now.volgorde),
        )

    form = await read_form(request, PaarForm)
    return await _save(request, form, write, lambda wrong: _page(request, paar=wrong))


async def _set_doelen(request: Request, versie: int, doelen: Mapping[tuple[int, int | None], int]) -> None:
    """Let these be what it holds."""
    await leerlijnen.set_doelen(
        await connection(request),
        actor_as(request, *BESLIST),
        clock=clock(request),
        leerlijn_id=path_id(request),
        versie=versie,
        doelen=doelen,
    )


async def _save(
    request: Request, form: Form[M], verb: Callable[[M], Awaitable[None]], show: Show
) -> Response:
    """Write a form of this page and show it again."""

    async def write(data: M) -> Response:
        await verb(data)
        return redirect(request, f"/leerlijnen/{path_id(request)}", melding="De leerlijn is opgeslagen.")

    async def overtaken(_: M) -> Response:
        return await show(replace(form.with_errors({"": OVERTAKEN}), overtaken=()))

    actor_as(request, *BESLIST)
    return await save_form(request, form, write, show, overtaken)


async def _leerlijn(request: Request) -> LeerlijnInhoud:
    """The leerlijn of this page; raises NotFound."""
    actor = actor_as(request, *LEEST_REGIO)
    found = await leerlijnen.get_leerlijn(await connection(request), actor, path_id(request))
    if found is None:
        raise NotFound
    return found


def _filled(now: LeerlijnInhoud) -> dict[str, Form[BaseModel]]:
    """The forms as they are stored."""
    mine = now.leerlijn
    weken = {_key(each.werkproces_id, each.organisatie_id): each.weken for each in now.doelen}
    return {
        "gegevens": filled(naam=mine.naam, sector=mine.sector, gedeeld=mine.gedeeld),
        "weken": filled(**weken),
        "erbij": filled(weken=4),
        "paar": filled(),
    }


async def _page(request: Request, **given: Form[BaseModel]) -> Response:
    """The page with its forms as they stand."""
    now, conn, actor = await _leerlijn(request), await connection(request), actor_as(request, *LEEST_REGIO)
    shown = {**_filled(now), **given}
    keuzes = await load_keuzes(conn)
    namen = {each.id: each for each in keuzes.werkprocessen}
    held = list(dict.fromkeys(each.werkproces_id for each in now.doelen))
    wrong = [each.status for each in shown.values() if each.status != HTTPStatus.OK]
    return render(
        request,
        "roulatie/leerlijn.html",
        status_code=wrong[0] if wrong else 200,
        leerlijn=now.leerlijn,
        doelen=[(_key(each.werkproces_id, each.organisatie_id), each) for each in now.doelen],
        volgorde=now.volgorde,
        namen=namen,
        **{f"form_{name}": form for name, form in shown.items()},
        labels=LABELS
        | {
            _key(each.werkproces_id, each.organisatie_id): namen[each.werkproces_id].titel
            for each in now.doelen
        },
        groepen=keuzes.groups(),
        sectoren=keuzes.sector_options(),
        organisaties=list((await list_moederbedrijven(conn, now.leerlijn.regio_code)).items()),
        paren=[(each, namen[each].titel) for each in held],
        mag=now.leerlijn.regio_code in actor.regios_als(*BESLIST),
        mag_over=actor.heeft(*BESLIST),
        momenten=await list_geschiedenis(conn, actor, "leerlijn", now.leerlijn.id),
    )


ROUTES = [
    Route("/leerlijnen/{id:int}", show_leerlijn),
    Route("/leerlijnen/{id:int}/gegevens", save_gegevens, methods=["POST"]),
    Route("/leerlijnen/{id:int}/weken", save_weken, methods=["POST"]),
    Route("/leerlijnen/{id:int}/erbij", add, methods=["POST"]),
    Route("/leerlijnen/{id:int}/volgorde", save_paar, methods=["POST"]),
]
