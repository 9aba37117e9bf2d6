"""Begeleiding as people type it in rows."""

import pytest

from marketplace.web.kandidaten.stappen import HOURS, PAIR, WEEKS, read_steps


def test_rows_become_minutes_per_week() -> None:
    assert read_steps(["1", "3", ""], ["2", "0:30", ""]) == (120, 120, 30)
    assert read_steps([" 1 "], ["0"]) == (0,)


@pytest.mark.parametrize(
    ("weeks", "hours", "sentence"),
    [
        ([], [], PAIR),
        (["1"], [], PAIR),
        (["1", ""], ["2", "3"], PAIR),
        ([str(week) for week in range(1, 10)], ["1"] * 9, PAIR),
        (["2"], ["1"], WEEKS),
        (["1", "1"], ["2", "1"], WEEKS),
        (["1", "53"], ["2", "1"], WEEKS),
        (["1", "x"], ["2", "1"], WEEKS),
        (["1", "²"], ["2", "1"], WEEKS),
        (["1"], ["41"], HOURS),
        (["1"], ["-1"], HOURS),
    ],
)
def test_rows_that_cannot_be_read_get_one_sentence(weeks: list[str], hours: list[str], sentence: str) -> None:
    assert read_steps(weeks, hours) == sentence
