"""Everybody reads the catalogue, a beheerder keeps it, and a code never changes."""

import pytest

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

CREBO = 25258
NEW = {"code": "VB-GRO-77", "titel": "Rozen snoeien", "uitleg": "Je knipt rozen.", "bron": "voorbeeld"}
EDIT = {
    "naam": "Medewerker zorg",
    "niveau": "2",
    "sector": "zorg",
    "dossier": "Zorg voor allen",
    "bron": "SBB, 2026",
    "versie": "1",
}


async def test_everybody_who_is_in_reads_plain_words_before_codes(huis: RegioSite) -> None:
    for email in (EIGEN, VREEMD, WERKGEVER):
        async with huis.site.logged_in(email) as visitor:
            assert f"/kwalificaties/{CREBO}" in (await visitor.get("/kwalificaties")).text
            text = (await visitor.get(f"/kwalificaties/{CREBO}")).text
        assert text.index("Je haalt onkruid weg.") < text.index("VB-GRO-01")
        assert ("Werk toevoegen" in text) == (email == EIGEN)
    async with huis.site.visitor() as stranger:
        assert (await stranger.get(f"/kwalificaties/{CREBO}")).status_code == 303


async def test_a_kwalificatie_is_found_by_the_work_spelled_wrong(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        found = (await visitor.get("/kwalificaties?woorden=onkruit")).text
        nothing = (await visitor.get("/kwalificaties?woorden=raketbouw")).text
    assert f"/kwalificaties/{CREBO}" in found
    assert "Geen kwalificaties gevonden" in nothing


async def test_work_is_added_said_plainer_and_archived_with_a_history(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        added = await visitor.post(f"/kwalificaties/{CREBO}/werkprocessen/nieuw", NEW)
        assert added.headers["location"] == f"/kwalificaties/{CREBO}", added.text
        number = await huis.eigenaar.fetchval("select id from werkprocessen where code = 'VB-GRO-77'")
        path = f"/werkprocessen/{number}"
        said = {"titel": "Rozen snoeien", "uitleg": "Je snoeit rozen.", "bron": "SBB, 2026", "versie": "1"}
        assert (await visitor.post(path, said)).status_code == 303
        late = await visitor.post(path, {**said, "uitleg": "Je knipt de roos."})
        assert late.status_code == 409
        assert "Je snoeit rozen." in late.text
        assert "Je knipt de roos." in late.text
        assert (await visitor.post(f"{path}/archiveren", {"versie": "2"})).status_code == 303
        text = (await visitor.get(path)).text
        assert "staat in het archief" in text
        assert "Je knipt rozen.</del>" in text
        plek = f"/leerwerkplekken/{huis.regio.plekken[0]}/bewerken"
        assert "Je snoeit rozen." not in (await visitor.get(plek)).text
        assert (await visitor.post(f"{path}/terughalen", {"versie": "3"})).status_code == 303
        assert "Je snoeit rozen." in (await visitor.get(plek)).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code": "GRO 1"}, "Neem de code over uit het dossier"),
        ({"code": "VB-GRO-01"}, "Deze code staat al bij deze kwalificatie."),
        ({"uitleg": ""}, "Vul"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    huis: RegioSite, change: dict[str, str], sentence: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(f"/kwalificaties/{CREBO}/werkprocessen/nieuw", {**NEW, **change})
    assert response.status_code == 400
    assert sentence in response.text
    assert "Rozen snoeien" in response.text


async def test_a_kwalificatie_ends_on_a_day_and_cannot_be_chosen_after_it(huis: RegioSite) -> None:
    form = f"/kandidaten/{huis.regio.kandidaten[1]}/bewerken"
    async with huis.site.logged_in(EIGEN) as visitor:
        assert f'value="{CREBO}"' in (await visitor.get(form)).text
        early = await visitor.post(f"/kwalificaties/{CREBO}/einde", {"tot": "2001-01-01", "versie": "1"})
        assert early.status_code == 400
        done = await visitor.post(f"/kwalificaties/{CREBO}/einde", {"tot": "2026-11-19", "versie": "1"})
        assert done.status_code == 303
        text = (await visitor.get(f"/kwalificaties/{CREBO}")).text
        assert "Deze kwalificatie geldt niet meer." in text
        assert "19 november 2026" in text
        assert f'value="{CREBO}"' not in (await visitor.get(form)).text


async def test_nobody_else_changes_the_catalogue(huis: RegioSite) -> None:
    """Nor the beheerder of one organisatie, for the catalogue belongs to all regios."""
    await huis.eigenaar.execute(
        "insert into account_rollen (account_id, rol, organisatie_id) select id, 'beheerder', $1"
        " from accounts where naam = 'werkgever'",
        huis.regio.organisatie,
    )
    number = await huis.eigenaar.fetchval("select id from werkprocessen where code = 'VB-GRO-01'")
    for email in (WERKGEVER, VREEMD):
        async with huis.site.logged_in(email) as visitor:
            for path, fields in (
                (f"/kwalificaties/{CREBO}/werkprocessen/nieuw", NEW),
                (f"/kwalificaties/{CREBO}/einde", {"versie": "1"}),
                (f"/werkprocessen/{number}", {"titel": "Weg", "uitleg": "Weg", "bron": "x", "versie": "1"}),
                (f"/kwalificaties/{CREBO}/bewerken", EDIT),
                (f"/werkprocessen/{number}/archiveren", {"versie": "1"}),
            ):
                assert (await visitor.post(path, fields)).status_code == 403
    assert await huis.eigenaar.fetchval("select versie from werkprocessen where id = $1", number) == 1


async def test_what_stands_of_a_kwalificatie_is_mended_and_its_own_work_goes_with_it(huis: RegioSite) -> None:
    path = f"/kwalificaties/{CREBO}/bewerken"
    async with huis.site.logged_in(EIGEN) as visitor:
        assert f'href="{path}"' in (await visitor.get(f"/kwalificaties/{CREBO}")).text
        assert 'value="Assistent groen"' in (await visitor.get(path)).text
        assert (await visitor.post(path, EDIT)).status_code == 303
        page = (await visitor.get(f"/kwalificaties/{CREBO}")).text
        for words in ("Medewerker zorg", "Niveau 2", "Assistent groen</del>", "Groen</del>", "Zorg</ins>"):
            assert words in page
        late = await visitor.post(path, {**EDIT, "naam": "Helpende", "niveau": "3"})
        assert late.status_code == 409
        for words in ("Helpende</td>", "Medewerker zorg</td>", "Niveau 3</td>", "Niveau 2</td>"):
            assert words in late.text
        assert 'name="versie" value="2"' in late.text
    sectors = await huis.eigenaar.fetch("select distinct crebo, sector from werkprocessen")
    assert {tuple(row) for row in sectors} == {(CREBO, "zorg")}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sector": "vis"}, "Maak een keuze uit de lijst."),
        ({"niveau": "5"}, "Vul 4 of minder in."),
        ({"naam": ""}, "Vul dit veld in."),
    ],
)
async def test_a_kwalificatie_is_not_mended_with_what_is_wrong(
    huis: RegioSite, change: dict[str, str], sentence: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        refused = await visitor.post(f"/kwalificaties/{CREBO}/bewerken", {**EDIT, **change})
    assert refused.status_code == 400
    assert sentence in refused.text
    assert "Zorg voor allen" in refused.text
    assert await huis.eigenaar.fetchval("select versie from kwalificaties where crebo = $1", CREBO) == 1


KWALIFICATIE = {
    "naam": "Voorbeeldberoep",
    "crebo": "25999",
    "niveau": "2",
    "sector": "groen",
    "dossier": "Voorbeelddossier",
    "dossier_crebo": "23999",
    "van": "2026-08-01",
    "bron": "voorbeeld",
}


async def test_a_kwalificatie_is_added_and_then_its_work(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "Nieuwe kwalificatie" in (await visitor.get("/kwalificaties")).text
        made = await visitor.post("/kwalificaties/nieuw", KWALIFICATIE)
        assert made.headers["location"] == "/kwalificaties/25999", made.text
        assert (await visitor.post("/kwalificaties/25999/werkprocessen/nieuw", NEW)).status_code == 303
        text = (await visitor.get("/kwalificaties/25999")).text
    assert "Je knipt rozen." in text
    assert "Toegevoegd" in text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"crebo": str(CREBO)}, "Deze kwalificatie staat er al."),
        ({"crebo": "12"}, "Vul 10.000 of meer in."),
        ({"sector": "vis"}, "Maak een keuze uit de lijst."),
        ({"van": ""}, "Vul"),
    ],
)
async def test_a_kwalificatie_with_what_is_wrong_is_not_added(
    huis: RegioSite, change: dict[str, str], sentence: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/kwalificaties/nieuw", {**KWALIFICATIE, **change})
    assert response.status_code == 400
    assert sentence in response.text
    assert "Voorbeelddossier" in response.text
    assert await huis.eigenaar.fetchval("select count(*) from kwalificaties") == 1


async def test_nobody_else_adds_a_kwalificatie(huis: RegioSite) -> None:
    for email in (VREEMD, WERKGEVER):
        async with huis.site.logged_in(email) as visitor:
            assert "Nieuwe kwalificatie" not in (await visitor.get("/kwalificaties")).text
            assert (await visitor.get("/kwalificaties/nieuw")).status_code == 403
            assert (await visitor.post("/kwalificaties/nieuw", KWALIFICATIE)).status_code == 403
