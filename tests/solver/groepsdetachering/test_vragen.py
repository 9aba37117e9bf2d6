"""Questions about a plan: what is different if, and the tariff that breaks even."""

from dataclasses import replace

from solver.budget import Budget
from solver.groepsdetachering.check import check
from solver.groepsdetachering.instance import Beleid
from solver.groepsdetachering.plan import Plan
from solver.groepsdetachering.vragen.verschil import Verplaatsing, compare, shortfall
from solver.groepsdetachering.vragen.wat_als import (
    ask,
    break_even,
    first_week,
    with_opdracht,
    with_split,
    without_werkleider,
)
from solver.groepsdetachering.wishes.marge import margin
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
    make_medewerker,
    make_opdracht,
    plan,
)

SECONDS = Budget(seconds=10, workers=1)
MONEY = Beleid(loon=1500, leiding=3000)


def test_two_plans_differ_in_who_is_where_and_in_days() -> None:
    instance = make_instance(opdrachten=(make_opdracht(1, toegezegd=1), make_opdracht(2)))
    found = compare((instance, plan("1 1", ". .")), (instance, plan("1 2", "2 .")))
    assert found.verplaatsingen == (
        Verplaatsing(medewerker=1, week=1, van=1, naar=2),
        Verplaatsing(medewerker=2, week=0, van=None, naar=2),
    )
    assert found.dagen == {1: -2, 2: 4}
    assert found.tekort == 2


def test_a_plan_does_not_differ_from_itself() -> None:
    instance = make_instance()
    same = compare((instance, plan("1 1")), (instance, plan("1 1")))
    assert (same.verplaatsingen, same.dagen, same.marge, same.reistijd, same.tekort) == ((), {}, 0, 0, 0)


def test_days_that_were_promised_and_are_not_met_are_told_by_week() -> None:
    instance = make_instance(opdrachten=(make_opdracht(1, toegezegd=2), make_opdracht(2)))
    assert shortfall(Plan(instance, plan("1 .", "1 1"))) == {(1, 1): 2}


def test_an_opdracht_that_is_accepted_runs_and_others_pay_for_it() -> None:
    instance = make_instance(
        opdrachten=(make_opdracht(1, waarde=3),), werkleiders=make_instance().werkleiders[:1]
    )
    before = plan("1 1", "1 1")
    answer = ask(instance, before, with_opdracht(instance, make_opdracht(2)), SECONDS)
    assert answer.plan is not None
    assert answer.verschil is not None
    assert check(answer.instance, answer.plan).violations == ()
    assert first_week(Plan(answer.instance, answer.plan), 2) == 0
    assert answer.verschil.dagen[1] < 0 < answer.verschil.dagen[2]


def test_a_group_whose_werkleider_is_away_is_led_by_another() -> None:
    instance = make_instance(opdrachten=(make_opdracht(1),))
    before = plan("1 1", "1 1")
    leader = before.groepen[0].werkleider
    answer = ask(instance, before, without_werkleider(instance, leader, 0, 2), SECONDS)
    assert answer.plan is not None
    assert answer.verschil is not None
    assert {each.van for each in answer.verschil.verplaatsingen} <= {None}
    assert all(each.werkleider != leader for group in answer.plan.groepen for each in group.leiding)


def test_a_group_that_is_split_has_two_halves() -> None:
    opdracht = make_opdracht(1, minimum=3, maximum=5, gevraagd=5, toegezegd=4)
    halves = with_split(make_instance(opdrachten=(opdracht,)), 1, 9).opdrachten
    assert [each.id for each in halves] == [1, 9]
    for name, parts in (
        ("minimum", [2, 1]),
        ("maximum", [3, 2]),
        ("gevraagd", [3, 2]),
        ("toegezegd", [2, 2]),
    ):
        assert [getattr(each, name) for each in halves] == parts


def test_at_the_tariff_that_breaks_even_nothing_is_lost_and_a_cent_below_something_is() -> None:
    instance = make_instance(opdrachten=(make_opdracht(1, tarief=2900),), beleid=MONEY)
    before, after = plan("1 1", ". ."), plan("1 1", "2 2")
    changed = replace(instance, opdrachten=(*instance.opdrachten, make_opdracht(2)))
    tariff = break_even(instance, before, (changed, after), 2)
    assert tariff is not None

    def margin_at(cents: int) -> int:
        priced = replace(changed, opdrachten=(*instance.opdrachten, make_opdracht(2, tarief=cents)))
        return margin(Plan(priced, after))

    assert margin_at(tariff) >= margin(Plan(instance, before)) > margin_at(tariff - 1)


def test_an_opdracht_where_nobody_works_has_no_such_tariff() -> None:
    instance = make_instance(medewerkers=(make_medewerker(1),))
    assert break_even(instance, plan("1 1"), (instance, plan("1 1")), 2) is None
