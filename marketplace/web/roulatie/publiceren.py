"""Publish a rooster after looking at what changes, and look back at those that were published."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Conflict, NotFound, Refusal
from marketplace.roulatie import roosters
from marketplace.roulatie.model import RoosterStatus
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.roulatie.publicatie import differences, in_order
from marketplace.roulatie.publicatie import publish as publish_rooster
from marketplace.roulatie.uitleg import explain
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.web.fields import VeiligeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie.pagina import may_change
from marketplace.web.roulatie.woorden import WENSEN, link_names, say_proven
from marketplace.web.saving import VersieForm, save_form
from marketplace.web.templating import redirect, render

LABELS = {"reden": "Waarom mag het rooster afwijken?"}
TOLD = (RoosterStatus.GEPUBLICEERD, RoosterStatus.HISTORIE)


class PubliceerForm(VersieForm):
    """Publish over a version; why rules of beleid are set aside, where they are."""

    reden: VeiligeTekst | None = None


async def show_publiceren(request: Request) -> Response:
    """What changes for whom, what is not right yet."""
    return await _page(request, filled())


async def _page(request: Request, form: Form[BaseModel], geweigerd: Refusal | None = None) -> Response:
    """The page as it is now."""
    actor = actor_as(request, *BESLIST)
    over = await load_overzicht(await connection(request), actor, clock(request), path_id(request))
    if over.concept is None:
        return redirect(request, f"/roulaties/{path_id(request)}/bord")
    verschillen = in_order(over.cohort, differences(over.gepubliceerd, over.concept))
    return render(
        request,
        "roulatie/publiceren.html",
        status_code=geweigerd.status if geweigerd else form.status,
        over=over,
        roulatie=over.cohort.roulatie,
        form=form,
        labels=LABELS,
        geweigerd=geweigerd,
        ongetekend=[each for each in over.cohort.bedrijven if each.getekend_op is None],
        verschillen=verschillen,
        mensen=len({each.kandidaat_id for each in verschillen}),
        zin=partial(link_names, over.cohort.roulatie.id, namen=over.namen),
    )


async def publish(request: Request) -> Response:
    """Publish, or say what is in the way."""
    actor = actor_as(request, *BESLIST)
    form = await read_form(request, PubliceerForm)

    async def write(data: PubliceerForm) -> Response:
        await publish_rooster(
            await connection(request),
            actor,
            clock=clock(request),
            roulatie_id=path_id(request),
            versie=data.versie,
            reden=data.reden,
        )
        return redirect(
            request, f"/roulaties/{path_id(request)}/bord", melding="Het rooster is gepubliceerd."
        )

    try:
        return await save_form(request, form, write, partial(_page, request))
    except Conflict as refusal:
        return await _page(request, form, refusal)


async def show_roosters(request: Request) -> Response:
    """What was published, the newest first."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    found = await roosters.list_roosters(conn, actor, path_id(request), TOLD)
    return render(request, "roulatie/roosters.html", over=over, roulatie=over.cohort.roulatie, roosters=found)


async def show_rooster(request: Request) -> Response:
    """One rooster beside what is on the board now."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    rooster = await roosters.get_rooster(conn, actor, path_id(request, "rooster"))
    if rooster is None or rooster.roulatie_id != over.cohort.roulatie.id:
        raise NotFound
    verschillen = differences(over.rooster, rooster) if over.rooster else []
    uitleg = explain(over, rooster)
    return render(
        request,
        "roulatie/rooster.html",
        over=over,
        roulatie=over.cohort.roulatie,
        rooster=rooster,
        uitleg=uitleg,
        opgegeven=await roosters.get_opgegeven(conn, actor, rooster),
        wensen=WENSEN,
        bewezen=say_proven(rooster.lagen),
        zin=partial(link_names, over.cohort.roulatie.id, namen=over.namen),
        anders={(each.kandidaat_id, each.blok_id) for each in verschillen},
        mag=may_change(request, over.cohort),
    )
