"""What is told while a search works: never more than is proven, never more people than there are."""

import pytest

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching import solve as solving
from solver.matching.progress import PlanProgress
from solver.matching.solve import solve
from solver.matching.tiers import Scales

SCALES = Scales(rates=(1000, 10, 1), largest=(5, 90, 9), total=6000)


@pytest.mark.parametrize("values", [(0, 0, 0), (3, 90, 9), (5, 0, 4)])
def test_one_integer_gives_back_the_values_of_its_tiers(values: tuple[int, ...]) -> None:
    assert SCALES.split(SCALES.combine(values)) == values


@pytest.mark.parametrize(
    ("bound", "bounds"),
    [
        (4200, (4, 90, 9)),
        (3200, (3, 20, 9)),
        (3154, (3, 15, 4)),
    ],
)
def test_a_bound_on_the_whole_bounds_a_tier_once_the_former_are_proven(
    bound: int, bounds: tuple[int, ...]
) -> None:
    assert SCALES.split_bound((3, 15, 2), bound) == bounds


@pytest.mark.parametrize("most_at_once", [0, 30_000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_plan_is_told_with_no_more_people_than_it_can_have(
    seed: int, most_at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "MOST_PAIRS_AT_ONCE", most_at_once)
    told: list[PlanProgress] = []
    instance = generate(Size(kandidaten=40, plekken=12), seed=seed)
    result = solve(instance, Budget(seconds=20, workers=1, moves=0.5), told.append)
    assert result.solution is not None
    assert told
    assert told[-1].least_placed in range(1, len(result.solution.toewijzingen) + 1)
    final = [tier.value for tier in result.tiers]
    for step in told:
        assert [tier.value for tier in step.tiers] <= final
        bounds = [tier.bound for tier in step.tiers if tier.bound is not None]
        assert bounds >= final, "of the first tier that differs"
        assert all(bound >= tier.value for bound, tier in zip(bounds, step.tiers, strict=True))
