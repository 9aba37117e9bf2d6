"""The checker of the generic engine sees every broken line and counts every price."""

import pytest

from solver.toewijzing import check
from solver.toewijzing.fileformat import parse_problem
from tests.solver.toewijzing.test_fileformat import plain

GROUP = [{"kandidaten": [0, 1], "minstens": 2, "prijs": 7}]


@pytest.mark.parametrize(
    ("changes", "paren", "said"),
    [
        ({}, [7], "pair 7 is not in the problem"),
        ({}, [3], "pair 3 is not in the problem"),
        ({}, [-1], "pair -1 is not in the problem"),
        ({"verboden": [1]}, [1], "pair 1 is verboden"),
        ({"vast": [2]}, [0], "pair 2 is vast but not chosen"),
        ({}, [0, 1], "kandidaat 0 has 2 pairs"),
        ({"allen": True}, [1], "kandidaat 1 has no pair"),
        ({}, [0, 2], "middel 0 is used for 2 of 1"),
        ({"profiel": [2, 1, 0], "capaciteit": [1, 2]}, [0], "middel 1 is used for 3 of 2"),
        ({"vorige": [0, -1], "wijzigingen": 0}, [1], "1 kandidaten changed of 0"),
        ({"vorige": [0, -1], "wijzigingen": 1}, [1, 2], "2 kandidaten changed of 1"),
    ],
)
def test_a_broken_line_is_named(changes: dict[str, object], paren: list[int], said: str) -> None:
    assert said in check.violations(parse_problem(plain(**changes)), paren)


def test_a_good_plan_breaks_nothing() -> None:
    assert check.violations(parse_problem(plain(vorige=[0, 2], wijzigingen=1)), [1, 2]) == []


@pytest.mark.parametrize(
    ("changes", "paren", "worth"),
    [
        ({}, [1, 2], 7),
        ({"groepen": GROUP}, [1], 4 - 7),
        ({"groepen": GROUP}, [], -14),
        ({"groepen": GROUP, "minimaliseer": True}, [1], 4 + 7),
        ({"groepen": [{"paren": [0, 2], "minstens": 2, "prijs": 7}]}, [1, 2], 7 - 7),
        ({"groepen": GROUP}, [1, 2], 7),
        ({"groepen": [*GROUP, {"paren": [0], "minstens": 1, "prijs": 3}]}, [1], 4 - 7 - 3),
        ({"groepen": [{"paren": [0], "minstens": 1, "prijs": 3}, *GROUP]}, [1], 4 - 3 - 7),
        ({"zacht": [{"middel": 0, "prijs": 2}]}, [0, 2], 8 - 2),
        ({"zacht": [{"middel": 0, "prijs": 2}]}, [0], 5),
        ({"zacht": [{"middel": 1, "prijs": 2}], "profiel": [2, 1, 0], "capaciteit": [1, 2]}, [0], 5 - 2),
        ({"zacht": [{"middel": 1, "prijs": 2}], "capaciteit": [1, 1]}, [1, 2], 7 - 8),
    ],
)
def test_prices_are_counted(changes: dict[str, object], paren: list[int], worth: int) -> None:
    assert check.value(parse_problem(plain(**changes)), paren) == worth


def test_every_broken_line_is_named_together() -> None:
    problem = parse_problem(plain(verboden=[0], vast=[2], allen=True))
    assert check.violations(problem, [0, 1]) == [
        "pair 0 is verboden",
        "pair 2 is vast but not chosen",
        "kandidaat 0 has 2 pairs",
        "kandidaat 1 has no pair",
    ]


def test_an_earlier_plan_without_a_budget_of_changes_binds_nothing() -> None:
    assert check.violations(parse_problem(plain(vorige=[0, -1])), [1, 2]) == []
