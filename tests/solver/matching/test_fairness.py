"""What ondergrenzen cost, beside the plan that would be made without them."""

from dataclasses import replace

import pytest

from solver.bench.generator import Size, generate
from solver.budget import Budget
from solver.matching.fairness import Stand, compare_without
from solver.matching.instance import Instance, Ondergrens, Paar
from solver.matching.solve import solve
from tests.solver.matching.small_instances import make_beleid, make_instance, make_kandidaat, make_plek

BUDGET = Budget(seconds=20, workers=1, moves=5)


def one_seat(minstens: int = 1, **changes: object) -> Instance:
    """Who waits ten weeks, and two of groep 3 who do not wait, for two months at one plek."""
    people = (make_kandidaat(id=1, wachtweken=10), *(make_kandidaat(id=each, groep=3) for each in (2, 3)))
    floor = Ondergrens(groepen=frozenset({3}), minstens=minstens, prijs=500)
    beleid = make_beleid(startweken=(0,), wachttermijn_weken=20, ondergrenzen=(floor,))
    return make_instance(kandidaten=people, plekken=(make_plek(),), beleid=beleid, **changes)


def test_a_floor_that_gives_someone_a_plek_costs_what_the_other_would_have_given() -> None:
    instance = one_seat()
    solution = solve(instance, BUDGET).solution
    assert solution is not None
    found = compare_without(instance, solution, BUDGET)
    assert found is not None
    assert found.standen == (Stand(leden=2, minstens=1, bereikt=1, zonder=0),)
    assert (found.geplaatst, found.geplaatst_zonder) == (1, 1)
    assert (found.punten, found.punten_zonder, found.grens) == (100, 120, 120)


def test_a_floor_that_asks_nothing_costs_nothing() -> None:
    instance = one_seat(minstens=0)
    solution = solve(instance, BUDGET).solution
    assert solution is not None
    found = compare_without(instance, solution, BUDGET)
    assert found is not None
    assert found.punten_zonder - found.punten == found.geplaatst_zonder - found.geplaatst == 0


def test_without_floors_pins_still_hold() -> None:
    instance = one_seat(vast=(Paar(kandidaat=2, plek=1),))
    solution = solve(instance, BUDGET).solution
    assert solution is not None
    found = compare_without(instance, solution, BUDGET)
    assert found is not None
    assert (found.standen[0].zonder, found.punten_zonder) == (1, 100)


def test_nothing_is_told_without_floors_or_when_people_stop_it() -> None:
    instance = one_seat()
    solution = solve(instance, BUDGET).solution
    assert solution is not None
    without = replace(instance, beleid=replace(instance.beleid, ondergrenzen=()))
    assert compare_without(without, solution, BUDGET) is None
    assert compare_without(instance, solution, replace(BUDGET, cancelled=lambda: True)) is None


@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_town_nobody_is_lost_by_leaving_floors_out(seed: int) -> None:
    town = generate(Size(kandidaten=60, plekken=20), seed)
    people = tuple(replace(row, groep=0 if max(row.begeleiding) >= 180 else None) for row in town.kandidaten)
    many = sum(row.groep == 0 for row in people)
    floor = Ondergrens(groepen=frozenset({0}), minstens=many // 2, prijs=300)
    instance = replace(town, kandidaten=people, beleid=replace(town.beleid, ondergrenzen=(floor,)))
    solution = solve(instance, replace(BUDGET, moves=0.5)).solution
    assert solution is not None
    found = compare_without(instance, solution, BUDGET)
    assert found is not None
    assert found.grens >= found.punten_zonder >= found.punten
    there = {each.kandidaat for each in solution.toewijzingen}
    assert found.standen[0].bereikt == sum(row.groep == 0 and row.id in there for row in people)
    assert found.standen[0].leden == many
