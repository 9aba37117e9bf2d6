"""Compiled: put somebody in a group, take somebody out, and on which days somebody fits best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.compiled import lean
from solver.groepsdetachering.dagen import ALLE_DAGEN
from solver.groepsdetachering.search.kern import DAYS

if TYPE_CHECKING:
    from solver.groepsdetachering.search.kern import Kern, State


@lean
def day_value(kern: Kern, state: State, opdracht: int, day: int, more: int, skills: int) -> int:
    """What a day is worth with `more` people with these skills; half where people or skills lack."""
    if state.lead[opdracht, day] < 0:
        return 0
    number = state.present[opdracht, day] + more
    value = kern.value[opdracht, number]
    if number < kern.least[opdracht]:
        return int(value // 2)
    for skill in range(kern.wanted.shape[1]):
        able = state.skilled[opdracht, skill, day] + ((skills >> skill) & 1)
        if able < kern.wanted[opdracht, skill]:
            return int(value // 2)
    return int(value)


@lean
def is_complete(kern: Kern, state: State, opdracht: int, day: int) -> bool:
    """Whether a group has people and skills enough to run on a day."""
    if state.lead[opdracht, day] < 0 or state.present[opdracht, day] < kern.least[opdracht]:
        return False
    for skill in range(kern.wanted.shape[1]):
        if state.skilled[opdracht, skill, day] < kern.wanted[opdracht, skill]:
            return False
    return True


@lean
def best_days(kern: Kern, state: State, person: int, opdracht: int, wanted: int) -> int:
    """Of these days those on which somebody fits in a group and adds most, as many as may be; 0 for none.

    Of all days those after the first that add nothing are left out, but for who is building up.
    """
    for place in range(kern.apart[person], kern.apart[person + 1]):
        if state.at[kern.apart_of[place]] == opdracht:
            return 0
    rides = kern.by_bus[person, opdracht]
    ride = state.ride[opdracht]
    if rides and (ride < 0 or not kern.passes[person, ride]):
        return 0
    found = 0
    skills = kern.masters[person, opdracht]
    weight = kern.behoefte[person]
    afdeling = kern.afdeling[person]
    for _ in range(kern.cap[person]):
        best_gain = -1
        best = -1
        for day in range(DAYS):
            leader = state.lead[opdracht, day]
            if (
                leader < 0
                or not (kern.allowed[person, opdracht] >> day) & (wanted >> day) & 1
                or (found >> day) & 1
                or state.present[opdracht, day] >= kern.most[opdracht]
                or state.load[opdracht, day] + weight > kern.span[leader]
                or (rides and state.riders[opdracht, day] >= kern.plaatsen[ride])
                or state.out[afdeling, day] >= kern.spare[afdeling, day]
            ):
                continue
            gain = day_value(kern, state, opdracht, day, 1, skills) - day_value(
                kern, state, opdracht, day, 0, 0
            )
            if gain > best_gain:
                best_gain = gain
                best = day
        is_idle = best_gain == 0 and wanted == ALLE_DAGEN and kern.kept_up[person] == 0
        if best < 0 or (found and is_idle):
            break
        found |= 1 << best
    return found


@lean
def change(kern: Kern, state: State, person: int, sign: int) -> None:
    """Count somebody in (1) or out (-1) of the group and on the days that stand with them."""
    opdracht = state.at[person]
    skills = kern.masters[person, opdracht]
    number = 0
    for day in range(DAYS):
        if not (state.mask[person] >> day) & 1:
            continue
        number += 1
        before = day_value(kern, state, opdracht, day, 0, 0)
        state.present[opdracht, day] += sign
        state.load[opdracht, day] += sign * kern.behoefte[person]
        state.out[kern.afdeling[person], day] += sign
        if kern.by_bus[person, opdracht]:
            state.riders[opdracht, day] += sign
        for skill in range(kern.wanted.shape[1]):
            if (skills >> skill) & 1:
                state.skilled[opdracht, skill, day] += sign
        state.energy[0] += day_value(kern, state, opdracht, day, 0, 0) - before
    state.energy[0] += sign * kern.bonus[person, opdracht]
    if number == kern.cap[person]:
        state.energy[0] += sign * kern.kept_up[person]


@lean
def put(kern: Kern, state: State, person: int, opdracht: int, mask: int) -> None:
    """Somebody who is nowhere goes to a group on these days."""
    state.at[person] = opdracht
    state.mask[person] = mask
    change(kern, state, person, 1)


@lean
def take(kern: Kern, state: State, person: int) -> None:
    """Somebody stays inside."""
    if state.at[person] >= 0:
        change(kern, state, person, -1)
        state.at[person] = -1
        state.mask[person] = 0


@lean
def join(kern: Kern, state: State, person: int, opdracht: int) -> bool:
    """Somebody who is nowhere goes where they fit, if they do."""
    mask = best_days(kern, state, person, opdracht, ALLE_DAGEN)
    if mask == 0:
        return False
    put(kern, state, person, opdracht, mask)
    return True
