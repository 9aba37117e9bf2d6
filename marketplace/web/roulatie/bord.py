"""The board: move by mouse, keyboard or form; each move is asked of the rules at once and can be undone."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Conflict, InvalidInput, Refusal, StaleVersion
from marketplace.rekenruns import queries
from marketplace.rekenruns.concepten import get_zet
from marketplace.rekenruns.service import AlreadyRunning
from marketplace.roulatie import bord, rekenen, roosters
from marketplace.roulatie.bord import Plaats
from marketplace.roulatie.model import RoosterStatus
from marketplace.roulatie.overzicht import Overzicht, load_overzicht
from marketplace.roulatie.roosters import ROOSTERS
from marketplace.roulatie.toets import Gevolg, compare_plekken
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.doorbell import ring_after
from marketplace.web.fields import Geheel, Nummer
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.roulatie import beeld
from marketplace.web.roulatie.pagina import may_change
from marketplace.web.roulatie.woorden import LAGEN, link_names
from marketplace.web.saving import VersieForm
from marketplace.web.templating import redirect, render

MOST_ANDERS = 999
GEEN_AANTAL = f"Vul een heel getal in van 0 tot en met {MOST_ANDERS}, of laat het veld leeg."


class ZetForm(VersieForm):
    """Put somebody at a plek in a block; no plek: at none yet."""

    kandidaat: Nummer
    blok: Nummer
    plek: Nummer | None = None


class WisselForm(VersieForm):
    """Let two places change plek."""

    kandidaat: Nummer
    blok: Nummer
    met_kandidaat: Nummer
    met_blok: Nummer


class VastForm(VersieForm):
    """Pin or let go: one place, a whole block, or everything."""

    vast: bool
    kandidaat: Nummer | None = None
    blok: Nummer | None = None


class OvernemenForm(VersieForm):
    """Lay an alternative on the board."""

    rooster: Nummer


class RekenForm(BaseModel):
    """Ask for a rooster; how much of the published one may change at most, empty: any number."""

    max_cellen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None
    max_mensen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None


async def show_bord(request: Request) -> Response:
    """The concept of a roulatie, else what was published, else how to begin."""
    return await _page(request)


async def _page(
    request: Request, geweigerd: Refusal | None = None, form: Form[BaseModel] | None = None
) -> Response:
    """The board as it is now, with what was in the way of a move and what was typed to have it filled in."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    roulatie = over.cohort.roulatie
    kolommen = beeld.werkprocessen(over)
    concept = over.concept
    rijen = beeld.rijen(over, clock(request).today())
    leeg = beeld.count_empty(rijen)
    return render(
        request,
        "roulatie/bord.html",
        status_code=geweigerd.status if geweigerd else 200,
        geweigerd=geweigerd,
        form=form or filled(),
        over=over,
        roulatie=roulatie,
        mag=may_change(request, over.cohort),
        rijen=rijen,
        leeg=leeg,
        conflicten=beeld.to_tell(over, leeg),
        plekrijen=beeld.plekrijen(over),
        kolommen=[(each, over.namen.name("werkproces", each)) for each in kolommen],
        doelrijen=beeld.doelrijen(over, kolommen),
        zin=partial(link_names, roulatie.id, namen=over.namen),
        gekozen=_chosen(request, over),
        kan_terug=concept is not None and await get_zet(conn, ROOSTERS, concept.id, opnieuw=False),
        kan_opnieuw=concept is not None and await get_zet(conn, ROOSTERS, concept.id, opnieuw=True),
        alternatieven=beeld.alternatieven(
            over, await roosters.list_roosters(conn, actor, roulatie.id, [RoosterStatus.ALTERNATIEF])
        ),
        lagen=[LAGEN[each] for each in roulatie.lagen],
        punten_nu=beeld.tier_points(over, over.stand) if over.stand else (),
        opgegeven=await roosters.get_opgegeven(conn, actor, over.rooster) if over.rooster else None,
        run=await queries.get_latest_of_roulatie(conn, actor, roulatie.id),
    )


def _chosen(request: Request, over: Overzicht) -> dict[str, Any] | None:
    """The place that was picked in the address, with what each plek would do there; None without one."""
    person, _, block = request.query_params.get("kies", "").partition("-")
    deelnemer = next((each for each in over.cohort.deelnemers if str(each.kandidaat_id) == person), None)
    blok = next((each for each in over.cohort.blokken if str(each.id) == block), None)
    if deelnemer is None or blok is None or over.opgave is None or over.rooster is None:
        return None
    gevolgen: list[Gevolg] = compare_plekken(
        over.opgave,
        over.rooster.cellen,
        deelnemer.kandidaat_id,
        blok.id,
        [each.leerwerkplek_id for each in over.cohort.plekken],
    )
    return {"deelnemer": deelnemer, "blok": blok, "gevolgen": gevolgen}


async def _change(
    request: Request, model: type[VersieForm], verb: Callable[[Any], Awaitable[None]]
) -> Response:
    """Answer a move: the board as it is then, or with what was in the way."""
    actor_as(request, *BESLIST)
    form = await read_form(request, model)
    if form.data is None:
        return await _page(request, StaleVersion())
    try:
        async with (await connection(request)).transaction():
            await verb(form.data)
    except Conflict as refusal:
        return await _page(request, refusal)
    return redirect(request, f"/roulaties/{path_id(request)}/bord")


def _on(request: Request) -> dict[str, Any]:
    """What every verb of the board asks."""
    return {"clock": clock(request), "roulatie_id": path_id(request)}


async def begin(request: Request) -> Response:
    """Begin a concept: empty, or as the published rooster stands."""
    actor = actor_as(request, *BESLIST)
    await bord.begin(await connection(request), actor, **_on(request))
    return redirect(request, f"/roulaties/{path_id(request)}/bord")


async def put(request: Request) -> Response:
    """Put somebody somewhere."""
    conn, actor, on = await connection(request), actor_as(request, *BESLIST), _on(request)

    async def write(data: ZetForm) -> None:
        plaats = Plaats(data.kandidaat, data.blok)
        await bord.put(conn, actor, **on, versie=data.versie, plaats=plaats, plek=data.plek)

    return await _change(request, ZetForm, write)


async def swap(request: Request) -> Response:
    """Let two places change plek."""
    conn, actor, on = await connection(request), actor_as(request, *BESLIST), _on(request)

    async def write(data: WisselForm) -> None:
        een, ander = Plaats(data.kandidaat, data.blok), Plaats(data.met_kandidaat, data.met_blok)
        await bord.swap(conn, actor, **on, versie=data.versie, een=een, ander=ander)

    return await _change(request, WisselForm, write)


async def pin(request: Request) -> Response:
    """Pin a place, a block or all, or let them go."""
    conn, actor, on = await connection(request), actor_as(request, *BESLIST), _on(request)

    async def write(data: VastForm) -> None:
        cohort = await bord.own_cohort(conn, actor, path_id(request))
        plaatsen = [
            Plaats(deelnemer.kandidaat_id, blok.id)
            for deelnemer in cohort.deelnemers
            for blok in cohort.blokken
            if data.kandidaat in {None, deelnemer.kandidaat_id} and data.blok in {None, blok.id}
        ]
        await bord.pin(conn, actor, **on, versie=data.versie, plaatsen=plaatsen, vast=data.vast)

    return await _change(request, VastForm, write)


async def undo(request: Request) -> Response:
    """Undo the last move."""
    return await _turn(request, opnieuw=False)


async def redo(request: Request) -> Response:
    """Do the last undone move again."""
    return await _turn(request, opnieuw=True)


async def _turn(request: Request, *, opnieuw: bool) -> Response:
    """Undo, or do again."""
    conn, actor, on = await connection(request), actor_as(request, *BESLIST), _on(request)

    async def write(data: VersieForm) -> None:
        await bord.undo(conn, actor, **on, versie=data.versie, opnieuw=opnieuw)

    return await _change(request, VersieForm, write)


async def take_over(request: Request) -> Response:
    """Lay an alternative on the board."""
    conn, actor, on = await connection(request), actor_as(request, *BESLIST), _on(request)

    async def write(data: OvernemenForm) -> None:
        await bord.take_over(conn, actor, **on, versie=data.versie, rooster_id=data.rooster)

    return await _change(request, OvernemenForm, write)


async def ask(request: Request) -> Response:
    """Have the rest filled in; what is pinned stays."""
    actor = actor_as(request, *BESLIST)
    form = await read_form(request, RekenForm)
    if form.data is None:
        return await _page(request, InvalidInput(GEEN_AANTAL), form)
    where = f"/roulaties/{path_id(request)}/bord"
    try:
        made = await rekenen.request_rooster(
            await connection(request),
            actor,
            clock=clock(request),
            roulatie_id=path_id(request),
            hoogstens=settings(request).solve_seconds,
            vraag=form.data.model_dump(exclude_none=True),
        )
    except AlreadyRunning:
        return redirect(request, where, melding="Er wordt al een rooster gemaakt.")
    return ring_after(request, redirect(request, where), made)
