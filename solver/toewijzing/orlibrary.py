"""Generalised assignment in the text format of the OR-Library (Beasley 1990): jobs to agents.

A file is integers with white space between: the number of problems, and of each its agents m and jobs n, the
m rows of n costs (or profits), the m rows of n amounts that a job takes of an agent, and the m capacities.
"""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.problem import Problem
from solver.toewijzing.validate import ProblemError, require

if TYPE_CHECKING:
    from pathlib import Path

    from solver.arrays import IntArray

SHOWN = 40


def read_gap(path: Path, number: int, *, profit: bool) -> Problem:
    """Read problem `number`, counted from 1, of a file; gzipped when its name ends in .gz.

    What breaks the format raises ProblemError, what cannot be opened OSError.
    """
    numbers = _Numbers(_text(path).split())
    (count,) = numbers.take(1, "the number of problems").tolist()
    require(1 <= number <= count, f"problem {number} is asked of a file of {count}")
    found = [_read_one(numbers, f"problem {each}") for each in range(1, count + 1)]
    require(numbers.is_empty(), f"more stands behind the last of {count} problems")
    return gap_problem(*found[number - 1], profit=profit)


def gap_problem(costs: IntArray, amounts: IntArray, capaciteit: IntArray, *, profit: bool) -> Problem:
    """Jobs are kandidaten and agents middelen: pair j * m + i gives job j to agent i.

    `costs` and `amounts` have a row for each agent. Costs are minimised with every job assigned, profits
    maximised with as many as pay.
    """
    agents, jobs = costs.shape
    used = amounts.T != 0
    return Problem(
        kandidaten=jobs,
        capaciteit=capaciteit,
        kandidaat=np.repeat(np.arange(jobs, dtype=np.int64), agents),
        waarde=np.ascontiguousarray(costs.T).ravel(),
        begin=np.concatenate([[0], np.cumsum(used)]).astype(np.int64),
        middel=np.nonzero(used)[1].astype(np.int64),
        gebruik=amounts.T[used],
        allen=not profit,
        minimaliseer=not profit,
    )


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    except (ValueError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ProblemError(f"the file is no text: {error}") from None


def _read_one(numbers: _Numbers, what: str) -> tuple[IntArray, IntArray, IntArray]:
    agents, jobs = numbers.take(2, f"the agents and jobs of {what}").tolist()
    require(agents >= 0 and jobs >= 0, f"{what} has {agents} agents and {jobs} jobs")
    costs, amounts = (
        numbers.take(agents * jobs, f"the {kind} of {what}").reshape(agents, jobs)
        for kind in ("costs", "amounts")
    )
    return costs, amounts, numbers.take(agents, f"the capacities of {what}")


class _Numbers:
    """Words of a file that are taken in turn as integers."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._place = 0

    def take(self, count: int, what: str) -> IntArray:
        """Take so many; a sentence that names `what` when there are fewer or one is no integer."""
        words = self._words[self._place : self._place + count]
        require(len(words) == count, f"the file ends within {what}")
        try:
            taken = np.array([int(word) for word in words], dtype=np.int64)
        except (ValueError, OverflowError):
            wrong = next(word for word in words if not _is_integer(word))
            raise ProblemError(f"{wrong[:SHOWN]!r} among {what} is no integer of 64 bits") from None
        self._place += count
        return taken

    def is_empty(self) -> bool:
        """Whether all were taken."""
        return self._place == len(self._words)


def _is_integer(word: str) -> bool:
    try:
        return bool(np.int64(int(word)) == int(word))
    except (ValueError, OverflowError):
        return False
