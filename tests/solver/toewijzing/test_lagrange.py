"""The bound of prices is the published formula, and no plan passes it."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.toewijzing.lagrange import Prices, lagrangian_bound
from solver.toewijzing.lines import allowed_pairs
from solver.toewijzing.problem import Problem
from tests.solver.toewijzing.small_problems import brute_force, ints, problems

SLOW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def priced(draw: st.DrawFn) -> tuple[Problem, Prices]:
    """A tiny problem with prices in thirds that the formula allows."""
    problem = draw(problems())
    soft = {each.middel: each.prijs for each in problem.zacht}
    most = [3 * soft.get(middel, 33) for middel in range(len(problem.capaciteit))]
    return problem, Prices(
        middelen=tuple(draw(st.integers(0, each)) for each in most),
        groepen=tuple(draw(st.integers(0, 3 * groep.prijs)) for groep in problem.groepen),
        wijziging=0 if problem.wijzigingen is None else draw(st.integers(0, 40)),
        schaal=3,
    )


def is_allowed(problem: Problem, pair: int) -> bool:
    """Not forbidden; a pin, or of someone without one and fitting by itself in what the pins leave."""
    if pair in problem.verboden or pair in problem.vast:
        return pair not in problem.verboden
    if problem.kandidaat[pair] in problem.kandidaat[list(problem.vast)]:
        return False
    soft = {each.middel for each in problem.zacht}
    taken = Counter[int]()
    for pin in set(problem.vast):
        taken.update(dict(problem.uses(pin)))
    return all(
        middel in soft or amount + taken[middel] <= problem.capaciteit[middel]
        for middel, amount in problem.uses(pair)
    )


def worth_after_prices(problem: Problem, prices: Prices, pair: int) -> int:
    """Value of a pair (times the scale) with what its groups and changes give, less what it pays."""
    kandidaat = int(problem.kandidaat[pair])
    worth = prices.schaal * int(problem.waarde[pair]) * (-1 if problem.minimaliseer else 1)
    worth -= sum(amount * prices.middelen[middel] for middel, amount in problem.uses(pair))
    for groep, price in zip(problem.groepen, prices.groepen, strict=True):
        worth += price * (kandidaat in (groep.kandidaten or ()) or pair in (groep.paren or ()))
    if problem.vorige is not None:
        former = int(problem.vorige[kandidaat])
        worth += prices.wijziging * ((former == pair) - (former < 0))
    return worth


def formula(problem: Problem, prices: Prices) -> Fraction | None:
    """The formula of solver/README.md, a pair at a time; None where somebody must and cannot be assigned."""
    total = sum(int(each) * price for each, price in zip(problem.capaciteit, prices.middelen, strict=True))
    total -= sum(each.minstens * price for each, price in zip(problem.groepen, prices.groepen, strict=True))
    if problem.vorige is not None and problem.wijzigingen is not None:
        total += prices.wijziging * (problem.wijzigingen - int((problem.vorige >= 0).sum()))
    pinned = set(problem.kandidaat[list(problem.vast)].tolist())
    for kandidaat in range(problem.kandidaten):
        own = [pair for pair in range(problem.paren) if problem.kandidaat[pair] == kandidaat]
        worths = [worth_after_prices(problem, prices, pair) for pair in own if is_allowed(problem, pair)]
        if not (problem.allen or kandidaat in pinned):
            worths.append(0)
        if not worths:
            return None
        total += max(worths)
    return Fraction(total, prices.schaal)


@SLOW
@given(priced())
def test_anyone_can_recompute_the_bound(asked: tuple[Problem, Prices]) -> None:
    problem, prices = asked
    bound, expected = lagrangian_bound(problem, prices), formula(problem, prices)
    if expected is None:
        assert bound is None
    else:
        assert bound == (-(expected // 1) if problem.minimaliseer else expected // 1)


@SLOW
@given(priced())
def test_no_plan_passes_the_bound(asked: tuple[Problem, Prices]) -> None:
    problem, prices = asked
    best, bound = brute_force(problem), lagrangian_bound(problem, prices)
    if best is not None:
        assert bound is not None
        assert bound <= best if problem.minimaliseer else bound >= best


def test_what_does_not_fit_beside_the_pins_is_not_allowed() -> None:
    problem = Problem(
        kandidaten=2,
        capaciteit=ints([3, 9]),
        kandidaat=ints([0, 0, 1, 1, 1]),
        waarde=ints([1, 1, 1, 1, 1]),
        profiel=ints([0, 1, 0, 1, 2]),
        begin=ints([0, 2, 3, 4]),
        middel=ints([0, 1, 0, 0]),
        gebruik=ints([2, 5, 1, 4]),
    )
    everyone = [[True, True, True, True, False], [True, False, False, True, False]]
    for vast, expected in zip([(), (0,)], everyone, strict=True):
        assert allowed_pairs(replace(problem, vast=vast))[0].tolist() == expected
