"""Somebody is registered, takes part, leaves, and goes into the archive and back, as a program does it."""

from collections.abc import Mapping

import pytest

from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite

NEW: Mapping[str, object] = {
    "naam": "Noor Voorbeeld",
    "geboortedatum": "1990-05-01",
    "telefoon": "06-00000002",
    "gewenst": [],
    "sectorwensen": ["groen"],
    "vormen": ["proefplaatsing"],
    "niveauGeschat": 1,
    "pc4": "7021",
    "vervoermiddel": "fiets",
    "maxReistijd": 30,
    "reistAlleen": True,
    "dagdelen": ["ma_ochtend", "di_ochtend"],
    "minutenMin": 240,
    "minutenMax": 480,
    "van": "2026-12-07",
    "weken": 26,
    "taal": 2,
    "begeleiding": [240, 120],
}


async def test_who_is_registered_has_a_kenmerk_and_their_name_never_comes_back(
    huis: RegioSite, regio_program: Program
) -> None:
    made = await regio_program.send("POST", "/kandidaten", NEW)
    assert made.status_code == 201, made.text
    assert (made.json()["status"], made.json()["begeleiding"]) == ("voor_aangemeld", [240, 120])
    assert "Noor" not in made.text
    assert "1990" not in made.text
    path = made.headers["location"].removeprefix("/api/v1")
    assert (await regio_program.get(path)).json() == made.json()
    number = made.json()["id"]
    query = "select naam from persoonsgegevens where kandidaat_id = $1"
    assert await huis.eigenaar.fetchval(query, number) == "Noor Voorbeeld"


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"pc4": "6811"}, "body/pc4"),
        ({"geboortedatum": "2030-01-01"}, "body/geboortedatum"),
        ({"telefoon": "123"}, "body/telefoon"),
        ({"swBedrijfId": 999}, "body/swBedrijfId"),
    ],
)
async def test_nobody_is_registered_with_what_is_wrong(
    huis: RegioSite, regio_program: Program, wrong: Mapping[str, object], place: str
) -> None:
    refused = await regio_program.send("POST", "/kandidaten", {**NEW, **wrong})
    assert refused.status_code == 400
    assert place in [each["location"] for each in refused.json()["errors"]]
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == len(huis.regio.kandidaten)


@pytest.mark.parametrize(
    ("wrong", "places"),
    [
        (
            {"taal": 9, "pc4": "6811", "geboortedatum": "2030-01-01"},
            {"body/taal", "body/pc4", "body/geboortedatum"},
        ),
        ({"naam": "", "swBedrijfId": 999, "onzin": 1}, {"body/naam", "body/swBedrijfId", "body/onzin"}),
        ({"van": "morgen", "tot": "2020-01-01"}, {"body/van"}),
        ({"minutenMin": "veel", "minutenMax": 60}, {"body/minutenMin"}),
    ],
)
async def test_what_cannot_be_read_and_what_cannot_be_are_told_together(
    huis: RegioSite, regio_program: Program, wrong: Mapping[str, object], places: set[str]
) -> None:
    refused = await regio_program.send("POST", "/kandidaten", {**NEW, **wrong})
    assert refused.status_code == 400
    told = [each["location"] for each in refused.json()["errors"]]
    assert sorted(told) == sorted(places)
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == len(huis.regio.kandidaten)


async def test_an_empty_text_and_an_unknown_address_are_told_as_such(regio_program: Program) -> None:
    refused = await regio_program.send("POST", "/kandidaten", {**NEW, "naam": ""})
    assert refused.json()["errors"][0]["message"] == "Deze tekst is leeg. Vul hier iets in."
    unknown = await regio_program.get("/onbekend")
    assert (unknown.status_code, unknown.headers["api-version"]) == (404, "1.0.0")


async def test_a_werkgever_registers_nobody_and_moves_nobody(huis: RegioSite) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie)
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    async with program(huis.site.app, token) as other:
        assert (await other.send("POST", "/kandidaten", NEW)).status_code == 403
        stop = {"status": "teruggetrokken", "reden": "Ander werk gevonden."}
        assert (await other.send("POST", f"{path}/status", stop, if_match="1")).status_code == 404
        assert (await other.send("POST", f"{path}/archivering", if_match="1")).status_code == 404


async def test_somebody_takes_part_leaves_with_a_reason_and_goes_to_the_archive_and_back(
    regio_program: Program,
) -> None:
    made = await regio_program.send("POST", "/kandidaten", NEW)
    path = made.headers["location"].removeprefix("/api/v1")
    without = await regio_program.send("POST", f"{path}/status", {"status": "matchbaar"}, if_match="1")
    assert without.json()["errors"][0]["location"] == "body/sinds"
    begin = {"status": "matchbaar", "sinds": "2026-11-16"}
    taken = await regio_program.send("POST", f"{path}/status", begin, if_match="1")
    assert (taken.status_code, taken.json()["status"]) == (200, "matchbaar")
    early = await regio_program.send("POST", f"{path}/archivering", if_match="2")
    assert early.status_code == 409
    stop = {"status": "teruggetrokken"}
    silent = await regio_program.send("POST", f"{path}/status", stop, if_match="2")
    assert silent.json()["errors"][0]["location"] == "body/reden"
    stop["reden"] = "Ander werk gevonden."
    assert (await regio_program.send("POST", f"{path}/status", stop, if_match="1")).status_code == 412
    left = await regio_program.send("POST", f"{path}/status", stop, if_match="2")
    assert left.json()["status"] == "teruggetrokken"
    away = await regio_program.send("POST", f"{path}/archivering", if_match=str(left.json()["versie"]))
    assert away.json()["gearchiveerdOp"] is not None
    back = await regio_program.send("POST", f"{path}/terughaling", if_match=str(away.json()["versie"]))
    assert back.json()["gearchiveerdOp"] is None


async def test_the_program_of_a_consulent_sees_whom_it_registered_and_nobody_else(huis: RegioSite) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="consulent", organisatie_id=huis.regio.organisatie)
    async with program(huis.site.app, token) as own:
        assert (await own.get("/kandidaten")).json()["items"] == []
        made = await own.send("POST", "/kandidaten", NEW)
        assert made.status_code == 201, made.text
        path = made.headers["location"].removeprefix("/api/v1")
        assert (await own.get(path)).json() == made.json()
        assert (await own.get("/kandidaten")).json()["items"] == [made.json()]
        assert (await own.get(f"/kandidaten/{huis.regio.kandidaten[0]}")).status_code == 404
