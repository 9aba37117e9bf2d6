"""Behind a link of a roulatie: a deelnemer tells how a block was, and an agenda that a telephone reads."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.exports.ics import MEDIA_TYPE
from marketplace.roulatie import agenda, terugblik
from marketplace.roulatie.terugblik_queries import Antwoord
from marketplace.web.fields import Geheel
from marketplace.web.forms import Form, read_form
from marketplace.web.links.niemand import as_nobody, keep_private, show_form
from marketplace.web.request import clock, settings
from marketplace.web.templating import redirect, render

CHOOSE = "Kies een antwoord."


class TerugblikForm(BaseModel):
    """Three answers: a face, whether one learned, whether one would stay."""

    gezicht: Annotated[Geheel, Field(ge=1, le=4)]
    geleerd: Annotated[Geheel, Field(ge=1, le=3)]
    blijven: Annotated[Geheel, Field(ge=1, le=3)]

    def to_antwoord(self) -> Antwoord:
        """As it is kept."""
        return Antwoord(self.gezicht, self.geleerd, self.blijven)


async def read_terugblik(request: Request) -> Form[TerugblikForm]:
    """The form; whatever is wrong with an answer, it was not chosen."""
    form = await read_form(request, TerugblikForm)
    return form.with_errors(dict.fromkeys(form.errors, CHOOSE)) if form.errors else form


async def show_terugblik(request: Request) -> Response:
    """The questions about the block, or from when they can be answered."""
    return await _show(request, Form())


async def answer_terugblik(request: Request) -> Response:
    """Keep the answers."""
    form = await read_terugblik(request)
    if form.data is None:
        return await _show(request, form)
    await terugblik.answer(
        await as_nobody(request),
        clock=clock(request),
        token=request.path_params["token"],
        antwoord=form.data.to_antwoord(),
    )
    return redirect(request, "/link/verteld")


async def show_told(request: Request) -> Response:
    """Thanks."""
    return render(request, "links/verteld.html")


async def _show(request: Request, form: Form[TerugblikForm]) -> Response:
    """The page of the one block."""
    conn, now = await as_nobody(request), clock(request)
    blok = await terugblik.find_blok(conn, clock=now, token=request.path_params["token"])
    template = "links/terugblik.html" if blok.geldig_vanaf <= now.now() else "links/nog_niet.html"
    return show_form(request, template, form, blok=blok)


async def read_agenda(request: Request) -> Response:
    """The agenda as it is published now."""
    host = urlsplit(settings(request).base_url).hostname or "plekwijs"
    written = await agenda.read_agenda(
        await as_nobody(request), clock=clock(request), token=request.path_params["token"], host=host
    )
    headers = {"Content-Disposition": 'inline; filename="rooster.ics"', "Cache-Control": "private, no-cache"}
    return keep_private(Response(written, media_type=MEDIA_TYPE, headers=headers))


ROUTES = [
    Route("/link/terugblik/{token}", show_terugblik),
    Route("/link/terugblik/{token}", answer_terugblik, methods=["POST"]),
    Route("/link/verteld", show_told),
    Route("/link/agenda/{token}.ics", read_agenda),
]
