"""Invented problems of generalised assignment: types c, d and e of the literature, in integers.

Chu & Beasley (1997), A genetic algorithm for the generalised assignment problem, for c and d; Yagiura,
Ibaraki & Glover (2006), A path relinking approach with ejection chains, for e. Costs are minimised and every
job is assigned; an agent can take 0.8 times all its amounts divided by the number of agents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.orlibrary import gap_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

    from solver.arrays import IntArray
    from solver.toewijzing.problem import Problem

AGENTS, JOBS = 20, 200
Shape = tuple[int, int]


def make_gap(kind: str, seed: int, agents: int = AGENTS, jobs: int = JOBS) -> Problem:
    """Make a problem of type c, d or e."""
    costs, amounts = KINDS[kind](np.random.default_rng(seed), (agents, jobs))
    capaciteit = 8 * amounts.sum(axis=1) // (10 * agents)
    return gap_problem(costs, amounts, capaciteit, profit=False)


def _kind_c(random: Generator, shape: Shape) -> tuple[IntArray, IntArray]:
    """Amounts from 5 to 25, costs from 10 to 50."""
    amounts = random.integers(5, 26, shape)
    return random.integers(10, 51, shape), amounts


def _kind_d(random: Generator, shape: Shape) -> tuple[IntArray, IntArray]:
    """Amounts from 1 to 100; what takes much costs little: 111 less the amount, give or take 10."""
    amounts = random.integers(1, 101, shape)
    return 111 - amounts + random.integers(-10, 11, shape), amounts


def _kind_e(random: Generator, shape: Shape) -> tuple[IntArray, IntArray]:
    """Amounts 1 - 10 ln U(0, 1], costs 1000 / amount - 10 U[0, 1], rounded and never below zero."""
    amounts = np.round(1 - 10 * np.log(1 - random.random(shape))).astype(np.int64)
    costs = np.round(1000 / amounts - 10 * random.random(shape))
    return np.maximum(costs, 0).astype(np.int64), amounts


KINDS: dict[str, Callable[[Generator, Shape], tuple[IntArray, IntArray]]] = {
    "c": _kind_c,
    "d": _kind_d,
    "e": _kind_e,
}
