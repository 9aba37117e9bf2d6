"""Internal production: of each afdeling enough people stay inside, or as many as work that day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from solver.groepsdetachering.dagen import WERKDAGEN, days_in
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "productie"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Outside are at most those who need not stay."""
    for afdeling in model.instance.afdelingen:
        own = [each for each in model.instance.medewerkers if each.afdeling == afdeling.id]
        for week in model.weken:
            working: dict[int, int] = defaultdict(int)
            away: dict[int, list[Term]] = defaultdict(list)
            for medewerker in own:
                for day in days_in(medewerker.days_in(week)):
                    working[day] += 1
                    away[day] += [
                        model.works.get((medewerker.id, opdracht, week, day), 0)
                        for opdracht in model.opdrachten_of(medewerker.id, week)
                    ]
            for day in WERKDAGEN:
                spare = max(0, working[day] - afdeling.minimum[day])
                if spare < working[day]:
                    model.cp.add(sum(away[day]) <= spare)


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many stay and how many should."""
    people: dict[int, list[Medewerker]] = defaultdict(list)
    for each in plan.instance.medewerkers:
        if each.afdeling is not None:
            people[each.afdeling].append(each)
    for afdeling in plan.instance.afdelingen:
        for week in range(plan.instance.weken):
            inside = [day for each in people[afdeling.id] for day in plan.inside(each, week)]
            working = [day for each in people[afdeling.id] for day in days_in(each.days_in(week))]
            for day in WERKDAGEN:
                least = min(afdeling.minimum[day], working.count(day))
                stay = inside.count(day)
                if stay < least:
                    sentence = (
                        f"Op {{dag:{len(WERKDAGEN) * week + day}}} {'blijft' if stay == 1 else 'blijven'} er "
                        f"{count(stay, 'persoon', 'mensen')} op afdeling {{afdeling:{afdeling.id}}}. "
                        f"Het zijn er minstens {least}."
                    )
                    yield Violation(
                        rule=NAME, label=LABEL, sentence=sentence, shortfall=least - stay, unit="mensen"
                    )
