"""Tiny generic problems for hypothesis, and the oracle that tries every plan."""

from dataclasses import asdict, fields
from itertools import product

import numpy as np
from hypothesis import strategies as st

from solver.toewijzing import check
from solver.toewijzing.problem import Groep, Problem, Zacht


def ints(values: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Make a column."""
    return np.array(values, dtype=np.int64)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to four kandidaten with up to three pairs each, three middelen, and every option of the format."""
    kandidaten = draw(st.integers(0, 4))
    counts = [draw(st.integers(0, 3)) for _ in range(kandidaten)]
    owner = [each for each, count in enumerate(counts) for _ in range(count)]
    pairs = len(owner)
    capaciteit = draw(st.lists(st.integers(0, 6), min_size=1, max_size=3))
    shared = draw(st.booleans())
    profiles = draw(st.integers(1, 3)) if shared else pairs
    rows = [
        draw(st.dictionaries(st.integers(0, len(capaciteit) - 1), st.integers(1, 4), max_size=3))
        for _ in range(profiles)
    ]
    index = st.integers(0, pairs - 1)
    some = st.lists(index, max_size=2) if pairs else st.just([])
    vorige = [
        draw(st.sampled_from([-1, *[pair for pair, own in enumerate(owner) if own == each]]))
        for each in range(kandidaten)
    ]
    with_changes = draw(st.booleans())
    return Problem(
        kandidaten=kandidaten,
        capaciteit=ints(capaciteit),
        kandidaat=ints(owner),
        waarde=ints([draw(st.integers(0, 20)) for _ in owner]),
        begin=ints([sum(len(row) for row in rows[:place]) for place in range(profiles + 1)]),
        middel=ints([middel for row in rows for middel in row]),
        gebruik=ints([amount for row in rows for amount in row.values()]),
        profiel=ints([draw(st.integers(0, profiles - 1)) for _ in owner]) if shared else None,
        vast=tuple(draw(some)) if draw(st.booleans()) else (),
        verboden=tuple(draw(some)),
        allen=draw(st.sampled_from([False, False, True])),
        minimaliseer=draw(st.booleans()),
        groepen=tuple(draw(st.lists(groups(kandidaten, pairs), max_size=2))),
        zacht=draw(soft_middelen(len(capaciteit))),
        vorige=ints(vorige) if with_changes else None,
        wijzigingen=draw(st.integers(0, kandidaten)) if with_changes else None,
    )


@st.composite
def groups(draw: st.DrawFn, kandidaten: int, pairs: int) -> Groep:
    """A soft floor over some kandidaten or some pairs."""
    over_pairs = draw(st.booleans())
    count = pairs if over_pairs else kandidaten
    members = tuple(draw(st.lists(st.integers(0, count - 1), unique=True, max_size=4))) if count else ()
    minstens, prijs = draw(st.integers(0, 3)), draw(st.integers(0, 9))
    if over_pairs:
        return Groep(paren=members, minstens=minstens, prijs=prijs)
    return Groep(kandidaten=members, minstens=minstens, prijs=prijs)


@st.composite
def soft_middelen(draw: st.DrawFn, count: int) -> tuple[Zacht, ...]:
    """None or one soft middel."""
    chosen = draw(st.lists(st.integers(0, count - 1), max_size=1))
    return tuple(Zacht(middel=each, prijs=draw(st.integers(0, 6))) for each in chosen)


def as_plain(problem: Problem) -> dict[str, object]:
    """The file of a problem, optional keys only where they say something."""
    plain: dict[str, object] = {"format": "toewijzing/1"}
    for each in fields(problem):
        value = getattr(problem, each.name)
        if each.init and value is not None and value is not False:
            plain[each.name] = value.tolist() if isinstance(value, np.ndarray) else value
    for key in ("groepen", "zacht"):
        rows = [asdict(row) for row in getattr(problem, key)]
        plain[key] = [{name: value for name, value in row.items() if value is not None} for row in rows]
    return plain


def valid_plans(problem: Problem) -> list[list[int]]:
    """Every plan that breaks nothing."""
    owner = problem.kandidaat.tolist()
    choices = [
        [None, *[pair for pair, own in enumerate(owner) if own == each]] for each in range(problem.kandidaten)
    ]
    plans = ([pair for pair in combination if pair is not None] for combination in product(*choices))
    return [plan for plan in plans if not check.violations(problem, plan)]


def brute_force(problem: Problem) -> int | None:
    """Try every plan and give the best objective, None when no plan is valid."""
    values = [check.value(problem, plan) for plan in valid_plans(problem)]
    return (min(values) if problem.minimaliseer else max(values)) if values else None
