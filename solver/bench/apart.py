"""One method on one problem in a process of its own, so that its memory is its own too."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from solver.bench.methods import METHODS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from solver.bench.methods.answer import Answer
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem

PATIENCE = 120.0
TO_END = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """An answer, the (seconds, value) of each step to it, its seconds, and the most memory in bytes.

    The memory is that of the whole process: Python, its libraries and the problem included.
    """

    answer: Answer
    steps: tuple[tuple[float, int], ...]
    seconds: float
    memory: int


def run_apart(method: str, problem: Problem, budget: Budget) -> Run | None:
    """Run a method; None when its process died or went far past its time."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, METHODS[method], problem, budget), daemon=True)
    process.start()
    theirs.close()
    try:
        found: Run | None = ours.recv() if ours.poll(2 * budget.seconds + PATIENCE) else None
    except EOFError:
        found = None
    process.join(TO_END)
    process.kill()
    process.join()
    return found


def _work(pipe: Connection, module: str, problem: Problem, budget: Budget) -> None:
    """What the process does; the clock starts when everything is loaded."""
    method = import_module(module).run
    steps: list[tuple[float, int]] = []
    begun = time.perf_counter()
    answer = method(problem, budget, lambda value: steps.append((time.perf_counter() - begun, value)))
    seconds = time.perf_counter() - begun
    pipe.send(Run(answer=answer, steps=tuple(steps), seconds=seconds, memory=_peak_memory()))


def _peak_memory() -> int:
    """Bytes; from /proc where there is one, as the figure of getrusage also counts the parent's there."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
