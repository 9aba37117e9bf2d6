"""A voorstel that the optimiser did not make: choose a plek and a week, see what it breaks, make it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.errors import Conflict, InvalidInput
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.matching import besluiten
from marketplace.matching.opgave import NotPlannable
from marketplace.matching.queries import list_namen
from marketplace.matching.vandaag import Vandaag, load_vandaag
from marketplace.regios.queries import get_beleid
from marketplace.toegang.rechten import BEPAALT_BELEID, BESLIST, LEEST_REGIO
from marketplace.voorstellen import uitzonderingen
from marketplace.voorstellen.model import Toevoeging
from marketplace.web.fields import Datum, KorteTekst, Maandag, Nummer, VeiligeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.matching.woorden import REGELS, link_names
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {
    "plek": "Op welke plek?",
    "startweek": "Vanaf welke week?",
    "reden": "Waarom kiest u deze plek?",
    "tot": "Tot welke dag staat dit vast?",
    "afwijk_reden": "Waarom wijkt u af?",
    "afwijk_tot": "Tot welke dag geldt de uitzondering?",
}


class KeuzeForm(BaseModel):
    """Which plek and from which week."""

    plek: Nummer
    startweek: Maandag


class ToevoegForm(KeuzeForm):
    """Why, and until when the next runs must keep it."""

    reden: VeiligeTekst
    tot: Datum


class AfwijkForm(KeuzeForm):
    """Why beleid does not hold for this pair and until when; `regels` are those that were seen."""

    regels: KorteTekst
    afwijk_reden: VeiligeTekst
    afwijk_tot: Datum


async def show_toevoegen(request: Request) -> Response:
    """The choice, and with `?plek=&startweek=` what today's rules say of it."""
    asked = {name: request.query_params.get(name, "") for name in ("plek", "startweek")}
    return await _page(request, filled(**asked))


async def _page(request: Request, form: Form[BaseModel], geweigerd: Conflict | None = None) -> Response:
    """The page with what was chosen and typed, and what was in the way of it."""
    actor = actor_as(request, *LEEST_REGIO)
    conn, vandaag = await connection(request), clock(request).today()
    profiel = await visible_kandidaat(conn, actor, path_id(request))
    namen = await list_namen(conn, [profiel.regio_code])
    beleid = await get_beleid(conn, profiel.regio_code, vandaag)
    uiterlijk = beleid.latest_pin(vandaag)
    nu: Vandaag | None = None
    fout = geweigerd.sentence if geweigerd else None
    try:
        nu = await load_vandaag(conn, actor, profiel.regio_code, vandaag)
    except NotPlannable as refusal:
        fout = namen.fill(refusal.sentence)
    chosen = _chosen(form, nu, profiel)
    toetsing = nu.ask(profiel.id, *chosen) if nu and chosen else None
    return render(
        request,
        "matching/toevoegen.html",
        status_code=geweigerd.status if geweigerd else form.status,
        profiel=profiel,
        form=form,
        labels=LABELS,
        fout=fout,
        meedoen=nu is not None and profiel.id in nu.kandidaten,
        plekken=_plekken(nu, namen.by_kind.get("plek", {})),
        startweken=nu.startweken() if nu else [],
        chosen=chosen,
        toetsing=toetsing,
        regel_woorden=REGELS,
        zin=_say(lambda text: link_names(text, namen), chosen),
        namen=namen,
        uiterlijk=uiterlijk,
        uitzonderingen=await uitzonderingen.list_uitzonderingen(conn, actor, profiel.id),
        mag_afwijken=profiel.regio_code in actor.regios_als(*BEPAALT_BELEID),
        mag_toevoegen=profiel.regio_code in actor.regios_als(*BESLIST),
        vandaag=vandaag,
    )


def _chosen(form: Form[BaseModel], nu: Vandaag | None, profiel: KandidaatProfiel) -> tuple[int, Any] | None:
    """The plek and startweek that were chosen, where both can be asked about."""
    if nu is None or profiel.id not in nu.kandidaten:
        return None
    plek = next((each for each in nu.plekken if str(each) == form.one("plek")), None)
    week = next((each for each in nu.startweken() if each.isoformat() == form.one("startweek")), None)
    return (plek, week) if plek is not None and week is not None else None


def _plekken(nu: Vandaag | None, names: dict[int, str]) -> list[tuple[int, str]]:
    """The plekken of today to choose from, by name."""
    known = nu.plekken if nu else {}
    return sorted(((each, names[each]) for each in known if each in names), key=lambda row: row[1])


def _say(link: Callable[[str], Any], chosen: tuple[int, Any] | None) -> Callable[[str], Any]:
    """Under the name of a plek its name need not be said again."""
    if chosen is None:
        return link
    name = f"lek {{plek:{chosen[0]}}}"
    return lambda text: link(text.replace(f"P{name}", "Deze plek").replace(f"p{name}", "deze plek"))


async def add(request: Request) -> Response:
    """Make the voorstel and go and look at it."""
    actor = actor_as(request, *BESLIST)
    form = await read_form(request, ToevoegForm)

    async def write(data: ToevoegForm) -> Response:
        conn, today = await connection(request), clock(request).today()
        profiel = await visible_kandidaat(conn, actor, path_id(request))
        beleid = await get_beleid(conn, profiel.regio_code, today)
        nieuw = Toevoeging(
            kandidaat_id=profiel.id,
            leerwerkplek_id=data.plek,
            startweek=data.startweek,
            reden=data.reden,
            tot=data.tot,
            uiterlijk=beleid.latest_pin(today),
        )
        made = await besluiten.add_voorstel(conn, actor, clock=clock(request), nieuw=nieuw)
        melding = "Het voorstel is gemaakt en staat vast."
        return redirect(request, f"/voorstellen/{made.id}", melding=melding)

    try:
        return await save_form(request, form, write, partial(_page, request))
    except Conflict as refusal:
        return await _page(request, form, refusal)


async def set_aside(request: Request) -> Response:
    """Record an exception to the beleid that stands in the way."""
    actor = actor_as(request, *BEPAALT_BELEID)
    form = await read_form(request, AfwijkForm)

    async def write(data: AfwijkForm) -> Response:
        kandidaat = path_id(request)
        try:
            await besluiten.set_aside(
                await connection(request),
                actor,
                clock=clock(request),
                kandidaat_id=kandidaat,
                leerwerkplek_id=data.plek,
                startweek=data.startweek,
                gezien=frozenset(data.regels.split()),
                reden=data.afwijk_reden,
                tot=data.afwijk_tot,
            )
        except InvalidInput as wrong:
            fields = {f"afwijk_{field}": text for field, text in wrong.fields.items()}
            raise InvalidInput(wrong.sentence, fields=fields) from None
        back = f"/kandidaten/{kandidaat}/voorstel?plek={data.plek}&startweek={data.startweek.isoformat()}"
        return redirect(request, back, melding="De uitzondering is vastgelegd.")

    try:
        return await save_form(request, form, write, partial(_page, request))
    except Conflict as refusal:
        return await _page(request, form, refusal)


async def withdraw(request: Request) -> Response:
    """Let the rule hold again for a pair."""
    actor = actor_as(request, *BEPAALT_BELEID)
    conn = await connection(request)
    found = await uitzonderingen.withdraw_uitzondering(
        conn, actor, clock=clock(request), uitzondering_id=path_id(request)
    )
    return redirect(
        request, f"/kandidaten/{found.kandidaat_id}/voorstel", melding="De uitzondering is ingetrokken."
    )
