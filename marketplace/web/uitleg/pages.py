"""Zo rekent Plekwijs: the rules and wishes of the solver, the regio's weights, the assumptions of travel."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.geo.reistijd import AANNAMES, OMRIJFACTOR, ZELFDE_PLAATS_TOELICHTING
from marketplace.regios.model import Beleid, IncompleteBeleid
from marketplace.regios.queries import get_beleid
from marketplace.toegang.queries import get_regio_of
from marketplace.web.formats import hoofdletter
from marketplace.web.request import actor, clock, connection
from marketplace.web.templating import render
from marketplace.web.uitleg.zinnen import LABELS, REGELS, TRAPPEN, WENSEN
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.spreektaal import VERVOER
from solver.matching.wishes import TIERS, WISHES


async def show_uitleg(request: Request) -> Response:
    """One page that anyone with an account may read."""
    who = actor(request)
    conn = await connection(request)
    beleid = await _beleid(request, conn, who.account_id)
    return render(
        request,
        "uitleg/uitleg.html",
        regels=_regels(),
        trappen=[(TRAPPEN[tier], _wensen(tier, beleid)) for tier in TIERS],
        beleid=beleid,
        labels=LABELS,
        aannames=[(hoofdletter(VERVOER[row.vervoermiddel]), row) for row in AANNAMES],
        omrijfactor=OMRIJFACTOR,
        zelfde_plaats=ZELFDE_PLAATS_TOELICHTING,
    )


async def _beleid(request: Request, conn: Connection, account_id: int) -> Beleid | None:
    """The policy of the reader's regio today, when it has one."""
    code = await get_regio_of(conn, account_id)
    if code is None:
        return None
    try:
        return await get_beleid(conn, code, clock(request).today())
    except IncompleteBeleid:
        return None


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
