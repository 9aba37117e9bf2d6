"""Min-cost flow on plaatsen, then drop what is over other capacities, then refill.

The plaats of a pair is the middel of least capacity among those it uses one unit of (the first of equals); a
pair without one is as good as its value and goes past all plaatsen. The flow is the best plan within these
capacities alone. Its pairs are put in by value for use; those that no longer fit are dropped, and all other
pairs are then tried in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python import min_cost_flow

from solver.bench.methods.answer import Answer
from solver.bench.methods.room import Room, value_for_use

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.bench.methods.answer import Report
    from solver.budget import Budget
    from solver.toewijzing.problem import Problem


def run(problem: Problem, _budget: Budget, _report: Report) -> Answer:
    """Flow, drop, refill."""
    worth = -value_for_use(problem)
    chosen = _flow(problem)
    room = Room(problem)
    room.fill(chosen[np.argsort(worth[chosen], kind="stable")])
    room.fill(np.argsort(worth, kind="stable"))
    return Answer(paren=room.paren())


def _plaats(problem: Problem) -> IntArray:
    """The plaats of each pair; the number of middelen for a pair that has none."""
    pair, middel, amount = problem.expanded()
    unit = amount == 1
    pair, middel = pair[unit], middel[unit]
    order = np.lexsort((middel, problem.capaciteit[middel], pair))
    found, first = np.unique(pair[order], return_index=True)
    plaats = np.full(problem.paren, len(problem.capaciteit), dtype=np.int64)
    plaats[found] = middel[order][first]
    return plaats


def _flow(problem: Problem) -> IntArray:
    """The pairs of a flow: node 0 gives, then the kandidaten, then the plaatsen, then who takes."""
    count, places = problem.kandidaten, len(problem.capaciteit) + 1
    people = np.arange(1, count + 1, dtype=np.int64)
    plaatsen = np.arange(count + 1, count + 1 + places, dtype=np.int64)
    sink = count + 1 + places
    flow = min_cost_flow.SimpleMinCostFlow()

    def add(tail: IntArray, head: IntArray, room: IntArray, cost: IntArray) -> IntArray:
        arcs: IntArray = flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, cost)
        return arcs

    one, nothing = np.ones(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    pairs = np.ones(problem.paren, dtype=np.int64)
    arcs = add(problem.kandidaat + 1, plaatsen[_plaats(problem)], pairs, -problem.waarde)
    add(np.zeros_like(people), people, one, nothing)
    add(people, np.full_like(people, sink), one, nothing)
    room = np.append(np.minimum(problem.capaciteit, count), np.int64(count))
    add(plaatsen, np.full_like(plaatsen, sink), room, np.zeros_like(plaatsen))
    flow.set_nodes_supplies(np.array([0, sink]), np.array([count, -count]))
    flow.solve()
    return np.flatnonzero(flow.flows(arcs)).astype(np.int64)
