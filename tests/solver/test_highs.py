"""HiGHS gives what CP-SAT gives of the same model."""

from random import Random

import pytest
from ortools.sat.python import cp_model

from solver.budget import Budget
from solver.highs import solve_linear

BUDGET = Budget(seconds=10, workers=1)


def draw(seed: int) -> tuple[cp_model.CpModel, int]:
    """A model with constraints of every kind that is taken over, and how many variables it has."""
    random = Random(seed)
    model = cp_model.CpModel()
    bools = [model.new_bool_var("") for _ in range(8)]
    number = model.new_int_var(2, 9, "")
    for _ in range(3):
        one, other, third = random.sample(bools, 3)
        model.add_implication(one, other)
        model.add_at_most_one([one, ~third, random.choice(bools)])
        model.add_bool_or([other, ~third])
    model.add(number + sum(random.randint(-3, 3) * each for each in bools) <= random.randint(3, 9))
    model.add(number >= 3 * bools[0] + bools[0])
    model.maximize(5 + 2 * number + sum(random.randint(-4, 6) * each for each in bools))
    return model, len(bools) + 1


@pytest.mark.parametrize("seed", range(40))
def test_both_find_the_same_best_or_that_there_is_none(seed: int) -> None:
    model, number = draw(seed)
    solver = cp_model.CpSolver()
    status = solver.solve(model)
    answer = solve_linear(model, BUDGET, [0] * number)
    if status == cp_model.INFEASIBLE:
        assert answer.is_infeasible
        assert answer.values is None
    else:
        assert answer.most == round(solver.objective_value)
        assert answer.values is not None
        for place, value in enumerate(answer.values):
            model.add(model.get_int_var_from_proto_index(place) == value)
        assert solver.solve(model) == cp_model.OPTIMAL
        assert round(solver.objective_value) == answer.most


def test_a_kind_of_constraint_that_is_no_line_is_refused() -> None:
    model = cp_model.CpModel()
    model.add_all_different([model.new_int_var(0, 3, "") for _ in range(3)])
    with pytest.raises(TypeError, match="no line"):
        solve_linear(model, BUDGET, [0, 0, 0])
