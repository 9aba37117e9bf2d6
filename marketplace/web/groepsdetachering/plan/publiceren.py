"""Publish a plan after looking at what changes; look at an alternative, or back at what was published."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import Conflict, NotFound, Refusal
from marketplace.groepsdetachering.plan import plannen
from marketplace.groepsdetachering.plan.model import PlanStatus, Stuk
from marketplace.groepsdetachering.plan.overzicht import load_overzicht
from marketplace.groepsdetachering.plan.publicatie import differences
from marketplace.groepsdetachering.plan.publicatie import publish as publish_plan
from marketplace.groepsdetachering.plan.toets import look
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.fields import VeiligeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.pagina import PAD, home_of, may_plan
from marketplace.web.groepsdetachering.plan.veranderd import Veranderd
from marketplace.web.groepsdetachering.plan.woorden import link_names
from marketplace.web.groepsdetachering.woorden import LAGEN
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import VersieForm, save_form
from marketplace.web.templating import redirect, render

LABELS = {"reden": "Waarom mag het plan afwijken?"}
TOLD = (PlanStatus.GEPUBLICEERD, PlanStatus.HISTORIE)


class PubliceerForm(VersieForm):
    """Publish over a version; why rules of beleid are set aside, where they are."""

    reden: VeiligeTekst | None = None


async def show_publiceren(request: Request) -> Response:
    """What changes for whom, what is not right yet."""
    return await _page(request, filled())


async def _page(request: Request, form: Form[BaseModel], geweigerd: Refusal | None = None) -> Response:
    """The page as it is now."""
    actor = actor_as(request, *PLANT_MENSEN)
    over = await load_overzicht(await connection(request), actor, clock(request), path_id(request))
    if over.concept is None or over.stand is None:
        return redirect(request, f"{home_of(request)}/bord")
    told = over.gepubliceerd.between(over.van, over.tot) if over.gepubliceerd else Stuk()
    return render(
        request,
        "groepsdetachering/plan/publiceren.html",
        status_code=geweigerd.status if geweigerd else form.status,
        over=over,
        thuis=home_of(request),
        form=form,
        labels=LABELS,
        geweigerd=geweigerd,
        veranderd=Veranderd(over, differences(told, over.stuk)),
        zin=partial(link_names, home_of(request), namen=over.namen),
    )


async def publish(request: Request) -> Response:
    """Publish, or say what is in the way."""
    actor = actor_as(request, *PLANT_MENSEN)
    form = await read_form(request, PubliceerForm)

    async def write(data: PubliceerForm) -> Response:
        await publish_plan(
            await connection(request),
            actor,
            clock=clock(request),
            organisatie_id=path_id(request),
            versie=data.versie,
            reden=data.reden,
        )
        return redirect(request, f"{home_of(request)}/bord", melding="Het plan is gepubliceerd.")

    try:
        return await save_form(request, form, write, lambda one: _page(request, one))
    except Conflict as refusal:
        return await _page(request, form, refusal)


async def show_plannen(request: Request) -> Response:
    """The plans that were published, the newest first."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    return render(
        request,
        "groepsdetachering/plan/plannen.html",
        over=over,
        thuis=home_of(request),
        plannen=await plannen.list_plannen(conn, actor, over.wereld.bedrijf.id, TOLD),
    )


async def show_plan(request: Request) -> Response:
    """A plan beside what is on the board: what it breaks and gives, and what would change."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    over = await load_overzicht(conn, actor, clock(request), path_id(request))
    plan = await plannen.get_plan(conn, actor, path_id(request, "plan"))
    if plan is None or plan.organisatie_id != over.wereld.bedrijf.id:
        raise NotFound
    part = plan.between(over.van, over.tot)
    return render(
        request,
        "groepsdetachering/plan/plan.html",
        over=over,
        thuis=home_of(request),
        mag=may_plan(request, over.wereld.bedrijf),
        plan=plan,
        stand=look(over.opgave, part) if over.opgave else None,
        lagen=[LAGEN[each] for each in over.wereld.bedrijf.beleid.lagen],
        veranderd=Veranderd(over, differences(over.stuk, part)),
        zin=partial(link_names, home_of(request), namen=over.namen),
    )


ROUTES = [
    Route(f"{PAD}/publiceren", show_publiceren),
    Route(f"{PAD}/publiceren", publish, methods=["POST"]),
    Route(f"{PAD}/plannen", show_plannen),
    Route(f"{PAD}/plannen/{{plan:int}}", show_plan),
]
