"""What is wrong in the same way is told once, with its places, and never as a BSN."""

from marketplace.errors import BSN
from marketplace.imports.model import Fault
from marketplace.inlezen.fouten import MOST_LISTED, listed


def test_the_same_fault_in_a_column_is_told_once() -> None:
    faults = [Fault("Onbekend.", row, 8, "Postcode") for row in range(20, 8, -1)]
    told, others = listed([*faults, Fault("Onbekend.", 9, 1, "Nummer")])
    assert told == [
        "A9 (Nummer): Onbekend.",
        "H9, H10, H11, H12, H13, H14, H15, H16 en nog 4 (Postcode): Onbekend.",
    ]
    assert others == 0


def test_what_is_not_told_is_counted() -> None:
    told, others = listed([Fault(f"Fout {row}.", row, 1) for row in range(1, MOST_LISTED + 4)])
    assert (len(told), others) == (MOST_LISTED, 3)


def test_a_sentence_that_quotes_a_bsn_is_not_repeated() -> None:
    told, _ = listed([Fault("‘111222333’ staat niet in de lijst.", 2, 1, "Soort")])
    assert told == [f"A2 (Soort): {BSN}"]
