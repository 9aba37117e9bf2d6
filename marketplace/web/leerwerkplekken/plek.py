"""What the page of a plek shows: the work, who leads it, who is there, who is proposed and what is left."""

from collections.abc import Sequence

from starlette.requests import Request

from marketplace.bezetting.model import Aanwezige, Stand
from marketplace.bezetting.queries import list_aanwezigen, list_weekstanden
from marketplace.bezetting.stand import minuten_by_praktijkopleider, plaatsen_by_period
from marketplace.clock import monday
from marketplace.datum import datum_kort
from marketplace.db import Connection
from marketplace.leerwerkplekken import regels, service
from marketplace.leerwerkplekken.model import Leerwerkplek
from marketplace.organisaties.model import NABIJHEID_WOORDEN
from marketplace.organisaties.queries import list_erkenningen
from marketplace.regios.model import Plaats, largest_places
from marketplace.regios.queries import list_plaatsen
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, BESLIST, LEEST_PLEKKEN, LEEST_REGIO
from marketplace.voorstellen.op_plek import VoorstelOpPlek, list_voorstellen_op_plek
from marketplace.voorstellen.queries import list_plekken_in_plan
from marketplace.web.keuzes import load_keuzes
from marketplace.web.leerwerkplekken.links import link_context
from marketplace.web.request import actor, clock, connection
from marketplace.werkprocessen.model import FASE_WOORDEN, NIVEAUS, TAALNIVEAUS

WEKEN = 26


async def plek_context(request: Request, plek: Leerwerkplek) -> dict[str, object]:
    """Everything the template asks for, but what keeps the plek from being published or closed."""
    conn, who, vandaag = await connection(request), actor(request), clock(request).today()
    keuzes = await load_keuzes(conn)
    here = [each for each in keuzes.werkprocessen if each.id in plek.werkprocessen]
    erkenningen = [
        each
        for each in await list_erkenningen(conn, [plek.vestiging_id])
        if each.overlaps(plek.van, plek.tot)
    ]
    weken = await list_weekstanden(conn, who, plek.id, monday(vandaag), WEKEN)
    return {
        "plek": plek,
        "namen": keuzes.names(),
        "voorwaarden": [each for each in keuzes.voorwaarden if each.code in plek.voorwaarden],
        "vormen": [each.naam for each in keuzes.vormen if each.code in plek.vormen],
        "werkprocessen": here,
        "niet_erkend": regels.unrecognised(
            plek.werkprocessen, {each.id: each.crebo for each in here}, erkenningen
        ),
        "erkenningen": erkenningen,
        "leiders": {each.id: each for each in await service.leaders_of(conn, who, plek.vestiging_id)},
        "nabijheid": NABIJHEID_WOORDEN,
        "taal": TAALNIVEAUS[plek.taal],
        "niveau": NIVEAUS[plek.niveau],
        "fase": "niet bekend" if plek.fase is None else FASE_WOORDEN[plek.fase],
        "kaart": _rows(await list_plaatsen(conn, plek.regio_code, vandaag), plek),
        "weken": WEKEN,
        "plaatsen": _bars(plaatsen_by_period(weken)),
        "begeleiding": {naam: _bars(each) for naam, each in minuten_by_praktijkopleider(weken).items()},
        **await link_context(request, conn, who, plek),
        "momenten": await list_geschiedenis(conn, who, "leerwerkplek", plek.id),
        "mag_bewerken": _holds(who, plek, BEHEERT_PLEKKEN, BESLIST),
        "ziet_mensen": _holds(who, plek, LEEST_PLEKKEN, LEEST_REGIO),
        **await _people(conn, who, plek, await list_aanwezigen(conn, who, plek.id, monday(vandaag))),
    }


def _holds(who: Actor, plek: Leerwerkplek, bij: tuple[Rol, ...], regio: tuple[Rol, ...]) -> bool:
    """Whether the actor has one of these roles at the organisatie of a plek, or in its regio."""
    return plek.organisatie_id in who.organisaties_als(*bij) or plek.regio_code in who.regios_als(*regio)


async def _people(
    conn: Connection, who: Actor, plek: Leerwerkplek, aanwezigen: list[Aanwezige]
) -> dict[str, object]:
    """Who is there and who is proposed; others than planners get what the published plan says, in numbers."""
    voorstellen: list[VoorstelOpPlek] = []
    in_plan = None
    planner = plek.regio_code in who.regios_als(*LEEST_REGIO)
    if planner:
        voorstellen = await list_voorstellen_op_plek(conn, who, plek.id)
    else:
        own = await list_plekken_in_plan(conn, who)
        in_plan = next((each for each in own if each.leerwerkplek_id == plek.id), None)
    reserved = {each.voorstel_id for each in aanwezigen}
    return {
        "aanwezigen": aanwezigen,
        "stappen": {each.id: each.status for each in voorstellen},
        "voorgesteld": [each for each in voorstellen if each.id not in reserved],
        "planner": planner,
        "in_plan": in_plan,
    }


def _bars(standen: Sequence[Stand]) -> list[tuple[str, int, int]]:
    """Each stretch of weeks with what is taken and the whole, for a picture of bars."""
    return [
        (
            f"{datum_kort(each.eerste_week)} t/m {datum_kort(each.laatste_dag)}",
            each.bezet,
            each.totaal,
        )
        for each in standen
    ]


def _rows(plaatsen: list[Plaats], plek: Leerwerkplek) -> list[tuple[str, float, float, str]]:
    """The places of the region and the plek, for a small map."""
    large = largest_places(plaatsen)
    rows = [(each.naam, each.lat, each.lon, "groot" if each.id in large else "plaats") for each in plaatsen]
    return [*rows, (plek.plaats, plek.lat, plek.lon, "plek")]
