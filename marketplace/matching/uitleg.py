"""What the solver explains, as plain values that a plan keeps and pages show.

Sentences keep their placeholders for names ({kandidaat:17}, {plek:4}); weeks are filled in here, because
their numbers mean nothing outside one instance.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from marketplace.datum import datum
from marketplace.rekenruns.weken import Weken
from solver.matching.explain import Explainer
from solver.matching.explanation import Alternatief, NietGeplaatst, Waarom
from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
from solver.matching.solution import Solution
from solver.matching.wishes import TIERS
from solver.rule import Violation
from solver.spreektaal import PLACEHOLDER

Plain: TypeAlias = dict[str, object]


def explain_plan(instance: Instance, solution: Solution, weken: Weken) -> dict[str, dict[str, Plain]]:
    """Explain everyone: `geplaatst` and `niet_geplaatst` by the kandidaat's id as text, as JSON has it."""
    explainer = Explainer(instance, solution)
    placed = {each.kandidaat: each for each in solution.toewijzingen}
    plekken = {each.id: each for each in instance.plekken}
    return {
        "geplaatst": {
            str(each.id): to_waarom(
                explainer.toewijzing(each.id), weken, travel(instance, each, plekken[placed[each.id].plek])
            )
            for each in instance.kandidaten
            if each.id in placed
        },
        "niet_geplaatst": {
            str(each.id): to_niet_geplaatst(explainer.unplaced(each.id), weken)
            for each in instance.kandidaten
            if each.id not in placed
        },
    }


def travel(instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek) -> Plain:
    """Minutes (None where there is no way) and kilometres between a person's place and a plek."""
    table = instance.reistabel
    return {
        "reisminuten": table.minuten[kandidaat.vervoermiddel][kandidaat.zone][plek.zone],
        "kilometers": table.kilometers[kandidaat.zone][plek.zone],
    }


def to_waarom(waarom: Waarom, weken: Weken, reis: Mapping[str, object]) -> Plain:
    """Why this plek: each wish with its points, and what the alternatives would really cost."""
    return {
        **reis,
        "wensen": [
            {
                "wens": each.wish,
                "laag": each.tier,
                "punten": each.points,
                "gewicht": each.weight,
                "zin": fill_weeks(each.sentence, weken),
            }
            for each in waarom.waarderingen
        ],
        "blijft": waarom.blijft,
        "alternatieven": [to_alternatief(each, weken) for each in waarom.alternatieven],
    }


def to_alternatief(alternatief: Alternatief, weken: Weken) -> Plain:
    """Another plek with its cost for others."""
    return {
        "plek": alternatief.plek,
        "startweek": weken.monday(alternatief.startweek).isoformat(),
        "verschil": dict(zip(TIERS, alternatief.verschil, strict=True)),
        "verplaatst": list(alternatief.verplaatst),
        "zonder_plek": list(alternatief.zonder_plek),
        "zin": fill_weeks(alternatief.sentence, weken),
    }


def to_niet_geplaatst(niet: NietGeplaatst, weken: Weken) -> Plain:
    """Why no plek: the reason, how many plekken each rule shuts out, the nearest ones and what would help."""
    return {
        "reden": niet.reden.value,
        "zin": fill_weeks(niet.sentence, weken),
        "tellingen": [list(each) for each in niet.tellingen],
        "dichtstbij": [
            {
                "plek": each.plek,
                "startweek": weken.monday(each.startweek).isoformat(),
                "tekort": to_tekort(each.violations, weken),
            }
            for each in niet.dichtstbij
        ],
        "wel_als": [
            {
                "plek": each.plek,
                "regels": [each.rule, *each.ook],
                "zin": fill_weeks(each.sentence, weken),
            }
            for each in niet.wel_als
        ],
    }


def to_tekort(violations: Iterable[Violation], weken: Weken) -> list[Plain]:
    """What is short, each with its rule, its label (wet, beleid) and its sentence."""
    return [
        {"regel": each.rule, "label": each.label.value, "zin": fill_weeks(each.sentence, weken)}
        for each in violations
    ]


def fill_weeks(sentence: str, weken: Weken) -> str:
    """Write week numbers of the instance as ISO weeks with their Monday."""
    return PLACEHOLDER.sub(
        lambda found: _week(weken.monday(int(found[2]))) if found[1] == "week" else found[0], sentence
    )


def _week(monday: date) -> str:
    """48 (23 november 2026), to stand behind the word week."""
    return f"{monday.isocalendar().week} ({datum(monday)})"
