"""From the values of a model to a plan: what was open as it was chosen, all else as it stood."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import days_in
from solver.groepsdetachering.solution import Groep, Indeling, Leiding, Solution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from solver.groepsdetachering.instance import Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.model import Choice, Model
    from solver.groepsdetachering.ritten import Rit


def read(model: Model, values: Sequence[int]) -> Solution:
    """The whole plan; a bus that nobody needs stays at home, and none stops where nobody gets on."""

    def chosen(term: Choice) -> bool:
        return bool(term if isinstance(term, int) else values[term.index])

    window, base = model.window, model.base.solution
    placed = [
        each
        for each in base.indelingen
        if each.week not in window.weken or each.medewerker not in window.mensen
    ]
    placed += _places(model, chosen)
    riding: dict[tuple[int, int], list[Indeling]] = defaultdict(list)
    for each in placed:
        if (each.medewerker, each.opdracht) in model.known.by_bus:
            riding[each.opdracht, each.week].append(each)
    groups = [
        each
        for each in base.groepen
        if each.week not in window.weken or each.opdracht not in window.opdrachten
    ]
    for opdracht, week, _ in model.groups():
        if opdracht.id in window.opdrachten:
            rit = next((rit for rit, term in model.ride[opdracht.id, week] if chosen(term)), None)
            ridden = best_ride(model.known, opdracht, rit, riding[opdracht.id, week])
            groups += _group(model, opdracht, week, ridden, chosen)
    return Solution(groepen=tuple(sorted(groups, key=_place)), indelingen=tuple(sorted(placed)))


def _place(group: Groep) -> tuple[int, int]:
    return group.opdracht, group.week


def _places(model: Model, chosen: Callable[[Choice], bool]) -> Iterator[Indeling]:
    """Open people in the groups and on the days that were chosen."""
    masks: dict[tuple[int, int, int], int] = {}
    for (medewerker, opdracht, week, day), term in model.works.items():
        if medewerker in model.window.mensen and chosen(term):
            key = medewerker, week, opdracht
            masks[key] = masks.get(key, 0) | 1 << day
    for (medewerker, week, opdracht), mask in masks.items():
        yield Indeling(medewerker=medewerker, week=week, opdracht=opdracht, dagen=mask)


def _group(
    model: Model, opdracht: Opdracht, week: int, rit: Rit | None, chosen: Callable[[Choice], bool]
) -> Iterator[Groep]:
    """The group of an opdracht, where it runs."""
    able = model.known.leaders[opdracht.id]
    leads = tuple(
        Leiding(dag=day, werkleider=leader)
        for day in days_in(opdracht.days_in(week))
        for leader in able
        if chosen(model.leads.get((opdracht.id, week, day, leader), 0))
    )
    heads = [leader for leader in able if chosen(model.leader.get((opdracht.id, week, leader), 0))]
    if leads:
        yield Groep(
            opdracht=opdracht.id,
            week=week,
            werkleider=heads[0],
            leiding=leads,
            bus=rit.bus if rit else None,
            opstappen=rit.opstappen if rit else (),
        )


def best_ride(known: Known, opdracht: Opdracht, rit: Rit | None, riders: list[Indeling]) -> Rit | None:
    """The shortest ride for all riders by this bus; None without anybody.

    Nobody is longer under way than by the ride chosen, and the bus goes no farther: so no wish loses.
    """
    if rit is None or not riders:
        return None
    chosen = _minutes(known, rit, riders)
    better = [
        (sum(minutes), each.kilometers, len(each.opstappen), each.opstappen, each)
        for each in known.rides[opdracht.id]
        if each.bus == rit.bus
        and each.kilometers <= rit.kilometers
        and (minutes := _minutes(known, each, riders))
        and all(one <= other for one, other in zip(minutes, chosen, strict=True))
    ]
    return min(better)[-1] if better else rit


def _minutes(known: Known, rit: Rit, riders: list[Indeling]) -> list[float]:
    """The minutes of each of them by a ride in that week; for ever where there is no way."""
    one_way = [rit.minutes_for(known.medewerkers[each.medewerker]) for each in riders]
    return [
        inf if minutes is None else minutes * each.dagen.bit_count()
        for minutes, each in zip(one_way, riders, strict=True)
    ]
