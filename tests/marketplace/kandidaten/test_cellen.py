"""Cells of kandidaten: a telephone number that a spreadsheet changed, begeleiding week by week."""

import pytest

from marketplace.kandidaten.cellen import Begeleiding, Telefoon
from marketplace.tables.column import Cell, Unfit


@pytest.mark.parametrize(
    ("cell", "number"),
    [("06-12345678", "06-12345678"), (612345678, "0612345678"), (314123456.0, "0314123456")],
)
def test_a_telephone_number_gets_its_nought_back(cell: Cell, number: str) -> None:
    assert Telefoon().read(cell) == number


@pytest.mark.parametrize("cell", ["612345678", 12345, "bel me", True])
def test_what_is_no_telephone_number_is_refused(cell: Cell) -> None:
    with pytest.raises(Unfit):
        Telefoon().read(cell)


@pytest.mark.parametrize(
    ("cell", "minutes", "again"),
    [
        (6, (360,), "6"),
        (2.5, (150,), "2,5"),
        ("0", (0,), "0"),
        ("6; vanaf week 3: 2,5", (360, 360, 150), "6; vanaf week 3: 2,5"),
        ("10;Week 2:0;", (600, 0), "10; vanaf week 2: 0"),
    ],
)
def test_begeleiding_is_read_and_written(cell: Cell, minutes: tuple[int, ...], again: str) -> None:
    kind = Begeleiding()
    assert kind.read(cell) == minutes
    assert kind.write(minutes) == again
    assert kind.read(again) == minutes


@pytest.mark.parametrize(
    "cell", ["veel", 41, "6; 2", "6; vanaf week 1: 2", "6; vanaf week 53: 2", "6; week 9: 2; week 4: 1", ""]
)
def test_what_is_no_begeleiding_is_refused(cell: Cell) -> None:
    with pytest.raises(Unfit):
        Begeleiding().read(cell)
