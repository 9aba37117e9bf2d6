"""One week of an opdracht: who was there and how long, and what the inlener says of it."""

from dataclasses import replace
from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.uren.invullen import save_uren
from marketplace.groepsdetachering.uren.model import UrenStand
from marketplace.groepsdetachering.uren.queries import list_kenmerken
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.forms import Form, hours_text, read_form
from marketplace.web.groepsdetachering.pagina import may_plan, save_planned, show_bedrijf
from marketplace.web.groepsdetachering.uren.forms import (
    UrenForm,
    WieForm,
    days_of,
    form_of,
    labels_of,
    listed,
    totals,
    uren_form,
)
from marketplace.web.groepsdetachering.uren.pagina import EEN, change, page_of, visible_urenweek
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.saving import Geweigerd

UNKNOWN = "Dit kenmerk is niet van een medewerker van uw bedrijf."
THERE = "Deze medewerker staat al in de lijst."
SAVED = "De uren zijn opgeslagen."
LINK_ENDED = "De uren zijn opgeslagen. De link van eerder werkt niet meer: maak een nieuwe voor de inlener."


async def show_week(request: Request) -> Response:
    """The page."""
    return await show(request)


async def save(request: Request) -> Response:
    """Write the hours; with a kenmerk the same table with that person in it, and nothing is written yet."""
    actor_as(request, *PLANT_MENSEN)
    who = await read_form(request, WieForm)
    form = await read_form(request, uren_form(listed(who)))
    if who.data is not None and who.data.kenmerk is not None:
        return await show(request, await _with_another(request, form, who.data))
    waits = (await visible_urenweek(request)).urenweek.stand is UrenStand.WACHTEN
    return await save_planned(
        request,
        form,
        lambda conn, actor, data: save_uren(conn, actor, change(request, data.versie), data.to_uren()),
        partial(show, request),
        (page_of(request), LINK_ENDED if waits else SAVED),
    )


async def _with_another(request: Request, form: Form[UrenForm], data: WieForm) -> Form[BaseModel]:
    """The form with one more person, or with what is wrong with their kenmerk."""
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    known = await list_kenmerken(conn, actor, path_id(request))
    wanted = (data.kenmerk or "").upper()
    found = next((who for who, kenmerk in known.items() if kenmerk.upper() == wanted), None)
    if found is None or found in data.medewerker:
        return form.with_errors({"kenmerk": UNKNOWN if found is None else THERE})
    rows = (*form.many("medewerker"), str(found))
    return replace(form, typed={**form.typed, "medewerker": rows, "kenmerk": ()}, errors={}, data=None)


async def show(
    request: Request, form: Form[BaseModel] | None = None, *, geweigerd: Geweigerd | None = None
) -> Response:
    """The page with the form as it was typed, else as it stands."""
    blad = await visible_urenweek(request)
    actor, conn = actor_as(request, *LEEST_MENSEN), await connection(request)
    urenweek = blad.urenweek
    shown = form or form_of(urenweek)
    known = await list_kenmerken(conn, actor, blad.bedrijf.id)
    rows = {who: kenmerk for who, kenmerk in known.items() if str(who) in shown.many("medewerker")}
    return show_bedrijf(
        request,
        "uren/week.html",
        blad.bedrijf,
        shown,
        geweigerd=geweigerd,
        urenweek=urenweek,
        opdracht=urenweek.opdracht,
        gewerkt=urenweek.gewerkt,
        dit=page_of(request),
        form=shown,
        rijen=rows,
        labels=labels_of(rows),
        dagen=days_of(urenweek.week),
        totalen={name: hours_text(minutes) for name, minutes in totals(shown, rows).items()},
        invullen=may_plan(request, blad.bedrijf) and urenweek.stand is not UrenStand.BEVESTIGD,
    )


ROUTES = [Route(EEN, show_week), Route(EEN, save, methods=["POST"])]
