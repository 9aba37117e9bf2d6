"""What the page of a profile shows: the person, the words for codes, where they are or could be, the map."""

from datetime import timedelta

from starlette.requests import Request

from marketplace.bezetting.werkt_bij import list_werkt_bij
from marketplace.kandidaten import groepen, uitsluitingen
from marketplace.kandidaten.model import STAND_WOORDEN, Groep, KandidaatProfiel, Stand
from marketplace.regios.model import Plaats, largest_places
from marketplace.regios.queries import get_wachttermijn, list_plaatsen
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Rol
from marketplace.voorstellen.van_kandidaat import list_voorstellen_van
from marketplace.web.formats import aantal
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.statuses import STATUSES
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS
from marketplace.werkprocessen.queries import (
    get_werkprocessen,
    list_plaatsingsvormen,
    list_sectoren,
    list_voorwaarden,
)
from solver.matching.spreektaal import VERVOER


async def profile_context(request: Request, profiel: KandidaatProfiel) -> dict[str, object]:
    """Everything the template of a profile asks for, but the form."""
    conn, vandaag = await connection(request), clock(request).today()
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    vormen = {each.code: each.naam for each in await list_plaatsingsvormen(conn)}
    voorwaarden = {each.code: each for each in await list_voorwaarden(conn)}
    werkprocessen = await get_werkprocessen(conn, [each.werkproces_id for each in profiel.werkprocessen])
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
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
    }


def say_groep(groep: Groep) -> str:
    """A group in a list to choose from: Groen, tweede groep (9 personen, aangemeld)."""
    people = aantal(groep.aantal, "persoon", "personen")
    return f"{groep.naam} ({people}, {STATUSES[groep.status].woord.lower()})"


def _rows(plaatsen: list[Plaats], profiel: KandidaatProfiel) -> list[tuple[str, float, float, str]]:
    """The places of the region and the home of the person, for a small map."""
    large = largest_places(plaatsen)
    rows = [(each.naam, each.lat, each.lon, "groot" if each.id in large else "plaats") for each in plaatsen]
    return [*rows, (profiel.plaats, profiel.lat, profiel.lon, "thuis")]
