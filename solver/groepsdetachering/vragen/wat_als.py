"""What if: an opdracht comes, a werkleider is away, a group is split. The plan is mended around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from solver.groepsdetachering.beleid import Beleid
from solver.groepsdetachering.dagen import WERKDAGEN
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.solve import solve
from solver.groepsdetachering.vragen.verschil import Verschil, compare, person_days
from solver.groepsdetachering.wishes.marge import margin
from solver.tiers import Tier

if TYPE_CHECKING:
    from solver.budget import Budget
    from solver.groepsdetachering.instance import Instance, Opdracht
    from solver.groepsdetachering.solution import Solution
    from solver.result import Result, Status

# The wishes of the first tier that count days of people.
OF_DAYS = ("belofte", "vervulling")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """How the plan would be, and the difference with the one that is; None where none was found in time."""

    result: Result[Solution]
    instance: Instance
    verschil: Verschil | None

    @property
    def status(self) -> Status:
        """What was found."""
        return self.result.status

    @property
    def plan(self) -> Solution | None:
        """The plan, when there is one."""
        return self.result.solution


def ask(instance: Instance, plan: Solution, changed: Instance, budget: Budget) -> Antwoord:
    """Mend a plan for a changed instance; who stays counts among the opdrachten, not after them.

    Of those that were there none asks for more people than it has, or the answer would be about more than
    the question.
    """
    before = Plan(instance, plan)
    calm = replace(changed, opdrachten=tuple(_as_it_is(row, before) for row in changed.opdrachten))
    limits = replace(calm, vorige=plan, max_plaatsen=None, max_mensen=None)
    near = replace(limits, beleid=_with_stays(instance, changed))
    result = solve(near, budget, with_bound=False)
    difference = None
    if result.solution is not None:
        difference = compare((instance, plan), (changed, result.solution))
    return Antwoord(result=result, instance=changed, verschil=difference)


def _as_it_is(row: Opdracht, before: Plan) -> Opdracht:
    """An opdracht that asks for the people it has, or for nobody; one that comes as it is."""
    if row.id not in before.opdrachten:
        return row
    there = [len(people) for each, _, _, people in before.days() if each.id == row.id]
    if not there:
        return replace(row, waarde=0, toegezegd=0)
    most = min(row.gevraagd, max([row.minimum, *there]))
    return replace(row, gevraagd=most, toegezegd=min(row.toegezegd, most))


def _with_stays(instance: Instance, changed: Instance) -> Beleid:
    """The policy with stability in the first tier: a place that stays is a day of one person."""
    tiers = changed.beleid.tiers
    name, first = (tiers[0].name, tiers[0].gewichten) if tiers else ("plan", {})
    most = max((row.waarde for row in instance.opdrachten), default=1)
    a_day = most * sum(first.get(each, 0) for each in OF_DAYS)
    weights = {each: weight for each, weight in first.items() if each != "stabiliteit"}
    kept = [
        Tier(name=tier.name, gewichten=left)
        for tier in tiers[1:]
        if (left := {each: weight for each, weight in tier.gewichten.items() if each != "stabiliteit"})
    ]
    stays = Tier(name=name, gewichten={**weights, "stabiliteit": 1 + a_day})
    return replace(changed.beleid, tiers=(stays, *kept))


def with_opdracht(instance: Instance, opdracht: Opdracht) -> Instance:
    """A new opdracht that goes before all others: so the answer says what it would cost elsewhere."""
    most = max((row.waarde for row in instance.opdrachten), default=0)
    first = replace(opdracht, waarde=2 * most + 1)
    return replace(instance, opdrachten=(*instance.opdrachten, first))


def without_opdracht(instance: Instance, opdracht: int) -> Instance:
    """The same without an opdracht, and without what was pinned there."""
    return replace(
        instance,
        opdrachten=tuple(row for row in instance.opdrachten if row.id != opdracht),
        vast=tuple(pin for pin in instance.vast if pin.opdracht != opdracht),
        vaste_leiding=tuple(pin for pin in instance.vaste_leiding if pin.opdracht != opdracht),
    )


def without_werkleider(instance: Instance, werkleider: int, van_week: int, tot_week: int) -> Instance:
    """A werkleider who is away in the weeks [van_week, tot_week)."""
    days = range(len(WERKDAGEN) * van_week, len(WERKDAGEN) * tot_week)
    leaders = tuple(
        replace(row, afwezig=row.afwezig | frozenset(days)) if row.id == werkleider else row
        for row in instance.werkleiders
    )
    return replace(instance, werkleiders=leaders)


def with_split(instance: Instance, opdracht: int, other: int) -> Instance:
    """The group of an opdracht as two, each of half the size; the second has the id `other`.

    What was decided of the opdracht about people (verboden, uitzonderingen) holds for both.
    """
    found = []
    for row in instance.opdrachten:
        if row.id != opdracht:
            found.append(row)
            continue
        halves = {
            name: -(-getattr(row, name) // 2) for name in ("minimum", "maximum", "gevraagd", "toegezegd")
        }
        rest = {name: getattr(row, name) - half for name, half in halves.items()}
        rest |= {name: max(1, rest[name]) for name in ("minimum", "maximum")}
        found += [replace(row, **halves), replace(row, id=other, **rest)]
    pairs = {
        name: getattr(instance, name)
        | {(medewerker, other) for medewerker, each in getattr(instance, name) if each == opdracht}
        for name in ("verboden", "uitzonderingen")
    }
    return replace(instance, opdrachten=tuple(found), **pairs)


def first_week(plan: Plan, opdracht: int) -> int | None:
    """The first week in which an opdracht runs."""
    return min((week for each, week in plan.groups if each == opdracht), default=None)


def break_even(
    instance: Instance, without: Solution, with_it: tuple[Instance, Solution], opdracht: int
) -> int | None:
    """The lowest tariff in cents an hour for which the company is no worse off than without the opdracht.

    The margin with it grows by the hours worked for every cent; None where nobody works there.
    """
    changed, plan = with_it
    free = replace(
        changed,
        opdrachten=tuple(replace(row, tarief=0) if row.id == opdracht else row for row in changed.opdrachten),
    )
    (minutes,) = (row.minuten for row in changed.opdrachten if row.id == opdracht)
    worked = minutes * person_days(Plan(changed, plan)).get(opdracht, 0)
    if not worked:
        return None
    lacking = margin(Plan(instance, without)) - margin(Plan(free, plan))
    return max(0, -(-60 * lacking // worked))
