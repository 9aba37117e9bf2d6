"""What the page of a voorstel shows: the person in pseudonymous terms, the plek, why, what else, the map."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from starlette.requests import Request

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.leerwerkplekken.model import Leerwerkplek
from marketplace.leerwerkplekken.service import visible_leerwerkplek
from marketplace.matching.queries import get_newest_id, list_namen
from marketplace.regios.model import largest_places
from marketplace.regios.queries import get_beleid, list_plaatsen
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor
from marketplace.voorstellen import queries
from marketplace.voorstellen.model import AGREED, CLOSED, Partij, Voorstel
from marketplace.web.forms import Form, filled
from marketplace.web.matching.woorden import WENSEN, link_names
from marketplace.web.request import clock, connection
from marketplace.web.voorstellen.forms import LABELS
from marketplace.werkprocessen.model import NIVEAUS, TAALNIVEAUS
from marketplace.werkprocessen.queries import get_werkprocessen, list_sectoren, list_voorwaarden
from solver.spreektaal import VERVOER

PARTIJEN = {
    Partij.KANDIDAAT: "De kandidaat zegt nee",
    Partij.WERKGEVER: "De werkgever zegt nee",
    Partij.ACCOUNTMANAGER: "U vindt het niet passen",
}


async def voorstel_context(
    request: Request, actor: Actor, voorstel: Voorstel, forms: Mapping[str, Form[Any]]
) -> dict[str, Any]:
    """Everything the template asks; `forms` holds what was typed in a form that came back."""
    conn, vandaag = await connection(request), clock(request).today()
    profiel = await visible_kandidaat(conn, actor, voorstel.kandidaat_id)
    plek = await visible_leerwerkplek(conn, actor, voorstel.leerwerkplek_id)
    uitleg = voorstel.inplanning.uitleg if voorstel.inplanning else {}
    namen = await list_namen(conn, [voorstel.regio_code], _told(uitleg))
    beleid = await get_beleid(conn, voorstel.regio_code, vandaag)
    uiterlijk = beleid.latest_pin(vandaag)
    return {
        "voorstel": voorstel,
        "profiel": profiel,
        "plek": plek,
        **await _words(conn, profiel, plek),
        "wensen": _wensen(uitleg),
        "namen": namen,
        "zin": lambda text: link_names(text, namen),
        "uitleg": uitleg,
        "anderen": await queries.list_other_voorstellen(conn, actor, voorstel),
        "momenten": await list_geschiedenis(conn, actor, "voorstel", voorstel.id),
        "kaart": await _map_rows(conn, profiel, plek, vandaag),
        "te_herstellen": await _why_mend(conn, voorstel, vandaag),
        "gesloten": voorstel.status in CLOSED,
        "gereserveerd": voorstel.status in AGREED,
        "uiterlijk": uiterlijk,
        "redenen": await _redenen(conn),
        "labels": LABELS,
        "forms": {**_fresh_forms(voorstel, vandaag, uiterlijk), **forms},
    }


async def _why_mend(conn: Connection, voorstel: Voorstel, vandaag: date) -> str:
    """What people decided that the plan of now does not know; empty where it does, or where there is none."""
    newest = await get_newest_id(conn, voorstel.regio_code)
    planned = voorstel.inplanning
    if newest is None:
        return ""
    there = planned if planned is not None and planned.plan_id == newest else None
    if voorstel.status in CLOSED:
        return f"Dit voorstel is {voorstel.status.value}, maar staat nog in het plan van nu." if there else ""
    if voorstel.pin is None or not voorstel.pin.holds(vandaag):
        return ""
    if there is not None and voorstel.pin.startweek in {None, there.startweek}:
        return ""
    return "Dit voorstel staat vast, maar het plan van nu houdt daar nog geen rekening mee."


def _told(uitleg: Mapping[str, Any]) -> list[str]:
    """The sentences of an explanation that name others, and the plekken of its alternatives."""
    others = uitleg.get("alternatieven", [])
    return [text for each in others for text in (each["zin"], f"{{plek:{each['plek']}}}")]


async def _words(conn: Connection, profiel: KandidaatProfiel, plek: Leerwerkplek) -> dict[str, Any]:
    """Codes of the person and the plek in Dutch, and which werkprocessen they share."""
    sectoren = {each.code: each.kort for each in await list_sectoren(conn)}
    voorwaarden = {each.code: each.naam for each in await list_voorwaarden(conn)}
    wanted = {each.werkproces_id for each in profiel.werkprocessen}
    here = await get_werkprocessen(conn, list(plek.werkprocessen))
    return {
        "sectoren": sectoren,
        "voorwaarden": [voorwaarden.get(code, code) for code in profiel.voorwaarden],
        "vervoer": VERVOER[profiel.vervoermiddel],
        "niveau": NIVEAUS[profiel.niveau_bewezen or profiel.niveau_geschat],
        "taal": TAALNIVEAUS[profiel.taal],
        "werk_gewenst": [each for each in here if each.id in wanted],
        "werk_verder": [each for each in here if each.id not in wanted],
    }


def _wensen(uitleg: Mapping[str, Any]) -> dict[str, Sequence[dict[str, Any]]]:
    """The wishes by kind: what came first, and what was weighed with a bar for its points."""
    rows = [
        {**row, "naam": WENSEN.get(row["wens"], row["wens"])}
        for row in uitleg.get("wensen", [])
        if row["zin"]
    ]
    return {
        "eerst": [row for row in rows if row["laag"] != "wensen"],
        "gewogen": sorted(
            (row for row in rows if row["laag"] == "wensen"),
            key=lambda row: -row["punten"] * row["gewicht"],
        ),
    }


async def _map_rows(
    conn: Connection, profiel: KandidaatProfiel, plek: Leerwerkplek, vandaag: date
) -> list[tuple[str, float, float, str]]:
    """The places of the region, where the person lives and where the plek is."""
    plaatsen = await list_plaatsen(conn, profiel.regio_code, vandaag)
    large = largest_places(plaatsen)
    ends = {profiel.plaats, plek.plaats}
    rows = [
        (each.naam, each.lat, each.lon, "groot" if each.id in large else "plaats")
        for each in plaatsen
        if each.naam not in ends
    ]
    return [
        *rows,
        (profiel.plaats, profiel.lat, profiel.lon, "thuis"),
        (plek.plaats, plek.lat, plek.lon, "plek"),
    ]


async def _redenen(conn: Connection) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The reasons by who says no: code, text, and the code of what follows for the next run."""
    found: dict[Partij, list[tuple[str, str, str]]] = {}
    for reden in await queries.list_afwijsredenen(conn):
        found.setdefault(reden.partij, []).append((reden.code, reden.tekst, reden.gevolg or ""))
    return [(PARTIJEN[partij], rows) for partij, rows in found.items()]


def _fresh_forms(voorstel: Voorstel, vandaag: date, uiterlijk: date) -> dict[str, Form[Any]]:
    """The forms as they open."""
    pin = voorstel.pin
    startweek = voorstel.inplanning.startweek if voorstel.inplanning else None
    return {
        "bespreken": filled(ja_op=vandaag),
        "afwijzen": filled(),
        "vastzetten": filled(
            pin_reden=pin.reden if pin else "",
            pin_tot=pin.tot if pin else uiterlijk,
            pin_startweek=pin.startweek if pin else startweek,
        ),
    }
