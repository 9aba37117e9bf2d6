"""Transport: who cannot come alone has a seat in the bus of the group, which stops within reach.

A group has one bus at most, which takes the same way on all days of the week and goes nowhere else. Seats are
for those who cannot come by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN, days_in
from solver.groepsdetachering.ritten import is_allowed, own_minutes
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from solver.groepsdetachering.instance import Opdracht
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan
    from solver.groepsdetachering.solution import Groep

NAME = "vervoer"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """One ride a group, past a stop of each who needs it, with seats enough; and no bus twice a day."""
    busy: dict[tuple[int, int, int], list[Term]] = defaultdict(list)
    for opdracht, week, days in model.groups():
        rides = model.ride[opdracht.id, week]
        if rides:
            model.cp.add_at_most_one(term for _, term in rides)
        for each, member in model.members(opdracht.id, week):
            if (each, opdracht.id) in model.known.by_bus:
                medewerker = model.known.medewerkers[each]
                passing = [term for rit, term in rides if rit.can_bring(medewerker)]
                model.cp.add(member <= sum(passing))
        plaatsen = sum(rit.plaatsen * term for rit, term in rides)
        for day in days:
            riding = [
                term
                for each, term in model.people(opdracht.id, week, day)
                if (each, opdracht.id) in model.known.by_bus
            ]
            if riding:
                model.cp.add(sum(riding) <= plaatsen)
        _book(model, opdracht, week, days, busy)
    for terms in busy.values():
        if len(terms) > 1:
            model.cp.add(sum(terms) <= 1)


def _book(
    model: Model, opdracht: Opdracht, week: int, days: list[int], busy: dict[tuple[int, int, int], list[Term]]
) -> None:
    """A bus is taken on the days that its group runs."""
    used: dict[int, list[Term]] = defaultdict(list)
    for rit, term in model.ride[opdracht.id, week]:
        used[rit.bus].append(term)
    for bus, terms in used.items():
        away = model.base.bussen[bus].afwezig
        taken = sum(terms)
        for day in days:
            runs = model.runs[opdracht.id, week, day]
            if len(WERKDAGEN) * week + day in away:
                model.cp.add(taken + runs <= 1)
                continue
            rides = model.bool(model.value_now(taken) and model.value_now(runs))
            model.cp.add(rides >= taken + runs - 1)
            busy[week, day, bus].append(rides)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who has no seat, and which bus is in two places, rides too long or not at all."""
    busy: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for (opdracht_id, week), group in sorted(plan.groups.items()):
        if group.bus is not None:
            yield from _of_ride(plan, group)
            for day in plan.leads(opdracht_id, week):
                busy[group.bus, week, day].append(opdracht_id)
        yield from _plaatsen(plan, group)
    for (bus, week, day), groups in sorted(busy.items()):
        if len(groups) > 1:
            names = ", ".join(f"{{opdracht:{each}}}" for each in groups)
            when = f"{{dag:{len(WERKDAGEN) * week + day}}}"
            words = f"Bus {{bus:{bus}}} rijdt op {when} voor meer groepen: {names}."
            yield _broken(words, len(groups) - 1, "groepen")


def _of_ride(plan: Plan, group: Groep) -> Iterator[Violation]:
    """What is wrong with the way of one bus."""
    bus = plan.bussen.get(group.bus) if group.bus is not None else None
    what = (
        f"Bus {{bus:{group.bus}}} naar opdracht {{opdracht:{group.opdracht}}} in week {{week:{group.week}}}"
    )
    if bus is None or not group.opstappen or not bus.can_stop(group.opstappen):
        yield _broken(f"{what} kan niet zo rijden: die bus of opstapplaats is er niet.", 1, "ritten")
        return
    rit = plan.rit(group.opdracht, group.week)
    if rit is None:
        yield _broken(f"{what} kan niet zo rijden: er is geen weg.", 1, "ritten")
    elif not is_allowed(plan.instance, rit):
        beleid = plan.instance.beleid
        words = (
            f"{what} doet er te lang over: de langste rit is {rit.longest()} minuten "
            f"(hooguit {beleid.max_rit}), de omweg {rit.omweg} (hooguit {beleid.max_omweg})."
        )
        over = max(rit.longest() - beleid.max_rit, rit.omweg - beleid.max_omweg)
        yield _broken(words, over, "minuten")
    for day in plan.leads(group.opdracht, group.week):
        if len(WERKDAGEN) * group.week + day in bus.afwezig:
            yield _broken(f"{what} rijdt niet op {{dag:{len(WERKDAGEN) * group.week + day}}}.", 1, "dagen")


def _plaatsen(plan: Plan, group: Groep) -> Iterator[Violation]:
    """How many seats lack on which day."""
    opdracht = plan.opdrachten[group.opdracht]
    bus = plan.bussen.get(group.bus) if group.bus is not None else None
    plaatsen = bus.plaatsen if bus else 0
    waiting = dict.fromkeys(plan.leads(group.opdracht, group.week), 0)
    for each in plan.members[group.opdracht, group.week]:
        if own_minutes(plan.instance, plan.medewerkers[each.medewerker], opdracht) is None:
            for day in days_in(each.dagen):
                waiting[day] = waiting.get(day, 0) + 1
    for day, number in sorted(waiting.items()):
        if number > plaatsen:
            words = (
                f"Naar opdracht {{opdracht:{opdracht.id}}} {'kan' if number == 1 else 'kunnen'} op "
                f"{{dag:{len(WERKDAGEN) * group.week + day}}} {count(number, 'persoon', 'mensen')} "
                f"alleen met een bus. "
                f"Er {'is' if plaatsen == 1 else 'zijn'} {count(plaatsen, 'plaats', 'plaatsen')}."
            )
            yield _broken(words, number - plaatsen, "plaatsen")


def _broken(sentence: str, shortfall: int, unit: str) -> Violation:
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit=unit)
