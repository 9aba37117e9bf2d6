"""What-if of the blocks: which calendars fit and what each meets; one is chosen while nobody is planned."""

import asyncio
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.roulatie import blokken
from marketplace.roulatie.instance import read_rijen
from marketplace.roulatie.kalenders import (
    Grenzen,
    Kalender,
    Vooruitblik,
    list_kalenders,
    look_ahead,
    read_code,
)
from marketplace.roulatie.model import Cohort, RoosterStatus
from marketplace.roulatie.namen import list_namen
from marketplace.roulatie.roosters import list_roosters
from marketplace.roulatie.wijziging import Wijziging
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.web.fields import Geheel, KorteTekst
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, visible_cohort
from marketplace.web.roulatie.woorden import gather, link_names
from marketplace.web.saving import VersieForm

LABELS = {
    "blokken_van": "Ten minste zoveel blokken",
    "blokken_tot": "Hooguit zoveel blokken",
    "weken_van": "Ten minste zoveel weken per blok",
    "weken_tot": "Hooguit zoveel weken per blok",
}
MOST = 24
BOARDS = tuple(each for each in RoosterStatus if each is not RoosterStatus.VERVALLEN)
Blokken = Annotated[Geheel, Field(ge=1, le=26)]
Weken = Annotated[Geheel, Field(ge=1, le=52)]


class GrenzenForm(Filters):
    """Between which numbers is looked."""

    blokken_van: Blokken = 3
    blokken_tot: Blokken = 6
    weken_van: Weken = 3
    weken_tot: Weken = 8

    def to_grenzen(self) -> Grenzen:
        """The numbers."""
        return Grenzen(**self.model_dump(exclude={"pagina"}))


class KiesForm(VersieForm):
    """The calendar that is chosen."""

    kalender: KorteTekst


async def show_kalenders(request: Request) -> Response:
    """The calendars that fit."""
    return await _page(request)


async def choose(request: Request) -> Response:
    """Let a calendar be the blocks of the roulatie."""
    cohort = await visible_cohort(request)
    weeks = (cohort.roulatie.tot - cohort.roulatie.van).days // 7

    async def replace(conn: Connection, actor: Actor, wijziging: Wijziging, data: KiesForm) -> None:
        lengths = read_code(data.kalender)
        if lengths is None or not all(lengths) or sum(lengths) > weeks:
            raise InvalidInput("Deze indeling past niet meer. Kies een andere.")
        kalender = Kalender(weken=lengths, vrij=weeks - sum(lengths))
        await blokken.replace_blokken(conn, actor, wijziging, kalender.periodes(cohort.roulatie.van))

    return await save_change(
        request,
        await read_form(request, KiesForm),
        replace,
        lambda form: _page(request, form),
        (f"/roulaties/{path_id(request)}/blokken", "De indeling in blokken is gekozen."),
    )


async def _page(request: Request, form: Form[BaseModel] | None = None) -> Response:
    """The calendars with what each would meet."""
    actor = actor_as(request, *BESLIST)
    cohort, conn = await visible_cohort(request), await connection(request)
    grenzenform, data = read_filters(request, GrenzenForm)
    weeks = (cohort.roulatie.tot - cohort.roulatie.van).days // 7
    found = list_kalenders(weeks, data.to_grenzen())
    namen = (await list_namen(conn, cohort)).with_numbered_blokken(data.blokken_tot)
    ahead = await _look(request, cohort, found[:MOST])
    roosters = await list_roosters(conn, actor, cohort.roulatie.id, BOARDS)
    return show_cohort(
        request,
        "kalenders.html",
        cohort,
        form or filled(),
        form=grenzenform if grenzenform.typed.get("weken_van") else filled(**data.model_dump()),
        fout=form or filled(),
        labels=LABELS,
        weken=weeks,
        gepland=any(each.cellen for each in roosters),
        meer=max(0, len(found) - MOST),
        kalenders=[
            {
                "blik": each,
                "redenen": [link_names(cohort.roulatie.id, zin, namen) for zin in gather(each.redenen)],
                "buiten": [namen.name("deelnemer", who) for who in each.buiten_bereik],
            }
            for each in ahead
        ],
        nu="-".join(str(each.weken) for each in cohort.blokken),
    )


async def _look(request: Request, cohort: Cohort, found: list[Kalender]) -> list[Vooruitblik]:
    """What each calendar would meet; those that everybody can learn all in come first."""
    if not (cohort.deelnemers and cohort.plekken):
        return [Vooruitblik(kalender=each, redenen=(), buiten_bereik=()) for each in found]
    rijen = await read_rijen(await connection(request), cohort, clock(request).today(), None)
    ahead = await asyncio.to_thread(lambda: [look_ahead(rijen, each) for each in found])
    return sorted(ahead, key=lambda each: (len(each.buiten_bereik), len(each.redenen)))


_PATH = "/roulaties/{id:int}/kalenders"
ROUTES = [Route(_PATH, show_kalenders), Route(_PATH, choose, methods=["POST"])]
