"""What the compiled search of one week works on: who may be where, and a plan of that week that changes.

People, opdrachten, werkleiders, rides, buses and afdelingen are numbered from 0 in the order of the instance;
the last row of what counts by afdeling is of people without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.chance import seeded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from solver.arrays import BoolArray, IntArray

DAYS = 5
GONE = -2


class Kern(NamedTuple):
    """P people, O opdrachten, L werkleiders, R rides, A afdelingen, S skills; masks hold five weekdays."""

    allowed: IntArray  # (P, O) days on which somebody may be there
    cap: IntArray  # (P) days outside at most
    behoefte: IntArray  # (P)
    afdeling: IntArray  # (P)
    by_bus: BoolArray  # (P, O)
    passes: BoolArray  # (P, R) whether a ride can bring somebody
    masters: IntArray  # (P, O) which of the wanted skills, as bits
    bonus: IntArray  # (P, O) what it is worth that somebody is there, whatever the days
    kept_up: IntArray  # (P) what it is worth to be outside on as many days as may be
    value: IntArray  # (O, most + 1) what a day with so many people is worth
    least: IntArray  # (O)
    most: IntArray  # (O)
    wanted: IntArray  # (O, S) people with each skill
    days: IntArray  # (O)
    minutes: IntArray  # (O)
    able: BoolArray  # (O, L)
    head_bonus: IntArray  # (O, L)
    works: IntArray  # (L) days
    span: IntArray  # (L)
    hours: IntArray  # (L) minutes
    rides: IntArray  # (O + 1) first ride of each
    bus: IntArray  # (R)
    plaatsen: IntArray  # (R)
    bus_days: IntArray  # (buses)
    spare: IntArray  # (A + 1, DAYS) how many may be outside
    apart: IntArray  # (P + 1) first of each
    apart_of: IntArray
    options: IntArray  # (P + 1) first of each
    option: IntArray  # opdrachten
    people: IntArray  # (O + 1) first of each
    person: IntArray


class State(NamedTuple):
    """A plan of the week; `energy` counts days that lack people or skills in part."""

    at: IntArray  # (P) opdracht or -1
    mask: IntArray  # (P)
    head: IntArray  # (O) werkleider or -1
    lead: IntArray  # (O, DAYS) who leads or -1
    ride: IntArray  # (O) ride or -1
    present: IntArray  # (O, DAYS)
    load: IntArray  # (O, DAYS)
    skilled: IntArray  # (O, S, DAYS)
    riders: IntArray  # (O, DAYS)
    out: IntArray  # (A + 1, DAYS)
    busy: IntArray  # (L, DAYS) opdracht or -1
    led: IntArray  # (L) minutes
    taken: IntArray  # (buses, DAYS) opdracht or -1
    energy: IntArray  # (1)
    random: NDArray[np.uint64]  # (1)


def new_state(kern: Kern, seed: int) -> State:
    """Nobody outside."""
    people, opdrachten = kern.allowed.shape
    leaders, buses = len(kern.works), len(kern.bus_days)

    def none(*shape: int) -> IntArray:
        return np.full(shape, -1, dtype=np.int64)

    def zero(*shape: int) -> IntArray:
        return np.zeros(shape, dtype=np.int64)

    return State(
        at=none(people),
        mask=zero(people),
        head=none(opdrachten),
        lead=none(opdrachten, DAYS),
        ride=none(opdrachten),
        present=zero(opdrachten, DAYS),
        load=zero(opdrachten, DAYS),
        skilled=zero(opdrachten, kern.wanted.shape[1], DAYS),
        riders=zero(opdrachten, DAYS),
        out=zero(*kern.spare.shape),
        busy=none(leaders, DAYS),
        led=zero(leaders),
        taken=none(buses, DAYS),
        energy=zero(1),
        random=seeded(seed),
    )
