"""Giving up rules: as few as brute force finds, never a wet one, and said in sentences."""

from dataclasses import replace

import pytest

from solver.budget import Budget
from solver.result import Status
from solver.roulatie.beleid import Beleid
from solver.roulatie.check import violations
from solver.roulatie.instance import Cel, Leerdoel, Voorkeur
from solver.roulatie.plan import Plan
from solver.roulatie.relax import relax
from solver.roulatie.solve import solve
from solver.rule import Label
from tests.solver.roulatie.small_roulaties import (
    cells,
    draw,
    every_plan,
    make_deelnemer,
    make_instance,
    make_plek,
)

BUDGET = Budget(seconds=30, workers=1)


@pytest.mark.parametrize("seed", range(200, 230))
def test_a_plan_that_gives_up_nothing_is_found_exactly_when_there_is_one(seed: int) -> None:
    instance = draw(seed)
    found = relax(instance, BUDGET)
    broken = [violations(Plan(instance, plan)) for plan in every_plan(instance)]
    within_wet = [each for each in broken if not any(one.label is Label.WET for one in each)]
    assert (found is not None) == bool(within_wet)
    if found is not None:
        assert found.number == found.least
        assert all(one.label is not Label.WET for one in found.violations)
        assert (found.number == 0) == (not found.violations) == any(not each for each in broken)
        assert found.number >= min(len({one.rule for one in each}) for each in within_wet)
        assert found.number <= min(len(each) for each in within_wet)


def test_of_two_that_clash_one_is_given_up() -> None:
    vast = tuple(Cel(deelnemer=each, blok=0, plek=1) for each in (1, 2))
    instance = make_instance(vast=vast, apart=frozenset({(1, 2)}))
    assert solve(instance, BUDGET).status is Status.INFEASIBLE
    found = relax(instance, BUDGET)
    assert found is not None
    assert found.number == found.least == len(found.violations) == 1
    assert found.violations[0].rule in {"vast", "apart"}


def test_a_leerdoel_that_nobody_teaches_is_what_is_given_up() -> None:
    doel = (Leerdoel(werkproces=9, weken=2),)
    instance = make_instance(deelnemers=(make_deelnemer(1, leerdoelen=doel), make_deelnemer(2)))
    found = relax(instance, BUDGET)
    assert found is not None
    assert [each.rule for each in found.violations] == ["leerdoelen"]
    taught = replace(instance, deelnemers=(make_deelnemer(1), make_deelnemer(2)))
    assert solve(taught, BUDGET).status is Status.OPTIMAL


def test_of_a_stay_that_may_be_longer_the_bound_on_blocks_is_given_up() -> None:
    instance = make_instance(plekken=(make_plek(1),), beleid=Beleid(max_blokken=1))
    found = relax(instance, BUDGET)
    assert found is not None
    assert {each.rule for each in found.violations} == {"herhaling"}
    assert found.number == 2


def test_wet_is_never_given_up() -> None:
    assert relax(make_instance(plekken=(make_plek(1, maximum=1),)), BUDGET) is None


def test_what_is_given_up_leaves_the_published_plan_as_it_was() -> None:
    doel = (Leerdoel(werkproces=9, weken=2),)
    published = cells("112", "122")
    deelnemers = (make_deelnemer(1, leerdoelen=doel), make_deelnemer(2))
    instance = make_instance(deelnemers=deelnemers, vorige=published.cellen)
    found = relax(instance, BUDGET)
    assert found is not None
    assert found.number == 1
    assert set(found.solution.cellen) == set(published.cellen)


def test_of_plans_that_give_up_as_few_the_one_that_people_wish_for_is_taken() -> None:
    wens = (Voorkeur(plek=1, wens=0), Voorkeur(plek=2, wens=100))
    doel = (Leerdoel(werkproces=9, weken=2),)
    instance = make_instance(deelnemers=(make_deelnemer(1, leerdoelen=doel, voorkeuren=wens),))
    found = relax(instance, BUDGET)
    assert found is not None
    assert sum(cel.plek == 2 for cel in found.solution.cellen) == instance.beleid.max_blokken


def test_of_rules_that_clash_what_somebody_said_no_to_is_given_up_last() -> None:
    published = cells("111", "222")
    plekken = (make_plek(1, maximum=1), make_plek(2, maximum=1))
    instance = make_instance(
        plekken=plekken, vorige=published.cellen, verboden=frozenset({(1, 1)}), max_cellen=0
    )
    found = relax(instance, BUDGET)
    assert found is not None
    assert found.number == 1
    assert [each.rule for each in found.violations] == ["wijzigingen"]
    assert all((cel.deelnemer, cel.plek) != (1, 1) for cel in found.solution.cellen)
