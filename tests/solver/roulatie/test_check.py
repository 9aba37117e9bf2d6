"""The rules asked of a whole plan, and of the same plan with one cell elsewhere."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.bench.roulatie import Maat, hidden_plan, make_roulatie
from solver.roulatie.check import violations, violations_elsewhere
from solver.roulatie.instance import Cel
from solver.roulatie.plan import Plan
from solver.roulatie.solution import Solution

MAAT = Maat(deelnemers=8, plekken=5, blokken=4)
CELLS = [(deelnemer, blok) for deelnemer in range(MAAT.deelnemers) for blok in range(MAAT.blokken)]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with wild cells and empty ones, for people of whom some are away."""
    seed = draw(st.integers(0, 50))
    instance = make_roulatie(MAAT, seed)
    away = draw(st.sets(st.integers(0, len(instance.maand) - 1), max_size=6))
    people = (replace(instance.deelnemers[0], afwezig=frozenset(away)), *instance.deelnemers[1:])
    wild = draw(st.dictionaries(st.sampled_from(CELLS), st.none() | st.integers(0, MAAT.plekken - 1)))
    cellen = {(each.deelnemer, each.blok): each.plek for each in hidden_plan(MAAT, seed).cellen} | wild
    return Plan(
        replace(instance, deelnemers=people),
        Solution(
            cellen=tuple(
                Cel(deelnemer=who, blok=blok, plek=plek)
                for (who, blok), plek in cellen.items()
                if plek is not None
            )
        ),
    )


@given(plan=plans(), where=st.sampled_from(CELLS))
@settings(max_examples=60, deadline=None)
def test_a_cell_elsewhere_breaks_what_the_whole_plan_would_break(plan: Plan, where: tuple[int, int]) -> None:
    found = violations_elsewhere(plan, *where, range(MAAT.plekken))
    for plek, broken in enumerate(found):
        put = Cel(deelnemer=where[0], blok=where[1], plek=plek)
        cellen = [put if (each.deelnemer, each.blok) == where else each for each in plan.cellen]
        whole = Solution(cellen=tuple(cellen if put in cellen else [*cellen, put]))
        assert Counter(broken) == Counter(violations(Plan(plan.instance, whole)))


@given(plan=plans(), where=st.sampled_from(CELLS))
@settings(max_examples=30, deadline=None)
def test_a_plan_is_not_changed_by_looking_elsewhere(plan: Plan, where: tuple[int, int]) -> None:
    before = violations(plan)
    violations_elsewhere(plan, *where, range(MAAT.plekken))
    assert violations(plan) == before == violations(Plan(plan.instance, Solution(cellen=plan.cellen)))
