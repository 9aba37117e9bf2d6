"""The checker sees everything that can be wrong with a plan, and counts what a good one is worth."""

from dataclasses import replace

import pytest

from solver.matching.check import check
from solver.matching.instance import Instance, Inzet, Paar, Plaatsingsvorm, Praktijkopleider
from solver.matching.solution import Solution, Toewijzing
from solver.matching.vorm import choose_vorm, possible_vormen
from solver.rule import Label
from tests.solver.matching.small_instances import (
    EIGEN,
    PROEF,
    WEKEN,
    make_beleid,
    make_instance,
    make_kandidaat,
    make_plek,
)


def plan(*stays: tuple[int, int, int]) -> Solution:
    """A plan of (kandidaat, plek, startweek) in the form eigen werknemer."""
    return Solution(
        toewijzingen=tuple(Toewijzing(kandidaat=k, plek=p, startweek=w, vorm=EIGEN) for k, p, w in stays)
    )


def in_vorm(vorm: Plaatsingsvorm) -> Solution:
    """The plain pair in another vorm."""
    return Solution(toewijzingen=(Toewijzing(kandidaat=1, plek=1, startweek=0, vorm=vorm),))


def broken(instance: Instance, solution: Solution) -> list[str]:
    """The names of the broken rules."""
    return [each.rule for each in check(instance, solution).violations]


def two(**changes: object) -> Instance:
    """Two kandidaten for the one plek."""
    kandidaten = (make_kandidaat(id=1), make_kandidaat(id=2))
    return make_instance(kandidaten=kandidaten, **changes)


def test_a_good_plan_has_no_violations_and_its_value_per_tier() -> None:
    report = check(make_instance(), plan((1, 1, 0)))
    assert report.violations == ()
    # half of the werkprocessen, first sector wish, 20 of 30 minutes, same niveau, first week, no earlier plan
    assert report.tiers == (0, 100, 6 * 50 + 5 * 100 + 3 * 33 + 2 * 100 + 2 * 100)
    assert sum(each.value for each in report.waarderingen[1]) == sum(report.tiers)


def test_waiting_counts_up_to_a_year() -> None:
    kandidaat = make_kandidaat(wachtweken=60)
    report = check(make_instance(kandidaten=(kandidaat,)), plan((1, 1, 0)))
    assert report.tiers[:2] == (1, 100 + 2 * 52)


def test_two_people_on_one_seat_is_seen_in_every_week() -> None:
    assert broken(two(), plan((1, 1, 0), (2, 1, 2))) == ["plaatsen", "plaatsen"]
    assert broken(two(), plan((1, 1, 0), (2, 1, 4))) == []


def test_too_little_guidance_is_seen_with_its_minutes() -> None:
    instance = two(plekken=(make_plek(plaatsen=(2,) * WEKEN),))
    found = check(instance, plan((1, 1, 0), (2, 1, 0))).violations
    assert [(each.rule, each.shortfall) for each in found] == [("begeleiding", 30)]
    assert found[0].sentence == (
        "Praktijkopleider {praktijkopleider:1} heeft te weinig tijd: vanaf week {week:0} is er 1 week lang "
        "tot 30 minuten per week te weinig. Er is 1 uur en 30 minuten per week."
    )


def test_a_declining_need_makes_room() -> None:
    instance = two(plekken=(make_plek(plaatsen=(2,) * WEKEN),))
    assert broken(instance, plan((1, 1, 0), (2, 1, 2))) == []


def test_a_stand_in_takes_the_load_of_the_weeks_led() -> None:
    inzet = (
        Inzet(praktijkopleider=1, van_week=0, tot_week=2),
        Inzet(praktijkopleider=2, van_week=2, tot_week=9),
    )
    busy = Praktijkopleider(id=2, minuten=(20,) * WEKEN)
    instance = make_instance(
        plekken=(make_plek(inzet=inzet),),
        praktijkopleiders=(Praktijkopleider(id=1, minuten=(90,) * WEKEN), busy),
    )
    assert broken(instance, plan((1, 1, 0))) == ["begeleiding", "begeleiding"]


def test_vouchers_are_counted_for_cases_on_that_route_only() -> None:
    kandidaten = (make_kandidaat(id=1, voucher=True), make_kandidaat(id=2))
    instance = make_instance(kandidaten=kandidaten, beleid=make_beleid(vouchers=0))
    found = check(instance, plan((1, 1, 0), (2, 1, 4))).violations
    assert [each.sentence for each in found] == ["Er zijn geen vouchers meer in deze periode."]
    assert broken(instance, plan((2, 1, 4))) == []
    assert broken(replace(instance, beleid=make_beleid()), plan((1, 1, 0))) == []


def test_weeks_past_the_horizon_use_nothing() -> None:
    kandidaat = make_kandidaat(weken=16)
    assert broken(make_instance(kandidaten=(kandidaat,)), plan((1, 1, 4))) == []


@pytest.mark.parametrize(
    ("solution", "rule", "sentence"),
    [
        (plan((9, 1, 0)), "bestaat", "Kandidaat 9 is niet bekend."),
        (plan((1, 9, 0)), "bestaat", "Plek 9 is niet bekend."),
        (plan((1, 1, 0), (1, 1, 4)), "eenmaal", "Kandidaat {kandidaat:1} staat 2 keer in het plan."),
        (plan((1, 1, 1)), "periode", "In week {week:1} kan niemand beginnen."),
        (
            in_vorm(Plaatsingsvorm.BEHOUD_UITKERING),
            "vorm",
            "De plaatsingsvorm werken met behoud van uitkering kan hier niet.",
        ),
    ],
)
def test_what_cannot_be_is_seen(solution: Solution, rule: str, sentence: str) -> None:
    (found,) = check(make_instance(), solution).violations
    assert (found.rule, found.sentence) == (rule, sentence)
    assert found.label is (Label.BELEID if rule == "periode" else Label.WET)


def test_a_broken_pin_and_a_wrong_vorm_say_what_they_are() -> None:
    pinned = make_instance(vast=(Paar(kandidaat=1, plek=1),))
    (found,) = check(pinned, plan()).violations
    assert (
        found.sentence
        == "Kandidaat {kandidaat:1} heeft een vaste plaats op plek {plek:1}, maar staat daar niet."
    )
    assert (found.label, found.unit) == (Label.BELEID, "vaste plaats")
    (wrong,) = check(make_instance(), in_vorm(PROEF)).violations
    assert wrong.unit == "plaatsingsvorm"


def test_a_pin_must_be_kept_with_its_startweek() -> None:
    pinned = make_instance(vast=(Paar(kandidaat=1, plek=1, startweek=2),))
    assert broken(pinned, plan((1, 1, 2))) == []
    assert broken(pinned, plan((1, 1, 0))) == ["vast"]
    assert broken(pinned, plan()) == ["vast"]
    free = make_instance(vast=(Paar(kandidaat=1, plek=1),))
    assert broken(free, plan((1, 1, 4))) == []


def test_the_first_wish_of_the_kandidaat_is_the_vorm() -> None:
    instance = make_instance()
    plek = make_plek(vormen=frozenset({EIGEN, PROEF}))
    person = make_kandidaat(vormen=(PROEF, EIGEN))
    assert choose_vorm(instance, person, plek, 0) is PROEF
    assert choose_vorm(instance, replace(person, vormen=(EIGEN, PROEF)), plek, 0) is EIGEN


def test_without_erkenning_or_opleider_only_a_proefplaatsing_is_left() -> None:
    person = make_kandidaat(vormen=(EIGEN, PROEF))
    plek = make_plek(vormen=frozenset({EIGEN, PROEF}))
    assert possible_vormen(make_instance(opleidingen=()), person, plek, 0) == (PROEF,)
    bare = replace(plek, erkenningen=())
    assert possible_vormen(make_instance(), person, bare, 0) == (PROEF,)
    assert possible_vormen(make_instance(), replace(person, praktijkleren=False), bare, 0) == (EIGEN, PROEF)
    assert choose_vorm(make_instance(), make_kandidaat(), bare, 0) is None
