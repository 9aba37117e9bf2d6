"""Growth by steps: no more days outside in a week than the step that someone is on.

A step is behind when so many weeks on all its days were kept up; a week with fewer days counts for nothing
and costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.plan import days_after
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.groepsdetachering.instance import Medewerker
    from solver.groepsdetachering.model import Model, Term
    from solver.groepsdetachering.plan import Plan

NAME = "opbouw"
LABEL = Label.BELEID


def build(model: Model) -> None:
    """Days of the step where it cannot change; else a count of weeks kept up, from the first open week on.

    The count may be lower than it will be: then a step allows as many days or fewer.
    """
    for each in sorted(model.window.mensen):
        medewerker = model.known.medewerkers[each]
        first = model.weken.start
        top = sum(stap.weken for stap in medewerker.opbouw[:-1])
        done = _done(model.base, medewerker, first)
        later = range(model.weken.stop, model.instance.weken)
        is_used = any(model.base.outside(each, week) for week in later)
        if done >= top or (len(model.weken) == 1 and not is_used):
            for week in model.weken:
                model.cp.add(model.outside(each, week) <= days_after(medewerker, done))
        else:
            _count(model, medewerker, done, top)


def _done(base: Plan, medewerker: Medewerker, week: int) -> int:
    """Weeks kept up before this one."""
    done = medewerker.volgehouden
    for each in range(week):
        done += base.outside(medewerker.id, each) == days_after(medewerker, done)
    return done


def _count(model: Model, medewerker: Medewerker, done: int, top: int) -> None:
    """One boolean for each number of weeks kept up so far, week after week until the last day outside."""
    days = [days_after(medewerker, each) for each in range(top + 1)]
    last = max(
        (
            week
            for week in range(model.weken.stop, model.instance.weken)
            if model.base.outside(medewerker.id, week)
        ),
        default=model.weken.stop - 1,
    )
    now = done
    here: dict[int, Term] = {done: 1}
    for week in range(model.weken.start, last + 1):
        outside = model.outside(medewerker.id, week)
        model.cp.add(outside <= sum(days[each] * term for each, term in here.items()))
        kept = model.base.outside(medewerker.id, week) == days[now]
        then: dict[int, list[Term]] = {}
        for each, term in here.items():
            if each == top:
                then.setdefault(top, []).append(term)
                continue
            up = model.bool(each == now and kept)
            model.cp.add(up <= term)
            model.cp.add(outside >= days[each] * up)
            then.setdefault(each + 1, []).append(up)
            then.setdefault(each, []).append(term - up)
        now = min(top, now + kept)
        here = {each: _named(model, terms, each == now) for each, terms in then.items()}


def _named(model: Model, terms: list[Term], now: object) -> Term:
    """A boolean that is the sum of terms, of which one at most is 1."""
    found = model.bool(now)
    model.cp.add(sum(terms) == found)
    return found


def violations(plan: Plan) -> Iterable[Violation]:
    """Say how many days there are and how many the step allows."""
    for medewerker in plan.instance.medewerkers:
        if medewerker.id not in plan.at:
            continue
        for week, most in enumerate(plan.steps(medewerker)):
            number = plan.outside(medewerker.id, week)
            if number > most:
                verb = "is" if most == 1 else "zijn"
                sentence = (
                    f"Medewerker {{medewerker:{medewerker.id}}} werkt in week {{week:{week}}} "
                    f"{count(number, 'dag', 'dagen')} buiten. In de opbouw {verb} dat er dan hooguit {most}."
                )
                yield Violation(
                    rule=NAME, label=LABEL, sentence=sentence, shortfall=number - most, unit="dagen"
                )
