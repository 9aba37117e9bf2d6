"""Buses, places to stop and afdelingen on their pages."""

import re

import pytest

from tests.marketplace.web.groepsdetachering.bedrijf.conftest import Huis


async def make_stops(huis: Huis, count: int) -> list[int]:
    """So many places to stop."""
    for number in range(count):
        status, _ = await huis.post(
            "/bedrijf/opstapplaatsen/nieuw", naam=f"Halte {number}", plaats=huis.klein.plaatsen[0]
        )
        assert status == 303
    return [int(str(row[0])) for row in await huis.rows("select id from opstapplaatsen order by id")]


def bus(huis: Huis, **other: object) -> dict[str, object]:
    """A bus as it is filled in."""
    return {"naam": "Witte bus", "plaatsen": 8, "plaats": huis.klein.plaatsen[1], **other}


async def test_a_bus_is_made_with_its_stops_in_order(huis: Huis) -> None:
    page = await huis.get("/bedrijf/bussen/nieuw")
    assert "Er zijn nog geen opstapplaatsen" in page
    one, two, three = await make_stops(huis, 3)
    typed = bus(huis, opstapplaatsen=[three, "", one])
    assert (await huis.post("/bedrijf/bussen/nieuw", **typed))[0] == 303
    page = await huis.get("/bedrijf")
    assert "Halte 2, Halte 0" in page
    [(number,)] = await huis.rows("select id from bussen")
    form = await huis.get(f"/bedrijf/bussen/{number}")
    assert re.findall(r'<option value="(\d+)" selected>Halte', form) == [str(three), str(one)]
    assert (await huis.post(f"/bedrijf/bussen/{number}", **bus(huis, opstapplaatsen=[two], versie=1)))[
        0
    ] == 303
    assert await huis.rows("select opstapplaats_id from bus_opstapplaatsen") == [(two,)]
    path = f"/bedrijf/bussen/{number}/afwezig"
    assert (await huis.post(path, eerste="2026-12-07", laatste="2026-12-07", versie=2))[0] == 303
    assert "7 dec 2026 t/m 7 dec 2026" in await huis.get("/bedrijf")
    status, page = await huis.post(f"/bedrijf/opstapplaatsen/{two}/archiveren", versie=1)
    assert (status, "Hier stopt nog een bus: Witte bus." in page) == (409, True)
    assert (await huis.post(f"/bedrijf/opstapplaatsen/{one}/archiveren", versie=1))[0] == 303


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("naam", "witte BUS", "Er is al een bus met deze naam."),
        ("plaatsen", "0", "Vul 1 of meer in."),
        ("plaatsen", "61", "Vul 60 of minder in."),
        ("plaatsen", "acht", "Vul een heel getal in."),
        ("plaats", "", "Vul dit veld in."),
        ("plaats", "9999", "Kies een plaats uit de lijst."),
        ("opstapplaatsen", [0, 1, 2, 3, 4, 5], "Kies er hooguit 5."),
        ("opstapplaatsen", [0, 0], "Kies elke opstapplaats één keer."),
        ("opstapplaatsen", [9], "Maak een keuze uit de lijst."),
    ],
)
async def test_a_bus_that_cannot_be_is_refused_at_its_field(
    huis: Huis, field: str, value: object, words: str
) -> None:
    stops = await make_stops(huis, 6)
    assert (await huis.post("/bedrijf/bussen/nieuw", **bus(huis)))[0] == 303
    if isinstance(value, list):
        value = [stops[each] if each < len(stops) else 9999 for each in value]
    form = {**bus(huis), "naam": "Rode bus", field: value}
    status, page = await huis.post("/bedrijf/bussen/nieuw", **form)
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page
    assert await huis.rows("select count(*) from bussen") == [(1,)]


async def test_an_afdeling_has_a_minimum_and_a_wish_for_each_day(huis: Huis) -> None:
    assert "Er zijn nog geen afdelingen" in await huis.get("/bedrijf")
    numbers = {"minimum_ma": 2, "gewenst_ma": 4, "minimum_di": 3, "gewenst_di": 3}
    assert (await huis.post("/bedrijf/afdelingen/nieuw", naam="Metaal", **numbers))[0] == 303
    page = await huis.get("/bedrijf")
    assert "2, liefst 4" in page
    stored = "select minimum, gewenst from afdelingen"
    assert await huis.rows(stored) == [([2, 3, 0, 0, 0], [4, 3, 0, 0, 0])]
    [(number,)] = await huis.rows("select id from afdelingen")
    path = f"/bedrijf/afdelingen/{number}"
    for wrong, field, words in (
        ({"minimum_ma": 5, "gewenst_ma": 4}, "gewenst_ma", "Op maandag is het gewenste aantal lager"),
        ({"minimum_vr": "1,5"}, "minimum_vr", "Vul een heel getal in."),
        ({"minimum_vr": "-1"}, "minimum_vr", "Vul een heel getal in."),
        ({"gewenst_vr": "1001"}, "gewenst_vr", "Vul 1.000 of minder in."),
        ({"naam": ""}, "naam", "Vul dit veld in."),
    ):
        status, page = await huis.post(path, **{"naam": "Metaal", "versie": 1, **wrong})
        assert status == 400
        assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page
    assert (await huis.post(path, naam="Verpakken", versie=1))[0] == 303
    status, page = await huis.post("/bedrijf/afdelingen/nieuw", naam="verpakken")
    assert (status, "Er is al een afdeling met deze naam." in page) == (400, True)
    assert (await huis.post(f"{path}/archiveren", versie=2))[0] == 303
    assert "Er zijn nog geen afdelingen" in await huis.get("/bedrijf")
