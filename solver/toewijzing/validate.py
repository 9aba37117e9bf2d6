"""Refusals of a generic problem: each names the key and the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.toewijzing.problem import Groep, Problem

LIMIT = 1 << 62


class ProblemError(ValueError):
    """A problem that breaks its format."""


def refuse(message: str) -> None:
    """Raise ProblemError."""
    raise ProblemError(message)


def require_range(key: str, values: IntArray | Sequence[int], low: int, high: int | None) -> None:
    """Refuse the first value outside [low, high); high None means no upper limit."""
    array = np.asarray(values, dtype=np.int64)
    outside = array < low if high is None else (array < low) | (array >= high)
    if outside.any():
        index = int(np.argmax(outside))
        span = (
            f"at least {low}"
            if high is None
            else f"in {low}..{high - 1}"
            if high > low
            else "allowed: none is known"
        )
        refuse(f"{key}[{index}] is {array[index]}, not {span}")


def require_length(key: str, values: IntArray, length: int) -> None:
    """Refuse another length."""
    if len(values) != length:
        refuse(f"{key} has length {len(values)}, not {length}")


def validate_problem(problem: Problem) -> None:
    """Hold every line of the format."""
    count = len(problem.kandidaat)
    if problem.kandidaten < 0:
        refuse(f"kandidaten is {problem.kandidaten}, not at least 0")
    require_range("capaciteit", problem.capaciteit, 0, None)
    require_range("kandidaat", problem.kandidaat, 0, problem.kandidaten)
    falls = np.flatnonzero(np.diff(problem.kandidaat) < 0)
    if len(falls):
        refuse(f"kandidaat[{falls[0] + 1}] is smaller than the one before: pairs are sorted by kandidaat")
    require_length("waarde", problem.waarde, count)
    require_range("waarde", problem.waarde, 0, None)
    _validate_rows(problem)
    require_range("vast", problem.vast, 0, count)
    require_range("verboden", problem.verboden, 0, count)
    for index, groep in enumerate(problem.groepen):
        _validate_groep(problem, index, groep)
    _validate_zacht(problem)
    _validate_vorige(problem)
    if problem.regio is not None:
        require_length("regio", problem.regio, problem.kandidaten)
    _validate_size(problem)


def _validate_rows(problem: Problem) -> None:
    count = len(problem.kandidaat)
    if len(problem.begin) == 0:
        refuse("begin is empty, it needs at least its first offset 0")
    rows = len(problem.begin) - 1
    if problem.profiel is None:
        require_length("begin", problem.begin, count + 1)
    else:
        require_length("profiel", problem.profiel, count)
        require_range("profiel", problem.profiel, 0, rows)
    require_length("gebruik", problem.gebruik, len(problem.middel))
    if problem.begin[0] != 0:
        refuse(f"begin[0] is {problem.begin[0]}, not 0")
    falls = np.flatnonzero(np.diff(problem.begin) < 0)
    if len(falls):
        refuse(f"begin[{falls[0] + 1}] is smaller than the one before")
    if problem.begin[-1] != len(problem.middel):
        refuse(f"begin[{rows}] is {problem.begin[-1]}, not the length of middel {len(problem.middel)}")
    require_range("middel", problem.middel, 0, len(problem.capaciteit))
    require_range("gebruik", problem.gebruik, 1, None)
    _refuse_twice_in_a_row(problem)


def _refuse_twice_in_a_row(problem: Problem) -> None:
    row = np.repeat(np.arange(len(problem.begin) - 1, dtype=np.int64), np.diff(problem.begin))
    order = np.lexsort((problem.middel, row))
    same = (np.diff(row[order]) == 0) & (np.diff(problem.middel[order]) == 0)
    if same.any():
        first = int(np.sort(order[1:][same])[0])
        refuse(f"middel[{first}] is {problem.middel[first]}, which stands twice in row {row[first]}")


def _validate_groep(problem: Problem, index: int, groep: Groep) -> None:
    key = f"groepen[{index}]"
    if (groep.kandidaten is None) == (groep.paren is None):
        refuse(f"{key} needs either kandidaten or paren")
    for name, value in (("minstens", groep.minstens), ("prijs", groep.prijs)):
        if value < 0:
            refuse(f"{key}.{name} is {value}, not at least 0")
    require_range(f"{key}.kandidaten", groep.kandidaten or (), 0, problem.kandidaten)
    require_range(f"{key}.paren", groep.paren or (), 0, len(problem.kandidaat))


def _validate_zacht(problem: Problem) -> None:
    seen: set[int] = set()
    for index, each in enumerate(problem.zacht):
        if not 0 <= each.middel < len(problem.capaciteit):
            refuse(f"zacht[{index}].middel is {each.middel}, not in 0..{len(problem.capaciteit) - 1}")
        if each.prijs < 0:
            refuse(f"zacht[{index}].prijs is {each.prijs}, not at least 0")
        if each.middel in seen:
            refuse(f"zacht[{index}].middel is {each.middel}, which stands there twice")
        seen.add(each.middel)


def _validate_vorige(problem: Problem) -> None:
    if problem.wijzigingen is not None:
        if problem.wijzigingen < 0:
            refuse(f"wijzigingen is {problem.wijzigingen}, not at least 0")
        if problem.vorige is None:
            refuse("wijzigingen is given without vorige")
    if problem.vorige is None:
        return
    require_length("vorige", problem.vorige, problem.kandidaten)
    require_range("vorige", problem.vorige, -1, len(problem.kandidaat))
    known = np.flatnonzero(problem.vorige >= 0)
    wrong = known[problem.kandidaat[problem.vorige[known]] != known]
    if len(wrong):
        refuse(f"vorige[{wrong[0]}] is pair {problem.vorige[wrong[0]]} of another kandidaat")


def _validate_size(problem: Problem) -> None:
    """Refuse totals at or past 2^62, counted in Python ints."""
    total = exact_sum(problem.waarde)
    total += sum(groep.prijs * groep.minstens for groep in problem.groepen)
    prices = {each.middel: each.prijs for each in problem.zacht}
    if prices:
        for middel, most in most_use(problem).items():
            over = max(0, most - int(problem.capaciteit[middel]))
            total += prices.get(middel, 0) * over
    if total >= LIMIT:
        refuse(f"waarde and prijzen together reach {total}, which is not below 2^62")


def exact_sum(values: IntArray) -> int:
    """Sum without overflow: high and low halves apart."""
    return (int((values >> 31).sum()) << 31) + int((values & ((1 << 31) - 1)).sum())


def most_use(problem: Problem) -> dict[int, int]:
    """Per middel the most that all kandidaten together can use, each with the pair that uses most of it."""
    pair, middel, amount = problem.expanded()
    kandidaat = problem.kandidaat[pair]
    order = np.lexsort((amount, kandidaat, middel))
    middel, kandidaat, amount = middel[order], kandidaat[order], amount[order]
    if not len(order):
        return {}
    last = np.append((np.diff(middel) != 0) | (np.diff(kandidaat) != 0), [True])
    found: dict[int, int] = {}
    for key, most in zip(middel[last].tolist(), amount[last].tolist(), strict=True):
        found[key] = found.get(key, 0) + most
    return found
