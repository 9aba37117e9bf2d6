"""The first row: every way in which the columns can be other than asked."""

from marketplace.imports.limits import MOST_FAULTS
from tests.marketplace.voorbeeldtabel import HEADER, RIJ, line, read, said, text

RIGHT = ("Magazijn", "0512", 3, "16,5", "23-11-2026", "ja", "Keuken", "VB-1 VB-2")


def test_order_capitals_spaces_and_stars_do_not_count() -> None:
    header = [f" {name.upper()} *" for name in reversed(HEADER)]
    reading = read(text(line(*reversed(RIGHT)), header=header))
    assert [row.value for row in reading.rows] == [RIJ]


def test_a_missing_column_is_told_and_the_other_cells_are_still_checked() -> None:
    content = text(line("Magazijn", "0512", "veel"), header=("Naam", "Postcode", "Plaatsen"))
    assert said(content) == [
        "Rij 1: De kolom ‘Soort werk’ ontbreekt.",
        "C2 (Plaatsen): Vul een heel getal in, zonder punt of komma.",
    ]


def test_a_column_that_may_be_left_out_is_only_noted() -> None:
    reading = read(text(line("Magazijn", 3, "Keuken"), header=("Naam", "Plaatsen", "Soort werk")))
    assert not reading.faults
    assert reading.rows[0].value.codes == ()
    assert reading.rows[0].value.postcode is None
    assert reading.notes[0].startswith("Deze kolommen staan niet in het bestand: ‘Postcode’, ‘Uren’")


def test_an_unknown_column_is_told_with_the_one_that_was_meant() -> None:
    header = ["Naam", "Postkode", *HEADER[2:], "Kleur van de deur"]
    reading = read(text(line(*RIGHT, "groen"), header=header))
    assert [str(fault) for fault in reading.faults] == [
        "B1: De kolom ‘Postkode’ kennen we niet. Bedoelt u ‘Postcode’?",
        "I1: De kolom ‘Kleur van de deur’ kennen we niet. Haal deze kolom weg of verander de naam.",
    ]
    assert not reading.rows


def test_a_column_that_is_there_twice_is_told() -> None:
    assert said(text(line(*RIGHT, "x"), header=(*HEADER, "naam"))) == [
        "I1: De kolom ‘naam’ staat er twee keer."
    ]


def test_a_first_row_without_one_known_name_is_told_once() -> None:
    assert said(text(line(*RIGHT), header=("a", "b", "c"))) == [
        "Rij 1: De eerste rij heeft niet de namen van de kolommen, zoals ‘Naam’, ‘Postcode’, ‘Plaatsen’."
    ]


def test_a_file_without_rows_is_told() -> None:
    assert said(text()) == ["Er staan geen rijen onder de namen van de kolommen."]


def test_a_fault_that_only_the_business_sees_gets_its_place() -> None:
    reading = read(text(line(*RIGHT)))
    fault = reading.fault(reading.rows[0], "postcode", "Deze postcode ligt buiten de regio.")
    assert str(fault) == "B2 (Postcode): Deze postcode ligt buiten de regio."


def test_more_faults_than_are_kept_are_counted() -> None:
    wrong = line("", "", "", "", "", "", "", "")[:-1] + ";x"
    reading = read(text(*[wrong] * MOST_FAULTS))
    assert len(reading.faults) == MOST_FAULTS
    assert reading.unlisted == 3 * MOST_FAULTS
