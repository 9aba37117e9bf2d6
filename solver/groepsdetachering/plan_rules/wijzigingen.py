"""Budget of changes: of the published plan at most so many places change, of at most so many people.

A place is somebody in a group in a week. One that cannot be any more counts for nothing, nor do days within a
week.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from solver.groepsdetachering.cell_rules import CELL_RULES
from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.ritten import rides
from solver.groepsdetachering.solution import Groep, Solution
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from solver.groepsdetachering.instance import Instance, Opdracht
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.solution import Indeling

NAME = "wijzigingen"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Count the places of the published plan that could be kept and are not, in all weeks."""
    instance = model.instance
    if instance.max_plaatsen is None and instance.max_mensen is None:
        return
    gone: dict[int, list[Term]] = {}
    for each in instance.vorige.indelingen:
        if model.known.could_stay(each):
            left = 1 - model.is_member(each.medewerker, each.opdracht, each.week)
            gone.setdefault(each.medewerker, []).append(left)
    if instance.max_plaatsen is not None:
        model.cp.add(sum(sum(terms) for terms in gone.values()) <= instance.max_plaatsen)
    if instance.max_mensen is not None:
        touched: list[Term] = []
        for terms in gone.values():
            total = sum(terms)
            is_touched = model.bool(model.value_now(total))
            model.cp.add(total <= len(terms) * is_touched)
            touched.append(is_touched)
        model.cp.add(sum(touched) <= instance.max_mensen)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many places and people change, and how many may."""
    instance = plan.instance
    if instance.max_plaatsen is None and instance.max_mensen is None:
        return
    changed = changes(plan)
    for number, most, one, many in (
        (len(changed), instance.max_plaatsen, "plaats", "plaatsen"),
        (len({each.medewerker for each in changed}), instance.max_mensen, "persoon", "mensen"),
    ):
        if most is not None and number > most:
            sentence = f"Het plan verandert {count(number, one, many)}. Het mogen er hooguit {most} zijn."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=number - most, unit=many)


def changes(plan: Plan) -> list[Indeling]:
    """Places of the published plan that are given up though they could be kept."""
    return [
        each for each in plan.instance.vorige.indelingen if _is_left(plan, each) and _could_stay(plan, each)
    ]


def _is_left(plan: Plan, each: Indeling) -> bool:
    own = plan.at.get(each.medewerker, {}).get(each.week)
    return own is None or own.opdracht != each.opdracht


def _could_stay(plan: Plan, each: Indeling) -> bool:
    """Whether the cell rules allow somebody one day there at least, alone or by some bus."""
    instance = plan.instance
    opdracht = plan.opdrachten.get(each.opdracht)
    if opdracht is None or each.medewerker not in plan.medewerkers or each.week not in range(instance.weken):
        return False
    for bus, stops in _ways(instance, opdracht):
        group = Groep(
            opdracht=each.opdracht, week=each.week, werkleider=-1, leiding=(), bus=bus, opstappen=stops
        )
        for day in WERKDAGEN:
            alone = replace(each, dagen=1 << day)
            kept = Plan(instance, Solution(groepen=(group,), indelingen=(alone,)))
            if not any(broken for rule in CELL_RULES for broken in rule.violations(kept)):
                return True
    return False


def _ways(instance: Instance, opdracht: Opdracht) -> Iterator[tuple[int | None, tuple[int, ...]]]:
    """Without a bus, then by every ride; made when they are asked for, as most people need few."""
    yield None, ()
    for rit in rides(instance, opdracht):
        yield rit.bus, rit.opstappen
