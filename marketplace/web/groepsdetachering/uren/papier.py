"""The planning of a week to take along: on paper for the wall and the bus, or as a workbook."""

import asyncio
import io

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import monday
from marketplace.exports import pdf
from marketplace.exports.formats import FORMATS
from marketplace.groepsdetachering.uren import papier
from marketplace.groepsdetachering.uren.planning import (
    Planning,
    load_planning,
    planning_data,
    write_planning,
)
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.download import send_file
from marketplace.web.filters import read_filters
from marketplace.web.groepsdetachering.pagina import PAD, show_bedrijf, visible_bedrijf
from marketplace.web.groepsdetachering.uren.lijst import WeekForm
from marketplace.web.request import actor_as, clock, connection, path_id


async def show_papier(request: Request) -> Response:
    """What there is to take along of the week that is asked, else of this one."""
    planning = await _planning(request)
    return show_bedrijf(
        request,
        "uren/papier.html",
        await visible_bedrijf(request),
        planning=planning,
        week=planning.week,
        eerder=planning.week - WEEK,
        later=planning.week + WEEK,
    )


async def download_xlsx(request: Request) -> Response:
    """The planning as a workbook."""
    planning, file = await _planning(request), io.BytesIO()
    await asyncio.to_thread(write_planning, planning, file)
    return send_file(file.getvalue(), FORMATS["xlsx"].media_type, f"planning-{planning.week}.xlsx")


async def download_pdf(request: Request) -> Response:
    """The planning on paper, made beside the loop because it takes a moment."""
    planning = await _planning(request)
    data = planning_data(planning)
    written = await asyncio.to_thread(pdf.write_pdf, papier.PLANNING, data, clock(request).now())
    return send_file(written, pdf.MEDIA_TYPE, f"planning-{planning.week}.pdf")


async def _planning(request: Request) -> Planning:
    """The week that is asked; raises NotFound for a stranger."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    _, filters = read_filters(request, WeekForm)
    return await load_planning(conn, actor, path_id(request), filters.week or monday(clock(request).today()))


ROUTES = [
    Route(f"{PAD}/papier", show_papier),
    Route(f"{PAD}/planning.xlsx", download_xlsx),
    Route(f"{PAD}/planning.pdf", download_pdf),
]
