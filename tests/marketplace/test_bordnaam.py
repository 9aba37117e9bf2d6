"""A short name is the first telling word that nobody has; a colour the first that nobody has."""

import pytest

from marketplace.bordnaam import KLEUREN, MAX_KORT, next_colour, propose_kort


@pytest.mark.parametrize(
    ("words", "taken", "kort"),
    [
        ("Voorbeeld Kwekerij Ruurlo Kas", set(), "Kwekerij"),
        ("Voorbeeld Kwekerij Ruurlo Kas", {"kwekerij"}, "Ruurlo"),
        ("Voorbeeld Kwekerij Kas", {"Kwekerij"}, "Kas"),
        ("Voorbeeld Kwekerij Kas", {"Kwekerij", "Kas"}, "Kwekerij 2"),
        ("Voorbeeld Kwekerij Kas", {"Kwekerij", "Kas", "kwekerij 2"}, "Kwekerij 3"),
        ("De Groenvoorzieningsdienst B.V. Park", set(), "Groenvoorzieni"),
        ("Voorbeeld B.V. De", set(), "Plek"),
        ("Voorbeeld B.V. De", {"Plek"}, "Plek 2"),
    ],
)
def test_a_short_name_is_telling_and_free(words: str, taken: set[str], kort: str) -> None:
    found = propose_kort(words.split(), taken, "Plek")
    assert found == kort
    assert len(found) <= MAX_KORT


def test_a_colour_is_free_or_the_least_used() -> None:
    assert next_colour([]) == 1
    assert next_colour([1, 2, 4]) == 3
    assert next_colour([*KLEUREN, 1, 2]) == 3
