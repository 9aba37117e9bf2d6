"""Compiled: simulated annealing over people and groups of a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.chance import below, unit
from solver.compiled import lean
from solver.groepsdetachering.search.groups import clear, raise_group
from solver.groepsdetachering.search.kern import DAYS
from solver.groepsdetachering.search.places import is_complete, join, put, take

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.groepsdetachering.search.kern import Kern, State

TRIES = 8
INSIDE = 0.03
PEOPLE_AFTER = 24
GROUP_SHARE = 0.1
THIRD_SHARE = 0.4
ALL_SHARE = 0.7


@lean
def copy(source: State, target: State) -> None:
    """Copy a plan, but for its chance."""
    for person in range(len(source.at)):
        target.at[person] = source.at[person]
        target.mask[person] = source.mask[person]
    for opdracht in range(len(source.head)):
        target.head[opdracht] = source.head[opdracht]
        target.ride[opdracht] = source.ride[opdracht]
        for day in range(DAYS):
            target.lead[opdracht, day] = source.lead[opdracht, day]
            target.present[opdracht, day] = source.present[opdracht, day]
            target.load[opdracht, day] = source.load[opdracht, day]
            target.riders[opdracht, day] = source.riders[opdracht, day]
            for skill in range(source.skilled.shape[1]):
                target.skilled[opdracht, skill, day] = source.skilled[opdracht, skill, day]
    copy_shared(source, target)


@lean
def copy_shared(source: State, target: State) -> None:
    """What groups share: werkleiders, buses, those who must stay inside."""
    for leader in range(len(source.led)):
        target.led[leader] = source.led[leader]
        for day in range(DAYS):
            target.busy[leader, day] = source.busy[leader, day]
    for bus in range(len(source.taken)):
        for day in range(DAYS):
            target.taken[bus, day] = source.taken[bus, day]
    for afdeling in range(len(source.out)):
        for day in range(DAYS):
            target.out[afdeling, day] = source.out[afdeling, day]
    target.energy[0] = source.energy[0]


@lean
def worth(kern: Kern, state: State) -> int:
    """What the plan is worth when days that are not complete do not run."""
    total = 0
    for opdracht in range(len(state.head)):
        runs = 0
        for day in range(DAYS):
            if is_complete(kern, state, opdracht, day):
                runs |= 1 << day
                total += kern.value[opdracht, state.present[opdracht, day]]
        if runs and state.head[opdracht] >= 0:
            total += kern.head_bonus[opdracht, state.head[opdracht]]
        for place in range(kern.people[opdracht], kern.people[opdracht + 1]):
            person = kern.person[place]
            if state.at[person] == opdracht and state.mask[person] & runs:
                total += kern.bonus[person, opdracht]
                if state.mask[person] & runs == state.mask[person]:
                    number = 0
                    for day in range(DAYS):
                        number += (state.mask[person] >> day) & 1
                    if number == kern.cap[person]:
                        total += kern.kept_up[person]
    return int(total)


@lean
def is_taken(state: State, gain: int, warmth: float) -> bool:
    """Whether a change is kept: always when it gains, else by chance."""
    return bool(gain >= 0 or unit(state) < np.exp(gain / warmth))


@lean
def move_person(kern: Kern, state: State, person: int, warmth: float) -> None:
    """Somebody goes elsewhere or inside, if need be in the place of another, who looks for something else."""
    options = kern.options[person + 1] - kern.options[person]
    if options == 0:
        return
    before = state.energy[0]
    was, mask = state.at[person], state.mask[person]
    take(kern, state, person)
    other, other_mask = -1, 0
    opdracht = -1
    if was < 0 or unit(state) >= INSIDE:
        opdracht = kern.option[kern.options[person] + below(state, options)]
        if not join(kern, state, person, opdracht):
            other = someone_in(kern, state, opdracht)
            if other >= 0:
                other_mask = state.mask[other]
                take(kern, state, other)
                join(kern, state, person, opdracht)
                go_somewhere(kern, state, other)
    if is_taken(state, state.energy[0] - before, warmth):
        return
    take(kern, state, person)
    if other >= 0:
        take(kern, state, other)
        put(kern, state, other, opdracht, other_mask)
    if was >= 0:
        put(kern, state, person, was, mask)


@lean
def someone_in(kern: Kern, state: State, opdracht: int) -> int:
    """Somebody of a group, by chance; -1 where a few looks find nobody."""
    number = kern.people[opdracht + 1] - kern.people[opdracht]
    for _ in range(TRIES):
        person = kern.person[kern.people[opdracht] + below(state, number)]
        if state.at[person] == opdracht:
            return int(person)
    return -1


@lean
def go_somewhere(kern: Kern, state: State, person: int) -> None:
    """Somebody who is nowhere joins the first group from one by chance on in which that adds something."""
    options = kern.options[person + 1] - kern.options[person]
    start = below(state, options)
    for step in range(options):
        opdracht = kern.option[kern.options[person] + (start + step) % options]
        before = state.energy[0]
        if join(kern, state, person, opdracht):
            if state.energy[0] > before:
                return
            take(kern, state, person)


@lean
def rebuild(kern: Kern, state: State, kept: State, warmth: float) -> None:
    """One to three groups end and are raised anew, in any order; people around them look for better."""
    copy(state, kept)
    opdrachten = len(state.head)
    one, two = below(state, opdrachten), below(state, opdrachten)
    three = below(state, opdrachten) if unit(state) < THIRD_SHARE else one
    clear(kern, state, one)
    if unit(state) < ALL_SHARE:
        clear(kern, state, two)
        clear(kern, state, three)
    for each in (two, one, three):
        if state.head[each] < 0:
            raise_group(kern, state, each)
    for each in (one, two, three):
        number = kern.people[each + 1] - kern.people[each]
        if number:
            for _ in range(PEOPLE_AFTER):
                person = kern.person[kern.people[each] + below(state, number)]
                move_person(kern, state, person, warmth)
    if not is_taken(state, state.energy[0] - kept.energy[0], warmth):
        copy(kept, state)


@lean
def anneal(
    kern: Kern,
    state: State,
    kept: State,
    best: State,
    record: IntArray,
    moves: int,
    warmth: tuple[float, float],
) -> None:
    """So many moves, cooling; `best` and `record[0]` hold the best plan and its worth."""
    people = len(state.at)
    ratio = warmth[1] / warmth[0]
    for move in range(moves):
        now = warmth[0] * ratio ** (move / moves)
        if unit(state) < GROUP_SHARE:
            rebuild(kern, state, kept, now)
        else:
            move_person(kern, state, below(state, people), now)
        if state.energy[0] > record[0]:
            found = worth(kern, state)
            if found > record[0]:
                record[0] = found
                copy(state, best)
