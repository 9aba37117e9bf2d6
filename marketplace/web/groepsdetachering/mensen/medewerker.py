"""The page of one medewerker: profile, growth, talks, pairs, weeks, and the way to a place of their own."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.stand import Mensen
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.web.forms import Form, filled, last_day
from marketplace.web.groepsdetachering.mensen import beeld
from marketplace.web.groepsdetachering.mensen.pagina import EEN, page_of, visible_medewerker
from marketplace.web.groepsdetachering.mensen.woorden import (
    OORDELEN,
    OVER,
    PUNTEN,
    afdeling_options,
    say_behoefte,
    trede_options,
)
from marketplace.web.groepsdetachering.pagina import show_bedrijf
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, connection
from marketplace.web.saving import Geweigerd
from solver.spreektaal import VERVOER

LABELS = {
    "gevoerd_op": "Op welke dag was het gesprek?",
    "over": "Waar ging het over?",
    "wil": "Wil de medewerker dit?",
    "verslag": "Kort verslag",
    "waarheen": "Waar gaat deze medewerker heen?",
    "van": "Eerste dag van de garantie",
    "tot": "Laatste dag van de garantie",
    "afdeling": "Welke afdeling houdt een plaats vrij?",
    "teruggekeerd_op": "Op welke dag kwam de medewerker terug?",
    "reden": "Waarom kwam de medewerker terug?",
}


async def show_medewerker(request: Request) -> Response:
    """The page."""
    return await show_page(request)


async def show_page(
    request: Request, form: Form[BaseModel] | None = None, *, geweigerd: Geweigerd | None = None
) -> Response:
    """The page with the form that was just sent as it was typed, or what was in the way of a step."""
    mensen, wie = await visible_medewerker(request)
    conn, actor = await connection(request), actor_as(request, *LEEST_MENSEN)
    shown = form or filled()
    names = (await load_keuzes(conn)).names()
    bedrijf = mensen.wereld.bedrijf
    return show_bedrijf(
        request,
        "mensen/medewerker.html",
        bedrijf,
        shown,
        geweigerd=geweigerd,
        wie=wie,
        mensen=mensen,
        dit=page_of(request),
        form=shown,
        labels=LABELS,
        rijen=_profile(mensen, wie),
        gereedheid=mensen.gereedheid(wie),
        stappen=beeld.steps_of(mensen, wie),
        weken=beeld.weeks_of(mensen, wie),
        doelen=beeld.leerdoelen_of(mensen, wie, names),
        paren=beeld.paren_of(mensen, wie),
        afspraken=beeld.afspraken_of(mensen, wie),
        garanties=[each for each in mensen.garanties if each.kandidaat_id == wie.kandidaat_id],
        kandidaat=await get_kandidaat(conn, actor, wie.kandidaat_id),
        treden=dict(trede_options(bedrijf)),
        afdelingen=afdeling_options(bedrijf),
        over={each.value: words for each, words in OVER.items()},
        punten=PUNTEN,
        oordelen=OORDELEN,
        laatste_dag=last_day,
        momenten=await list_geschiedenis(conn, actor, "medewerker", wie.kandidaat_id),
    )


def _profile(mensen: Mensen, wie: Medewerker) -> list[tuple[str, str]]:
    """The profile in words; of conditions how many there are."""
    afdelingen = dict(afdeling_options(mensen.wereld.bedrijf))
    hours, minutes = divmod(wie.max_minuten_dag, 60)
    reis = f"{VERVOER[wie.vervoermiddel]}, hooguit {wie.max_reistijd} minuten"
    return [
        ("Afdeling", afdelingen.get(wie.afdeling_id or 0, "geen")),
        ("Uren per dag", f"hooguit {hours} uur{f' {minutes}' if minutes else ''}"),
        ("Begeleiding", say_behoefte(wie.behoefte)),
        ("Reist", reis if wie.reist_alleen else f"{reis}, niet alleen"),
        ("Nodig op het werk", _conditions(len(wie.voorwaarden))),
        ("Voornaam", "mag de inlener weten" if wie.naam_delen else "blijft bij uw bedrijf"),
    ]


def _conditions(number: int) -> str:
    """How many conditions there are, never which."""
    if not number:
        return "geen voorwaarden"
    return "1 voorwaarde" if number == 1 else f"{number} voorwaarden"


ROUTES = [Route(EEN, show_medewerker)]
