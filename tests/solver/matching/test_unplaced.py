"""Plekken that are not looked at would not have been told of."""

import pytest

from solver.bench.generator import Size, generate
from solver.matching.explain import Explainer
from solver.matching.instance import Instance
from solver.matching.solution import Solution
from solver.matching.survey import Survey
from solver.matching.unplaced import Near, _look_around
from tests.solver.matching.small_instances import random_instance

INSTANCES = [generate(Size(kandidaten=12, plekken=40), seed=1)]
INSTANCES += [random_instance(seed, kandidaten=5, plekken=12) for seed in range(40)]


@pytest.mark.parametrize("instance", INSTANCES)
def test_looking_at_every_plek_tells_the_same(instance: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Solution(toewijzingen=())
    told = [Explainer(instance, nothing).unplaced(each.id) for each in instance.kandidaten]
    monkeypatch.setattr(Near, "is_nearer", lambda *_: False)
    assert told == [Explainer(instance, nothing).unplaced(each.id) for each in instance.kandidaten]


def test_far_plekken_are_only_counted() -> None:
    near, counted = _look_around(Survey(INSTANCES[0], Solution(toewijzingen=())), 1)
    assert 5 <= len(near) < 40
    assert counted["werkproces_aanbod"] > sum("werkproces_aanbod" in each.rules for each in near)
