"""The solving half of a run, in a process of its own: questions come in as lines of JSON, answers go out.

The child says `klaar_voor_werk` once OR-Tools and the compiled search are loaded, then waits. It ends when
its input ends, so that it never outlives the worker that made it. Further lines ask it to stop solving, at
once or once there is a plan.
"""

import hashlib
import json
import os
import platform
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import IO

import solver
from marketplace.matching.uitleg import explain_plan, fill_weeks
from marketplace.matching.weken import Weken
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
from solver.result import Result, Status, TierResult
from solver.toewijzing import precompile

FORMAT = "plekwijs-uitkomst/1"
# Wall time is only a safety net: the deterministic limit ends a solve, so that it can be repeated.
SAFETY_SECONDS = 120.0
SAFETY_FACTOR = 10.0

Report = Callable[[Mapping[str, object]], None]


def make_budget(seconden: float, seed: int) -> Budget:
    """What a run may spend; the same budget gives the same plan."""
    return Budget(
        seconds=max(SAFETY_SECONDS, SAFETY_FACTOR * seconden), workers=1, seed=seed, moves=float(seconden)
    )


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
    uitkomst = to_uitkomst(result, budget)
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


def to_uitkomst(result: Result[Solution], budget: Budget) -> dict[str, object]:
    """What is kept of an outcome: value, bound and gap per tier, the plan, and with what it was made."""
    solution = result.solution
    return {
        "format": FORMAT,
        "status": result.status.value,
        "lagen": _to_lagen(result.tiers),
        "seconden": round(result.seconds, 2),
        "inspanning": budget.moves,
        "herhaalbaar": result.seconds < budget.seconds and not budget.cancelled(),
        "software": {
            "python": platform.python_version(),
            "ortools": version("ortools"),
            "numpy": version("numpy"),
            "solver": solver_digest(),
        },
        "oplossing": None if solution is None else encode_solution(solution),
    }


@cache
def solver_digest() -> str:
    """A short hash of the solver's own source, so that a replay can tell that it was another solver."""
    sources = sorted(Path(solver.__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


def _to_lagen(tiers: Sequence[TierResult]) -> list[dict[str, object]]:
    """Value, bound and gap of each tier."""
    return [{"naam": each.name, "waarde": each.value, "grens": each.bound, "gat": each.gap} for each in tiers]


def _to_step(step: PlanProgress) -> dict[str, object]:
    """A better plan, in words and figures."""
    plan = {
        "seconden": round(step.seconds, 2),
        "geplaatst": step.least_placed,
        "lagen": _to_lagen(step.tiers),
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


class _Child:
    """Reads questions from one stream and writes answers to another, a line each."""

    def __init__(self, source: IO[str], target: IO[str]) -> None:
        self.source = source
        self.target = target
        self.stop = threading.Event()
        self.enough = threading.Event()
        self.questions: list[dict[str, object]] = []
        self.arrived = threading.Condition()

    def say(self, **message: object) -> None:
        """Write one line."""
        self.target.write(json.dumps(message) + "\n")
        self.target.flush()

    def listen(self) -> None:
        """Take questions and requests to stop; when the worker is gone, so are we."""
        for line in self.source:
            message = json.loads(line)
            if message.get("soort") in ("stop", "genoeg"):
                (self.stop if message["soort"] == "stop" else self.enough).set()
                continue
            with self.arrived:
                self.questions.append(message)
                self.arrived.notify()
        os._exit(0)

    def serve(self) -> None:
        """Answer one question after another."""
        self.say(soort="klaar_voor_werk")
        while True:
            with self.arrived:
                self.arrived.wait_for(lambda: bool(self.questions))
                question = self.questions.pop(0)
            self.stop.clear()
            self.enough.clear()
            answer = solve_question(
                question,
                lambda step: self.say(soort="voortgang", **step),
                self.stop.is_set,
                self.enough.is_set,
            )
            self.say(soort="uitkomst", **answer)


def main() -> None:
    """Serve on standard input and output until the input ends."""
    child = _Child(sys.stdin, sys.stdout)
    threading.Thread(target=child.listen, daemon=True).start()
    precompile.main()
    child.serve()


if __name__ == "__main__":
    main()
