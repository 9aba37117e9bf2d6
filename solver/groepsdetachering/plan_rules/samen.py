"""Together: on days on which both work, people who go together are in the same group or both inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN, days_in
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "samen"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Both, or neither."""
    people = model.known.medewerkers
    for one, other in model.instance.samen:
        if not {one, other} & model.window.mensen:
            continue
        for week in model.weken:
            for day in days_in(people[one].days_in(week) & people[other].days_in(week)):
                for opdracht in {*model.opdrachten_of(one, week), *model.opdrachten_of(other, week)}:
                    here, there = (model.works.get((each, opdracht, week, day), 0) for each in (one, other))
                    if not _is_equal(here, there):
                        model.cp.add(here == there)


def _is_equal(here: Term, there: Term) -> bool:
    """Whether both are numbers, and the same."""
    return isinstance(here, int) and isinstance(there, int) and here == there


def violations(plan: Plan) -> Iterable[Violation]:
    """Say on which day they are apart."""
    for one, other in sorted(plan.instance.samen):
        for week in range(plan.instance.weken):
            both = plan.medewerkers[one].days_in(week) & plan.medewerkers[other].days_in(week)
            for day in days_in(both):
                if _where(plan, one, week, day) != _where(plan, other, week, day):
                    sentence = (
                        f"Medewerkers {{medewerker:{one}}} en {{medewerker:{other}}} blijven samen, "
                        f"maar zijn op {{dag:{len(WERKDAGEN) * week + day}}} niet op dezelfde plek."
                    )
                    yield Violation(rule=NAME, label=LABEL, sentence=sentence, unit="dagen")


def _where(plan: Plan, medewerker: int, week: int, day: int) -> int | None:
    """At which opdracht someone is on a day; None for inside."""
    own = plan.at.get(medewerker, {}).get(week)
    return own.opdracht if own is not None and own.dagen >> day & 1 else None
