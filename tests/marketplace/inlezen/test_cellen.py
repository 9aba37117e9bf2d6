"""A row becomes cells and the same row again."""

from datetime import date
from decimal import Decimal

import pytest

from marketplace.inlezen.cellen import row_of_texts, texts_of_row
from tests.marketplace.voorbeeldtabel import RIJ, TABEL, Rij


@pytest.mark.parametrize(
    "row", [RIJ, Rij(naam="Kas", plaatsen=1, soort="bos", uren=Decimal("0.5"), begint=date(2027, 1, 4))]
)
def test_a_row_comes_back_as_it_was(row: Rij) -> None:
    assert row_of_texts(TABEL, texts_of_row(TABEL, row)) == row
