"""A moment in Dutch: words for what is known, its own name for what is not."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime

import pytest

from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.leerwerkplekken.wijziging import PlekGegevens
from marketplace.regios.model import KINDS
from marketplace.toegang.geschiedenis import Moment
from marketplace.web.geschiedenis.woorden import ONDERWERPEN, Wijziging, list_wijzigingen, say_soort


def moment(onderwerp: str, soort: str, gegevens: Mapping[str, object]) -> Moment:
    """Something that happened."""
    tijd = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return Moment(tijd=tijd, door=None, onderwerp=onderwerp, soort=soort, reden=None, gegevens=gegevens)


def test_an_edit_is_told_field_by_field() -> None:
    velden = {
        "titel": ["", "Gras maaien"],
        "taal": [0, 2],
        "tot": [None, "2027-07-01"],
        "van": ["2026-11-01", "2026-12-01"],
        "dagdelen": [3, 1],
        "fase": [None, "buiten_beschermd"],
        "vervoer_geregeld": [False, True],
        "werkprocessen": [[], [7, 8]],
        "plaatsen": [1, 1200],
        "praktijkopleider": None,
    }
    names: dict[object, str] = {7: "gras maaien", 8: "snoeien", 1: "een ander"}
    told = list_wijzigingen(moment("leerwerkplek", "leerwerkplek_gewijzigd", {"velden": velden}), names)
    assert told == [
        Wijziging("Titel", "leeg", "Gras maaien"),
        Wijziging("Nederlands", "geen Nederlands", "eenvoudig Nederlands"),
        Wijziging("Laatste dag", "leeg", "30 juni 2027"),
        Wijziging("Eerste dag", "1 november 2026", "1 december 2026"),
        Wijziging("Dagdelen", "maandag de hele dag", "maandag in de ochtend"),
        Wijziging("Hoe beschermd het werk is", "leeg", "beschermd buiten"),
        Wijziging("Vervoer geregeld", "nee", "ja"),
        Wijziging("Werk", "niets", "gras maaien en snoeien"),
        Wijziging("Plaatsen", "1", "1.200"),
        Wijziging("Praktijkopleider", None, None),
    ]


def test_the_need_of_a_kandidaat_is_told_by_the_weeks_in_which_it_changes() -> None:
    velden = {"begeleiding": [[300], [300, 300, 90]], "max_afstand": [None, 12]}
    told = list_wijzigingen(moment("kandidaat", "profiel_gewijzigd", {"velden": velden}), {})
    assert told == [
        Wijziging("Begeleiding", "vanaf week 1: 5 uur", "vanaf week 1: 5 uur; vanaf week 3: 1 uur 30"),
        Wijziging("Grootste afstand", "leeg", "12 km"),
    ]


def test_a_policy_is_told_by_a_label_with_its_unit() -> None:
    told = list_wijzigingen(moment("regio", "beleid_vastgelegd", {"velden": {"pin_weken": [8, 9]}}), {})
    assert told == [Wijziging("Weken dat een pin vasthoudt", "8", "9")]
    assert KINDS.keys() <= ONDERWERPEN["regio"].velden.keys()


def test_what_has_no_words_yet_is_said_by_its_own_name() -> None:
    unknown = moment("iets_nieuws", "iets_gedaan", {"velden": {"nieuw_veld": ["a", {"b": 1}]}})
    assert say_soort(unknown) == "Iets gedaan"
    assert list_wijzigingen(unknown, {}) == [Wijziging("Nieuw veld", "a", "{'b': 1}")]


@pytest.mark.parametrize(
    ("onderwerp", "edit"), [("leerwerkplek", PlekGegevens), ("kandidaat", ProfielWijziging)]
)
def test_words_are_of_fields_that_exist(onderwerp: str, edit: type) -> None:
    known = {each.name for each in fields(edit)} | {"status", "geoefend", "bewezen"}  # changed by a verb
    words = ONDERWERPEN[onderwerp]
    assert {*words.velden, *words.say} <= known
