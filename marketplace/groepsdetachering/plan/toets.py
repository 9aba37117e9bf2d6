"""Ask the rules about a week board at once, without solving: what is wrong where, what a move would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.groepsdetachering.plan.model import Stuk
from marketplace.groepsdetachering.plan.omzetting import to_solution
from marketplace.groepsdetachering.plan.opgave import Opgave
from marketplace.rekenruns.regelbreuk import Regelbreuk, Verandering, differ, to_regelbreuken
from solver.groepsdetachering.check import tier_values, violations
from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.ritten import Rit
from solver.groepsdetachering.vragen.verschil import shortfall
from solver.groepsdetachering.wishes.marge import margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A plan as the rules see it: what is broken, days promised and not met, margin in cents, points by tier.

    `tekort` is by (opdracht, week), `stappen` the days outside that somebody is up to by week.
    """

    breuken: tuple[Regelbreuk, ...]
    tekort: Mapping[tuple[int, int], int]
    marge: int
    punten: tuple[int, ...]
    stappen: Mapping[int, Sequence[int]]
    ritten: Mapping[tuple[int, int], Rit]


def look(opgave: Opgave, stuk: Stuk) -> Stand:
    """Everything people see of a plan."""
    plan = plan_of(opgave, stuk)
    return Stand(
        breuken=to_regelbreuken(violations(plan)),
        tekort=shortfall(plan),
        marge=margin(plan),
        punten=tier_values(plan),
        stappen={each.id: plan.steps(each) for each in opgave.instance.medewerkers},
        ritten={key: rit for key in sorted(plan.groups) if (rit := plan.rit(*key)) is not None},
    )


def weigh(opgave: Opgave, stuk: Stuk) -> tuple[int, tuple[int, ...]]:
    """How many rules a plan breaks, and its points in each tier."""
    plan = plan_of(opgave, stuk)
    return len(violations(plan)), tier_values(plan)


def compare(opgave: Opgave, stuk: Stuk, changed: Sequence[Stuk]) -> list[Verandering]:
    """What each of these plans would break and mend, compared with the one that is."""
    now = to_regelbreuken(violations(plan_of(opgave, stuk)))
    return [differ(now, to_regelbreuken(violations(plan_of(opgave, each)))) for each in changed]


def weeks_of(broken: Regelbreuk) -> frozenset[int]:
    """The numbers of the weeks that a broken rule is about, by name or by their days; none: all weeks."""
    return broken.names("week") | {each // len(WERKDAGEN) for each in broken.names("dag")}


def plan_of(opgave: Opgave, stuk: Stuk) -> Plan:
    """A plan as the rules read it."""
    known = opgave.instance.opdrachten
    return Plan(opgave.instance, to_solution(stuk.groepen, stuk.indelingen, opgave.weken, known))
