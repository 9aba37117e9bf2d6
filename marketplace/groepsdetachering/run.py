"""The solving half of a run of groepsdetachering, which only the process that solves and replay load."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from marketplace.rekenruns.uitkomst import Report, make_budget, to_uitkomst
from solver.budget import Budget, Progress, Stop, never
from solver.groepsdetachering.codec import decode_instance, decode_solution, encode_solution
from solver.groepsdetachering.instance import Instance
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.solve import solve
from solver.groepsdetachering.vragen.wat_als import (
    Antwoord,
    ask,
    break_even,
    first_week,
    with_opdracht,
    with_split,
    without_opdracht,
    without_werkleider,
)
from solver.result import Result

GEEN_PLAN = (
    "Er is geen plan dat zich aan alle regels houdt. Maak plaatsen los die vaststaan, "
    "of laat meer plaatsen veranderen. Probeer het dan opnieuw."
)
# Of one unit of effort the search needs about ten seconds.
EFFORT_A_SECOND = 0.1
# The weight of a what-if: people wait for it.
WHAT_IF_SECONDS = 1.5


def solve_question(
    question: Mapping[str, Any],
    report: Report,
    cancelled: Stop = never,
    enough: Stop = never,
) -> dict[str, Any]:
    """Solve a stored question (instantie, plan, vraag, seconden, seed): a plan, or a fout.

    It stops when `cancelled` says so, and once there is a plan when `enough` does.
    """
    instance = decode_instance(question["instantie"])
    vraag = question["vraag"]
    if vraag.get("soort", "vullen") != "vullen":
        budget = _budget(WHAT_IF_SECONDS, int(question["seed"]), cancelled)
        return answer_what_if(instance, decode_solution(question["plan"]), vraag, budget)
    found = False

    def watch(step: Progress) -> None:
        nonlocal found
        found = True
        zin = f"Na {step.seconds:.1f} seconden is een beter plan gevonden.".replace(".", ",", 1)
        report({"fase": "zoeken", "zin": zin})

    budget = _budget(
        float(question["seconden"]), int(question["seed"]), lambda: cancelled() or (found and enough())
    )
    result = solve(instance, replace(budget, on_progress=watch))
    return _answer(result, budget)


def _budget(seconds: float, seed: int, cancelled: Stop) -> Budget:
    """What a question may spend, the same each time it is asked."""
    budget = make_budget(seconds, seed)
    return replace(budget, moves=seconds * EFFORT_A_SECOND, cancelled=cancelled)


def _answer(result: Result[Solution], budget: Budget) -> dict[str, Any]:
    """What is kept of a result."""
    if result.solution is None:
        return {"uitkomst": to_uitkomst(result, budget, None), "fout": GEEN_PLAN}
    return {"uitkomst": to_uitkomst(result, budget, encode_solution(result.solution))}


def answer_what_if(
    instance: Instance, plan: Solution, vraag: Mapping[str, Any], budget: Budget
) -> dict[str, Any]:
    """How the plan would be, and what differs; `vraag` as in `plan.vraag`, with weeks as numbers."""
    before, changed, opdracht = _changed(instance, vraag)
    antwoord = ask(before, plan, changed, budget)
    answer = _answer(antwoord.result, budget)
    if antwoord.plan is not None:
        answer["uitkomst"]["wat_als"] = _told(before, plan, antwoord, opdracht)
    return answer


def _changed(instance: Instance, vraag: Mapping[str, Any]) -> tuple[Instance, Instance, int | None]:
    """The instance before and after, and the opdracht that it is about."""
    if vraag["soort"] == "werkleider":
        van, tot = max(0, vraag["van"]), min(instance.weken, vraag["tot"])
        return instance, without_werkleider(instance, vraag["werkleider"], van, tot), None
    asked = vraag["opdracht"]
    if vraag["soort"] == "splitsen":
        other = max(row.id for row in instance.opdrachten) + 1
        return instance, with_split(instance, asked, other), asked
    before = without_opdracht(instance, asked)
    if vraag["soort"] == "tarief":
        return instance, before, asked
    (row,) = (row for row in instance.opdrachten if row.id == asked)
    return before, with_opdracht(before, row), asked


def _told(before: Instance, plan: Solution, antwoord: Antwoord, opdracht: int | None) -> dict[str, Any]:
    """The difference in plain values; of an opdracht since when, and the tariff that breaks even."""
    told: dict[str, Any] = {"verschil": asdict(antwoord.verschil) if antwoord.verschil else None}
    if opdracht is not None and antwoord.plan is not None:
        after = antwoord.instance, antwoord.plan
        told["opdracht"] = opdracht
        told["eerste_week"] = first_week(Plan(*after), opdracht)
        has_it = opdracht in {row.id for row in antwoord.instance.opdrachten}
        without, having = ((before, plan), after) if has_it else (after, (before, plan))
        told["kostendekkend"] = break_even(*without, having, opdracht)
    return told
