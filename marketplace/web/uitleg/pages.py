"""Zo rekent Plekwijs: the rules and wishes of the solver, the regio's weights, the assumptions of travel."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistijd import AANNAMES, OMRIJFACTOR, ZELFDE_PLAATS_TOELICHTING, Vervoermiddel
from marketplace.matching.queries import get_herkomst
from marketplace.regios.model import Beleid, IncompleteBeleid
from marketplace.regios.queries import get_beleid
from marketplace.toegang.queries import get_regio_of
from marketplace.web.formats import aantal, getal, hoofdletter
from marketplace.web.regios.koersen import koersen_of
from marketplace.web.request import actor, clock, connection
from marketplace.web.templating import render
from marketplace.web.uitleg.zinnen import LABELS, REGELS, TRAPPEN, WENSEN
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.wishes import TIERS, WISHES
from solver.spreektaal import VERVOER


async def show_uitleg(request: Request) -> Response:
    """One page that anyone with an account may read."""
    who = actor(request)
    conn = await connection(request)
    code = await get_regio_of(conn, who.account_id)
    beleid = await _beleid(request, conn, code)
    herkomst = None if code is None else await get_herkomst(conn, code)
    return render(
        request,
        "uitleg/uitleg.html",
        regels=_regels(),
        trappen=[(TRAPPEN[tier], _wensen(tier, beleid)) for tier in TIERS],
        beleid=beleid,
        koersen=koersen_of(beleid) if beleid else [],
        labels=LABELS,
        herkomst=herkomst,
        reizen=_reizen(herkomst) if herkomst else [],
        aannames=[(hoofdletter(VERVOER[row.vervoermiddel]), row) for row in AANNAMES],
        omrijfactor=OMRIJFACTOR,
        zelfde_plaats=ZELFDE_PLAATS_TOELICHTING,
    )


async def _beleid(request: Request, conn: Connection, code: str | None) -> Beleid | None:
    """The policy of the reader's regio today, when it has one."""
    if code is None:
        return None
    try:
        return await get_beleid(conn, code, clock(request).today())
    except IncompleteBeleid:
        return None


def _reizen(herkomst: Herkomst) -> list[tuple[str, str]]:
    """How somebody travels and where the time comes from; nothing where no service was asked."""
    if not herkomst.gevonden and not herkomst.uitgevallen:
        return []
    return [(hoofdletter(VERVOER[each]), _tell_reis(herkomst, each)) for each in Vervoermiddel]


def _tell_reis(herkomst: Herkomst, vervoermiddel: Vervoermiddel) -> str:
    """Where the times of one vervoermiddel come from."""
    if vervoermiddel in herkomst.uitgevallen:
        return f"Geschat. {herkomst.bron} gaf geen antwoord."
    if vervoermiddel not in herkomst.gevonden:
        return "Geschat."
    unknown = herkomst.wegen - herkomst.gevonden[vervoermiddel]
    if unknown == 0:
        return f"Van {herkomst.bron}."
    told = f"Van {herkomst.bron}. Van de {aantal(herkomst.wegen, 'weg', 'wegen')}"
    return f"{told} kent {herkomst.bron} er {getal(unknown)} niet. Die zijn geschat."


def _regels() -> list[tuple[str, str]]:
    """Each rule's sentence with its label, law first."""
    rules = [(REGELS[pair.NAME], str(pair.LABEL)) for pair in PAIR_RULES]
    rules += [(REGELS[resource.NAME], str(resource.LABEL)) for resource in RESOURCE_RULES]
    return sorted(rules, key=lambda row: list(LABELS).index(row[1]))


def _wensen(tier: str, beleid: Beleid | None) -> list[tuple[str, int | None]]:
    """Each wish of a tier with its weight in this regio; None where none is chosen."""
    weights = beleid.gewichten if beleid else None
    return [(WENSEN[wish.NAME], getattr(weights, wish.NAME, None)) for wish in WISHES if tier == wish.TIER]


ROUTES = [Route("/uitleg", show_uitleg)]
