"""The tables of the example region, kept as CSV beside the code."""

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def read_tabel(naam: str) -> tuple[dict[str, str], ...]:
    """All rows of `data/<naam>.csv` as text by column; rows are shared, don't change them."""
    with (DATA / f"{naam}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def split_cell(cell: str) -> list[str]:
    """Take a cell with several values (`a;b`) apart; an empty cell has none."""
    return [part for part in cell.split(";") if part]
