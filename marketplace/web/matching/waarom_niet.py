"""Why a person has no plek in the plan, what would change that, and why not one plek in particular."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.matching.namen import Namen
from marketplace.matching.queries import list_namen
from marketplace.matching.toets import Antwoord, ask_toets, get_toets
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.plan import Plan, PlanStatus
from marketplace.web.matching.woorden import link_names
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.templating import render
from marketplace.werkprocessen.queries import get_werkprocessen
from solver.matching.resource_rules import RESOURCE_RULES

# The field in which somebody can change what stands in the way: of the person, or of the plek.
PROFIEL_VELDEN = {
    "reistijd": "max_reistijd",
    "beschikbaarheid_dagdelen": "dagdelen",
    "uren": "minuten_max",
    "periode": "van",
    "niveau": "niveau_geschat",
}
PLEK_VELDEN = {
    "werkproces_aanbod": "werkprocessen",
    "plaatsingsvorm": "vormen",
    "taal": "taal",
    "voorwaarden": "voorwaarden",
    "plaatsen": "plaatsen",
    "begeleiding": "begeleiding",
}
# Only what people at the plek use up can become free when others move; a rule keeps standing in the way.
MAY_BECOME_FREE = frozenset(rule.NAME for rule in RESOURCE_RULES)
MAX_DIGITS = 18


async def show_waarom_niet(request: Request) -> Response:
    """The reasons in the plan of now; with `?plek=` also why not there."""
    actor = actor_as(request, *LEEST_REGIO)
    conn = await connection(request)
    profiel = await visible_kandidaat(conn, actor, path_id(request))
    plan = await current_plan(conn, actor, profiel.regio_code)
    if plan is None:
        return render(request, "matching/waarom_niet_leeg.html", profiel=profiel)
    namen = await list_namen(conn, [plan.regio_code])
    plek = _asked_plek(request)
    toets = await get_toets(conn, actor, plan.id)
    return render(
        request,
        "matching/waarom_niet.html",
        profiel=profiel,
        plan=plan,
        niet=await plan_queries.get_niet_geplaatst(conn, actor, plan.id, profiel.id),
        voorstel_id=await plan_queries.get_voorstel_id(conn, actor, plan.id, profiel.id),
        namen=namen,
        zin=lambda text, hier=None: link_names(_said_here(text, hier), namen),
        wegen=lambda change: _ways(profiel, change),
        kan_vrijkomen=lambda tekort: all(each["regel"] in MAY_BECOME_FREE for each in tekort),
        gewenst=await get_werkprocessen(conn, profiel.gewenst),
        plek=plek,
        antwoord=await _ask(conn, actor, plan, profiel, plek),
        plekken=_options(namen, toets.plekken() if toets else frozenset()),
    )


async def current_plan(conn: Connection, actor: Actor, regio_code: str) -> Plan | None:
    """The concept of a region, else its published plan."""
    for status in (PlanStatus.CONCEPT, PlanStatus.GEPUBLICEERD):
        plan = await plan_queries.get_plan_with_status(conn, actor, regio_code, status)
        if plan is not None:
            return plan
    return None


def _asked_plek(request: Request) -> int | None:
    """The plek of `?plek=`; what is no number asks nothing."""
    text = request.query_params.get("plek", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS else None


async def _ask(
    conn: Connection, actor: Actor, plan: Plan, profiel: KandidaatProfiel, plek: int | None
) -> Antwoord | None:
    """Why not there; None when nothing was asked or either took no part in the plan."""
    if plek is None:
        return None
    return await ask_toets(conn, actor, plan_id=plan.id, kandidaat=profiel.id, plek=plek)


def _options(namen: Namen, known: frozenset[int]) -> list[tuple[int, str]]:
    """The plekken of the plan to choose from, by name."""
    found = [(number, name) for number, name in namen.by_kind.get("plek", {}).items() if number in known]
    return sorted(found, key=lambda row: row[1])


def _ways(profiel: KandidaatProfiel, change: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Where each part of a change is made, the profile of the person or the plek: words and address."""
    own, plek = f"/kandidaten/{profiel.id}", f"/leerwerkplekken/{change['plek']}"
    ways: dict[str, str] = {}
    for regel in change["regels"]:
        if field := PROFIEL_VELDEN.get(regel):
            ways.setdefault("Pas het profiel aan", f"{own}/bewerken?naar={own}/waarom-niet#{field}")
        elif field := PLEK_VELDEN.get(regel):
            ways.setdefault("Pas de plek aan", f"{plek}/bewerken#{field}")
        else:
            ways.setdefault("Bekijk de plek", plek)
    return list(ways.items())


def _said_here(sentence: str, plek: int | None) -> str:
    """A sentence that stands under the name of a plek need not say that name again."""
    name = f"lek {{plek:{plek}}}"
    return sentence.replace(f"P{name}", "Deze plek").replace(f"p{name}", "deze plek")
