"""When pins contradict: the smallest set to give up, in words, with the rest proven to hold."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.budget import Budget
from solver.matching.instance import Instance, Paar, Praktijkopleider
from solver.matching.relax import _conclude, relax
from solver.matching.solve import solve
from solver.result import Status
from tests.solver.matching.small_instances import make_instance, make_kandidaat, make_plek, random_instance
from tests.solver.matching.test_solve import with_pins

BUDGET = Budget(seconds=20, workers=1, moves=5)


def three(**changes: object) -> Instance:
    """Three kandidaten, all pinned to the one seat of a plek that is there for four weeks."""
    people = tuple(make_kandidaat(id=each) for each in (1, 2, 3))
    pins = tuple(Paar(kandidaat=each, plek=1) for each in (1, 2, 3))
    plain = {"kandidaten": people, "vast": pins, "plekken": (make_plek(tot_week=4),)}
    return make_instance(**{**plain, **changes})


def test_pins_over_a_capacity_are_infeasible_and_named() -> None:
    assert solve(three(), BUDGET).status is Status.INFEASIBLE
    found = relax(three(), BUDGET)
    assert len(found.opgaven) == 2
    assert found.is_smallest
    assert found.holds
    assert found.sentence == "Van de 3 vaste plaatsen kunnen er 2 niet blijven."
    held = {1, 2, 3} - {each.paar.kandidaat for each in found.opgaven}
    assert found.opgaven[0].sentence.endswith(
        "Plek {plek:1} heeft 1 plaats voor dit plan. Die is vanaf week {week:0} 4 weken lang bezet. "
        f"Dat komt door de vaste plaats van {{kandidaat:{held.pop()}}}."
    )


def test_a_single_pin_without_guidance_is_not_blamed_on_others() -> None:
    instance = make_instance(
        vast=(Paar(kandidaat=1, plek=1),), praktijkopleiders=(Praktijkopleider(id=1, minuten=(0,) * 12),)
    )
    (given_up,) = relax(instance, BUDGET).opgaven
    assert given_up.sentence == (
        "Kandidaat {kandidaat:1} kan niet vast blijven op plek {plek:1}. "
        "Praktijkopleider {praktijkopleider:1} heeft te weinig tijd: "
        "vanaf week {week:0} is er 4 weken lang tot 1 uur per week te weinig. Er is 0 minuten per week."
    )


def test_pins_that_clash_only_through_two_capacities_are_found() -> None:
    plekken = (make_plek(id=1, plaatsen=(2,) * 12), make_plek(id=2, plaatsen=(1,) * 12))
    people = tuple(make_kandidaat(id=each, laatste_week=0, begeleiding=(40,)) for each in (1, 2, 3))
    pins = (Paar(kandidaat=1, plek=1), Paar(kandidaat=2, plek=1), Paar(kandidaat=3, plek=2))
    instance = make_instance(kandidaten=people, plekken=plekken, vast=pins)
    assert solve(instance, BUDGET).status is Status.INFEASIBLE
    (given_up,) = relax(instance, BUDGET).opgaven
    others = sorted({1, 2, 3} - {given_up.paar.kandidaat})
    assert "Praktijkopleider {praktijkopleider:1} heeft te weinig tijd" in given_up.sentence
    assert given_up.sentence.endswith(
        f"Dat komt door de vaste plaatsen van {{kandidaat:{others[0]}}} en {{kandidaat:{others[1]}}}."
    )


def test_a_pin_that_breaks_a_rule_is_named_with_the_rule() -> None:
    instance = make_instance(
        kandidaten=(make_kandidaat(taal=0),),
        plekken=(make_plek(taal=2),),
        vast=(Paar(kandidaat=1, plek=1, startweek=2),),
    )
    assert solve(instance, BUDGET).status is Status.INFEASIBLE
    (given_up,) = relax(instance, BUDGET).opgaven
    assert given_up.sentence == (
        "Kandidaat {kandidaat:1} kan niet vast blijven op plek {plek:1}. "
        "De plek vraagt taalniveau A2. De kandidaat heeft geen Nederlands."
    )


def test_two_plekken_for_one_person_give_up_one() -> None:
    plekken = (make_plek(id=1), make_plek(id=2))
    pins = (Paar(kandidaat=1, plek=1), Paar(kandidaat=1, plek=2))
    instance = make_instance(plekken=plekken, vast=pins)
    assert solve(instance, BUDGET).status is Status.INFEASIBLE
    assert relax(instance, BUDGET).sentence == "Van de 2 vaste plaatsen kan er 1 niet blijven."


@pytest.mark.parametrize("pins", [(), (Paar(kandidaat=1, plek=1),)])
def test_pins_that_hold_give_up_nothing(pins: tuple[Paar, ...]) -> None:
    found = relax(make_instance(vast=pins), BUDGET)
    assert (found.opgaven, found.holds) == ((), True)
    assert found.sentence == "Alle vaste plaatsen kunnen blijven."


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_no_smaller_set_would_do(seed: int) -> None:
    instance = with_pins(random_instance(seed, kandidaten=3, plekken=2), Random(seed))
    pins = instance.vast[:4]
    instance = replace(instance, vast=pins)
    found = relax(instance, BUDGET)
    assert found.holds
    if found.opgaven:
        for kept in combinations(pins, len(pins) - len(found.opgaven) + 1):
            assert solve(replace(instance, vast=kept), BUDGET).status is Status.INFEASIBLE


def test_what_is_not_proven_is_not_said_to_be_the_least() -> None:
    assert _conclude(12, 5, proven=True) == "Van de 12 vaste plaatsen kunnen er 5 niet blijven."
    assert _conclude(12, 5, proven=False).endswith("Misschien kan het met minder.")
