"""What holds for every file: what goes out comes back, and nothing that comes in makes the reader fail."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.imports.reader import EXCEL_FAULTS
from marketplace.tables.text import NO_TEXT
from tests.marketplace.voorbeeldtabel import (
    CODES,
    GOED,
    RIJ,
    SOORTEN,
    Rij,
    read,
    repacked,
    shared_workbook,
    written,
)

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TRICKY = st.sampled_from(
    ["=1+1", "'=1", "+31 6", "-", "@", "_x0041_", "_x000D_", "_x005F_", "1;2", '"', "a\nb"]
)
FREE = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
NAMES = (
    st.one_of(FREE, TRICKY, st.tuples(TRICKY, FREE).map("".join))
    .map(lambda text: text.replace("\r", "\n").strip()[:80].strip())
    .filter(lambda text: text and not NO_TEXT.search(text) and text.upper() not in EXCEL_FAULTS)
)
FILES = {suffix: written([RIJ, RIJ], suffix) for suffix in ("xlsx", "csv")}
SHARED = shared_workbook(GOED)
ROWS = st.builds(
    Rij,
    naam=NAMES,
    postcode=st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True).filter(str.isascii),
    plaatsen=st.integers(1, 50),
    uren=st.none() | st.decimals(0, 40, places=1).map(Decimal),
    begint=st.none() | st.dates(date(2000, 1, 1), date(2199, 12, 31)),
    alleen=st.none() | st.booleans(),
    soort=st.sampled_from(sorted(SOORTEN)),
    codes=st.lists(st.sampled_from(sorted(CODES)), unique=True).map(tuple),
)


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@given(rows=st.lists(ROWS, min_size=1, max_size=8))
@SLOW
def test_what_goes_out_comes_back(suffix: str, rows: list[Rij]) -> None:
    reading = read(written(rows, suffix), f"x.{suffix}")
    assert not reading.faults
    assert [row.value for row in reading.rows] == rows


@given(
    content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode),
    name=st.sampled_from(["x", "x.csv"]),
)
@SLOW
def test_any_bytes_are_told_what_is_wrong_with_them(content: bytes, name: str) -> None:
    assert all(fault.sentence for fault in read(content, name).faults)


@given(data=st.data())
@SLOW
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_file_with_bytes_changed_is_read_or_told(suffix: str, data: st.DataObject) -> None:
    content = bytearray(FILES[suffix])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read(bytes(content), f"x.{suffix}")
    assert reading.faults or reading.rows


@given(data=st.data())
@SLOW
def test_a_sheet_with_signs_changed_is_read_or_told(data: st.DataObject) -> None:
    def change(xml: bytes) -> bytes:
        torn = bytearray(xml)
        for _ in range(data.draw(st.integers(1, 3))):
            place = data.draw(st.integers(0, len(torn) - 1))
            torn[place : place + 1] = data.draw(
                st.sampled_from([b"", b"9", b"A", b" ", b"<", b'"', b"-", b"e"])
            )
        return bytes(torn)

    part = data.draw(st.sampled_from(["sheet", "styles", "sharedStrings", "workbook", "Content_Types"]))
    reading = read(repacked(SHARED, **{part: change}), "x.xlsx")
    assert reading.faults or reading.rows
