"""A row becomes cells and the same row again."""

from datetime import date
from decimal import Decimal

import pytest

from marketplace.inlezen.cellen import row_of_texts, texts_of_row
from marketplace.leerwerkplekken.tabel import codes_of_mask, mask_of_codes, to_hours, to_minutes
from tests.marketplace.voorbeeldtabel import RIJ, TABEL, Rij


@pytest.mark.parametrize(
    "row", [RIJ, Rij(naam="Kas", plaatsen=1, soort="bos", uren=Decimal("0.5"), begint=date(2027, 1, 4))]
)
def test_a_row_comes_back_as_it_was(row: Rij) -> None:
    assert row_of_texts(TABEL, texts_of_row(TABEL, row)) == row


def test_every_mask_of_dagdelen_comes_back() -> None:
    assert all(mask_of_codes(codes_of_mask(mask)) == mask for mask in range(1024))
    assert codes_of_mask(0b0111) == ("ma", "di-ochtend")


def test_hours_keep_every_minute() -> None:
    assert all(to_minutes(to_hours(minutes)) == minutes for minutes in range(60, 2401))
