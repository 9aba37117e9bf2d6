"""From a model to a plan: buses stop where somebody gets on, and nothing becomes worse by that."""

import pytest

from solver.groepsdetachering.build import build_model, tier_points
from solver.groepsdetachering.check import violations
from solver.groepsdetachering.instance import Instance, Opstap, Tier
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.model import Window
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.reading import best_ride
from tests.solver.groepsdetachering.models import best
from tests.solver.groepsdetachering.small_groepsdetacheringen import make_instance, make_rider, plan

BY_BOTH = {(1, 0): (1, 2)}


def two_riders() -> Instance:
    """One who gets on at stop 1 only, and one who lives at stop 2 and can walk to 1."""
    at_one = make_rider(1, opstappen=(Opstap(opstapplaats=1, minuten=0),))
    walks = (Opstap(opstapplaats=1, minuten=12), Opstap(opstapplaats=2, minuten=0))
    return make_instance(medewerkers=(at_one, make_rider(2, opstappen=walks)))


@pytest.mark.parametrize(
    ("rows", "chosen", "ridden"),
    [
        (("1 .", "1 ."), (1, 2), (1, 2)),
        (("1 .", "1 ."), (1,), (1,)),  # by 1 and 2 they are sooner there together, but one of them later
        (("1 .",), (1, 2), (1,)),
        ((". .", "1 ."), (1, 2), (2,)),
        ((". .", "2 ."), (1, 2), None),
    ],
)
def test_a_bus_takes_a_ride_by_which_nobody_and_no_kilometer_loses(
    rows: tuple[str, ...], chosen: tuple[int, ...], ridden: tuple[int, ...] | None
) -> None:
    instance = two_riders()
    known = Known(instance)
    opdracht = instance.opdrachten[0]
    rit = next(each for each in known.rides[1] if set(each.opstappen) == set(chosen))
    riders = [each for each in plan(*rows).indelingen if each.opdracht == 1]
    found = best_ride(known, opdracht, rit, riders)
    assert (tuple(sorted(found.opstappen)) if found else None) == ridden


@pytest.mark.parametrize("wish", ["reistijd", "reisverdeling"])
def test_who_stays_in_a_group_that_is_open_travels_with_its_bus(wish: str) -> None:
    instance = make_instance(medewerkers=(make_rider(1),))
    base = Plan(instance, plan("1 .", stops=BY_BOTH))
    model = build_model(Known(instance), base, Window(range(1), frozenset(), frozenset({1})))
    points = tier_points(model, Tier(name=wish, gewichten={wish: 1}))
    found = best(model, points)
    assert found is not None
    assert found[0] - model.value_now(points) == 2 * (15 - 10)
    assert [group.opstappen for group in found[1].groepen] == [(1,)]


def test_groups_and_people_that_are_not_open_are_in_the_plan_as_they_were() -> None:
    instance = make_instance()
    base = plan("1 1", "1ma .", ". 2")
    model = build_model(Known(instance), Plan(instance, base), Window(range(1), frozenset({1}), frozenset()))
    found = best(model, -sum(model.works.values()))
    assert found is not None
    assert violations(Plan(instance, found[1])) == []
    # The group of the first week goes on, on Tuesday with the one person who can still be there.
    assert found[1].groepen == base.groepen
    assert {(each.medewerker, each.week, each.dagen) for each in found[1].indelingen} == {
        (1, 0, 0b10),
        (1, 1, 0b11),
        (2, 0, 0b1),
        (3, 1, 0b11),
    }
