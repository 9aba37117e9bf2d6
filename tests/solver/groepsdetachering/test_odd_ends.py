"""Odd ends of the solver: nothing to plan, names that are gone, too large numbers, and stopping in time."""

from dataclasses import replace
from itertools import count

import pytest

from solver.bench.groepsdetachering import SIZES, make_groepsdetachering
from solver.budget import Budget, Stopwatch
from solver.groepsdetachering import solve as solving
from solver.groepsdetachering.bounds import linear_bounds, week_bound
from solver.groepsdetachering.check import check, violations
from solver.groepsdetachering.instance import Beleid, Instance, Plaats, Tier, Vakkracht
from solver.groepsdetachering.keep import kept_part
from solver.groepsdetachering.known import Known
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.search.tables import Tables
from solver.groepsdetachering.search.weeks import Effort, Weeks
from solver.groepsdetachering.solution import Solution
from solver.groepsdetachering.solve import solve
from solver.groepsdetachering.vragen.wat_als import ask, with_opdracht, with_split
from solver.result import Status
from solver.validate import LARGEST
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
    make_medewerker,
    make_opdracht,
    make_rider,
    plan,
)

BUDGET = Budget(seconds=20, workers=1)
EFFORT = Effort(moves=3_000, seconds=20)
DAYS = Tier(name="dagen", gewichten={"vervulling": 1})


def _weeks(instance: Instance, budget: Budget = BUDGET) -> Weeks:
    return Weeks(Known(instance), budget, Stopwatch(budget))


@pytest.mark.parametrize("lacking", ["medewerkers", "opdrachten", "werkleiders", "bussen"])
def test_where_something_lacks_altogether_there_is_a_best_plan(lacking: str) -> None:
    instance = make_instance(**{lacking: ()})
    result = solve(instance, BUDGET)
    assert result.status is Status.OPTIMAL
    assert bool(result.value) == (lacking == "bussen")


def test_who_cannot_be_brought_past_more_stops_is_brought_past_fewer() -> None:
    """Past stop 2 as well the ride from stop 1 takes 12 minutes instead of 10."""
    instance = make_instance(
        medewerkers=(make_rider(1, max_minuten=11),), opdrachten=(make_opdracht(1, gevraagd=1),)
    )
    known = Known(instance)
    assert list(linear_bounds(Tables(known), DAYS, lambda: False)) == [2, 2]
    assert [week_bound(known, DAYS, week, BUDGET) for week in (0, 1)] == [2, 2]
    found = _weeks(instance).plan(EFFORT)
    assert len(found.indelingen) == 2
    assert violations(Plan(instance, found)) == []


def test_the_search_of_weeks_knows_all_skills_of_a_mix() -> None:
    mix = tuple(Vakkracht(werkproces=each, aantal=1) for each in range(6))
    able = (frozenset(range(4)), frozenset(range(5)), frozenset({5}))
    instance = make_instance(
        medewerkers=tuple(make_medewerker(number, beheerst=each) for number, each in enumerate(able)),
        opdrachten=(make_opdracht(1, mix=mix),),
    )
    found = _weeks(instance).plan(EFFORT)
    assert violations(Plan(instance, found)) == []
    assert check(instance, found).tiers[0] == 8


def test_a_group_without_a_largest_size_is_as_large_as_there_are_people() -> None:
    instance = make_instance(opdrachten=(make_opdracht(1, maximum=LARGEST, gevraagd=LARGEST),))
    assert solve(instance, BUDGET).value == 12


def test_of_a_published_plan_rows_of_what_is_gone_are_left_out() -> None:
    vorige = plan("1 1", "1 1", "2 2", "1 1")
    instance = make_instance(opdrachten=(make_opdracht(1),), vorige=vorige)
    kept = kept_part(_weeks(instance), instance)
    assert set(kept.indelingen) == set(plan("1 1", "1 1").indelingen)


def test_a_group_whose_werkleider_is_not_known_any_more_is_led_by_another() -> None:
    vorige = plan("1 1", "1 1", heads={(1, 0): 9, (1, 1): 9})
    instance = make_instance(vorige=vorige)
    kept = kept_part(_weeks(instance), instance)
    assert set(kept.indelingen) == set(vorige.indelingen)
    assert violations(Plan(instance, kept)) == []


def test_points_that_cannot_be_counted_are_refused() -> None:
    beleid = Beleid(tiers=(Tier(name="dagen", gewichten={"vervulling": LARGEST}),))
    instance = make_instance(opdrachten=(make_opdracht(1, waarde=LARGEST),), beleid=beleid)
    with pytest.raises(ValueError, match="tier dagen: too many points"):
        solve(instance, BUDGET)


def test_more_skills_than_a_search_can_count_are_refused() -> None:
    mix = tuple(Vakkracht(werkproces=each, aantal=1) for each in range(63))
    with pytest.raises(ValueError, match="opdracht 1: mix has more than 62 rows"):
        make_opdracht(1, mix=mix)


def test_pins_of_somebody_at_two_opdrachten_in_a_week_are_refused() -> None:
    pins = tuple(Plaats(medewerker=1, week=0, opdracht=each) for each in (1, 2))
    with pytest.raises(ValueError, match="vast: medewerker 1 in week 0 at 2 opdrachten"):
        make_instance(vast=pins)


def test_a_search_that_is_stopped_halfway_gives_the_first_weeks() -> None:
    instance = make_groepsdetachering(SIZES["klein"], 1)
    asked = count()
    budget = replace(BUDGET, cancelled=lambda: next(asked) > 7)
    found = _weeks(instance, budget).plan(EFFORT)
    assert 0 < max(each.week for each in found.indelingen) < instance.weken - 1
    assert violations(Plan(instance, found)) == []


def test_the_same_moves_give_the_same_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "SMALL", 0)
    instance = make_groepsdetachering(SIZES["klein"], 1)
    one, other = (solve(instance, Budget(seconds=60, workers=1, moves=0.2)) for _ in range(2))
    assert one.seconds + other.seconds < 60
    assert (one.solution, one.tiers) == (other.solution, other.tiers)


def test_a_pin_of_one_of_two_who_stay_together_is_kept_in_a_large_company() -> None:
    instance = make_groepsdetachering(SIZES["middel"], 3)
    one, other = Known(instance).people_for[0][:2]
    pins = (Plaats(medewerker=one, week=3, opdracht=0),)
    pinned = replace(instance, samen=frozenset({(one, other)}), vast=pins)
    # On a machine that is busy it takes longer to find the first plan.
    tries = (solve(pinned, Budget(seconds=each, workers=1)) for each in (5, 20, 80))
    result = next(each for each in tries if each.solution is not None)
    assert result.value > 15_000


def test_that_a_pin_cannot_be_is_known_at_once_in_a_large_company() -> None:
    instance = make_groepsdetachering(SIZES["middel"], 3)
    pins = (Plaats(medewerker=0, week=0, opdracht=0),)
    result = solve(replace(instance, vast=pins, verboden=frozenset({(0, 0)})), Budget(seconds=0, workers=1))
    assert result.status is Status.INFEASIBLE


def test_without_any_time_it_ends_at_once() -> None:
    result = solve(make_groepsdetachering(SIZES["middel"], 1), Budget(seconds=0, workers=1))
    assert result.solution == Solution()


def test_a_question_can_be_asked_where_nothing_is_wished() -> None:
    instance = make_instance(beleid=Beleid(tiers=()))
    before = plan("1 1", "1 1")
    answer = ask(instance, before, with_opdracht(instance, make_opdracht(3, zone=2)), BUDGET)
    assert answer.plan == before


def test_an_opdracht_that_is_there_already_cannot_come() -> None:
    with pytest.raises(ValueError, match="opdrachten: an id is used twice"):
        with_opdracht(make_instance(), make_opdracht(2))


def test_both_halves_of_a_group_are_closed_to_whom_it_was_and_ask_no_more_than_it_did() -> None:
    opdracht = make_opdracht(1, gevraagd=0)
    instance = make_instance(
        opdrachten=(opdracht,), verboden=frozenset({(1, 1)}), uitzonderingen=frozenset({(2, 1)})
    )
    split = with_split(instance, 1, 9)
    assert split.verboden == {(1, 1), (1, 9)}
    assert split.uitzonderingen == {(2, 1), (2, 9)}
    assert [each.gevraagd for each in split.opdrachten] == [0, 0]
