"""From instance to problem by blocks: no size of a block changes anything, and pairs that use alike share."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import solver.matching.reachable
import solver.matching.usage
from solver.bench.generator import Size, generate
from solver.matching.encode import build_columns
from solver.matching.instance import Instance
from solver.matching.pairs import build_pairs, build_problem, stay_floor
from solver.matching.reachable import iterate_reachable
from tests.solver.matching.small_instances import random_instance


def rows(instance: Instance) -> list[object]:
    """The whole problem as lists."""
    pairs = build_pairs(instance)
    problem = build_problem(pairs, pairs.points[1])
    floor = stay_floor(pairs, problem)
    arrays = (
        pairs.kandidaat,
        pairs.plek,
        pairs.startweek,
        pairs.points,
        pairs.offsets,
        problem.capaciteit,
        *problem.expanded(),
        np.zeros(0) if floor is None else floor.gewicht,
    )
    return [np.asarray(each).tolist() for each in arrays]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_the_size_of_a_block_changes_nothing(seed: int) -> None:
    instance = random_instance(seed, kandidaten=7, plekken=4)
    whole = rows(instance)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solver.matching.reachable, "BLOCK_PAIRS", 1)
        patch.setattr(solver.matching.usage, "BLOCK_ROWS", 2)
        assert rows(instance) == whole


def test_no_block_is_larger_than_asked_and_far_plekken_are_never_looked_at() -> None:
    instance = generate(Size(kandidaten=200, plekken=400), seed=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solver.matching.reachable, "BLOCK_PAIRS", 5000)
        sizes = [len(kandidaat) for kandidaat, _ in iterate_reachable(build_columns(instance), range(200))]
    assert max(sizes) <= 5000 + 400  # the last kandidaat is kept whole
    assert sum(sizes) < 200 * 400 / 2


def test_pairs_that_use_alike_share_a_row() -> None:
    pairs = build_pairs(generate(Size(kandidaten=300, plekken=20), seed=1))
    problem = build_problem(pairs, pairs.points[1])
    assert problem.profiel is not None
    assert len(problem.begin) - 1 == len(np.unique(problem.profiel)) < 0.7 * len(pairs)
