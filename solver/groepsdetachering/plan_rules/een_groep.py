"""One group: in a week someone is in one group at most, and there on at least one day on which it runs.

So nobody is in two places at once, and nobody meets two groups and two werkleiders in a week.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "een_groep"
LABEL = Label.WET


def build(model: Model) -> None:
    """A group for somebody, and days only in that group and when it runs."""
    for medewerker in model.window.mensen:
        for week in model.weken:
            groups = model.opdrachten_of(medewerker, week)
            if groups:
                model.cp.add_at_most_one(model.member[medewerker, each, week] for each in groups)
            for opdracht in groups:
                member = model.member[medewerker, opdracht, week]
                works = [
                    (day, model.works[medewerker, opdracht, week, day])
                    for day in WERKDAGEN
                    if (medewerker, opdracht, week, day) in model.works
                ]
                model.cp.add(sum(term for _, term in works) >= member)
                for day, term in works:
                    model.cp.add_implication(term, member)
                    runs = model.runs[opdracht, week, day]
                    if not isinstance(runs, int):
                        model.cp.add_implication(term, runs)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say who is in more than one group, or in one without a day, and which group is told twice."""
    yield from _unknown(plan)
    places = Counter((each.medewerker, each.week) for each in plan.solution.indelingen)
    for (medewerker, week), number in sorted(places.items()):
        if number > 1:
            words = (
                f"Medewerker {{medewerker:{medewerker}}} staat in week {{week:{week}}} in {number} groepen."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=words, shortfall=number - 1, unit="groepen")
    told = Counter((each.opdracht, each.week) for each in plan.solution.groepen)
    for (opdracht, week), number in sorted(told.items()):
        if number > 1:
            words = f"Opdracht {{opdracht:{opdracht}}} heeft in week {{week:{week}}} {number} groepen."
            yield Violation(rule=NAME, label=LABEL, sentence=words, shortfall=number - 1, unit="groepen")
    for each in plan.solution.indelingen:
        if not each.dagen:
            words = (
                f"Medewerker {{medewerker:{each.medewerker}}} staat in week {{week:{each.week}}} bij "
                f"opdracht {{opdracht:{each.opdracht}}} zonder dagen."
            )
            yield Violation(rule=NAME, label=LABEL, sentence=words, unit="dagen")


def _unknown(plan: Plan) -> Iterable[Violation]:
    """Rows of a plan that name nobody or nothing known."""
    weeks = range(plan.instance.weken)
    rows = [(each.opdracht, each.week) for each in plan.solution.groepen]
    rows += [(each.opdracht, each.week) for each in plan.solution.indelingen]
    for opdracht, week in rows:
        if opdracht not in plan.opdrachten or week not in weeks:
            words = f"Opdracht {{opdracht:{opdracht}}} of week {{week:{week}}} hoort niet bij dit plan."
            yield Violation(rule=NAME, label=LABEL, sentence=words)
    for each in plan.solution.indelingen:
        if each.medewerker not in plan.medewerkers or each.dagen >> len(WERKDAGEN):
            words = f"Medewerker {{medewerker:{each.medewerker}}} of een dag hoort niet bij dit plan."
            yield Violation(rule=NAME, label=LABEL, sentence=words)
