"""What is wrong in the same way is told once, with its places, and never as a BSN."""

from marketplace.errors import BSN
from marketplace.imports.limits import MOST_FAULTS
from marketplace.imports.model import Fault
from marketplace.inlezen.fouten import MOST_LISTED, as_csv, listed, reasons


def test_the_same_fault_in_a_column_is_told_once() -> None:
    faults = [Fault("Onbekend.", row, 8, "Postcode") for row in range(20, 8, -1)]
    told, others = listed([*faults, Fault("Onbekend.", 9, 1, "Nummer")])
    assert told == [
        "A9 (Nummer): Onbekend.",
        "H9, H10, H11, H12, H13, H14, H15, H16 en nog 4 (Postcode): Onbekend.",
    ]
    assert others == 0


def test_every_fault_is_a_row_of_the_file_in_their_order() -> None:
    faults = [Fault("Onbekend; ‘=1+1’.", row, 8, "Postcode") for row in range(20, 8, -1)]
    made = as_csv([*faults, Fault("Leeg bestand."), Fault("‘111222333’ bestaat niet.", 30)])
    assert made is not None
    first, *lines = made.decode("utf-8-sig").splitlines()
    assert first == "Cel;Rij;Kolom;Fout"
    assert lines[0] == ";;;Leeg bestand."
    assert lines[1:13] == [f'H{row};{row};Postcode;"Onbekend; ‘=1+1’."' for row in range(9, 21)]
    assert lines[13] == f"rij 30;30;;{BSN}"


def test_no_more_faults_go_into_a_file_than_are_kept() -> None:
    made = as_csv([Fault("Onbekend.", row, 1) for row in range(MOST_FAULTS + 5)])
    assert made is not None
    assert made.count(b"Onbekend.") == MOST_FAULTS
    assert as_csv([]) is None


def test_what_is_not_told_is_counted() -> None:
    told, others = listed([Fault(f"Fout {row}.", row, 1) for row in range(1, MOST_LISTED + 4)])
    assert (len(told), others) == (MOST_LISTED, 3)


def test_a_reason_names_the_rows_that_are_in_the_way() -> None:
    (told,) = reasons([Fault("Is er niet meer.", row) for row in range(2, 44)])
    assert told == f"Rij 2, {', '.join(f'rij {row}' for row in range(3, 44))}: Is er niet meer."
    told, *others = reasons([Fault(f"Fout {row}.", row) for row in range(MOST_LISTED + 3)])
    assert others[-1] == "En nog 3."


def test_a_sentence_that_quotes_a_bsn_is_not_repeated() -> None:
    told, _ = listed([Fault("‘111222333’ staat niet in de lijst.", 2, 1, "Soort")])
    assert told == [f"A2 (Soort): {BSN}"]
