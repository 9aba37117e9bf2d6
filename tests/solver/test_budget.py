"""A budget that means nothing is refused, with what is wrong with it."""

import pytest

from solver.budget import Budget


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seconds": -1.0}, r"seconds is -1.0, not from 0"),
        ({"seconds": float("nan")}, "seconds is nan"),
        ({"seconds": float("inf")}, "seconds is inf"),
        ({"seconds": 1e308}, "seconds is 1e\\+308"),
        ({"workers": 0}, "workers is 0, not from 1"),
        ({"workers": 10**6}, "workers is 1000000"),
        ({"seed": -1}, "seed is -1, not from 0"),
        ({"seed": 1 << 31}, "seed is 2147483648"),
        ({"moves": -0.5}, "moves is -0.5"),
        ({"moves": float("nan")}, "moves is nan"),
    ],
)
def test_nonsense_is_refused_by_name(changes: dict[str, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Budget(**changes)  # type: ignore[arg-type]  # numbers of each kind
