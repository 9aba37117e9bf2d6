"""The array form of every rule and wish says the same as its single form, on odd random instances."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.matching.encode import build_columns
from solver.matching.pair_rules import PAIR_RULES, ask_rules
from solver.matching.pairs import build_pairs
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import PairRule, ResourceRule, Row, Wish
from solver.matching.wishes import TIERS, WISHES
from tests.solver.matching.small_instances import all_stays, random_instance, single_stays, with_exceptions

SEEDS = given(seed=st.integers(0, 100_000))
MANY = settings(max_examples=120, deadline=None)


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.NAME)
@MANY
@SEEDS
def test_pair_rule_forms_agree(rule: PairRule, seed: int) -> None:
    instance = random_instance(seed)
    allowed = rule.allowed(build_columns(instance), *all_stays(instance))
    assert allowed.dtype == np.bool_
    for stay, found in zip(single_stays(instance), allowed.tolist(), strict=True):
        broken = rule.violation(instance, *stay)
        assert (broken is None) == found, broken


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.NAME)
@MANY
@SEEDS
def test_wish_forms_agree(wish: Wish, seed: int) -> None:
    instance = random_instance(seed)
    points = wish.points(build_columns(instance), *all_stays(instance))
    assert points.dtype == np.int64
    for stay, found in zip(single_stays(instance), points.tolist(), strict=True):
        given = wish.waardering(instance, *stay)
        assert given.points == found
        assert given.weight == wish.weight(instance.beleid.gewichten)
        assert given.tier == wish.TIER


@pytest.mark.parametrize("rule", RESOURCE_RULES, ids=lambda rule: rule.NAME)
@MANY
@SEEDS
def test_resource_rule_forms_agree(rule: ResourceRule, seed: int) -> None:
    instance = random_instance(seed)
    columns, stays = build_columns(instance), all_stays(instance)
    plain = rule.capacity(instance)
    rows = list(plain)
    assert rule.capacities(columns).tolist() == list(plain.values())
    assert [row.week for row in rows] == [place % rule.weeks(columns) for place in range(len(rows))]
    usage = rule.usage(columns, *stays)
    assert {each.dtype for each in (rule.capacities(columns), *usage)} == {np.dtype(np.int64)}
    found: list[dict[Row, int]] = [{} for _ in stays[0]]
    for stay, first, past, amount in zip(*(each.tolist() for each in usage), strict=True):
        assert first < past
        assert len({row.id for row in rows[first:past]}) == 1
        found[stay] |= dict.fromkeys(rows[first:past], amount)
    assert found == [rule.uses(instance, *stay) for stay in single_stays(instance)]


@pytest.mark.parametrize("rule", RESOURCE_RULES, ids=lambda rule: rule.NAME)
@MANY
@SEEDS
def test_who_has_the_same_needs_uses_the_same(rule: ResourceRule, seed: int) -> None:
    instance = random_instance(seed, kandidaten=8)
    needs = rule.needs(build_columns(instance))
    assert (len(needs), needs.dtype) == (len(instance.kandidaten), np.dtype(np.int64))
    known: dict[tuple[object, ...], object] = {}
    for row, kandidaat in zip(needs.tolist(), instance.kandidaten, strict=True):
        for plek in instance.plekken:
            for week in instance.beleid.startweken:
                uses = rule.uses(instance, kandidaat, plek, week)
                assert known.setdefault((*row, plek.id, week), uses) == uses


@MANY
@SEEDS
def test_pairs_are_exactly_what_every_single_form_allows(seed: int) -> None:
    instance = with_exceptions(random_instance(seed), seed)
    pairs = build_pairs(instance)
    found = set(zip(pairs.kandidaat.tolist(), pairs.plek.tolist(), pairs.startweek.tolist(), strict=True))
    allowed = {
        (k, p, week)
        for k, kandidaat in enumerate(instance.kandidaten)
        for p, plek in enumerate(instance.plekken)
        for week in instance.beleid.startweken
        if not ask_rules(instance, kandidaat, plek, week, PAIR_RULES)
    }
    assert found == allowed
    assert len(pairs) == len(found)
    assert sorted(found) == list(zip(pairs.kandidaat, pairs.plek, pairs.startweek, strict=True))
    for pair, (k, p, week) in enumerate(
        zip(pairs.kandidaat.tolist(), pairs.plek.tolist(), pairs.startweek.tolist(), strict=True)
    ):
        given = [w.waardering(instance, instance.kandidaten[k], instance.plekken[p], week) for w in WISHES]
        for place, tier in enumerate(TIERS):
            assert pairs.points[place, pair] == sum(each.value for each in given if each.tier == tier)
