"""What the whole region looks like: repeatable, the same shares at any size, plainly an example."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from seed.rijen import Rijen
from seed.tabel import read_tabel
from seed.wereld import build_wereld


def shape(rijen: Rijen) -> dict[str, list[dict[str, object]]]:
    """All rows but the salted hash of the password."""
    return {table: rows for table, rows in rijen.tables.items() if table != "accounts"}


def test_the_same_day_gives_the_same_region(wereld: Rijen, vandaag: date) -> None:
    assert shape(build_wereld(vandaag)) == shape(wereld)


def test_any_day_of_a_week_gives_the_same_region(wereld: Rijen, vandaag: date) -> None:
    assert shape(build_wereld(vandaag - timedelta(days=4))) == shape(wereld)


def test_a_later_week_moves_every_date_along(wereld: Rijen, vandaag: date) -> None:
    later = build_wereld(vandaag + timedelta(weeks=30))
    for row, moved in zip(wereld.tables["bezetting"], later.tables["bezetting"], strict=True):
        assert moved["week"] == row["week"] + timedelta(weeks=30)  # type: ignore[operator]  # dates, typed as object


def test_there_are_seventy_plekken_and_hundred_seventy_people(wereld: Rijen) -> None:
    assert 68 <= len(wereld.tables["leerwerkplekken"]) <= 75
    known = [row for row in wereld.tables["kandidaten"] if not row["besloten"]]
    assert 165 <= len(known) <= 180
    assert Counter(row["status"] for row in known)["matchbaar"] == 125


def test_most_plekken_are_in_groen_and_production_and_very_few_in_zorg(wereld: Rijen) -> None:
    sectoren = Counter(row["sector"] for row in wereld.tables["leerwerkplekken"])
    assert sectoren["groen"] > sectoren["industrie"] > sectoren["horeca"]
    assert sectoren["logistiek"] > sectoren["horeca"]
    assert sectoren["zorg"] == min(sectoren.values())


def test_a_region_three_times_as_large_has_three_times_the_plekken_and_waiting_people(vandaag: date) -> None:
    large = build_wereld(vandaag, scale=3)
    assert len(large.tables["leerwerkplekken"]) == 3 * 73
    assert sum(row["status"] == "matchbaar" for row in large.tables["kandidaten"]) == 3 * 125


def test_a_larger_region_keeps_the_shares_of_the_sectors(wereld: Rijen, vandaag: date) -> None:
    def groen(rijen: Rijen) -> float:
        first = [row for row in rijen.tables["kandidaat_sectorwensen"] if row["rang"] == 1]
        return sum(row["sector"] == "groen" for row in first) / len(first)

    assert groen(build_wereld(vandaag, scale=5)) == pytest.approx(groen(wereld), abs=0.1)


def test_no_kenmerk_occurs_twice_even_in_a_large_region(vandaag: date) -> None:
    kenmerken = [row["kenmerk"] for row in build_wereld(vandaag, scale=10).tables["kandidaten"]]
    assert len(set(kenmerken)) == len(kenmerken)


def test_a_scale_below_one_is_refused(vandaag: date) -> None:
    with pytest.raises(ValueError, match="scale"):
        build_wereld(vandaag, scale=0)


def test_every_person_plek_and_praktijkopleider_is_labelled_voorbeeld(wereld: Rijen) -> None:
    for table in ("kandidaten", "leerwerkplekken", "praktijkopleiders", "groepen"):
        assert all(row["voorbeeld"] for row in wereld.tables[table])
    assert all("Voorbeeld" in str(row["naam"]) for row in wereld.tables["persoonsgegevens"])


def test_a_real_organisation_has_no_vestiging_and_so_no_plek_or_erkenning(wereld: Rijen) -> None:
    real = {row["id"] for row in wereld.tables["organisaties"] if not row["voorbeeld"]}
    assert real
    assert not real & {row["organisatie_id"] for row in wereld.tables["vestigingen"]}


def test_every_invented_organisation_says_so_in_its_name(wereld: Rijen) -> None:
    assert all(
        str(row["naam"]).startswith("Voorbeeld") == row["voorbeeld"] for row in wereld.tables["organisaties"]
    )


def test_an_official_code_stands_only_where_the_source_has_one() -> None:
    for row in read_tabel("werkprocessen"):
        official = re.fullmatch(r"(B|P)\d+-K\d+-W\d+", row["code"])
        assert bool(official) == (row["voorbeeld"] == "nee")
        assert ("concept-kwalificatiedossier" in row["bron"]) == bool(official)


def test_several_praktijkopleiders_lead_more_than_one_plek(wereld: Rijen) -> None:
    leads = Counter(row["praktijkopleider_id"] for row in wereld.tables["leerwerkplek_praktijkopleiders"])
    assert sum(number > 1 for number in leads.values()) >= 10


def test_some_people_have_waited_beyond_the_term_and_most_have_not(wereld: Rijen, vandaag: date) -> None:
    sinds = [row["matchbaar_sinds"] for row in wereld.tables["kandidaten"] if row["status"] == "matchbaar"]
    beyond = sum((vandaag - day).days > 13 * 7 for day in sinds if isinstance(day, date))
    assert 0.15 < beyond / len(sinds) < 0.5
