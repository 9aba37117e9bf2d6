"""XLSX as people make it: merged cells, formulas, dates that are text, other sheets, hidden things."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from tests.marketplace.voorbeeldtabel import GOED, RIJ, read, repacked, said, saved, shared_workbook, workbook


def test_a_row_is_read() -> None:
    reading = read(workbook(GOED))
    assert not reading.faults
    assert [(row.number, row.value) for row in reading.rows] == [(2, RIJ)]


@pytest.mark.parametrize(
    "cell",
    ["23-11-2026", "2026-11-23", 46349, datetime(2026, 11, 23)],  # noqa: DTZ001 (a cell has no time zone)
)
def test_a_date_may_be_text_a_number_or_a_date(cell: object) -> None:
    assert read(workbook((*GOED[:4], cell, *GOED[5:]))).rows[0].value.begint == date(2026, 11, 23)


def test_numbers_that_were_typed_as_text_and_texts_as_number_are_read() -> None:
    row = read(workbook((2026, 7001, "3", "16,5", *GOED[4:]))).rows[0].value
    assert (row.naam, row.postcode, row.plaatsen, row.uren) == ("2026", "7001", 3, Decimal("16.5"))


def test_a_text_that_became_a_date_is_told() -> None:
    assert said(workbook((date(2027, 2, 1), *GOED[1:]))) == [
        (
            "A2 (Naam): Excel heeft hier een datum of tijd van gemaakt."
            " Maak de kolom op als Tekst en typ de waarde opnieuw."
        )
    ]


def test_merged_cells_are_told_with_what_they_cover() -> None:
    content = workbook(GOED, GOED, change=lambda book: book.active.merge_cells("G2:G3"))
    assert said(content) == [
        "G2: Deze cellen zijn samengevoegd (G2:G3). Splits ze en vul elke cel in.",
        "G3 (Soort werk): Vul deze cel in.",
    ]


def test_a_formula_counts_for_its_outcome() -> None:
    stored = repacked(
        workbook((*GOED[:2], "=1+2", *GOED[3:])), sheet=lambda xml: xml.replace(b"<v />", b"<v>3</v>")
    )
    assert read(stored).rows[0].value == RIJ


def test_a_formula_whose_outcome_is_an_empty_text_is_an_empty_cell() -> None:
    stored = repacked(
        workbook((GOED[0], '=""', *GOED[2:])),
        sheet=lambda xml: xml.replace(b'<c r="B2"', b'<c r="B2" t="str"'),
    )
    assert read(stored).rows[0].value.postcode is None


def test_a_formula_without_an_outcome_is_told_also_where_a_cell_may_be_empty() -> None:
    assert said(workbook((GOED[0], "=A1", "=1+2", *GOED[3:]), GOED)) == [
        f"{place}: Hier staat een formule zonder uitkomst."
        " Vul de waarde zelf in, of sla het bestand op in Excel."
        for place in ("B2 (Postcode)", "C2 (Plaatsen)")
    ]


def test_a_fault_of_excel_is_told() -> None:
    assert said(workbook((*GOED[:2], "#DIV/0!", *GOED[3:]))) == [
        "C2 (Plaatsen): Hier staat een fout van Excel (#DIV/0!). Vul de waarde zelf in."
    ]


def test_a_date_that_no_calendar_has_is_told() -> None:
    def far(book: Workbook) -> None:
        book.active["E2"].value = 10**9
        book.active["E2"].number_format = "dd-mm-yyyy"

    assert "E2 (Begint op)" in said(workbook(GOED, change=far))[0]


def test_a_cell_that_has_no_column_above_it_is_told() -> None:
    assert said(workbook((*GOED, None, "los"))) == ["J2: Boven deze cel staat geen naam van een kolom."]


def test_empty_rows_and_columns_around_the_table_do_not_count() -> None:
    def shifted(book: Workbook) -> None:
        book.active.insert_rows(1, 3)
        book.active.insert_cols(1)
        book.active.column_dimensions["ZZ"].width = 3
        book.active["AZ900"].number_format = "0.00"

    reading = read(workbook(GOED, change=shifted))
    assert [(row.number, row.value) for row in reading.rows] == [(5, RIJ)]
    assert reading.columns["naam"] == (2, "Naam")


def test_the_sheet_of_the_name_is_read_and_the_others_are_noted() -> None:
    def more(book: Workbook) -> None:
        book.active.title = "leerwerkplekken"
        book.create_sheet("Kladblok", 0)["A1"] = "van alles"
        book.create_sheet("Keuzes").sheet_state = "hidden"
        book.create_sheet("Geheim").sheet_state = "veryHidden"

    reading = read(workbook(GOED, change=more))
    assert len(reading.rows) == 1
    assert reading.notes == (
        "Alleen het werkblad ‘leerwerkplekken’ is gelezen, niet: Kladblok.",
        "Verborgen werkbladen zijn niet gelezen: Geheim.",
    )


def test_of_several_sheets_none_is_guessed() -> None:
    content = workbook(GOED, change=lambda book: book.create_sheet("Kladblok"))
    assert said(content) == [
        "Dit bestand heeft meer werkbladen: Sheet, Kladblok. Noem het blad met de tabel ‘Leerwerkplekken’."
    ]


def test_a_hidden_sheet_of_the_name_is_not_read() -> None:
    def hide(book: Workbook) -> None:
        book.create_sheet("Leerwerkplekken").sheet_state = "hidden"

    assert read(workbook(GOED, change=hide)).notes == (
        "Verborgen werkbladen zijn niet gelezen: Leerwerkplekken.",
    )


def test_hidden_rows_are_read_and_noted() -> None:
    def hide(book: Workbook) -> None:
        book.active.row_dimensions[2].hidden = True

    reading = read(workbook(GOED, GOED, change=hide))
    assert len(reading.rows) == 2
    assert reading.notes == ("Er zijn verborgen rijen (1). Die zijn ook gelezen.",)


def test_days_counted_from_1904_are_refused() -> None:
    def mac(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    assert "vanaf 1904" in said(workbook(GOED, change=mac))[0]


def test_a_sheet_that_says_it_is_smaller_than_it_is_is_read_whole() -> None:
    lying = repacked(
        workbook(GOED, GOED),
        sheet=lambda xml: xml.replace(b'<dimension ref="A1:H3"', b'<dimension ref="A1:A1"'),
    )
    assert len(read(lying).rows) == 2


def test_signs_that_xlsx_writes_in_its_own_way_are_read() -> None:
    content = repacked(
        shared_workbook(GOED), sharedStrings=lambda xml: xml.replace(b"Magazijn", b"Maga_x000D_\nzijn")
    )
    assert read(content).rows[0].value.naam == "Maga\nzijn"


def test_cells_without_an_address_are_read_in_their_order() -> None:
    content = repacked(
        workbook(GOED),
        sheet=lambda xml: re.sub(rb' r="[A-Z]*[0-9]+"', b"", xml),
    )
    assert [row.value for row in read(content).rows] == [RIJ]


def test_an_empty_workbook_is_told() -> None:
    assert said(saved(Workbook())) == ["Er staat niets in dit bestand."]


def test_too_many_columns_are_told_before_they_are_read() -> None:
    wide = workbook(GOED, change=lambda book: book.active.cell(2, 16_384, "ver weg"))
    assert said(wide) == ["Dit werkblad heeft te veel kolommen: 16384. Er mogen er 200 zijn."]


def test_a_cell_far_below_costs_no_more_than_passing_over_what_is_empty() -> None:
    far = workbook(GOED, change=lambda book: book.active.cell(1_048_576, 1, "ver weg"))
    assert {fault.row for fault in read(far).faults} == {1_048_576}


def test_text_in_pieces_is_read_whole_and_what_says_how_it_sounds_is_not() -> None:
    pieces = (
        b"<is><r><t>Maga</t></r><r><rPr><b/></rPr><t>zijn</t></r><rPh sb='0' eb='1'><t>klank</t></rPh></is>"
    )
    content = repacked(
        workbook(GOED),
        sheet=lambda xml: re.sub(
            rb'<c r="A2"[^>]*>.*?</c>', b'<c r="A2" t="inlineStr">' + pieces + b"</c>", xml
        ),
    )
    assert read(content).rows[0].value.naam == "Magazijn"


def test_a_cell_as_wide_as_a_column_may_be_is_read_and_one_beyond_is_not() -> None:
    def far(column: int) -> bytes:
        return workbook(GOED, change=lambda book: book.active.cell(2, column, "ver weg"))

    assert said(far(200)) == ["GR2: Boven deze cel staat geen naam van een kolom."]
    assert "te veel kolommen: 201" in said(far(201))[0]


def test_merged_cells_are_told_also_when_the_header_is_not_found() -> None:
    book = Workbook()
    book.active["A1"] = "Onze plekken"
    book.active.merge_cells("A1:C1")
    content = saved(book)
    assert [fault.split(":")[0] for fault in said(content)] == ["Rij 1", "A1"]


def test_cells_that_stand_in_many_rows_are_each_read_as_what_they_are() -> None:
    rows = read(workbook(*(((*GOED[:5], value, *GOED[6:])) for value in (True, 1, "1", True, 1)))).rows
    assert [row.value.alleen for row in rows] == [True] * 5
    assert said(workbook((True, *GOED[1:]), (1, *GOED[1:]), (True, *GOED[1:])))[1:] == [
        said(workbook(GOED, GOED, (True, *GOED[1:])))[0]
    ]
