"""Hours of some weeks to take along: to invoice as a workbook or on paper, and in the form of SETU."""

import asyncio
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput
from marketplace.exports import pdf
from marketplace.exports.formats import FORMATS
from marketplace.groepsdetachering.opdrachten.overeenkomst import list_nummers
from marketplace.groepsdetachering.uren import papier, setu
from marketplace.groepsdetachering.uren.facturatie import (
    Facturatie,
    build_facturatie,
    facturatie_data,
    write_facturatie,
)
from marketplace.groepsdetachering.uren.model import Urenweek
from marketplace.groepsdetachering.uren.queries import list_kenmerken
from marketplace.groepsdetachering.uren.weken import list_urenweken
from marketplace.rekenruns.weken import WEEK
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.download import send_file
from marketplace.web.fields import Maandag, Nummer
from marketplace.web.forms import check_form
from marketplace.web.groepsdetachering.pagina import visible_bedrijf
from marketplace.web.groepsdetachering.uren.pagina import LIJST
from marketplace.web.request import actor_as, clock, connection

MOST_WEEKS = 53


class PeriodeForm(BaseModel):
    """From the week of a day to and with that of another, perhaps of one opdracht."""

    van: Maandag
    tot: Maandag
    opdracht: Nummer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What was asked: the weeks, and what a file of them is called."""

    organisatie_id: int
    bedrijf: str
    van: date
    laatste_dag: date
    weken: list[Urenweek]

    def name(self, what: str, ending: str) -> str:
        """The name of a file, with the SW-bedrijf and the period."""
        bedrijf = re.sub(r"[^a-z0-9]+", "-", self.bedrijf.lower()).strip("-")
        return f"{what}-{bedrijf}-{self.van}-{self.laatste_dag}.{ending}"

    def to_facturatie(self) -> Facturatie:
        """What is invoiced of it."""
        return build_facturatie(self.bedrijf, self.van, self.laatste_dag, self.weken)


async def read_keuze(request: Request) -> Keuze:
    """What the address asks; raises NotFound for a stranger, InvalidInput for weeks that make no period."""
    bedrijf = await visible_bedrijf(request)
    form = check_form(PeriodeForm, {each: (text,) for each, text in request.query_params.items()}).data
    if form is None or not timedelta(0) <= form.tot - form.van < MOST_WEEKS * WEEK:
        message = f"Kies eerst de eerste en dan de laatste week, samen hooguit {MOST_WEEKS} weken."
        raise InvalidInput(message)
    actor, conn, tot = actor_as(request, *LEEST_MENSEN), await connection(request), form.tot + WEEK
    found = await list_urenweken(conn, actor, clock(request), bedrijf.id, form.van, tot)
    return Keuze(
        organisatie_id=bedrijf.id,
        bedrijf=bedrijf.beleid.naam,
        van=form.van,
        laatste_dag=tot - timedelta(days=1),
        weken=[each for each in found if form.opdracht in (None, each.opdracht.id)],
    )


async def download_xlsx(request: Request) -> Response:
    """Hours to invoice as a workbook."""
    keuze, file = await read_keuze(request), io.BytesIO()
    await asyncio.to_thread(write_facturatie, keuze.to_facturatie(), file)
    return send_file(file.getvalue(), FORMATS["xlsx"].media_type, keuze.name("facturatie", "xlsx"))


async def download_pdf(request: Request) -> Response:
    """Hours to invoice on paper, made beside the loop because it takes a moment."""
    keuze = await read_keuze(request)
    data = facturatie_data(keuze.to_facturatie())
    written = await asyncio.to_thread(pdf.write_pdf, papier.FACTURATIE, data, clock(request).now())
    return send_file(written, pdf.MEDIA_TYPE, keuze.name("facturatie", "pdf"))


async def download_setu(request: Request) -> Response:
    """Assignments and hours in the form of SETU."""
    keuze = await read_keuze(request)
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    written = setu.write_setu(
        (keuze.organisatie_id, keuze.bedrijf),
        keuze.weken,
        await list_kenmerken(conn, actor, keuze.organisatie_id),
        await list_nummers(conn, actor, keuze.organisatie_id),
    )
    return send_file(written, setu.MEDIA_TYPE, keuze.name("setu", "json"))


ROUTES = [
    Route(f"{LIJST}/facturatie.xlsx", download_xlsx),
    Route(f"{LIJST}/facturatie.pdf", download_pdf),
    Route(f"{LIJST}/setu.json", download_setu),
]
