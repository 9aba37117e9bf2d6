"""The solving half of a run of roulatie, which only the process that solves and replay load."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from marketplace.rekenruns.uitkomst import Report, make_budget, to_uitkomst
from solver.budget import Progress, Stop, never
from solver.result import Status
from solver.roulatie.codec import decode_instance, encode_solution
from solver.roulatie.relax import Opgave, relax
from solver.roulatie.solve import solve
from solver.spreektaal import count

GEEN_ROOSTER = (
    "Er is geen rooster, ook niet als regels van beleid mogen vervallen. Kijk of er genoeg plaatsen zijn "
    "en of op elke plek een praktijkopleider is."
)
GEEN_TIJD = "Er is binnen de rekentijd geen rooster gevonden. Probeer het opnieuw met meer rekentijd."


def solve_question(
    question: Mapping[str, Any],
    report: Report,
    cancelled: Stop = never,
    enough: Stop = never,
) -> dict[str, Any]:
    """Solve a stored question (instantie, seconden, seed): a rooster, the fewest rules to give up, or a fout.

    It stops when `cancelled` says so, and once there is a rooster when `enough` does.
    """
    instance = decode_instance(question["instantie"])
    budget = make_budget(float(question["seconden"]), int(question["seed"]))
    found = False

    def watch(step: Progress) -> None:
        nonlocal found
        found = True
        zin = f"Na {step.seconds:.1f} seconden is een beter rooster gevonden.".replace(".", ",", 1)
        report({"fase": "zoeken", "zin": zin})

    budget = replace(budget, on_progress=watch, cancelled=lambda: cancelled() or (found and enough()))
    result = solve(instance, budget)
    if result.solution is not None:
        return {"uitkomst": to_uitkomst(result, budget, encode_solution(result.solution))}
    answer: dict[str, Any] = {"uitkomst": to_uitkomst(result, budget, None)}
    if result.status is not Status.INFEASIBLE:
        return answer | {"fout": GEEN_TIJD}
    report({"fase": "zoeken", "zin": "Zo past het niet. Er wordt gezocht welke regels dan kunnen vervallen."})
    relaxed = relax(instance, replace(budget, on_progress=None, cancelled=cancelled))
    if relaxed is None:
        return answer | {"fout": GEEN_ROOSTER}
    uitkomst = answer["uitkomst"] | {
        "oplossing": encode_solution(relaxed.solution),
        "opgegeven": {
            "zin": tell_given_up(relaxed),
            "regels": [each.sentence for each in relaxed.violations],
            "aantal": relaxed.number,
            "minstens": relaxed.least,
        },
    }
    return {"uitkomst": uitkomst}


def tell_given_up(relaxed: Opgave) -> str:
    """How many rules are given up, and whether fewer would do."""
    given = f"Zo past het niet. Het rooster houdt zich niet aan {count(relaxed.number, 'regel', 'regels')}."
    if relaxed.number == relaxed.least:
        return f"{given} Met minder kan het niet."
    return f"{given} Er zijn er zeker {relaxed.least} nodig."
