"""The named cases of the story, each to be found where `seed/verhaal.py` says."""

from datetime import date

from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel, crow_kilometers
from seed.kalender import Kalender
from seed.rijen import Rijen
from seed.verhaal import (
    GEVALLEN,
    GROEP_GROEN_DERDE,
    GROEP_GROEN_EERST,
    GROEP_GROEN_VERVOLG,
    GROEP_GROENLO,
    GROEP_ZELHEM,
)
from tests.seed.conftest import FindKandidaat, FindPlek, Row


def punt_of_pc4(wereld: Rijen, pc4: object) -> Punt:
    """The point of the place of a PC4."""
    plaats_id = next(row["plaats_id"] for row in wereld.tables["postcodes"] if row["pc4"] == pc4)
    return punt_of_plaats(wereld, plaats_id)


def punt_of_plaats(wereld: Rijen, plaats_id: object) -> Punt:
    """The point of a place."""
    row: Row = next(row for row in wereld.tables["plaatsen"] if row["id"] == plaats_id)
    return Punt(row["lat"], row["lon"])


def punt_of_plek(wereld: Rijen, row: Row) -> Punt:
    """The point of the vestiging of a plek."""
    vestiging = wereld.tables["vestigingen"][row["vestiging_id"] - 1]
    return punt_of_plaats(wereld, vestiging["plaats_id"])


def werkprocessen_of_plek(wereld: Rijen, row: Row) -> set[object]:
    """Ids of what occurs at a plek."""
    rows = wereld.tables["leerwerkplek_werkprocessen"]
    return {each["werkproces_id"] for each in rows if each["leerwerkplek_id"] == row["id"]}


def groep(wereld: Rijen, naam: str) -> tuple[Row, list[Row]]:
    """A group and its people."""
    found: Row = next(row for row in wereld.tables["groepen"] if row["naam"] == naam)
    ids = {row["kandidaat_id"] for row in wereld.tables["groep_kandidaten"] if row["groep_id"] == found["id"]}
    return found, [row for row in wereld.tables["kandidaten"] if row["id"] in ids]


def test_every_case_names_people_and_plekken_that_exist(
    kandidaat: FindKandidaat, plek: FindPlek, wereld: Rijen
) -> None:
    assert wereld.tables
    for geval in GEVALLEN.values():
        for kenmerk in geval.kandidaten:
            assert kandidaat(kenmerk)
        for titel in geval.plekken:
            assert plek(titel)


def test_a_groen_group_of_nine_goes_on_from_one_of_eight(wereld: Rijen) -> None:
    eerste, acht = groep(wereld, GROEP_GROEN_EERST)
    vervolg, negen = groep(wereld, GROEP_GROEN_VERVOLG)
    assert vervolg["vervolg_op"] == eerste["id"]
    assert [row["status"] for row in acht] == ["afgerond"] * 8
    assert [row["status"] for row in negen] == ["lopend"] * 9
    derde, weer_acht = groep(wereld, GROEP_GROEN_DERDE)
    assert derde["vervolg_op"] == vervolg["id"]
    assert [row["status"] for row in weer_acht] == ["matchbaar"] * 8


def test_the_seven_of_zelhem_have_started_and_take_their_seats(wereld: Rijen) -> None:
    found, zeven = groep(wereld, GROEP_ZELHEM)
    assert found["status"] == "gestart"
    assert [row["status"] for row in zeven] == ["lopend"] * 7
    seated = {row["kandidaat_id"] for row in wereld.tables["bezetting"] if row["bron"] == "plaatsing"}
    assert seated == {row["id"] for row in zeven}


def test_the_six_of_groenlo_were_cancelled_with_a_reason(wereld: Rijen) -> None:
    found, zes = groep(wereld, GROEP_GROENLO)
    assert found["status"] == "geannuleerd"
    assert found["reden"]
    assert [row["status"] for row in zes] == ["niet_gestart"] * 6
    assert all(row["status_reden"] for row in zes)


def test_sixteen_inburgeraars_withdrew_before_they_began(wereld: Rijen) -> None:
    inburgeraars = {
        row["kandidaat_id"]
        for row in wereld.tables["kandidaat_doelgroepen"]
        if row["doelgroep"] == "inburgeraar"
    }
    withdrawn = {row["id"] for row in wereld.tables["kandidaten"] if row["status"] == "teruggetrokken"}
    assert len(inburgeraars) == 16
    assert inburgeraars == withdrawn


def test_from_didam_to_neede_is_39_km_and_too_long_a_journey(
    wereld: Rijen, kandidaat: FindKandidaat, plek: FindPlek
) -> None:
    geval = GEVALLEN["didam_neede"]
    persoon = kandidaat(geval.kandidaten[0])
    van, naar = punt_of_pc4(wereld, persoon["pc4"]), punt_of_plek(wereld, plek(geval.plekken[0]))
    assert round(crow_kilometers(van, naar)) == 39
    minutes = EstimatedTravelTime().minutes(van, naar, Vervoermiddel(persoon["vervoermiddel"]))
    assert minutes is not None
    assert minutes > persoon["max_reistijd"]


def test_someone_cannot_travel_alone_and_a_plek_arranges_the_way(
    kandidaat: FindKandidaat, plek: FindPlek
) -> None:
    geval = GEVALLEN["reist_niet_alleen"]
    assert not kandidaat(geval.kandidaten[0])["reist_alleen"]
    assert kandidaat(geval.kandidaten[0])["vervoermiddel"] != "taxibus"
    assert plek(geval.plekken[0])["vervoer_geregeld"]


def test_someone_has_one_day_outside_and_three_inside(kandidaat: FindKandidaat) -> None:
    persoon = kandidaat(GEVALLEN["een_dag_buiten"].kandidaten[0])
    assert persoon["interne_dagen"] == 3
    assert persoon["dagdelen"] == 0b1100


def test_someone_near_retirement_steps_up_to_a_higher_niveau(
    wereld: Rijen, kandidaat: FindKandidaat, vandaag: date
) -> None:
    persoon = kandidaat(GEVALLEN["bijna_met_pensioen"].kandidaten[0])
    gegevens = next(row for row in wereld.tables["persoonsgegevens"] if row["kandidaat_id"] == persoon["id"])
    geboren = gegevens["geboortedatum"]
    assert isinstance(geboren, date)
    assert vandaag.year - geboren.year >= 65
    assert persoon["niveau_geschat"] > persoon["niveau_bewezen"]


def test_a_full_praktijkopleider_leads_a_plek_with_a_free_seat(wereld: Rijen, plek: FindPlek) -> None:
    row = plek(GEVALLEN["volle_praktijkopleider"].plekken[0])
    taken = [each for each in wereld.tables["bezetting"] if each["leerwerkplek_id"] == row["id"]]
    lead = taken[0]["praktijkopleider_id"]
    ruimte = next(
        each for each in wereld.tables["begeleidingscapaciteiten"] if each["praktijkopleider_id"] == lead
    )
    assert len({each["kandidaat_id"] for each in taken}) < row["plaatsen"]
    assert {each["minuten"] for each in taken} == {ruimte["minuten_per_week"]}


def test_an_erkenning_begins_too_late_for_one_person_only(
    wereld: Rijen, kandidaat: FindKandidaat, plek: FindPlek, vandaag: date
) -> None:
    geval = GEVALLEN["erkenning_te_laat"]
    persoon, row = kandidaat(geval.kandidaten[0]), plek(geval.plekken[0])
    erkenning: Row = next(
        each for each in wereld.tables["erkenningen"] if each["vestiging_id"] == row["vestiging_id"]
    )
    kalender = Kalender.of(vandaag)
    last_start = persoon["periode"].upper - (kalender.week(persoon["weken"]) - kalender.week(0))
    assert last_start < erkenning["periode"].lower
    assert erkenning["periode"].lower < kalender.week(12)
    assert "proefplaatsing" not in persoon["vormen"]


def test_a_firm_without_erkenning_takes_a_proefplaatsing_only(
    wereld: Rijen, kandidaat: FindKandidaat, plek: FindPlek
) -> None:
    geval = GEVALLEN["nog_niet_erkend"]
    row = plek(geval.plekken[0])
    erkend = {each["vestiging_id"] for each in wereld.tables["erkenningen"]}
    assert row["vestiging_id"] not in erkend
    assert row["vormen"] == ["proefplaatsing"]
    assert "proefplaatsing" in kandidaat(geval.kandidaten[0])["vormen"]


def test_nobody_who_wants_the_work_can_reach_the_kas(wereld: Rijen, plek: FindPlek) -> None:
    row = plek(GEVALLEN["onbereikbare_plek"].plekken[0])
    offered, naar = werkprocessen_of_plek(wereld, row), punt_of_plek(wereld, row)
    wanting = {
        each["kandidaat_id"]
        for each in wereld.tables["kandidaat_werkprocessen"]
        if each["werkproces_id"] in offered
    }
    people: list[Row] = [each for each in wereld.tables["kandidaten"] if each["id"] in wanting]
    assert len([each for each in people if each["status"] == "matchbaar"]) == 3
    for persoon in people:
        minutes = EstimatedTravelTime().minutes(
            punt_of_pc4(wereld, persoon["pc4"]), naar, Vervoermiddel(persoon["vervoermiddel"])
        )
        assert minutes is None or minutes > persoon["max_reistijd"]


def test_one_kwalificatie_is_offered_by_the_school_in_midden_gelderland_only(
    wereld: Rijen, kandidaat: FindKandidaat
) -> None:
    crebos = {kandidaat(kenmerk)["crebo"] for kenmerk in GEVALLEN["school_midden_gelderland"].kandidaten}
    offers: list[Row] = [row for row in wereld.tables["opleidingen"] if row["crebo"] in crebos]
    schools = {wereld.tables["organisaties"][row["organisatie_id"] - 1]["regio_code"] for row in offers}
    assert len(GEVALLEN["school_midden_gelderland"].kandidaten) == 5
    assert schools == {"AM07"}
    assert all("AM09" in row["regio_codes"] for row in offers)
