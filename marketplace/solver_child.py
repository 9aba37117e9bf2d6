"""The process that solves: questions come in as lines of JSON, answers go out, whatever planner they are for.

The child says `klaar_voor_werk` once OR-Tools and the compiled search are loaded, then waits. It ends when
its input ends, so that it never outlives the worker that made it. Further lines ask it to stop solving, at
once or once there is a plan.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import IO, Any

from marketplace.groepsdetachering import run as groepsdetachering
from marketplace.matching import run as matching
from marketplace.roulatie import run as roulatie
from solver.groepsdetachering.precompile import main as precompile_groepsdetachering
from solver.roulatie.precompile import main as precompile_roulatie
from solver.toewijzing.precompile import main as precompile_toewijzing

SOLVERS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "matching": matching.solve_question,
    "roulatie": roulatie.solve_question,
    "groepsdetachering": groepsdetachering.solve_question,
}


class Child:
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
            answer = SOLVERS[str(question["planner"])](
                question,
                lambda step: self.say(soort="voortgang", **step),
                self.stop.is_set,
                self.enough.is_set,
            )
            self.say(soort="uitkomst", **answer)


def main() -> None:
    """Serve on standard input and output until the input ends."""
    child = Child(sys.stdin, sys.stdout)
    threading.Thread(target=child.listen, daemon=True).start()
    precompile_toewijzing()
    precompile_roulatie()
    precompile_groepsdetachering()
    child.serve()


if __name__ == "__main__":
    main()
