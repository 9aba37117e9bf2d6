"""The form of a plek: made in one go, what is wrong is said at its field, what was typed is kept."""

import html
import re
from collections.abc import Sequence
from datetime import date

import pytest

from marketplace.web.leerwerkplekken.verschil import LABELS
from tests.marketplace.regio_details import occupy
from tests.marketplace.web.leerwerkplekken.formulier import good, send
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite


async def test_a_werkgever_makes_and_publishes_a_plek(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        form = (await visitor.get("/leerwerkplekken/nieuw")).text
        assert re.search(rf'name="vestiging"[^>]*value="{huis.regio.vestiging}"', form)
        status, page = await send(visitor, huis, None, good(huis))
        assert status == 303
        assert "bewaard als concept" in page
        number = await huis.eigenaar.fetchval("select max(id) from leerwerkplekken")
        assert (
            await visitor.post(f"/leerwerkplekken/{number}/publiceren", {"versie": "1"})
        ).status_code == 303
    row = await huis.eigenaar.fetchrow(
        "select status, upper(periode) as tot, vervoer_geregeld, fase from leerwerkplekken where id = $1",
        number,
    )
    assert row is not None
    assert tuple(row) == ("gepubliceerd", date(2027, 7, 1), True, "buiten_beschermd")


@pytest.mark.parametrize("plek", [None, 1])
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("fase", "buiten", "Kies"),
        ("tot", "2026-12-01", "De laatste dag ligt voor de eerste dag."),
        ("van", "gisteren", "Vul een datum in"),
        ("titel", "", "Vul dit veld in."),
        ("titel", "Plek 111222333", "getal dat een BSN kan zijn"),
        ("titel", "x" * 201, "Deze tekst is te lang."),
        ("omschrijving", "x" * 4001, "Deze tekst is te lang."),
        ("plaatsen", "0", "Vul 1 of meer in."),
        ("plaatsen", "1.5", "Vul een heel getal in"),
        ("dagdelen", [], "ten minste één dagdeel"),
        ("minuten_max", "4", "lager dan het laagste aantal"),
        ("minuten_max", "99", "1 tot 40 uur per week"),
        ("vormen", [], "Kies er ten minste één."),
        ("vormen", ["onzin"], "Maak een keuze uit de lijst."),
        ("sector", "onzin", "Maak een keuze uit de lijst."),
        ("voorwaarden", ["onzin"], "Maak een keuze uit de lijst."),
        ("werkprocessen", ["999999"], "Maak een keuze uit de lijst."),
        ("werkprocessen", ["99999999999999999999"], "of minder in."),
        ("dagdelen", ["9" * 5000], "Kies alleen dagdelen uit de lijst."),
        ("praktijkopleider", "999999", "Kies een praktijkopleider van deze vestiging."),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    huis: RegioSite, plek: int | None, name: str, value: str | Sequence[str], words: str
) -> None:
    before = await huis.eigenaar.fetch("select * from leerwerkplekken order by id")
    async with huis.site.logged_in(WERKGEVER) as visitor:
        status, page = await send(visitor, huis, plek, {**good(huis, versie="1"), name: value})
    assert status == 400
    assert words in page
    assert f'href="#{name}"' in page
    assert 'value="2027-06-30"' in page or name in {"tot", "van"}
    if isinstance(value, str) and name not in {"sector", "praktijkopleider"}:
        assert value in page
    assert await huis.eigenaar.fetch("select * from leerwerkplekken order by id") == before


async def test_a_vestiging_of_somebody_else_is_not_found(huis: RegioSite) -> None:
    async with huis.site.logged_in(BUURMAN) as visitor:
        fields = good(huis, praktijkopleider=str(huis.details.buren_praktijkopleider))
        status, _ = await send(visitor, huis, None, fields)
    assert status == 404
    assert await huis.eigenaar.fetchval("select count(*) from leerwerkplekken") == 3


async def test_a_strange_number_for_a_vestiging_is_an_error_at_its_field(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for number in ("abc", "", "9" * 40):
            status, page = await send(visitor, huis, None, good(huis, vestiging=number))
            assert status == 400
            assert 'href="#vestiging"' in page


async def test_an_overtaken_form_shows_both(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await send(visitor, huis, 1, good(huis, versie="1", titel="Eerste")))[0] == 303
        status, page = await send(visitor, huis, 1, good(huis, versie="1", titel="Tweede", plaatsen="3"))
    assert status == 409
    assert re.search(r"<td>Tweede</td>\s*<td>Eerste</td>", page)
    assert re.search(r"<td>3</td>\s*<td>2</td>", page)
    assert 'name="versie" value="2"' in page
    titel = "select titel from leerwerkplekken where id = $1"
    assert await huis.eigenaar.fetchval(titel, huis.regio.plekken[1]) == "Eerste"


async def test_an_overtaken_form_says_every_difference_in_words(huis: RegioSite) -> None:
    changed = good(
        huis,
        versie="1",
        sector="zorg",
        van="2026-12-14",
        dagdelen=["8"],
        minuten_max="12,5",
        taal="0",
        omschrijving="",
        voorwaarden=["rustige_plek", "niet_tillen"],
        werkprocessen=[str(each) for each in huis.details.werkprocessen],
    )
    async with huis.site.logged_in(WERKGEVER) as visitor:
        await send(visitor, huis, 1, good(huis, versie="1"))
        status, page = await send(visitor, huis, 1, changed)
    assert status == 409
    for typed, now in (
        ("Zorg", "Groen"),
        ("14 december 2026 tot en met 30 juni 2027", "7 december 2026 tot en met 30 juni 2027"),
        ("vrijdag in de ochtend", "maandag en dinsdag de hele dag"),
        ("12 uur 30", "16 uur"),
        ("geen Nederlands", "enkele woorden Nederlands"),
        ("leeg", "Je werkt in een warme kas."),
        ("Rustige plek en Niet zwaar tillen", "Rustige plek"),
        ("Je haalt onkruid weg. Je knipt hagen.", "Je haalt onkruid weg."),
    ):
        assert re.search(rf"<td>{typed}</td>\s*<td>{now}</td>", page), typed


async def test_who_takes_over_does_so_before_the_plek_ends(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        fields = good(huis, versie="1", praktijkopleider_vanaf="2027-07-01")
        status, page = await send(visitor, huis, 1, fields)
    assert status == 400
    assert "Deze dag ligt na de laatste dag van de plek." in page
    assert 'value="2027-07-01"' in page


async def test_people_who_are_there_keep_their_plaats_and_weeks(huis: RegioSite) -> None:
    for kandidaat in (0, 1):
        await occupy(huis.eigenaar, huis.regio, kandidaat, 1, date(2027, 1, 4))
    async with huis.site.logged_in(EIGEN) as visitor:
        fields = good(huis, versie="1", plaatsen="1", tot="2027-01-05")
        status, page = await send(visitor, huis, 1, fields)
    assert status == 400
    assert "Er zijn al 2 plaatsen bezet." in page
    assert "In de week van 4 januari 2027 is hier nog iemand." in page


async def test_a_form_without_erkenning_says_so(huis: RegioSite) -> None:
    async with huis.site.logged_in(BUURMAN) as visitor:
        page = (await visitor.get(f"/leerwerkplekken/{huis.details.buren_plek}/bewerken")).text
        assert "nog geen erkenning van SBB" in page
        assert "nog geen erkenning van SBB" in (await visitor.get("/leerwerkplekken/nieuw")).text


async def test_strangers_save_nothing(huis: RegioSite) -> None:
    for email in (VREEMD, BUURMAN):
        async with huis.site.logged_in(email) as visitor:
            assert (await send(visitor, huis, 1, good(huis, versie="1")))[0] == 404
    assert await huis.eigenaar.fetchval("select max(versie) from leerwerkplekken") == 1


async def test_the_summary_calls_every_field_as_the_form_does(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        new = (await visitor.get("/leerwerkplekken/nieuw")).text
        edit = (await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[1]}/bewerken")).text
        _, page = await send(visitor, huis, None, good(huis, titel=""))
    called = re.findall(r"<(?:label|legend)[^>]*>([^<]+?) *<", new + edit)
    assert set(LABELS.values()) <= {html.unescape(each) for each in called}
    assert 'href="#titel">Hoe heet de plek? Vul dit veld in.</a>' in page


async def test_work_is_only_needed_to_publish_and_the_form_says_so(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        form = (await visitor.get("/leerwerkplekken/nieuw")).text
        assert re.search(r"<legend>Wat doet iemand hier\? <span[^>]*>\(nodig om te publiceren\)", form)
        assert (await send(visitor, huis, None, good(huis, werkprocessen=[])))[0] == 303
