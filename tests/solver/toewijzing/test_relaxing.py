"""Relaxing a rule keeps every old plan valid and no worse, and the new bound is at or above it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.budget import Budget
from solver.result import Status
from solver.toewijzing import check
from solver.toewijzing.problem import Problem, Zacht
from solver.toewijzing.solve import solve
from tests.solver.toewijzing.small_problems import problems

TO_THE_END = Budget(seconds=20, workers=1, moves=5)
NO_TIME = Budget(seconds=0)


def raise_capacity(problem: Problem, which: int) -> Problem:
    """One more of a middel."""
    capaciteit = problem.capaciteit.copy()
    capaciteit[which % len(capaciteit)] += 1
    return replace(problem, capaciteit=capaciteit)


def soften_capacity(problem: Problem, which: int) -> Problem:
    """A middel that may be passed at a price, or at one less where it has a price."""
    middel = which % len(problem.capaciteit)
    known = {each.middel: each.prijs for each in problem.zacht}
    known[middel] = max(0, known.get(middel, 5) - 1)
    return replace(problem, zacht=tuple(Zacht(middel=key, prijs=price) for key, price in known.items()))


def drop_pin(problem: Problem, which: int) -> Problem:
    """One pin less."""
    return replace(problem, vast=_without(problem.vast, which))


def allow_pair(problem: Problem, which: int) -> Problem:
    """A forbidden pair is allowed again."""
    return replace(problem, verboden=_without(problem.verboden, which))


def lower_floor(problem: Problem, which: int) -> Problem:
    """A group needs one less."""
    groepen = list(problem.groepen)
    if groepen:
        own = groepen[which % len(groepen)]
        groepen[which % len(groepen)] = replace(own, minstens=max(0, own.minstens - 1))
    return replace(problem, groepen=tuple(groepen))


def lower_price(problem: Problem, which: int) -> Problem:
    """What a group lacks costs one less."""
    groepen = list(problem.groepen)
    if groepen:
        own = groepen[which % len(groepen)]
        groepen[which % len(groepen)] = replace(own, prijs=max(0, own.prijs - 1))
    return replace(problem, groepen=tuple(groepen))


def let_wait(problem: Problem, _which: int) -> Problem:
    """Nobody must be assigned."""
    return replace(problem, allen=False)


def change_more(problem: Problem, _which: int) -> Problem:
    """One more may change."""
    more = None if problem.wijzigingen is None else problem.wijzigingen + 1
    return replace(problem, wijzigingen=more)


def _without(pairs: tuple[int, ...], which: int) -> tuple[int, ...]:
    """Leave one of the pairs out, wherever it stands."""
    return tuple(pair for pair in pairs if pair != pairs[which % len(pairs)]) if pairs else ()


@pytest.mark.parametrize(
    "relax",
    [
        raise_capacity,
        soften_capacity,
        drop_pin,
        allow_pair,
        lower_floor,
        lower_price,
        let_wait,
        change_more,
    ],
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(problem=problems(), which=st.integers(0, 11))
def test_an_old_plan_stays_and_no_bound_passes_it(
    relax: Callable[[Problem, int], Problem], problem: Problem, which: int
) -> None:
    old, eased = solve(problem, TO_THE_END), relax(problem, which)
    if old.solution is None:
        return
    sign = -1 if problem.minimaliseer else 1
    assert not check.violations(eased, old.solution.paren)
    worth = sign * check.value(eased, old.solution.paren)
    assert worth >= sign * old.value
    new, quick = solve(eased, TO_THE_END), solve(eased, NO_TIME)
    assert new.status is Status.OPTIMAL
    assert sign * new.value >= worth
    assert sign * new.bound >= worth
    assert sign * quick.bound >= worth
