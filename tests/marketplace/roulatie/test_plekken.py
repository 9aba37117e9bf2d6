"""The short name that is proposed for a plek: the first telling word that nobody has."""

import pytest

from marketplace.roulatie.plekken import MAX_KORT, PlekKeuze, propose_kort


def keuze(organisatie: str, titel: str) -> PlekKeuze:
    """A plek that could take part."""
    return PlekKeuze(
        id=1, titel=titel, organisatie_id=1, organisatie=organisatie, plaats="Zelhem", plaatsen=2
    )


@pytest.mark.parametrize(
    ("organisatie", "titel", "taken", "kort"),
    [
        ("Voorbeeld Kwekerij Ruurlo", "Kas", set(), "Kwekerij"),
        ("Voorbeeld Kwekerij Ruurlo", "Kas", {"kwekerij"}, "Ruurlo"),
        ("Voorbeeld Kwekerij", "Kas", {"Kwekerij"}, "Kas"),
        ("Voorbeeld Kwekerij", "Kas", {"Kwekerij", "Kas"}, "Kwekerij 2"),
        ("Voorbeeld Kwekerij", "Kas", {"Kwekerij", "Kas", "kwekerij 2"}, "Kwekerij 3"),
        ("De Groenvoorzieningsdienst B.V.", "Park", set(), "Groenvoorzieni"),
        ("Voorbeeld B.V.", "De", set(), "Plek 2"),
    ],
)
def test_a_short_name_is_telling_and_free(organisatie: str, titel: str, taken: set[str], kort: str) -> None:
    found = propose_kort(keuze(organisatie, titel), taken)
    assert found == kort
    assert len(found) <= MAX_KORT
