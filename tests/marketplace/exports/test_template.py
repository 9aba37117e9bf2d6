"""The workbook to fill in: what people find in it, and that it can be read once it is filled."""

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from marketplace.exports.formats import FORMATS
from marketplace.tables.choices import Choice
from marketplace.tables.table import Table
from tests.marketplace.voorbeeldtabel import GOED, HEADER, RIJ, TABEL, Rij, read, saved

NO_ROWS = "Er staan geen rijen onder de namen van de kolommen."
MANY = {str(number): f"Een soort werk met een lange naam, nummer {number}" for number in range(60)}


@pytest.fixture
def template() -> Workbook:
    """The template as a spreadsheet opens it."""
    file = io.BytesIO()
    FORMATS["xlsx"].template(TABEL.with_kinds(soort=Choice({**MANY, "keuken": "Keuken"})), file)
    return openpyxl.load_workbook(file)


def test_the_table_comes_first_with_a_header_that_stays_in_sight(template: Workbook) -> None:
    assert template.sheetnames == ["Leerwerkplekken", "Uitleg", "Keuzes"]
    sheet = template["Leerwerkplekken"]
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == [
        f"{name} *" if name in {"Naam", "Plaatsen", "Soort werk"} else name for name in HEADER
    ]


def test_a_text_column_keeps_a_nought_in_front(template: Workbook) -> None:
    columns = template["Leerwerkplekken"].column_dimensions
    assert [columns[letter].number_format for letter in "ABCDE"] == ["@", "@", "0", "0.0", "dd-mm-yyyy"]


def test_choices_are_a_drop_down_however_many_there_are(template: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in template["Leerwerkplekken"].data_validations.dataValidation}
    assert rules["G2:G10001"].type == "list"
    assert rules["G2:G10001"].formula1 == "Keuzes!$B$1:$B$61"
    assert [cell.value for cell in template["Keuzes"]["B"]] == [*MANY.values(), "Keuken"]
    assert [cell.value for cell in template["Keuzes"]["A"][:3]] == ["ja", "nee", None]
    assert template["Keuzes"].sheet_state == "hidden"


def test_numbers_and_dates_are_checked_while_typing(template: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in template["Leerwerkplekken"].data_validations.dataValidation}
    assert (rules["C2:C10001"].type, rules["C2:C10001"].formula1, rules["C2:C10001"].formula2) == (
        "whole",
        "1",
        "50",
    )
    assert rules["C2:C10001"].error == "Een heel getal van 1 tot en met 50."
    assert {rules[f"{letter}2:{letter}10001"].type for letter in "DE"} == {"decimal", "date"}


def test_every_column_is_explained_with_an_example(template: Workbook) -> None:
    rows = [tuple(row) for row in template["Uitleg"].iter_rows(min_row=4, values_only=True)]
    assert rows[1] == ("Postcode", "nee", "Van de plek.", "vier cijfers, zoals 0512.", "0512")
    assert [row[0].removesuffix(" *") for row in rows] == list(HEADER)
    assert [row[1] for row in rows] == ["ja", "nee", "ja", "nee", "nee", "nee", "ja", "nee"]


def test_a_filled_template_is_read(template: Workbook) -> None:
    for number, cell in enumerate(GOED, start=1):
        template["Leerwerkplekken"].cell(2, number, cell)
    reading = read(saved(template))
    assert [row.value for row in reading.rows] == [RIJ]
    assert not reading.notes


def test_a_table_without_choices_has_no_sheet_for_them() -> None:
    file = io.BytesIO()
    FORMATS["xlsx"].template(Table(Rij, "Namen", TABEL.columns[:1]), file)
    assert openpyxl.load_workbook(file).sheetnames == ["Namen", "Uitleg"]


def test_codes_stand_in_a_sheet_of_their_own_that_is_not_read_as_rows() -> None:
    file = io.BytesIO()
    FORMATS["xlsx"].template(TABEL, file, {"Werk": [("VB-1", "Snoeien"), ("=2", "Maaien")]})
    workbook = openpyxl.load_workbook(file)
    assert workbook.sheetnames == ["Leerwerkplekken", "Uitleg", "Codes", "Keuzes"]
    assert list(workbook["Codes"].values) == [
        ("Kolom", "Code", "Wat het is"),
        ("Werk", "VB-1", "Snoeien"),
        ("Werk", "=2", "Maaien"),
    ]
    assert [str(each) for each in read(saved(workbook)).faults] == [NO_ROWS]
