"""Every rule in a plan that keeps it and one that breaks it: what it says, and what the model does."""

import pytest

from solver.groepsdetachering.cell_rules import CELL_RULES
from solver.groepsdetachering.check import check
from solver.groepsdetachering.plan_rules import PLAN_RULES
from solver.groepsdetachering.solution import Solution
from tests.solver.groepsdetachering.cell_pairs import CELL_PAIRS
from tests.solver.groepsdetachering.models import takes
from tests.solver.groepsdetachering.plan_pairs import PLAN_PAIRS
from tests.solver.groepsdetachering.small_groepsdetacheringen import (
    make_instance,
)

PAIRS = CELL_PAIRS + PLAN_PAIRS


@pytest.mark.parametrize(("rule", "changes", "broken", "kept", "words"), PAIRS)
def test_a_rule_refuses_and_allows(
    rule: str, changes: dict[str, object], broken: Solution, kept: Solution, words: str
) -> None:
    instance = make_instance(**changes)
    said = [each for each in check(instance, broken).violations if each.rule == rule]
    assert said
    assert words in said[0].sentence
    assert said[0].shortfall > 0
    assert check(instance, kept).violations == ()


@pytest.mark.parametrize(("_rule", "changes", "broken", "kept", "_words"), PAIRS)
def test_the_model_refuses_and_allows_the_same(
    _rule: str, changes: dict[str, object], broken: Solution, kept: Solution, _words: str
) -> None:
    instance = make_instance(**changes)
    assert takes(instance, kept)
    assert not takes(instance, broken)


def test_every_rule_has_a_pair() -> None:
    assert {row[0] for row in CELL_PAIRS} == {rule.NAME for rule in CELL_RULES}
    assert {row[0] for row in PLAN_PAIRS} == {rule.NAME for rule in PLAN_RULES}
