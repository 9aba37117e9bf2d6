"""The solving half of a run of matching, which only the process that solves and replay load."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date

from marketplace.matching.uitleg import explain_plan, fill_weeks
from marketplace.rekenruns.uitkomst import Report, make_budget, to_lagen, to_uitkomst
from marketplace.rekenruns.weken import Weken
from solver.budget import Budget, Progress, Stop, never
from solver.codec import from_plain
from solver.matching.codec import decode_instance, encode_solution
from solver.matching.fairness import compare_without
from solver.matching.herplan import mend
from solver.matching.instance import Instance, Paar
from solver.matching.progress import PlanProgress
from solver.matching.relax import relax
from solver.matching.solution import Solution
from solver.matching.solve import solve
from solver.result import Status


def solve_question(
    question: Mapping[str, object],
    report: Report,
    cancelled: Stop = never,
    enough: Stop = never,
) -> dict[str, object]:
    """Solve a stored question (instantie, week0, seconden, seed) and explain the plan.

    With `herstel`, the pairs of a plan, that plan is mended, and nothing is counted of ondergrenzen. It stops
    when `cancelled` says so, and once there is a plan when `enough` does. Gives `uitkomst` (what the run
    keeps), and `uitleg` or the `fout` that people read.
    """
    instance = decode_instance(question["instantie"])
    weken = Weken(date.fromisoformat(str(question["week0"])))
    budget = make_budget(float(str(question["seconden"])), int(str(question["seed"])))
    found = threading.Event()

    def watch(step: PlanProgress) -> None:
        found.set()
        report(_to_step(step))

    budget = replace(budget, cancelled=lambda: cancelled() or (found.is_set() and enough()))
    herstel = question.get("herstel")
    if herstel is None:
        result = solve(instance, budget, watch)
    else:
        result = mend(instance, from_plain(tuple[Paar, ...], herstel), budget, watch)
    plan = None if result.solution is None else encode_solution(result.solution)
    uitkomst = to_uitkomst(result, budget, plan)
    answer: dict[str, object] = {"uitkomst": uitkomst}
    if result.solution is not None:
        if herstel is None:
            uitkomst |= _compare(instance, result.solution, budget, report)
        report({"fase": "uitleg", "zin": "Het plan is nagerekend. Nu wordt de uitleg gemaakt."})
        answer["uitleg"] = explain_plan(instance, result.solution, weken)
    elif result.status is Status.INFEASIBLE:
        answer["fout"] = _tell_conflict(instance, budget, weken, report)
    else:
        answer["fout"] = "Er is binnen de rekentijd geen plan gevonden. Probeer het opnieuw."
    return answer


def _compare(instance: Instance, solution: Solution, budget: Budget, report: Report) -> dict[str, object]:
    """What the ondergrenzen of a region cost, where it has any."""
    if not instance.beleid.ondergrenzen:
        return {}
    report({"fase": "rekenen", "zin": "Er wordt gekeken wat de ondergrenzen kosten."})
    found = compare_without(instance, solution, budget)
    return {} if found is None else {"eerlijkheid": asdict(found)}


def _to_step(step: PlanProgress) -> dict[str, object]:
    """A better plan, in words and figures."""
    plan = {
        "seconden": round(step.seconds, 2),
        "geplaatst": step.least_placed,
        "lagen": to_lagen(step.tiers),
    }
    zin = f"Na {step.seconds:.1f} seconden is een beter plan gevonden.".replace(".", ",", 1)
    return {"fase": "rekenen", "zin": zin, "plan": plan}


def _tell_conflict(instance: Instance, budget: Budget, weken: Weken, report: Report) -> str:
    """Which pinned pairs cannot hold together, as sentences with placeholders for names."""
    report({"fase": "zoeken", "zin": "Zo past het niet. Er wordt gezocht wat er in de weg staat."})
    pins = len(instance.vast)

    def found(step: Progress) -> None:
        kept = f"Van de {pins} vaste plaatsen passen er zeker {step.value} samen."
        report({"fase": "zoeken", "zin": kept})

    relaxed = relax(instance, replace(budget, on_progress=found))
    sentences = [relaxed.sentence, *(each.sentence for each in relaxed.opgaven)]
    return fill_weeks(" ".join(sentences), weken)
