"""The array form of every rule and wish says the same as its single form, on odd random instances."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.matching.columns import iterate_blocks
from solver.matching.encode import build_columns
from solver.matching.instance import Instance
from solver.matching.pair_rules import PAIR_RULES
from solver.matching.pairs import build_pairs
from solver.matching.resource_rules import RESOURCE_RULES
from solver.matching.rule import PairRule, ResourceRule, Row, Wish
from solver.matching.wishes import TIERS, WISHES
from tests.solver.matching.small_instances import random_instance

SEEDS = given(seed=st.integers(0, 100_000))
MANY = settings(max_examples=120, deadline=None)


def shape(instance: Instance, rows: int) -> tuple[int, int, int]:
    """(K, P, S) of a block."""
    return rows, len(instance.plekken), len(instance.beleid.startweken)


@pytest.mark.parametrize("rule", PAIR_RULES, ids=lambda rule: rule.NAME)
@MANY
@SEEDS
def test_pair_rule_forms_agree(rule: PairRule, seed: int) -> None:
    instance = random_instance(seed)
    for block in iterate_blocks(build_columns(instance), 2):
        rows = block.kandidaat.index.tolist()
        allowed = np.broadcast_to(rule.allowed(block), shape(instance, len(rows)))
        for place, k in enumerate(rows):
            for p, plek in enumerate(instance.plekken):
                for s, week in enumerate(instance.beleid.startweken):
                    broken = rule.violation(instance, instance.kandidaten[k], plek, week)
                    assert (broken is None) == bool(allowed[place, p, s]), broken


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.NAME)
@MANY
@SEEDS
def test_wish_forms_agree(wish: Wish, seed: int) -> None:
    instance = random_instance(seed)
    for block in iterate_blocks(build_columns(instance), 3):
        rows = block.kandidaat.index.tolist()
        points = np.broadcast_to(wish.points(block), shape(instance, len(rows)))
        for place, k in enumerate(rows):
            for p, plek in enumerate(instance.plekken):
                for s, week in enumerate(instance.beleid.startweken):
                    given = wish.waardering(instance, instance.kandidaten[k], plek, week)
                    assert given.points == points[place, p, s]
                    assert given.weight == wish.weight(instance.beleid.gewichten)
                    assert given.tier == wish.TIER


@pytest.mark.parametrize("rule", RESOURCE_RULES, ids=lambda rule: rule.NAME)
@MANY
@SEEDS
def test_resource_rule_forms_agree(rule: ResourceRule, seed: int) -> None:
    instance = random_instance(seed)
    pairs = build_pairs(instance)
    weeks = rule.weeks(pairs.columns)
    ids = {
        "plaatsen": [plek.id for plek in instance.plekken],
        "begeleiding": [person.id for person in instance.praktijkopleiders],
        "vouchers": [0],
    }[rule.NAME]
    rows = [Row(rule.NAME, thing, week) for thing in ids for week in range(weeks)]
    capacities = dict(zip(rows, rule.capacities(pairs.columns).tolist(), strict=False))
    assert capacities == rule.capacity(instance)
    usage = rule.usage(pairs.columns, pairs.kandidaat, pairs.plek, pairs.startweek)
    assert {each.dtype for each in (rule.capacities(pairs.columns), *usage)} == {np.dtype(np.int64)}
    for pair in range(len(pairs)):
        mine = usage.pair == pair
        array = {
            rows[column]: amount
            for column, amount in zip(usage.column[mine].tolist(), usage.amount[mine].tolist(), strict=True)
        }
        kandidaat = instance.kandidaten[int(pairs.kandidaat[pair])]
        plek = instance.plekken[int(pairs.plek[pair])]
        assert array == rule.uses(instance, kandidaat, plek, int(pairs.startweek[pair]))


@MANY
@SEEDS
def test_pairs_are_exactly_what_every_single_form_allows(seed: int) -> None:
    instance = random_instance(seed)
    pairs = build_pairs(instance)
    found = set(zip(pairs.kandidaat.tolist(), pairs.plek.tolist(), pairs.startweek.tolist(), strict=True))
    allowed = {
        (k, p, week)
        for k, kandidaat in enumerate(instance.kandidaten)
        for p, plek in enumerate(instance.plekken)
        for week in instance.beleid.startweken
        if not any(rule.violation(instance, kandidaat, plek, week) for rule in PAIR_RULES)
    }
    assert found == allowed
    for pair, (k, p, week) in enumerate(
        zip(pairs.kandidaat.tolist(), pairs.plek.tolist(), pairs.startweek.tolist(), strict=True)
    ):
        given = [w.waardering(instance, instance.kandidaten[k], instance.plekken[p], week) for w in WISHES]
        for place, tier in enumerate(TIERS):
            assert pairs.points[place, pair] == sum(each.value for each in given if each.tier == tier)
