"""Lookups of places."""

from marketplace.geo.gazetteer import Gazetteer, Plaats
from marketplace.geo.reistijd import Punt

ZELHEM = Plaats(id=1, naam="Zelhem", gemeente_id=1876, gemeente="Bronckhorst", punt=Punt(52.00667, 6.34861))
GAZETTEER = Gazetteer([ZELHEM], {"7021": 1})


def test_a_pc4_leads_to_its_place() -> None:
    assert GAZETTEER.find_by_pc4("7021") == ZELHEM


def test_a_whole_postcode_with_letters_is_understood() -> None:
    assert GAZETTEER.find_by_pc4(" 7021 AB ") == ZELHEM


def test_an_unknown_pc4_leads_nowhere() -> None:
    assert GAZETTEER.find_by_pc4("1000") is None


def test_a_name_is_found_whatever_its_capitals() -> None:
    assert GAZETTEER.find_by_naam("zelhem") == (ZELHEM,)
    assert GAZETTEER.find_by_naam("Zelhemmer") == ()


def test_an_id_leads_to_its_place() -> None:
    assert GAZETTEER.get(1) == ZELHEM
