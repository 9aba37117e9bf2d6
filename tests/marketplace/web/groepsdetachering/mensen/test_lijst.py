"""The list of people: filters, who is missing what, whose way back ends, and who comes to it."""

import pytest

from tests.marketplace.web.groepsdetachering.bedrijf.conftest import (
    BUURPLANNER,
    EIGEN,
    WERKLEIDER,
    Huis,
)


async def test_the_list_says_who_works_where_and_what_is_missing(huis: Huis) -> None:
    page = await huis.get("/mensen")
    for words in ("K-0001", "Montage", "1. Binnen", "ma t/m vr", "0 van 5 dagen", "mist weken buiten"):
        assert words in page
    assert "2 medewerkers" in page
    assert "K-0003" not in page
    assert "Medewerker toevoegen" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?woorden=k-0002", ["K-0002"]),
        ("?buiten=nee", ["K-0002"]),
        ("?buiten=ja", ["K-0001"]),
        ("?klaar=ja", ["K-0001"]),
        ("?trede=2", []),
        ("?trede=1", ["K-0001", "K-0002"]),
        ("?afdeling=999", []),
        ("?klaar=onzin", ["K-0001", "K-0002"]),
    ],
)
async def test_filters_narrow_the_list(huis: Huis, query: str, found: list[str]) -> None:
    one, two, _ = huis.klein.regio.kandidaten
    await huis.eigenaar.execute("update medewerkers set klaar = true where kandidaat_id = $1", one)
    await huis.eigenaar.execute("update medewerkers set wil_buiten = false where kandidaat_id = $1", two)
    page = await huis.get(f"/mensen{query}")
    assert [each for each in ("K-0001", "K-0002") if f">{each}</a></th>" in page] == found
    if not found:
        assert "Geen medewerkers gevonden" in page


async def test_who_wishes_to_stay_is_left_alone_and_who_left_stands_apart(huis: Huis) -> None:
    one, two, _ = huis.klein.regio.kandidaten
    await huis.eigenaar.execute("update medewerkers set wil_buiten = false where kandidaat_id = $1", one)
    await huis.eigenaar.execute(
        "update medewerkers set uit_dienst_op = '2026-11-01' where kandidaat_id = $1", two
    )
    page = await huis.get("/mensen")
    assert "met rust gelaten" in page
    assert "1 medewerker<" in page
    assert "Uit dienst (1)" in page
    alone = await huis.get(f"/mensen/{one}")
    assert "wordt met rust gelaten" in alone
    assert "Zelfstandig werken" not in alone


async def test_without_anybody_the_list_says_how_to_begin(huis: Huis) -> None:
    await huis.eigenaar.execute("delete from medewerkers")
    page = await huis.get("/mensen")
    assert "Maak iemand van uw eigen mensen medewerker." in page
    assert "Er is nu niemand bijna klaar" in await huis.get("/mensen/bijna-klaar")


async def test_who_is_nearly_ready_stands_with_what_is_missing(huis: Huis) -> None:
    one = huis.klein.regio.kandidaten[0]
    assert "K-0001" not in await huis.get("/mensen/bijna-klaar")
    await huis.eigenaar.execute("update medewerkers set behoefte = 0 where kandidaat_id = $1", one)
    await huis.eigenaar.execute(
        "insert into kandidaat_werkprocessen (kandidaat_id, werkproces_id, stand) values ($1, $2, 'bewezen')",
        one,
        huis.klein.werkprocessen[0],
    )
    page = await huis.get("/mensen/bijna-klaar")
    assert "K-0001" in page
    assert "Er is nog geen week buiten volgehouden." in page
    assert "Doet 1 werkproces" not in page


async def test_a_medewerker_is_added_from_the_own_kandidaten(huis: Huis) -> None:
    three = huis.klein.regio.kandidaten[2]
    assert "K-0003, Zelhem" in await huis.get("/mensen/toevoegen")
    status, page = await huis.post("/mensen/toevoegen", kandidaat=three, trede=9)
    assert (status, "Kies een trede van uw bedrijf." in page) == (400, True)
    status, where = await huis.post("/mensen/toevoegen", kandidaat=three, trede=1)
    assert (status, where) == (303, f"{huis.path}/mensen/{three}/bewerken")
    assert "K-0003" in await huis.get("/mensen")
    assert "Iedereen van uw bedrijf is al medewerker" in await huis.get("/mensen/toevoegen")


async def test_a_werkleider_reads_and_others_see_nothing(huis: Huis) -> None:
    one = huis.klein.regio.kandidaten[0]
    page = await huis.get("/mensen", WERKLEIDER)
    assert "K-0001" in page
    assert "Medewerker toevoegen" not in page
    assert "Gesprek vastleggen" not in await huis.get(f"/mensen/{one}", WERKLEIDER)
    for path in ("/mensen/toevoegen", f"/mensen/{one}/bewerken"):
        assert (await huis.ask(path, WERKLEIDER))[0] == 403
    for path in ("/mensen", "/mensen/bijna-klaar", f"/mensen/{one}", f"/mensen/{one}/bewerken"):
        assert (await huis.ask(path, BUURPLANNER))[0] == 404
        assert (await huis.ask(path, EIGEN))[0] == 403
    assert (await huis.ask("/mensen/999"))[0] == 404
