"""What the page of a profile shows: the person, the words for codes, where they are or could be, the map."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TypeVar, cast

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.bezetting.werkt_bij import list_werkt_bij
from marketplace.kandidaten import betrokkenen, doelgroepen, groepen, inzagen, uitsluitingen
from marketplace.kandidaten.model import STAND_WOORDEN, Groep, KandidaatProfiel, KandidaatStatus, Stand
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.regios.model import Plaats, largest_places
from marketplace.regios.queries import get_wachttermijn, list_plaatsen
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Rol
from marketplace.toegang.rechten import EIGEN
from marketplace.voorstellen.van_kandidaat import list_voorstellen_van
from marketplace.web.formats import aantal
from marketplace.web.forms import Form
from marketplace.web.kandidaten.rechten import LEZERS, may
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.statuses import STATUSES
from marketplace.web.templating import render
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS
from marketplace.werkprocessen.queries import (
    get_werkprocessen,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
)
from solver.spreektaal import VERVOER

M = TypeVar("M", bound=BaseModel)
ROLLEN: Mapping[Rol, str] = {
    Rol.KANDIDAAT: "De kandidaat zelf",
    Rol.VERTEGENWOORDIGER: "Vertegenwoordiger",
    Rol.CONSULENT: "Consulent",
    Rol.JOBCOACH: "Jobcoach",
    Rol.PRO_VSO: "Medewerker van het praktijkonderwijs of vso",
}
STATUS_UITLEG: Mapping[KandidaatStatus, str] = {
    KandidaatStatus.VOOR_AANGEMELD: "Aangemeld, maar doet nog niet mee in het plan.",
    KandidaatStatus.MATCHBAAR: "Doet mee zodra er een nieuw plan wordt gemaakt.",
    KandidaatStatus.LOPEND: "Werkt en leert op een plek.",
    KandidaatStatus.TERUGGETROKKEN: "Gaat niet door en doet niet meer mee in het plan.",
    KandidaatStatus.NIET_GESTART: "Zou beginnen, maar dat ging niet door. Doet niet mee in het plan.",
    KandidaatStatus.AFGEROND: "Is klaar met leren op de plek.",
}


async def profile_context(request: Request, profiel: KandidaatProfiel) -> dict[str, object]:
    """Everything the template of a profile asks for, but the form."""
    conn, vandaag = await connection(request), clock(request).today()
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    vormen = {each.code: each.naam for each in await list_plaatsingsvormen(conn)}
    voorwaarden = {each.code: each for each in await list_voorwaarden(conn)}
    werkprocessen = await get_werkprocessen(conn, [each.werkproces_id for each in profiel.werkprocessen])
    actor = actor_as(request, *LEZERS)
    termijn = await get_wachttermijn(conn, [profiel.regio_code], vandaag)
    return {
        "groepen": await groepen.list_groepen_van(conn, actor, profiel.id),
        "werkt_bij": await list_werkt_bij(conn, actor, profiel.id, vandaag),
        "voorstellen": await list_voorstellen_van(conn, actor, profiel.id),
        "profiel": profiel,
        "vervoer": VERVOER[profiel.vervoermiddel],
        "sectoren": [sectoren[code] for code in profiel.sectorwensen],
        "vormen": [vormen.get(code, code) for code in profiel.vormen],
        "voorwaarden": [voorwaarden[code] for code in profiel.voorwaarden if code in voorwaarden],
        "werkprocessen": [
            (STAND_WOORDEN[stand], [each for each in werkprocessen if each.id in profiel.with_stand(stand)])
            for stand in Stand
        ],
        "taal": TAALNIVEAUS[profiel.taal],
        "niveaus": NIVEAUS,
        "fasen": FASE_WOORDEN,
        "te_lang": termijn is not None
        and profiel.matchbaar_sinds is not None
        and profiel.matchbaar_sinds <= vandaag - timedelta(weeks=termijn),
        "termijn": termijn,
        "kaart": _rows(await list_plaatsen(conn, profiel.regio_code, vandaag), profiel),
        "momenten": await list_geschiedenis(conn, actor, "kandidaat", profiel.id),
        "namen": (await load_keuzes(conn)).names(),
        "uitsluitingen": await uitsluitingen.list_uitsluitingen(conn, actor, profiel.id),
        "betrokkenen": [
            (ROLLEN[each.rol], each.naam or "heeft een eigen account")
            for each in await betrokkenen.list_betrokkenen(conn, actor, profiel.id)
            if each.van <= vandaag and (each.tot is None or each.tot > vandaag)
        ],
        "doelgroepen": await doelgroepen.list_doelgroepen(conn, actor, profiel.id, vandaag),
        "uitleg": STATUS_UITLEG,
        "mag": may(actor, profiel),
        "gegevens_bekend": await inzagen.has_persoonsgegevens(conn, actor, profiel.id),
        "inzagen": await inzagen.list_inzagen(conn, actor, profiel.id),
    }


async def profile_page(request: Request, profiel: KandidaatProfiel, form: Form[BaseModel]) -> Response:
    """The profile with the form that asks for a purpose; in plain words for the person."""
    context = await profile_context(request, profiel)
    mag = may(actor_as(request, *LEZERS), profiel)
    if not mag.eigen:
        return render(request, "kandidaten/profiel.html", status_code=form.status, **context, form=form)
    actor = actor_as(request, *EIGEN)
    profielen = [
        await get_kandidaat(await connection(request), actor, number)
        for number in actor.kandidaten_als(*EIGEN)
        if number != profiel.id
    ]
    return render(
        request,
        "kandidaten/eigen.html",
        status_code=form.status,
        **context,
        zelf=profiel.id in actor.kandidaten_als(Rol.KANDIDAAT),
        anderen=[each for each in profielen if each],
        contactpersonen=_guides(context),
    )


def _guides(context: dict[str, object]) -> list[str]:
    """Who guide a person, by name."""
    found = cast("list[tuple[str, str]]", context["betrokkenen"])
    return [naam for rol, naam in found if rol in (ROLLEN[Rol.CONSULENT], ROLLEN[Rol.JOBCOACH])]


def say_groep(groep: Groep) -> str:
    """A group in a list to choose from: Groen, tweede groep (9 personen, aangemeld)."""
    people = aantal(groep.aantal, "persoon", "personen")
    return f"{groep.naam} ({people}, {STATUSES[groep.status].woord.lower()})"


def _rows(plaatsen: list[Plaats], profiel: KandidaatProfiel) -> list[tuple[str, float, float, str]]:
    """The places of the region and the home of the person, for a small map."""
    large = largest_places(plaatsen)
    rows = [(each.naam, each.lat, each.lon, "groot" if each.id in large else "plaats") for each in plaatsen]
    return [*rows, (profiel.plaats, profiel.lat, profiel.lon, "thuis")]
