"""Looking back: who told what of which block, links to hand out, and what was told by mouth or telephone."""

import asyncio
from collections.abc import Sequence
from datetime import date
from http import HTTPStatus

from markupsafe import Markup
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.roulatie import link_queries, oordeel
from marketplace.roulatie import terugblik as verbs
from marketplace.roulatie.model import Cohort
from marketplace.roulatie.oordeel import list_verblijven
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.terugblik import GemaakteLink
from marketplace.roulatie.terugblik_queries import list_zelf_verteld
from marketplace.roulatie.waardering import list_veranderingen
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.fields import Nummer, Versie
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.keuzes import load_keuzes
from marketplace.web.links.roulatie import CHOOSE, TerugblikForm
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.roulatie import oordeelform
from marketplace.web.roulatie.code import show_qr
from marketplace.web.roulatie.mijn import overtaken_form
from marketplace.web.roulatie.oordeelform import VerteldOordeelForm
from marketplace.web.roulatie.stap import answer_step
from marketplace.web.roulatie.terugbeeld import Blokbeeld, Regel, group_veranderingen, look_back
from marketplace.web.saving import Geweigerd, VersieForm, save_form
from marketplace.web.templating import redirect, render

VRAGEN = {
    "gezicht": "Hoe vond de deelnemer het?",
    "geleerd": "Heeft de deelnemer veel geleerd?",
    "blijven": "Wil de deelnemer hier blijven werken?",
}


class LinksForm(VersieForm):
    """Links for a block."""

    blok: Nummer


class VerteldForm(TerugblikForm):
    """What was told by mouth, over a version of the roulatie."""

    versie: Versie


async def visible_cohort(conn: Connection, actor: Actor, roulatie_id: int) -> Cohort:
    """The cohort; raises NotFound for a stranger."""
    cohort = await get_cohort(conn, actor, roulatie_id)
    if cohort is None:
        raise NotFound
    return cohort


async def load_beeld(request: Request, conn: Connection, actor: Actor, cohort: Cohort) -> list[Blokbeeld]:
    """The blocks as they are looked back on."""
    return look_back(
        cohort,
        await list_verblijven(conn, cohort.roulatie.id),
        await link_queries.list_links(conn, actor, cohort.roulatie.id),
        await list_zelf_verteld(conn, actor, cohort.roulatie.id),
        clock(request).now(),
    )


async def show_terugblik(request: Request) -> Response:
    """Every block with what was told."""
    return await _page(request, None)


async def make_links(request: Request) -> Response:
    """Make links for who told nothing yet of a block, and show them this once."""

    async def step(data: LinksForm) -> Response:
        return await _show_links(request, data.versie, data.blok, None)

    async def show(geweigerd: Geweigerd) -> Response:
        return await _page(request, geweigerd)

    return await answer_step(request, LinksForm, step, show)


async def make_link(request: Request) -> Response:
    """Make a link for one person anew, and show it this once."""

    async def step(data: VersieForm) -> Response:
        return await _show_links(
            request, data.versie, path_id(request, "blok"), path_id(request, "kandidaat")
        )

    async def show(geweigerd: Geweigerd) -> Response:
        return await _person(request, geweigerd=geweigerd)

    return await answer_step(request, VersieForm, step, show)


async def show_person(request: Request) -> Response:
    """One person in one block: what was told, and what the praktijkopleider saw."""
    return await _person(request)


async def record_told(request: Request) -> Response:
    """Write down what a deelnemer told."""
    form = await read_form(request, VerteldForm)
    if form.errors:
        form = form.with_errors(dict.fromkeys(form.errors.keys() - {"versie"}, CHOOSE))

    async def write(data: VerteldForm) -> Response:
        await verbs.record_told(
            await connection(request),
            actor_as(request, *BESLIST),
            clock=clock(request),
            roulatie_id=path_id(request),
            versie=data.versie,
            kandidaat_id=path_id(request, "kandidaat"),
            blok_id=path_id(request, "blok"),
            antwoord=data.to_antwoord(),
        )
        return redirect(
            request, f"/roulaties/{path_id(request)}/terugblik", melding="Het antwoord is bewaard."
        )

    async def show(form: Form[BaseModel]) -> Response:
        return await _person(request, verteld=form)

    async def overtaken(_: VerteldForm) -> Response:
        return await _person(request, verteld=form.moved_on())

    return await save_form(request, form, write, show, overtaken)


async def record_oordeel(request: Request) -> Response:
    """Write down what a praktijkopleider told."""
    actor, conn = actor_as(request, *BESLIST), await connection(request)
    verblijf = (await _regel(request, actor)).verblijf
    form = await read_form(request, oordeelform.make_model(VerteldOordeelForm, verblijf))

    async def write(data: VerteldOordeelForm) -> Response:
        await oordeel.record_told(
            conn,
            actor,
            clock=clock(request),
            roulatie_id=path_id(request),
            versie=data.versie,
            oordeel=data.to_oordeel(verblijf),
        )
        return redirect(
            request, f"/roulaties/{path_id(request)}/terugblik", melding="Het oordeel is bewaard."
        )

    async def show(form: Form[BaseModel]) -> Response:
        return await _person(request, oordeel_form=form)

    async def overtaken(_: VerteldOordeelForm) -> Response:
        now = (await _regel(request, actor)).verblijf
        cohort = await visible_cohort(conn, actor, path_id(request))
        late = await overtaken_form(conn, form, now, versie=cohort.roulatie.versie)
        return await _person(request, oordeel_form=late)

    return await save_form(request, form, write, show, overtaken)  # type: ignore[arg-type] # made at run time


async def _show_links(request: Request, versie: int, blok_id: int, kandidaat_id: int | None) -> Response:
    """Fresh links, to copy or to print."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    made = await verbs.make_links(
        conn,
        actor,
        clock=clock(request),
        roulatie_id=path_id(request),
        versie=versie,
        blok_id=blok_id,
        kandidaat_id=kandidaat_id,
    )
    base = f"{settings(request).base_url}/link/terugblik"
    return render(
        request,
        "roulatie/links.html",
        roulatie=(await visible_cohort(conn, actor, path_id(request))).roulatie,
        bladen=await asyncio.to_thread(_sheets, base, made),
    )


def _sheets(base: str, made: Sequence[GemaakteLink]) -> list[tuple[GemaakteLink, str, Markup]]:
    """Each link with its address and its code."""
    adressen = [f"{base}/{each.token}" for each in made]
    return [(each, adres, show_qr(adres)) for each, adres in zip(made, adressen, strict=True)]


async def _page(request: Request, geweigerd: Geweigerd | None) -> Response:
    """The blocks, with what was in the way of a step."""
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    cohort = await visible_cohort(conn, actor, path_id(request))
    return render(
        request,
        "roulatie/terugblik.html",
        status_code=geweigerd.status if geweigerd else HTTPStatus.OK,
        geweigerd=geweigerd,
        roulatie=cohort.roulatie,
        blokken=await load_beeld(request, conn, actor, cohort),
        veranderingen=group_veranderingen(list_veranderingen(cohort)),
        toekomst=any(each.van > clock(request).today() for each in cohort.blokken),
        titels=(await load_keuzes(conn)).titels(),
        standen=oordeelform.STAND_WOORDEN,
        mag=cohort.roulatie.regio_code in actor.regios_als(*BESLIST),
    )


async def _regel(request: Request, actor: Actor) -> Regel:
    """The stay that the path names; raises NotFound."""
    conn = await connection(request)
    cohort = await visible_cohort(conn, actor, path_id(request))
    wanted = (path_id(request, "kandidaat"), path_id(request, "blok"))
    for blok in await load_beeld(request, conn, actor, cohort):
        for regel in blok.regels:
            if regel.verblijf.is_of(*wanted):
                return regel
    raise NotFound


async def _person(
    request: Request,
    *,
    verteld: Form[BaseModel] | None = None,
    oordeel_form: Form[BaseModel] | None = None,
    geweigerd: Geweigerd | None = None,
) -> Response:
    """The page of one person in one block; a form is as it was typed, else as it stands."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    cohort, regel = await visible_cohort(conn, actor, path_id(request)), await _regel(request, actor)
    namen = (await load_keuzes(conn)).names()
    status = next((each.status for each in (verteld, oordeel_form, geweigerd) if each), HTTPStatus.OK)
    return render(
        request,
        "roulatie/vertellen.html",
        status_code=status,
        geweigerd=geweigerd,
        roulatie=cohort.roulatie,
        regel=regel,
        verteld=verteld or _told_form(regel),
        oordeel=oordeel_form or oordeelform.opened(regel.verblijf),
        vragen=VRAGEN,
        labels=oordeelform.labels(regel.verblijf, namen),
        standen=oordeelform.STANDEN,
        **_what_can_be_told(regel, cohort, clock(request).today(), request),
    )


def _what_can_be_told(regel: Regel, cohort: Cohort, vandaag: date, request: Request) -> dict[str, bool]:
    """What the page may ask by now."""
    blok = cohort.blok(regel.verblijf.blok_id)
    begin, end = verbs.term(blok) if blok else (clock(request).now(), clock(request).now())
    now = clock(request).now()
    return {
        "begonnen": regel.verblijf.van <= vandaag,
        "vertellen": begin <= now and not regel.zelf,
        "vragen_kan": now < end and regel.terugblik is None,
    }


def _told_form(regel: Regel) -> Form[BaseModel]:
    """What was told as it stands now."""
    told = regel.terugblik
    return filled(gezicht=told.gezicht, geleerd=told.geleerd, blijven=told.blijven) if told else filled()


PERSOON = "/roulaties/{id:int}/terugblik/{blok:int}/{kandidaat:int}"
ROUTES = [
    Route("/roulaties/{id:int}/terugblik", show_terugblik),
    Route("/roulaties/{id:int}/terugblik/links", make_links, methods=["POST"]),
    Route(PERSOON, show_person),
    Route(f"{PERSOON}/link", make_link, methods=["POST"]),
    Route(f"{PERSOON}/verteld", record_told, methods=["POST"]),
    Route(f"{PERSOON}/oordeel", record_oordeel, methods=["POST"]),
]
