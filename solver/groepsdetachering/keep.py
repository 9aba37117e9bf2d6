"""What is left of the published plan after people, werkleiders, buses or opdrachten changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.groepsdetachering.check import violations
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.search.weeks import Effort
from solver.groepsdetachering.solution import Indeling, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.groepsdetachering.instance import Instance
    from solver.groepsdetachering.search.weeks import Weeks


def kept_part(weeks: Weeks, instance: Instance) -> Solution:
    """The published plan where it holds; else its groups, led by others if need be, with who still fits."""
    former = instance.vorige
    if not violations(Plan(instance, former)):
        return former
    return _with_company(instance, weeks.plan(Effort(moves=0, seconds=0.0), former))


def _with_company(instance: Instance, found: Solution) -> Solution:
    """People who stay together go back to where they were, on the days that their group still runs."""
    for places in _together(instance, found):
        tried = Solution(groepen=found.groepen, indelingen=tuple(sorted((*found.indelingen, *places))))
        if not violations(Plan(instance, tried)):
            found = tried
    return found


def _together(instance: Instance, found: Solution) -> Iterator[list[Indeling]]:
    """Of each two and week their places in the published plan, as far as the group runs."""
    runs = {
        (group.opdracht, group.week): sum(1 << each.dag for each in group.leiding) for group in found.groepen
    }
    placed = {(each.medewerker, each.week) for each in found.indelingen}
    at = {(each.medewerker, each.week): each for each in instance.vorige.indelingen}
    for pair in sorted(instance.samen):
        for week in range(instance.weken):
            both = [at[each, week] for each in pair if (each, week) in at and (each, week) not in placed]
            left = [
                Indeling(medewerker=each.medewerker, week=week, opdracht=each.opdracht, dagen=mask)
                for each in both
                if (mask := each.dagen & runs.get((each.opdracht, week), 0))
            ]
            if left:
                yield left
