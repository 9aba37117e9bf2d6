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
        ({"verboden": [1]}, [1], "pair 1 is verboden"),
        ({"vast": [2]}, [0], "pair 2 is vast but not chosen"),
        ({}, [0, 1], "kandidaat 0 has 2 pairs"),
        ({"allen": True}, [1], "kandidaat 1 has no pair"),
        ({}, [0, 2], "middel 0 is used for 2 of 1"),
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
        ({"zacht": [{"middel": 0, "prijs": 2}]}, [0, 2], 8 - 2),
        ({"zacht": [{"middel": 1, "prijs": 2}], "capaciteit": [1, 1]}, [1, 2], 7 - 8),
    ],
)
def test_prices_are_counted(changes: dict[str, object], paren: list[int], worth: int) -> None:
    assert check.value(parse_problem(plain(**changes)), paren) == worth
