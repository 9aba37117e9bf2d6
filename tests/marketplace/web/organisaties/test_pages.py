"""The pages of organisaties and vestigingen: who sees what, bad input, overtaken forms, the archive."""

import html
import re

import pytest

from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite

NEW = {"naam": "Nieuw Bedrijf", "soort": "werkgever", "kvk": "1234.5678", "regio": "AM09"}


@pytest.mark.parametrize(
    ("email", "seen"),
    [
        (EIGEN, {"Voorbeeld Tuinen", "Voorbeeld Elders"}),
        (WERKGEVER, {"Voorbeeld Tuinen"}),
        (BUURMAN, {"Voorbeeld Elders"}),
        (VREEMD, set()),
    ],
)
async def test_everyone_sees_the_own_organisaties(huis: RegioSite, email: str, seen: set[str]) -> None:
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get("/organisaties")).text
    assert {each for each in ("Voorbeeld Tuinen", "Voorbeeld Elders") if each in text} == seen
    assert ("Geen organisaties gevonden" in text) == (not seen)


@pytest.mark.parametrize("query", ["plaats=9999999999999999999", "soort=%00", "pagina=x", "woorden=tuijnen"])
async def test_a_filter_narrows_and_nonsense_narrows_nothing(huis: RegioSite, query: str) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.get(f"/organisaties?{query}")
    assert response.status_code == 200
    assert "Open leerwerkplekken" in response.text
    assert "Voorbeeld Tuinen" in response.text
    assert ("Voorbeeld Elders" in response.text) == (query != "woorden=tuijnen")


async def test_one_organisatie_shows_all_that_is_its_own(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get(f"/organisaties/{huis.regio.organisatie}")).text
    for words in ("Zelhem", "Gras maaien", "af en toe erbij", "Assistent groen", "1 werkproces"):
        assert words in text
    assert f'href="/praktijkopleiders/{huis.details.praktijkopleider}"' in text
    for action in ("Organisatie bewerken", "Vestiging toevoegen", "Erkenning vastleggen", "archief"):
        assert action not in text
    assert "Praktijkopleider toevoegen" in text


async def test_what_is_somebody_elses_does_not_exist(huis: RegioSite) -> None:
    erkenning = await huis.eigenaar.fetchval("select id from erkenningen")
    own = huis.regio
    paths = [
        f"/organisaties/{own.organisatie}",
        f"/organisaties/{own.organisatie}/bewerken",
        f"/organisaties/{own.organisatie}/vestigingen/nieuw",
        f"/organisaties/{own.organisatie}/opleidingen/nieuw",
        f"/vestigingen/{own.vestiging}/bewerken",
        f"/vestigingen/{own.vestiging}/erkenningen/nieuw",
        f"/vestigingen/{own.vestiging}/praktijkopleiders/nieuw",
        f"/praktijkopleiders/{huis.details.praktijkopleider}/bewerken",
        f"/praktijkopleiders/{huis.details.praktijkopleider}/vertrek",
        f"/erkenningen/{erkenning}/bewerken",
    ]
    for email in (VREEMD, BUURMAN):
        async with huis.site.logged_in(email) as visitor:
            for path in paths:
                assert (await visitor.get(path)).status_code == 404, path
                if not path.endswith(str(own.organisatie)):
                    assert (await visitor.post(path, {"versie": "1"})).status_code == 404, path
            for path in (f"/organisaties/{own.organisatie}", f"/vestigingen/{own.vestiging}"):
                for verb in ("archiveren", "terughalen"):
                    response = await visitor.post(f"{path}/{verb}", {"versie": "1"})
                    assert response.status_code == 404


async def test_who_only_reads_gets_no_form_to_save(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        path = f"/organisaties/{huis.regio.organisatie}"
        response = await visitor.post(f"{path}/bewerken", {**NEW, "versie": "1"})
        assert response.status_code == 403
        assert (await visitor.post(f"{path}/archiveren", {"versie": "1"})).status_code == 403
        assert (await visitor.post("/organisaties/nieuw", NEW)).status_code == 403
        vestiging = f"/vestigingen/{huis.regio.vestiging}/bewerken"
        for form in ("/organisaties/nieuw", f"{path}/bewerken", f"{path}/vestigingen/nieuw", vestiging):
            refused = await visitor.get(form)
            assert refused.status_code == 403
            assert "Dit kan hier alleen met de rol accountmanager of beheerder." in refused.text


async def test_a_new_organisatie_gets_a_vestiging(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/organisaties/nieuw", NEW)
        assert response.status_code == 303
        path = response.headers["location"]
        text = (await visitor.get(path)).text
        assert "12345678" in text
        assert "Er is nog geen vestiging." in text
        plaats = await huis.eigenaar.fetchval("select id from plaatsen where naam = 'Vorden'")
        assert "Vorden (Bronckhorst)" in (await visitor.get(f"{path}/vestigingen/nieuw")).text
        fields = {"naam": "Hoofdkantoor", "plaats": str(plaats), "leerbedrijf_id": "LB-7"}
        assert (await visitor.post(f"{path}/vestigingen/nieuw", fields)).status_code == 303
        text = (await visitor.get(path)).text
    assert "Hoofdkantoor" in text
    assert "LB-7" in text


async def test_every_error_stands_at_its_field_and_what_was_typed_stays(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        wrong = {"naam": "", "soort": "", "kvk": "12 34", "regio": "AM09"}
        response = await visitor.post("/organisaties/nieuw", wrong)
        text = html.unescape(response.text)
        assert response.status_code == 400
        assert text.count('aria-invalid="true"') == 3
        assert "Een KVK-nummer heeft 8 cijfers." in text
        assert 'value="12 34"' in text
        taken = {**NEW, "naam": "Voorbeeld Elders"}
        text = (await visitor.post("/organisaties/nieuw", taken)).text
        assert "Er is al een organisatie met deze naam in deze regio." in text
        plek = await visitor.post(
            f"/organisaties/{huis.regio.organisatie}/vestigingen/nieuw",
            {"naam": "Vestiging", "plaats": "999999", "leerbedrijf_id": "111222333"},
        )
        assert plek.status_code == 400
        assert "BSN" in plek.text


async def test_an_overtaken_form_shows_both(huis: RegioSite) -> None:
    path = f"/organisaties/{huis.regio.organisatie}"
    async with huis.site.logged_in(EIGEN) as visitor:
        fields = {"naam": "Eerste naam", "soort": "werkgever", "kvk": "", "versie": "1"}
        assert (await visitor.post(f"{path}/bewerken", fields)).status_code == 303
        response = await visitor.post(f"{path}/bewerken", {**fields, "naam": "Tweede naam"})
        text = response.text
        assert response.status_code == 409
        assert re.search(r"<td>Tweede naam</td>\s*<td>Eerste naam</td>", text)
        assert 'name="versie" value="2"' in text
        page = (await visitor.get(path)).text
        assert re.search(r"Wat er is veranderd.*Voorbeeld Tuinen</del>.*Eerste naam</ins>", page, re.DOTALL)
        vestiging = f"/vestigingen/{huis.regio.vestiging}/bewerken"
        plaatsen = [
            str(row["id"]) for row in await huis.eigenaar.fetch("select id from plaatsen order by naam")
        ]
        place = {"naam": "Kas", "plaats": plaatsen[1], "versie": "1"}
        assert (await visitor.post(vestiging, place)).status_code == 303
        response = await visitor.post(vestiging, {**place, "plaats": plaatsen[2]})
    assert response.status_code == 409
    assert re.search(r"<td>Zelhem \(Bronckhorst\)</td>\s*<td>Vorden \(Bronckhorst\)</td>", response.text)


async def test_what_keeps_it_out_of_the_archive_is_said_on_the_page(huis: RegioSite) -> None:
    path = f"/organisaties/{huis.regio.organisatie}"
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(f"{path}/archiveren", {"versie": "1"})
        assert response.status_code == 409
        assert "Hier zijn 2 leerwerkplekken nog open." in response.text
        await huis.eigenaar.execute("update leerwerkplekken set status = 'gesloten'")
        assert (await visitor.post(f"{path}/archiveren", {"versie": "1"})).status_code == 303
        assert "Deze organisatie staat in het archief" in (await visitor.get(path)).text
        assert "Voorbeeld Tuinen" not in (await visitor.get("/organisaties")).text
        assert "Voorbeeld Tuinen" in (await visitor.get("/organisaties?archief=ja")).text
        plek = f"/leerwerkplekken/{huis.regio.plekken[0]}/publiceren"
        assert (await visitor.post(plek, {"versie": "1"})).status_code == 409
        late = await visitor.post(f"{path}/terughalen", {"versie": "1"})
        assert late.status_code == 409
        assert "Iemand anders was u voor" in late.text
        assert (await visitor.post(f"{path}/terughalen", {"versie": "2"})).status_code == 303
        assert "Voorbeeld Tuinen" in (await visitor.get("/organisaties")).text
        vestiging = f"/vestigingen/{huis.regio.vestiging}"
        assert (await visitor.post(f"{vestiging}/archiveren", {"versie": "1"})).status_code == 303
        assert "Terughalen" in (await visitor.get(f"{vestiging}/bewerken")).text
        assert (await visitor.post(f"{vestiging}/terughalen", {"versie": "2"})).status_code == 303


async def test_a_beheerder_of_the_regio_edits_and_sees_no_plekken(huis: RegioSite) -> None:
    email = await give_role(huis, "beheerder", regio_code="AM09")
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get(f"/organisaties/{huis.regio.organisatie}")).text
        assert "Organisatie bewerken" in text
        assert "Hier is geen leerwerkplek die u kunt zien." in text
        assert "Gras maaien" not in text
        assert "Open leerwerkplekken" not in (await visitor.get("/organisaties")).text
        page = (await visitor.get(f"/praktijkopleiders/{huis.details.praktijkopleider}")).text
        assert "Met uw rol ziet u niet op welke leerwerkplekken" in page
        response = await visitor.post(f"/organisaties/{huis.regio.organisatie}/archiveren", {"versie": "1"})
    assert "Hier zijn 2 leerwerkplekken nog open." in response.text
