"""The leerlijnen of the regio and those that others share; make one, or take one over."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import InvalidInput
from marketplace.regios.queries import list_regios
from marketplace.roulatie import leerlijnen
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.fields import KorteTekst, Vinkje
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render
from marketplace.werkprocessen.queries import list_sectoren

LABELS = {
    "naam": "Naam van de leerlijn",
    "sector": "In welke sector?",
    "regio": "In welke regio?",
    "gedeeld": "Andere regio’s mogen deze leerlijn zien en overnemen",
}


class LeerlijnForm(BaseModel):
    """A new leerlijn; its werkprocessen come after."""

    naam: KorteTekst
    sector: KorteTekst
    regio: KorteTekst
    gedeeld: Vinkje = False


class RegioForm(BaseModel):
    """Into which regio a leerlijn is taken over."""

    regio: KorteTekst | None = None


async def show_leerlijnen(request: Request) -> Response:
    """The list."""
    actor, conn = actor_as(request, *LEEST_REGIO), await connection(request)
    own = actor.regios_als(*LEEST_REGIO)
    found = await leerlijnen.list_leerlijnen(conn, actor)
    return render(
        request,
        "roulatie/leerlijnen.html",
        eigen=[each for each in found if each.regio_code in own],
        anderen=[each for each in found if each.regio_code not in own],
        mag=actor.heeft(*BESLIST),
        sectoren={each.code: each.kort for each in await list_sectoren(conn)},
    )


async def show_new(request: Request) -> Response:
    """The form."""
    return await _form(request, filled(regio=actor_as(request, *BESLIST).regios_als(*BESLIST)[0]))


async def create(request: Request) -> Response:
    """Make the leerlijn."""
    actor = actor_as(request, *BESLIST)

    async def write(data: LeerlijnForm) -> Response:
        conn = await connection(request)
        await refuse_sector(request, data.sector)
        made = await leerlijnen.make_leerlijn(
            conn,
            actor,
            clock=clock(request),
            regio_code=data.regio,
            gegevens=leerlijnen.LeerlijnGegevens(naam=data.naam, sector=data.sector, gedeeld=data.gedeeld),
        )
        return redirect(request, f"/leerlijnen/{made}", melding="De leerlijn is gemaakt.")

    form = await read_form(request, LeerlijnForm)
    return await save_form(request, form, write, partial(_form, request))


async def copy(request: Request) -> Response:
    """Take a leerlijn over into the own regio."""
    actor = actor_as(request, *BESLIST)
    form = await read_form(request, RegioForm)
    own = actor.regios_als(*BESLIST)
    asked = form.data.regio if form.data else None
    made = await leerlijnen.copy_leerlijn(
        await connection(request),
        actor,
        clock=clock(request),
        leerlijn_id=path_id(request),
        regio_code=asked if asked in own else own[0],
    )
    return redirect(request, f"/leerlijnen/{made}", melding="De leerlijn is overgenomen.")


async def refuse_sector(request: Request, sector: str) -> None:
    """Raise InvalidInput for a sector that is none."""
    if sector not in {each.code for each in await list_sectoren(await connection(request))}:
        raise InvalidInput(fields={"sector": "Maak een keuze uit de lijst."})


async def _form(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    conn, own = await connection(request), actor_as(request, *BESLIST).regios_als(*BESLIST)
    return render(
        request,
        "roulatie/leerlijn_nieuw.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        regios=[(each.code, each.naam) for each in await list_regios(conn) if each.code in own],
        sectoren=[(each.code, each.kort) for each in await list_sectoren(conn)],
    )


ROUTES = [
    Route("/leerlijnen", show_leerlijnen),
    Route("/leerlijnen/nieuw", show_new),
    Route("/leerlijnen/nieuw", create, methods=["POST"]),
    Route("/leerlijnen/{id:int}/overnemen", copy, methods=["POST"]),
]
