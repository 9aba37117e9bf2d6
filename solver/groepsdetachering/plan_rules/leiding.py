"""Leading: each day that a group runs one werkleider is there who can lead it, and leads no other.

A group has one werkleider in a week; somebody else leads only on days on which that one does not work. Nobody
leads for more hours than they have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation
from solver.spreektaal import hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan
    from solver.groepsdetachering.solution import Groep

NAME = "leiding"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """One who leads a day, one head of a week, and no werkleider on two groups at a time."""
    busy: dict[tuple[int, int, int], list[Term]] = defaultdict(list)
    minutes: dict[tuple[int, int], list[Term]] = defaultdict(list)
    for opdracht, week, days in model.groups():
        heads = [
            (each, model.leader[opdracht.id, week, each])
            for each in model.known.leaders[opdracht.id]
            if (opdracht.id, week, each) in model.leader
        ]
        is_open = opdracht.id in model.window.opdrachten
        if is_open:
            model.cp.add_at_most_one(term for _, term in heads)
        for day in days:
            able = [
                (each, model.leads[opdracht.id, week, day, each])
                for each in model.known.leaders[opdracht.id]
                if (opdracht.id, week, day, each) in model.leads
            ]
            for each, term in able:
                busy[week, day, each].append(term)
                minutes[week, each].append(opdracht.minuten * term)
            if is_open:
                model.cp.add(sum(term for _, term in able) == model.runs[opdracht.id, week, day])
                present = {each for each, _ in able}
                gone = sum(term for each, term in heads if each not in present)
                for each, term in able:
                    model.cp.add(term <= gone + model.leader[opdracht.id, week, each])
        if is_open:
            _lead_a_day(model, opdracht.id, week, days)
    for terms in busy.values():
        model.cp.add(sum(terms) <= 1)
    for (_, each), terms in minutes.items():
        model.cp.add(sum(terms) <= model.known.werkleiders[each].minuten)


def _lead_a_day(model: Model, opdracht: int, week: int, days: list[int]) -> None:
    """The head of a week leads on one of its days at least."""
    for each in model.known.leaders[opdracht]:
        if (opdracht, week, each) in model.leader:
            led = sum(model.leads.get((opdracht, week, day, each), 0) for day in days)
            model.cp.add(model.leader[opdracht, week, each] <= led)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who cannot lead, is not there, leads two groups, or has too few hours."""
    busy: Counter[tuple[int, int, int]] = Counter()
    minutes: Counter[tuple[int, int]] = Counter()
    for (opdracht_id, week), group in sorted(plan.groups.items()):
        yield from _of_group(plan, group)
        for each in group.leiding:
            busy[each.werkleider, week, each.dag] += 1
            minutes[each.werkleider, week] += plan.opdrachten[opdracht_id].minuten
    for (leader, week, day), number in sorted(busy.items()):
        if number > 1:
            when = f"{{dag:{len(WERKDAGEN) * week + day}}}"
            words = f"Werkleider {{werkleider:{leader}}} leidt op {when} {number} groepen."
            yield _broken(words, number - 1, "groepen")
    for (leader, week), used in sorted(minutes.items()):
        person = plan.werkleiders.get(leader)
        if person is not None and used > person.minuten:
            words = (
                f"Werkleider {{werkleider:{leader}}} leidt in week {{week:{week}}} {hours(used)}. "
                f"Het kan hooguit {hours(person.minuten)}."
            )
            yield _broken(words, used - person.minuten, "minuten")


def _of_group(plan: Plan, group: Groep) -> Iterator[Violation]:
    opdracht = plan.opdrachten[group.opdracht]
    what = f"Opdracht {{opdracht:{opdracht.id}}} in week {{week:{group.week}}}:"
    days = [each.dag for each in group.leiding]
    if len(set(days)) < len(days) or not set(days) <= set(WERKDAGEN):
        yield _broken(f"{what} een dag heeft meer dan een werkleider, of is geen werkdag.", 1, "dagen")
        return
    if not days or group.werkleider not in {each.werkleider for each in group.leiding}:
        yield _broken(f"{what} werkleider {{werkleider:{group.werkleider}}} leidt geen dag.", 1, "dagen")
    for leader in sorted({each.werkleider for each in group.leiding}):
        person = plan.werkleiders.get(leader)
        if person is None:
            yield _broken(f"{what} werkleider {{werkleider:{leader}}} is onbekend.", 1, "werkleiders")
            continue
        lacking = len(opdracht.trainingen - person.trainingen) + len(opdracht.vakkennis - person.beheerst)
        if lacking:
            words = f"{what} werkleider {{werkleider:{leader}}} mist {lacking} van wat de opdracht vraagt."
            yield _broken(words, lacking, "eisen")
    head = plan.werkleiders.get(group.werkleider)
    for each in group.leiding:
        person = plan.werkleiders.get(each.werkleider)
        when = f"{{dag:{len(WERKDAGEN) * group.week + each.dag}}}"
        if person is not None and not person.days_in(group.week) >> each.dag & 1:
            yield _broken(
                f"{what} werkleider {{werkleider:{each.werkleider}}} is er niet op {when}.", 1, "dagen"
            )
        is_there = head is not None and head.days_in(group.week) >> each.dag & 1
        if each.werkleider != group.werkleider and is_there:
            words = (
                f"{what} op {when} leidt {{werkleider:{each.werkleider}}}, terwijl de eigen werkleider "
                f"{{werkleider:{group.werkleider}}} er is."
            )
            yield _broken(words, 1, "dagen")


def _broken(sentence: str, shortfall: int, unit: str) -> Violation:
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit=unit)
