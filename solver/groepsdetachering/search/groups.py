"""Compiled: make an end to a group, find it a werkleider and a bus anew, and fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.chance import below, unit
from solver.compiled import lean
from solver.groepsdetachering.search.kern import DAYS
from solver.groepsdetachering.search.places import best_days, join, put, take

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.groepsdetachering.search.kern import Kern, State

NOBODY_RIDES = 0.1
LOOKS = 8


@lean
def clear(kern: Kern, state: State, opdracht: int) -> None:
    """Everybody goes inside; the werkleider and the bus are free."""
    for place in range(kern.people[opdracht], kern.people[opdracht + 1]):
        person = kern.person[place]
        if state.at[person] == opdracht:
            take(kern, state, person)
    for day in range(DAYS):
        leader = state.lead[opdracht, day]
        if leader >= 0:
            state.busy[leader, day] = -1
            state.led[leader] -= kern.minutes[opdracht]
            if state.ride[opdracht] >= 0:
                state.taken[kern.bus[state.ride[opdracht]], day] = -1
        state.lead[opdracht, day] = -1
    if state.head[opdracht] >= 0:
        state.energy[0] -= kern.head_bonus[opdracht, state.head[opdracht]]
    state.head[opdracht] = -1
    state.ride[opdracht] = -1


@lean
def can_lead(kern: Kern, state: State, opdracht: int, leader: int, day: int) -> bool:
    """Whether somebody works on a day, leads no other group then and has hours left."""
    return bool(
        (kern.works[leader] >> day) & 1
        and state.busy[leader, day] < 0
        and state.led[leader] + kern.minutes[opdracht] <= kern.hours[leader]
    )


@lean
def lead(kern: Kern, state: State, opdracht: int, leader: int, day: int) -> None:
    """Somebody leads on a day."""
    state.lead[opdracht, day] = leader
    state.busy[leader, day] = opdracht
    state.led[leader] += kern.minutes[opdracht]


@lean
def find_head(kern: Kern, state: State, opdracht: int) -> int:
    """By chance one who can lead: rather on many days, many people, and who led before; -1 for nobody."""
    best = -1.0
    found = -1
    for leader in range(len(kern.works)):
        if not kern.able[opdracht, leader]:
            continue
        number = 0
        for day in range(DAYS):
            if (kern.days[opdracht] >> day) & 1 and can_lead(kern, state, opdracht, leader, day):
                number += 1
        score = number * kern.span[leader] * (0.4 + unit(state))
        if kern.head_bonus[opdracht, leader] > 0:
            score *= 1.5
        if score > best and number > 0:
            best = score
            found = leader
    return found


@lean
def staff(kern: Kern, state: State, opdracht: int, head: int) -> None:
    """This werkleider leads as many days as can be, others those on which that one does not work."""
    leaders = len(kern.works)
    led = 0
    for day in range(DAYS):
        if not (kern.days[opdracht] >> day) & 1 or not (kern.works[head] >> day) & 1:
            continue
        if can_lead(kern, state, opdracht, head, day):
            lead(kern, state, opdracht, head, day)
            led += 1
    if led == 0:
        return
    state.head[opdracht] = head
    state.energy[0] += kern.head_bonus[opdracht, head]
    for day in range(DAYS):
        if not (kern.days[opdracht] >> day) & 1 or (kern.works[head] >> day) & 1:
            continue
        start = below(state, leaders)
        for step in range(leaders):
            other = (start + step) % leaders
            if kern.able[opdracht, other] and can_lead(kern, state, opdracht, other, day):
                lead(kern, state, opdracht, other, day)
                break


@lean
def is_free(kern: Kern, state: State, opdracht: int, ride: int) -> bool:
    """Whether the bus of a ride can go on all days of the group."""
    bus = kern.bus[ride]
    for day in range(DAYS):
        if state.lead[opdracht, day] >= 0 and (
            state.taken[bus, day] >= 0 or not (kern.bus_days[bus] >> day) & 1
        ):
            return False
    return True


@lean
def drive(kern: Kern, state: State, opdracht: int, ride: int) -> None:
    """The bus of a ride goes to this group."""
    state.ride[opdracht] = ride
    for day in range(DAYS):
        if state.lead[opdracht, day] >= 0:
            state.taken[kern.bus[ride], day] = opdracht


@lean
def find_ride(kern: Kern, state: State, opdracht: int) -> int:
    """Of some rides by chance the one that passes most people who are nowhere; -1 for none."""
    first, last = kern.rides[opdracht], kern.rides[opdracht + 1]
    best = 0
    found = -1
    if first == last or unit(state) < NOBODY_RIDES:
        return -1
    for _ in range(LOOKS):
        ride = first + below(state, last - first)
        if not is_free(kern, state, opdracht, ride):
            continue
        number = 0
        for place in range(kern.people[opdracht], kern.people[opdracht + 1]):
            person = kern.person[place]
            if state.at[person] < 0 and kern.by_bus[person, opdracht] and kern.passes[person, ride]:
                number += 1
        if number > best:
            best = number
            found = ride
    return found


@lean
def raise_group(kern: Kern, state: State, opdracht: int) -> None:
    """Find a werkleider and a bus for a group that has none, and fill it with people who are nowhere."""
    head = find_head(kern, state, opdracht)
    if head < 0:
        return
    staff(kern, state, opdracht, head)
    ride = find_ride(kern, state, opdracht)
    if ride >= 0:
        drive(kern, state, opdracht, ride)
    fill(kern, state, opdracht)


@lean
def fill(kern: Kern, state: State, opdracht: int) -> None:
    """People who are nowhere join where they add something, from somebody by chance on."""
    first = kern.people[opdracht]
    number = kern.people[opdracht + 1] - first
    if number == 0:
        return
    start = below(state, number)
    for step in range(number):
        person = kern.person[first + (start + step) % number]
        if state.at[person] < 0:
            before = state.energy[0]
            if join(kern, state, person, opdracht) and state.energy[0] <= before:
                take(kern, state, person)


@lean
def restore(
    kern: Kern, state: State, heads: IntArray, rides: IntArray, places: IntArray, masks: IntArray
) -> None:
    """As far as it goes the groups of another week: their werkleiders, rides and people.

    Where a werkleider cannot lead any more, or is GONE, somebody else does, if anybody can.
    """
    for opdracht in range(len(heads)):
        head = heads[opdracht]
        if head >= 0 and kern.able[opdracht, head]:
            staff(kern, state, opdracht, head)
    for opdracht in range(len(heads)):
        if heads[opdracht] != -1 and state.head[opdracht] < 0:
            head = find_head(kern, state, opdracht)
            if head >= 0:
                staff(kern, state, opdracht, head)
    restore_people(kern, state, rides, places, masks)


@lean
def restore_people(kern: Kern, state: State, rides: IntArray, places: IntArray, masks: IntArray) -> None:
    """The same of rides, and of people on these days."""
    for opdracht in range(len(rides)):
        ride = rides[opdracht]
        if ride >= 0 and state.head[opdracht] >= 0 and is_free(kern, state, opdracht, ride):
            drive(kern, state, opdracht, ride)
    for person in range(len(places)):
        opdracht = places[person]
        if opdracht >= 0:
            mask = best_days(kern, state, person, opdracht, masks[person])
            if mask:
                put(kern, state, person, opdracht, mask)
