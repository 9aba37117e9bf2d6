"""The wishes: points counted by hand, and the best of a model against the best of every plan."""

import pytest

from solver.groepsdetachering.build import tier_points
from solver.groepsdetachering.check import check, violations
from solver.groepsdetachering.instance import Aanbod, Afdeling, Beleid, Leerdoel, Tier
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.wishes import WISHES
from solver.groepsdetachering.wishes.marge import margin
from tests.solver.groepsdetachering.models import best, whole_model
from tests.solver.groepsdetachering.odd_groepsdetacheringen import SEEDS, odd_instance, plans_of
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
    make_medewerker,
    make_opdracht,
    make_rider,
    plan,
)

PAIR = frozenset({(1, 2)})
MONEY = {
    "medewerkers": (make_rider(1), make_medewerker(2), make_medewerker(3)),
    "opdrachten": (make_opdracht(1, tarief=2500), make_opdracht(2)),
    "beleid": Beleid(loon=2000, leiding=3000, kilometer=50),
}
# Four days of each opdracht that cost all they can: 4 x (18,000 + 2,700) + 4 x (20,700 + 3 x 12,000).
ALL_COSTS = 309_600


def with_first(**changes: object) -> dict[str, object]:
    """The first of the three medewerkers changed."""
    return {"medewerkers": (make_medewerker(1, **changes), make_medewerker(2), make_medewerker(3))}


def with_opdracht(**changes: object) -> dict[str, object]:
    """The first of the two opdrachten changed."""
    return {"opdrachten": (make_opdracht(1, **changes), make_opdracht(2))}


def learning(*aanbod: Aanbod) -> dict[str, object]:
    """The first medewerker lacks a week of werkproces 1 and two of 2; the first opdracht has these."""
    doelen = (Leerdoel(werkproces=1, weken=2, geoefend=1), Leerdoel(werkproces=2, weken=2))
    return {**with_first(leerdoelen=doelen), **with_opdracht(aanbod=aanbod)}


def with_afdeling(*wished: int) -> dict[str, object]:
    """Two medewerkers of an afdeling that wishes so many inside."""
    wishes = (*wished, 0, 0, 0)
    return {
        "medewerkers": (make_medewerker(1, afdeling=1), make_medewerker(2, afdeling=1), make_medewerker(3)),
        "afdelingen": (Afdeling(id=1, gewenst=wishes),),  # type: ignore[arg-type] # five days
    }


# Wish, instance, a plan, its points.
EXAMPLES: tuple[tuple[str, dict[str, object], Solution, int], ...] = (
    ("belofte", with_opdracht(toegezegd=1, waarde=3), plan("1 1ma", "1 ."), 9),
    ("belofte", with_opdracht(toegezegd=1, waarde=3), plan("2 2", "2 2"), 0),
    ("vervulling", with_opdracht(waarde=3), plan("1 .", "1ma .", "1ma 2"), 2 * 3 + 3 + 2),
    ("doorgroei", {**with_first(klaar=True), **with_opdracht(trede=2)}, plan("1 1", "1 ."), 2),
    ("doorgroei", {**with_first(klaar=True), **with_opdracht(trede=3)}, plan("1 2"), 0),
    ("leren", learning(Aanbod(werkproces=1), Aanbod(werkproces=2)), plan("1 1"), 1 + 2),
    ("leren", learning(Aanbod(werkproces=1), Aanbod(werkproces=2, van_week=1)), plan("1 1"), 1 + 1),
    ("niveau", {**with_first(niveau=2), **with_opdracht(niveau=2)}, plan("1 1", "1 2"), 2),
    ("niveau", {**with_first(niveau=1), **with_opdracht(niveau=2)}, plan("1 2", "1 2"), 0),
    ("groep", {"eerder": frozenset({(1, 1)})}, plan("1 1", "1 2", "2 2"), 2 + 0 + 1),
    ("leider", {"eerder_leiding": frozenset({(1, 1), (2, 1)})}, plan("1 1", "2 2"), 2 + 1),
    (
        "leider",
        {"eerder_leiding": frozenset({(1, 1), (2, 1)})},
        plan("1 1", "2 2", heads={(1, 1): 2, (2, 1): 1}),
        1,
    ),
    ("gezelschap", {"liever": PAIR}, plan("1 1", "1ma 2"), 1),
    ("stabiliteit", {"vorige": plan("1 1", "2 .")}, plan("1 2", "2 ."), 2 + 2),
    ("stabiliteit", {"vorige": plan("1 1")}, plan("1ma 1", heads={(1, 1): 2}), 2 + 1),
    ("reistijd", {}, plan("1 .", "1ma ."), 900 - 60),
    ("reistijd", MONEY, plan("1 .", stops={(1, 0): (1,)}), 900 - 20),
    ("reistijd", MONEY, plan("1 .", stops={(1, 0): (2,)}), 900 - 40),
    ("reisverdeling", {}, plan("1 1", "1ma ."), 300 - 80),
    ("reisverdeling", MONEY, plan(". .", "1 ."), 300 - 40),
    ("bezetting", with_afdeling(2, 2), plan("1 ."), 8 - 2),
    ("bezetting", with_afdeling(1, 1), plan("1 .", ". 1ma"), 4),
    ("bezetting", with_afdeling(1, 2), plan("1 .", "1ma ."), 6 - 1 - 1),
    ("marge", MONEY, plan(". .", "1 .", "1 ."), ALL_COSTS + 2 * (2 * 3000 - 18_000)),
    (
        "marge",
        MONEY,
        plan("1 .", "1 .", stops={(1, 0): (1,)}),
        ALL_COSTS + 2 * (2 * 3000 - 18_000 - 600),
    ),
    ("marge", MONEY, plan(". .", "2ma ."), ALL_COSTS - 12_000 - 18_000),
    (
        "uitstroom",
        {"medewerkers": tuple(make_medewerker(each, uitstroom=True) for each in (1, 2, 3))},
        plan("1 1", "1 2", "1 2"),
        6 - 2 - 1,
    ),
)


@pytest.mark.parametrize(("wish", "changes", "solution", "points"), EXAMPLES)
def test_a_wish_counts_what_can_be_counted_by_hand(
    wish: str, changes: dict[str, object], solution: Solution, points: int
) -> None:
    instance = make_instance(**changes)
    report = check(instance, solution)
    assert report.violations == ()
    assert report.wishes[wish] == points
    assert points <= WISHES[wish].most(Known(instance))


def test_every_wish_has_an_example() -> None:
    assert {row[0] for row in EXAMPLES} == set(WISHES)


def test_the_margin_is_told_in_cents_by_itself() -> None:
    assert margin(Plan(make_instance(**MONEY), plan(". .", "1 .", "1 ."))) == -24_000


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_has_more_points_of_a_wish_than_it_says_there_are_at_most(seed: int) -> None:
    instance = odd_instance(seed)
    known = Known(instance)
    plans = [Plan(instance, each) for each in plans_of(seed)]
    for wish in WISHES.values():
        most = wish.most(known)
        assert all(0 <= wish.value(each) <= most for each in plans)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_of_a_model_is_the_best_of_every_plan(seed: int) -> None:
    instance = odd_instance(seed)
    plans = [Plan(instance, each) for each in plans_of(seed)]
    for name, wish in WISHES.items():
        model = whole_model(instance)
        found = best(model, tier_points(model, Tier(name=name, gewichten={name: 1})))
        assert (found is None) == (not plans)
        if found is not None:
            points, solution = found
            read = Plan(instance, solution)
            assert violations(read) == []
            assert points == max(wish.value(each) for each in plans) == wish.value(read)
