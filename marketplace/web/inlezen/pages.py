"""Gegevens: a template, a download, a file that comes in, and what becomes of it."""

import io
from collections.abc import AsyncIterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from marketplace.errors import InvalidInput, NotFound
from marketplace.exports.formats import FORMATS
from marketplace.imports.limits import MOST_FAULTS
from marketplace.inlezen import queries, service
from marketplace.inlezen.order import Taak
from marketplace.inlezen.soort import Soort
from marketplace.inlezen.soorten import SOORTEN, soort_of, soorten_of
from marketplace.web.fields import Vinkje
from marketplace.web.forms import Form, read_form
from marketplace.web.inlezen.achter import work_after
from marketplace.web.request import actor, clock, connection, path_id
from marketplace.web.templating import render

CHUNK = 64 * 1024
IN_MEMORY = 1024 * 1024
KIES = "Kies een bestand op uw computer: een Excel-bestand (.xlsx) of een CSV-bestand."


class SchrijfForm(BaseModel):
    """Whether the rows that are right may be written although others are not."""

    alleen_goede: Vinkje = False


async def show_gegevens(request: Request) -> Response:
    """What can be downloaded and read in, and the files that the visitor read in before."""
    who = actor(request)
    conn = await connection(request)
    return render(
        request,
        "inlezen/gegevens.html",
        soorten=soorten_of(who),
        inlezingen=await queries.list_inlezingen(conn, who),
        namen=SOORTEN,
        nu=clock(request).now(),
    )


async def show_soort(request: Request) -> Response:
    """One noun: template, downloads, and the form for a file."""
    return await _show(request, soort_of(actor(request), request.path_params["soort"]), Form())


async def upload(request: Request) -> Response:
    """Keep the file and have it checked."""
    who = actor(request)
    soort = soort_of(who, request.path_params["soort"])
    conn = await connection(request)
    sent = (await request.form()).get("bestand")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return await _refuse(request, soort, KIES)
    try:
        inlezing_id = await service.keep_file(
            conn,
            who,
            clock=clock(request),
            soort=soort,
            bestandsnaam=sent.filename,
            bestand=await sent.read(),
        )
    except InvalidInput as refusal:
        return await _refuse(request, soort, refusal.fields["bestand"])
    return work_after(request, inlezing_id, Taak.NAKIJKEN)


async def _refuse(request: Request, soort: Soort, sentence: str) -> Response:
    """The form again with what is wrong."""
    return await _show(request, soort, Form(errors={"bestand": sentence}))


async def _show(request: Request, soort: Soort, form: Form[BaseModel]) -> Response:
    """The page of a noun."""
    who = actor(request)
    stapel = await soort.open(await connection(request), who, clock(request))
    return render(
        request,
        "inlezen/soort.html",
        status_code=form.status,
        soort=soort,
        form=form,
        mag_inlezen=who.heeft(*soort.schrijft),
        kolommen=stapel.table.columns,
        codelijsten=stapel.codelijsten,
    )


async def template(request: Request) -> Response:
    """A file to fill in."""
    soort, vorm = soort_of(actor(request), request.path_params["soort"]), _vorm(request)
    stapel = await soort.open(await connection(request), actor(request), clock(request))
    file = io.BytesIO()
    FORMATS[vorm].template(stapel.table, file, stapel.codelijsten)
    file.seek(0)
    return _send(file, vorm, f"sjabloon-{soort.code}.{vorm}")


async def download(request: Request) -> Response:
    """All that the visitor may see; written to a file first, so that a slow line keeps no connection."""
    who = actor(request)
    soort, vorm = soort_of(who, request.path_params["soort"]), _vorm(request)
    file = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 (closed once it is sent)
    await service.export(
        await connection(request), who, clock=clock(request), soort=soort, vorm=vorm, file=file
    )
    file.seek(0)
    return _send(file, vorm, f"{soort.code}-{clock(request).today().isoformat()}.{vorm}")


def _vorm(request: Request) -> str:
    """The format that the path asks; raises NotFound."""
    vorm = str(request.path_params["vorm"])
    if vorm not in FORMATS:
        raise NotFound
    return vorm


def _send(file: BinaryIO, vorm: str, naam: str) -> Response:
    """A file to keep."""

    async def parts() -> AsyncIterator[bytes]:
        with file:
            while part := file.read(CHUNK):
                yield part

    return StreamingResponse(
        parts(),
        media_type=FORMATS[vorm].media_type,
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


async def show_inlezing(request: Request) -> Response:
    """What was found in a file, and what can be done with it now."""
    inlezing = await service.visible_inlezing(await connection(request), actor(request), path_id(request))
    return render(
        request,
        "inlezen/inlezing.html",
        inlezing=inlezing,
        soort=SOORTEN[inlezing.soort],
        nu=clock(request).now(),
        uitkomst=inlezing.uitkomst,
        sleutel=SOORTEN[inlezing.soort].sleutel,
        meeste_fouten=MOST_FAULTS,
    )


async def download_fouten(request: Request) -> Response:
    """Every fault of a file, a row for each."""
    fouten = await queries.get_fouten(await connection(request), actor(request), path_id(request))
    if fouten is None:
        raise NotFound
    return _send(io.BytesIO(fouten), "csv", f"fouten-{path_id(request)}.csv")


async def check(request: Request) -> Response:
    """Check the file once more."""
    return await _begin(request, Taak.NAKIJKEN)


async def write(request: Request) -> Response:
    """Write what was checked."""
    form = await read_form(request, SchrijfForm)
    return await _begin(request, Taak.SCHRIJVEN, alleen_goede=bool(form.data and form.data.alleen_goede))


async def undo(request: Request) -> Response:
    """Undo what was written."""
    return await _begin(request, Taak.TERUGDRAAIEN)


async def _begin(request: Request, taak: Taak, *, alleen_goede: bool = False) -> Response:
    """Let work on a file begin."""
    await service.begin(
        await connection(request),
        actor(request),
        clock=clock(request),
        inlezing_id=path_id(request),
        taak=taak,
        alleen_goede=alleen_goede,
    )
    return work_after(request, path_id(request), taak)


ROUTES = [
    Route("/gegevens", show_gegevens),
    Route("/gegevens/{soort}", show_soort),
    Route("/gegevens/{soort}/sjabloon.{vorm}", template),
    Route("/gegevens/{soort}/download.{vorm}", download),
    Route("/gegevens/{soort}/inlezen", upload, methods=["POST"]),
    Route("/gegevens/inlezingen/{id:int}", show_inlezing),
    Route("/gegevens/inlezingen/{id:int}/fouten.csv", download_fouten),
    Route("/gegevens/inlezingen/{id:int}/nakijken", check, methods=["POST"]),
    Route("/gegevens/inlezingen/{id:int}/schrijven", write, methods=["POST"]),
    Route("/gegevens/inlezingen/{id:int}/terugdraaien", undo, methods=["POST"]),
]
