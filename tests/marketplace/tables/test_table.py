"""A table is declared once, and refuses a declaration that cannot be right."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pytest

from marketplace.tables.choices import Choice, Codes
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.guard import guarded, unguarded
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text
from tests.marketplace.voorbeeldtabel import TABEL


@dataclass(frozen=True)
class Los:
    """A row of one text."""

    naam: Annotated[str, Column("Naam", "", Text())]


def test_a_field_that_takes_none_may_be_left_empty() -> None:
    required = {column.name for column in TABEL.columns if column.required}
    assert required == {"naam", "plaatsen", "soort"}


def test_codes_are_required_when_some_are_asked() -> None:
    @dataclass(frozen=True)
    class Some:
        codes: Annotated[tuple[str, ...], Column("Codes", "", Codes(least=1))]

    assert Table.of(Some, "Rijen").columns[0].required


def test_a_field_of_another_type_than_its_column_is_refused() -> None:
    @dataclass(frozen=True)
    class Wrong:
        begint: Annotated[date, Column("Begint", "", Whole())]

    with pytest.raises(TypeError, match="begint"):
        Table.of(Wrong, "Fout")


def test_a_field_without_a_column_is_refused() -> None:
    @dataclass(frozen=True)
    class Wrong:
        begint: date

    with pytest.raises(TypeError, match="begint"):
        Table.of(Wrong, "Fout")


def test_an_example_that_its_column_refuses_is_refused() -> None:
    @dataclass(frozen=True)
    class Wrong:
        plaatsen: Annotated[int, Column("Plaatsen", "", Whole(1, 5), "9")]

    with pytest.raises(ValueError, match="van 1 tot en met 5"):
        Table.of(Wrong, "Fout")


def test_only_a_dataclass_is_a_row() -> None:
    with pytest.raises(TypeError):
        Table.of(str, "Fout")


def test_two_columns_with_one_header_are_refused() -> None:
    @dataclass(frozen=True)
    class Wrong:
        een: Annotated[date, Column("Dag", "", Day())]
        twee: Annotated[date, Column("dag ", "", Day())]

    with pytest.raises(ValueError, match="header"):
        Table.of(Wrong, "Fout")


@pytest.mark.parametrize("title", ["", "a/b", "x" * 32, "Uitleg"])
def test_a_title_is_the_name_of_a_sheet(title: str) -> None:
    with pytest.raises(ValueError, match="sheet"):
        Table.of(Los, title)


def test_choices_that_are_known_later_come_in_later() -> None:
    table = TABEL.with_kinds(soort=Choice({"zorg": "Zorg"}))
    assert next(column for column in table.columns if column.name == "soort").read("zorg") == "zorg"
    assert next(column for column in TABEL.columns if column.name == "soort").example
    assert not next(column for column in table.columns if column.name == "soort").example
    with pytest.raises(KeyError):
        TABEL.with_kinds(onbekend=Text())


@pytest.mark.parametrize("text", ["=1+1", "+31 6", "-5", "@x", "\tx", "\rx", "'=x", "''-x", "＝1"])
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "x", "'s-Heerenberg", "a=b", "5-3"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == unguarded(text) == text
