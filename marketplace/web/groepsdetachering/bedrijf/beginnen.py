"""Begin with groepsdetachering: a SW-bedrijf chooses its first treden."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.groepsdetachering.bedrijf.beleid import GEWOON, begin, list_beginners
from marketplace.groepsdetachering.bedrijf.treden import list_voorbeelden
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.bedrijf.onderdeel import bij
from marketplace.web.groepsdetachering.pagina import PAD, home_of, save_planned
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.templating import render

ZELF = "zelf"


class BeginForm(BaseModel):
    """With which treden one begins: those of an example, or the plain ones."""

    voorbeeld: KorteTekst


async def show_begin(request: Request) -> Response:
    """The choice."""
    return await _page(request, filled(voorbeeld=ZELF))


async def start(request: Request) -> Response:
    """Begin, and go on with what there is to fill in."""
    return await save_planned(
        request,
        await read_form(request, BeginForm),
        lambda conn, actor, data: begin(
            conn, actor, bij(request), None if data.voorbeeld == ZELF else data.voorbeeld
        ),
        lambda form: _page(request, form),
        (f"{home_of(request)}/bedrijf", "U bent begonnen. Vul nu in wie leidt en waarmee u rijdt."),
    )


async def _page(request: Request, form: Form[BaseModel]) -> Response:
    """The choice as it stands; raises NotFound for who cannot begin."""
    conn, which = await connection(request), path_id(request)
    found = await list_beginners(conn, actor_as(request, *PLANT_MENSEN))
    bedrijf = next((each for each in found if each.id == which), None)
    if bedrijf is None:
        raise NotFound
    choices = [(ZELF, "Twee gewone treden", GEWOON)]
    choices += [(each.naam, each.naam, each.treden) for each in await list_voorbeelden(conn)]
    return render(
        request,
        "groepsdetachering/bedrijf/beginnen.html",
        status_code=form.status,
        bedrijf=bedrijf,
        form=form,
        labels={"voorbeeld": "Met welke treden begint u?"},
        keuzes=[
            (value, naam, ", ".join(f"{each.nummer}. {each.naam}" for each in treden))
            for value, naam, treden in choices
        ],
        dit=f"{home_of(request)}/beginnen",
    )


ROUTES = [Route(f"{PAD}/beginnen", show_begin), Route(f"{PAD}/beginnen", start, methods=["POST"])]
