"""Group size: on every day that a group runs it is within its bounds, or the day does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model
    from solver.groepsdetachering.plan import Plan

NAME = "groepsgrootte"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Bounds where it runs, nobody where it does not."""
    for opdracht, week, days in model.groups():
        for day in days:
            people = sum(term for _, term in model.people(opdracht.id, week, day))
            runs = model.runs[opdracht.id, week, day]
            model.cp.add(people >= opdracht.minimum * runs)
            model.cp.add(people <= opdracht.maximum * runs)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many there are, and how many there may be."""
    for opdracht, week, day, people in plan.days():
        runs = day in plan.leads(opdracht.id, week)
        number = len(people)
        when = f"op {{dag:{len(WERKDAGEN) * week + day}}}"
        said = f"Bij opdracht {{opdracht:{opdracht.id}}} {'is' if number == 1 else 'zijn'} {when} "
        said += count(number, "persoon", "mensen")
        if not runs:
            sentence = f"{said}, maar er gaat dan geen groep."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=number, unit="mensen")
        elif number < opdracht.minimum:
            short = opdracht.minimum - number
            sentence = f"{said}. Het zijn er minstens {opdracht.minimum}."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=short, unit="mensen")
        elif number > opdracht.maximum:
            over = number - opdracht.maximum
            sentence = f"{said}. Er is plaats voor {opdracht.maximum}."
            yield Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=over, unit="mensen")
