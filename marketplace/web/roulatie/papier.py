"""A published rooster to take along: on paper, as a workbook, as an agenda that can be withdrawn."""

import asyncio
import io
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.exports.formats import FORMATS
from marketplace.exports.pdf import MEDIA_TYPE, write_pdf
from marketplace.exports.qr import draw_qr
from marketplace.roulatie import agenda, link_queries, roosters
from marketplace.roulatie import terugblik as verbs
from marketplace.roulatie.agenda import Van
from marketplace.roulatie.link_queries import RoulatieLink
from marketplace.roulatie.model import Cohort, Rooster, RoosterStatus
from marketplace.roulatie.oordeel import list_verblijven
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.roulatie.papier.gegevens import Papier, Voor, build_gegevens, template
from marketplace.roulatie.terugblik import GemaakteLink
from marketplace.roulatie.toets import look
from marketplace.roulatie.werkboek import Werkboek, write_werkboek
from marketplace.toegang.model import Actor, Doel
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.download import send_file
from marketplace.web.fields import KorteTekst
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.roulatie.code import show_qr
from marketplace.web.roulatie.stap import answer_step
from marketplace.web.roulatie.terugblik import visible_cohort
from marketplace.web.saving import Geweigerd, VersieForm
from marketplace.web.templating import redirect, render

NO_CODES: Mapping[tuple[int, int], str] = MappingProxyType({})
WIE = re.compile(r"(deelnemer|plek)-([0-9]{1,18})")


class NotPublished(Conflict):
    """Er is nog geen gepubliceerd rooster. Publiceer het eerst op het bord."""


class AgendaForm(VersieForm):
    """Whose agenda: deelnemer-4 or plek-7."""

    wie: KorteTekst

    def to_van(self) -> Van:
        """As it is asked; raises NotFound."""
        found = WIE.fullmatch(self.wie)
        if found is None:
            raise NotFound
        number = int(found[2])
        return Van(kandidaat_id=number) if found[1] == "deelnemer" else Van(plek_id=number)


async def show_papier(request: Request) -> Response:
    """What there is to take along."""
    return await _page(request, None)


async def download_pdf(request: Request) -> Response:
    """The rooster on paper, for whom the address says."""
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    try:
        voor = Voor(request.query_params.get("voor", Voor.DEELNEMERS))
    except ValueError:
        raise NotFound from None
    cohort = await visible_cohort(conn, actor, path_id(request))
    return await _pdf(request, conn, cohort, voor, NO_CODES)


async def print_with_codes(request: Request) -> Response:
    """The rooster for deelnemers with fresh links on it, that is made this once."""

    async def step(data: VersieForm) -> Response:
        conn, actor = await connection(request), actor_as(request, *BESLIST)
        cohort = await visible_cohort(conn, actor, path_id(request))
        made = await verbs.make_links(
            conn, actor, clock=clock(request), roulatie_id=path_id(request), versie=data.versie
        )
        base = f"{settings(request).base_url}/link/terugblik"
        codes = await asyncio.to_thread(_draw_codes, base, made)
        return await _pdf(request, conn, cohort, Voor.DEELNEMERS, codes)

    async def show(geweigerd: Geweigerd) -> Response:
        return await _page(request, geweigerd)

    return await answer_step(request, VersieForm, step, show)


async def download_xlsx(request: Request) -> Response:
    """The rooster as a workbook: as published, else the concept."""
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    rooster = over.gepubliceerd or over.concept
    if rooster is None:
        raise NotPublished
    file = io.BytesIO()
    werkboek = Werkboek(
        cohort=over.cohort,
        rooster=rooster,
        geoefend=look(over.opgave, rooster.cellen).geoefend if over.opgave else {},
        namen=(await load_keuzes(conn)).titels(),
    )
    await asyncio.to_thread(write_werkboek, werkboek, file)
    return send_file(file.getvalue(), FORMATS["xlsx"].media_type, f"rooster-{over.cohort.roulatie.id}.xlsx")


async def make_agenda(request: Request) -> Response:
    """Make the address of an agenda and show it this once."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)

    async def step(data: AgendaForm) -> Response:
        van = data.to_van()
        token = await agenda.make_agenda_link(
            conn, actor, clock=clock(request), roulatie_id=path_id(request), versie=data.versie, van=van
        )
        cohort = await visible_cohort(conn, actor, path_id(request))
        adres = f"{settings(request).base_url}/link/agenda/{token}.ics"
        return render(
            request,
            "roulatie/agenda.html",
            roulatie=cohort.roulatie,
            van_wie=_called(cohort, van),
            adres=adres,
            qr=show_qr(adres),
        )

    async def show(geweigerd: Geweigerd) -> Response:
        return await _page(request, geweigerd)

    return await answer_step(request, AgendaForm, step, show)


async def withdraw_agenda(request: Request) -> Response:
    """Let the address of an agenda open nothing any more."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)

    async def step(data: AgendaForm) -> Response:
        await agenda.withdraw_agenda_link(
            conn,
            actor,
            clock=clock(request),
            roulatie_id=path_id(request),
            versie=data.versie,
            van=data.to_van(),
        )
        return redirect(
            request, f"/roulaties/{path_id(request)}/papier", melding="Het adres werkt niet meer."
        )

    async def show(geweigerd: Geweigerd) -> Response:
        return await _page(request, geweigerd)

    return await answer_step(request, AgendaForm, step, show)


def _draw_codes(base: str, made: Sequence[GemaakteLink]) -> dict[tuple[int, int], str]:
    """The code of each link; one takes some 13 ms, so a rooster takes seconds."""
    return {
        (each.verblijf.kandidaat_id, each.verblijf.blok_id): draw_qr(f"{base}/{each.token}") for each in made
    }


def _called(cohort: Cohort, van: Van) -> str:
    """Whose agenda, in words."""
    if van.kandidaat_id is not None:
        deelnemer = cohort.deelnemer(van.kandidaat_id)
        return deelnemer.kenmerk if deelnemer else ""
    plek = cohort.plek(van.plek_id or 0)
    return f"{plek.kort}, {plek.organisatie}" if plek else ""


async def _rooster(conn: Connection, cohort: Cohort, status: RoosterStatus) -> Rooster | None:
    """The rooster with a status."""
    return await roosters.get_by_status(conn, [cohort.roulatie.regio_code], cohort.roulatie.id, status)


async def _pdf(
    request: Request, conn: Connection, cohort: Cohort, voor: Voor, codes: Mapping[tuple[int, int], str]
) -> Response:
    """The paper for a reader, made beside the loop because it takes a moment."""
    rooster = await _rooster(conn, cohort, RoosterStatus.GEPUBLICEERD)
    if rooster is None:
        raise NotPublished
    verblijven = await list_verblijven(conn, cohort.roulatie.id)
    paper = Papier(cohort=cohort, rooster=rooster, verblijven=verblijven, qr=codes)
    data = build_gegevens(paper, voor)
    written = await asyncio.to_thread(write_pdf, template(voor), data, clock(request).now())
    return send_file(written, MEDIA_TYPE, f"rooster-{cohort.roulatie.id}-{voor.value}.pdf")


async def _page(request: Request, geweigerd: Geweigerd | None) -> Response:
    """What there is to take along, with what was in the way of a step."""
    conn, actor = await connection(request), actor_as(request, *LEEST_REGIO)
    cohort = await visible_cohort(conn, actor, path_id(request))
    return render(
        request,
        "roulatie/papier.html",
        status_code=geweigerd.status if geweigerd else HTTPStatus.OK,
        geweigerd=geweigerd,
        cohort=cohort,
        roulatie=cohort.roulatie,
        gepubliceerd=await _rooster(conn, cohort, RoosterStatus.GEPUBLICEERD),
        concept=await _rooster(conn, cohort, RoosterStatus.CONCEPT),
        agendas=await _agendas(request, conn, actor, cohort),
        mag=cohort.roulatie.regio_code in actor.regios_als(*BESLIST),
    )


async def _agendas(
    request: Request, conn: Connection, actor: Actor, cohort: Cohort
) -> list[tuple[str, str, RoulatieLink | None]]:
    """Who can have an agenda: what a form calls it, in words, and the address that is open."""
    now = clock(request).now()
    links = [
        each
        for each in await link_queries.list_links(conn, actor, cohort.roulatie.id)
        if each.doel is Doel.AGENDA and each.holds(now)
    ]
    of_people = {each.kandidaat_id: each for each in links}
    of_plekken = {each.plek_id: each for each in links}
    return [
        (f"deelnemer-{each.kandidaat_id}", each.kenmerk, of_people.get(each.kandidaat_id))
        for each in cohort.deelnemers
    ] + [
        (
            f"plek-{each.leerwerkplek_id}",
            f"{each.kort}, {each.organisatie}",
            of_plekken.get(each.leerwerkplek_id),
        )
        for each in cohort.plekken
    ]


ROUTES = [
    Route("/roulaties/{id:int}/papier", show_papier),
    Route("/roulaties/{id:int}/papier", print_with_codes, methods=["POST"]),
    Route("/roulaties/{id:int}/papier/agenda", make_agenda, methods=["POST"]),
    Route("/roulaties/{id:int}/papier/agenda-intrekken", withdraw_agenda, methods=["POST"]),
    Route("/roulaties/{id:int}/rooster.pdf", download_pdf),
    Route("/roulaties/{id:int}/rooster.xlsx", download_xlsx),
]
