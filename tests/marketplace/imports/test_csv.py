"""CSV as people save it: other encodings, other separators, rows that are torn."""

import io

import pytest

from marketplace.imports.reader import read_table
from tests.marketplace.voorbeeldtabel import HEADER, RIJ, TABEL, line, read, said, text

RIGHT = line("Magazijn", "0512", 3, "16,5", "23-11-2026", "ja", "Keuken", '"VB-1, VB-2"')
ACCENTS = text(line("Coördinator café", "", 1, "", "", "", "Keuken", ""))


def test_a_row_is_read() -> None:
    reading = read(text(RIGHT))
    assert not reading.faults
    assert not reading.notes
    assert [(row.number, row.value) for row in reading.rows] == [(2, RIJ)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_needs_no_remark(encoding: str) -> None:
    reading = read(ACCENTS.encode(encoding), "x.csv")
    assert reading.rows[0].value.naam == "Coördinator café"
    assert not reading.notes


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        (
            "cp1252",
            "De letters zijn gelezen als Windows-1252. Controleer deze woorden: Coördinator, café.",
        ),
        ("utf-16", "De letters zijn gelezen als UTF-16."),
        ("utf-16-le", "De letters zijn gelezen als UTF-16."),
        ("utf-16-be", "De letters zijn gelezen als UTF-16."),
    ],
)
def test_another_encoding_is_read_and_said(encoding: str, note: str) -> None:
    reading = read(ACCENTS.encode(encoding), "x.csv")
    assert reading.rows[0].value.naam == "Coördinator café"
    assert reading.notes == (note,)


def _named(name: str, encoding: str) -> bytes:
    """A file of one row with this name."""
    return text(line(name, "", 1, "", "", "", "Keuken", "")).encode(encoding)


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
@pytest.mark.parametrize(
    "name", ["Beëindigd", "Zoë", "Ménage", "Italië", "café", "René de Boer", "Curaçao", "scène"]
)
def test_an_encoding_that_would_spoil_letters_is_refused(encoding: str, name: str) -> None:
    spoilt = _named(name, encoding)
    assert len(said(spoilt, "x.csv")) == 1
    assert "niet te lezen" in said(spoilt, "x.csv")[0]


@pytest.mark.parametrize(
    ("name", "encoding"), [("Köln", "cp850"), ("élan", "cp850"), ("Élise", "mac_roman"), ("Özgül", "cp850")]
)
def test_what_only_one_of_them_spoils_in_sight_is_refused(name: str, encoding: str) -> None:
    assert "niet te lezen" in said(_named(name, encoding), "x.csv")[0]


@pytest.mark.parametrize(
    ("name", "encoding", "shown"),
    [
        ("Köln", "mac_roman", "Kšln"),
        ("León", "mac_roman", "Le—n"),
        ("voilà", "cp850", "voil…"),
        ("BELGIË", "cp850", "BELGIÓ"),
    ],
)
def test_a_letter_that_may_be_spoilt_is_shown(name: str, encoding: str, shown: str) -> None:
    (note,) = read(_named(name, encoding), "x.csv").notes
    assert note.endswith(f"Controleer deze woorden: {shown}.")


def test_no_more_words_are_shown_than_people_read() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    (note,) = read(_named(" ".join(f"{letter}é" for letter in letters), "cp1252"), "x.csv").notes
    assert "Controleer deze woorden en andere met accenten: aé, bé" in note
    assert note.endswith("té.")


@pytest.mark.parametrize(
    "name",
    [
        "Foto’s: maandag–vrijdag… ’s ochtends €5",
        "Škoda Dušan Žižek ŒUVRE",
        "5‰ van 20 m² à ƒ 10, £5",
        "“citaat” ‘s avonds • punt",
        "Merk™ en Merk® 25°C ‘zo’ †",
        "Zoë Ménage, café Köln, één",
    ],
)
def test_signs_that_windows_has_itself_are_no_ground_to_refuse(name: str) -> None:
    assert read(_named(name, "cp1252"), "x.csv").rows[0].value.naam == name


def test_a_long_word_is_looked_through_at_once() -> None:
    assert "niet te lezen" in said(_named("x" * 2_000_000 + "ë", "cp850"), "x.csv")[0]


def test_utf_8_with_a_line_of_windows_in_it_is_refused() -> None:
    mixed = ACCENTS.encode() + line("Café", "", 1, "", "", "", "Keuken", "").encode("cp1252")
    assert "niet te lezen, zoals in ‘CoÃ¶rdinator’" in said(mixed, "x.csv")[0]


def test_torn_utf_16_is_refused() -> None:
    assert "beschadigd" in said(ACCENTS.encode("utf-16") + b"\x00", "x.csv")[0]


def test_bytes_that_are_no_text_are_refused() -> None:
    assert "geen tekstbestand" in said(b"\x01\x00\x00\x07abc\x00\xff\x00", "x.csv")[0]


@pytest.mark.parametrize(("separator", "name"), [(",", "komma’s"), ("\t", "tabs"), ("|", "rechte strepen")])
def test_another_separator_is_found_and_said(separator: str, name: str) -> None:
    content = text(RIGHT.replace("16,5", "16.5")).replace(";", separator)
    reading = read(content)
    assert [row.value for row in reading.rows] == [RIJ]
    assert reading.notes == (f"De kolommen zijn gescheiden door {name}.",)


def test_a_separator_that_the_first_line_states_is_believed() -> None:
    reading = read("sep=;\r\n" + text(RIGHT))
    assert [(row.number, row.value) for row in reading.rows] == [(2, RIJ)]


def test_quotes_may_hold_line_ends_and_separators() -> None:
    content = text(line('"een; ""twee""\r\ndrie"', "", 1, "", "", "", "Keuken", ""), RIGHT)
    reading = read(content)
    assert reading.rows[0].value.naam == 'een; "twee"\ndrie'
    assert reading.rows[1].number == 3


def test_what_export_guarded_is_read_without_its_apostrophe() -> None:
    content = text(line("'=1+1", "", 1, "", "", "", "Keuken", ""))
    assert read(content).rows[0].value.naam == "=1+1"


def test_empty_lines_are_passed_over_and_counted() -> None:
    reading = read(text("", ";;;;;;;", RIGHT))
    assert [row.number for row in reading.rows] == [4]


def test_a_short_row_is_told_once() -> None:
    assert said(text("Magazijn;0512", RIGHT)) == [
        "Rij 2: Deze rij heeft 2 cellen, de bovenste rij heeft er 8."
    ]
    assert len(read(text("Magazijn;0512", RIGHT)).rows) == 1


def test_a_long_row_is_told_at_its_first_cell_too_many() -> None:
    assert said(text(RIGHT + ";extra", RIGHT + ";;")) == [
        (
            "I2: Boven deze cel staat geen naam van een kolom."
            " Zet tekst met een scheidingsteken tussen aanhalingstekens."
        )
    ]


@pytest.mark.parametrize("torn", ['"Magazijn;0512;3', f'"{"x" * 200_000}', 'Maga;"zijn"x;3'])
def test_a_quote_that_is_not_closed_ends_the_reading_with_its_row(torn: str) -> None:
    reading = read(text(RIGHT, line(*["x"] * 8), torn, RIGHT))
    assert len(reading.rows) == 1
    assert "Vanaf deze rij is het bestand niet te lezen" in str(reading.faults[-1])
    assert reading.faults[-1].row == 4
    assert {fault.row for fault in reading.faults} == {3, 4}


def test_one_bad_row_in_a_thousand_is_told_by_its_cells_and_the_others_are_read() -> None:
    rows = [RIGHT] * 1000
    rows[499] = line("", "512", "veel", "16,5", "23-11-26", "ja", "Keuke", "VB-1")
    reading = read(text(*rows))
    assert len(reading.rows) == 999
    assert [str(fault) for fault in reading.faults] == [
        "A501 (Naam): Vul deze cel in.",
        "B501 (Postcode): Dit heeft niet de goede vorm. Vul in: vier cijfers, zoals 0512.",
        "C501 (Plaatsen): Vul een heel getal in, zonder punt of komma.",
        "E501 (Begint op): Schrijf het jaar met vier cijfers, bijvoorbeeld 23-11-2026.",
        "G501 (Soort werk): ‘Keuke’ staat niet in de lijst. Bedoelt u ‘Keuken’?",
    ]


def test_a_fault_of_excel_that_was_saved_is_told() -> None:
    assert said(text(line("#VERW!", "", 1, "", "", "", "Keuken", ""))) == [
        "A2 (Naam): Hier staat een fout van Excel (#VERW!). Vul de waarde zelf in."
    ]


def test_the_file_stays_open_for_whoever_opened_it() -> None:
    file = io.BytesIO(text(RIGHT).encode())
    assert read_table(TABEL, file, "x.csv").rows
    assert not file.closed


def test_a_header_whose_quote_is_not_closed_is_told() -> None:
    assert "niet te lezen" in said(f'"{"x" * 200_000}')[0]


def test_a_header_that_stands_over_two_lines_is_found() -> None:
    header = ('"Naam\n*"', *HEADER[1:])
    assert len(read(text(RIGHT, header=header)).rows) == 1
