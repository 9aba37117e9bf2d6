"""The form of a profile: what was typed is kept, what is wrong is said at its field, nothing changes."""

import html
import re
from collections.abc import Sequence

import pytest

from marketplace.web.kandidaten.verschil import LABELS
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

GOOD: dict[str, str | Sequence[str]] = {
    "gewenst": [],
    "sectorwensen": ["groen", "", "", "", ""],
    "vormen": ["proefplaatsing", ""],
    "niveau_geschat": "1",
    "pc4": "7251",
    "vervoermiddel": "ov",
    "max_reistijd": "45",
    "reist_alleen": "ja",
    "dagdelen": ["0", "1"],
    "interne_dagen": "2",
    "minuten_min": "8",
    "minuten_max": "16,5",
    "van": "2026-12-07",
    "tot": "2027-06-30",
    "weken": "12",
    "voorwaarden": ["rustige_plek"],
    "taal": "2",
    "begeleiding_week": ["1", "4", ""],
    "begeleiding_uren": ["5", "1:30", ""],
    "fase": "buiten_beschermd",
    "toelichting": "Werkt graag buiten.",
    "versie": "1",
}


def path_of(huis: RegioSite) -> str:
    """The form of the first kandidaat."""
    return f"/kandidaten/{huis.regio.kandidaten[0]}/bewerken"


async def versie_of(huis: RegioSite) -> int:
    """The version of the first kandidaat."""
    found: int = await huis.eigenaar.fetchval(
        "select versie from kandidaten where id = $1", huis.regio.kandidaten[0]
    )
    return found


async def test_the_form_opens_with_what_is_there(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(path_of(huis))).text
    fields = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', text)
    assert {("pc4", "7021"), ("begeleiding_uren", "5"), ("tot", "2027-10-31"), ("versie", "1")} <= set(fields)


async def test_an_edit_is_saved_and_shown(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path_of(huis), GOOD)
        assert response.status_code == 303, response.text
        text = (await visitor.get(response.headers["location"])).text
    for words in (
        "Het profiel is opgeslagen.",
        "Vorden",
        "Rustige plek",
        "30 juni 2027",
        "Werkt graag buiten.",
        "beschermd buiten",
        "2 dagen per week",
    ):
        assert words in text
    row = await huis.eigenaar.fetchrow(
        "select begeleiding, minuten_max, reist_alleen from kandidaten where id = $1",
        huis.regio.kandidaten[0],
    )
    assert row is not None
    assert tuple(row) == ([300, 300, 300, 90], 990, True)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("pc4", "9999", "Deze postcode kennen wij niet."),
        ("pc4", "7021 AB", "alleen de vier cijfers"),
        ("pc4", "6811", "ligt buiten deze regio"),
        ("tot", "2026-12-01", "De laatste dag ligt voor de eerste dag."),
        ("tot", "31-02-2027", "Vul een datum in"),
        ("minuten_min", "20", "lager dan het laagste aantal"),
        ("minuten_min", "0", "1 tot 40 uur per week"),
        ("minuten_max", "veel", "Vul een aantal uren in"),
        ("max_reistijd", "3", "Vul 5 of meer in."),
        ("vervoermiddel", "raket", "Maak een keuze uit de lijst."),
        ("dagdelen", [], "ten minste één dagdeel"),
        ("voorwaarden", ["onzin"], "Maak een keuze uit de lijst."),
        ("weken", "9" * 50, "Vul 104 of minder in."),
        ("begeleiding_uren", ["5", "", ""], "Vul in elke rij een week en een aantal uren in."),
        ("begeleiding_week", ["2", "4", ""], "Begin met week 1."),
        ("begeleiding_uren", ["5", "90", ""], "van 0 tot 40"),
        ("toelichting", "Bel 111222333", "getal dat een BSN kan zijn"),
        ("toelichting", "Bel 111.222.333", "getal dat een BSN kan zijn"),
        ("toelichting", "a" * 4001, "Deze tekst is te lang."),
        ("sectorwensen", ["groen", "groen"], "Kies elke mogelijkheid één keer."),
        ("sectorwensen", ["groen", "zorg"] * 3, "Kies er hooguit 5."),
        ("vormen", ["", ""], "Kies er ten minste 1."),
        ("vormen", ["onzin"], "Maak een keuze uit de lijst."),
        ("gewenst", ["999999"], "Maak een keuze uit de lijst."),
        ("gewenst", ["x"], "Vul een heel getal in."),
        ("niveau_geschat", "5", "Vul 4 of minder in."),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    huis: RegioSite, name: str, value: str | Sequence[str], words: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path_of(huis), {**GOOD, name: value})
    text = html.unescape(response.text)
    assert response.status_code == 400
    assert words in text
    assert 'id="fouten"' in text
    assert 'value="2026-12-07"' in text
    if isinstance(value, str) and name != "vervoermiddel":
        assert value in text
    assert await versie_of(huis) == 1
    assert await huis.eigenaar.fetchval("select count(*) from gebeurtenissen") == 0


async def test_everything_that_is_wrong_is_said_at_once(huis: RegioSite) -> None:
    wrong = {"toelichting": "Bel 111222333", "minuten_min": "20", "pc4": "9999", "vormen": ["onzin"]}
    async with huis.site.logged_in(EIGEN) as visitor:
        text = html.unescape((await visitor.post(path_of(huis), {**GOOD, **wrong})).text)
    assert "Er kloppen nog 4 dingen niet" in text
    assert set(re.findall(r'<li><a href="#([a-z0-9_]+)"', text)) == {
        "toelichting", "minuten_max", "pc4", "vormen",
    }  # fmt: skip


async def test_nothing_is_said_of_two_fields_of_which_one_cannot_be_read(huis: RegioSite) -> None:
    wrong = {"minuten_min": "veel", "minuten_max": "8", "van": "morgen", "tot": "2026-11-02"}
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.post(path_of(huis), {**GOOD, **wrong})).text
    assert set(re.findall(r'<li><a href="#([a-z0-9_]+)"', text)) == {"minuten_min", "van"}


async def test_wishes_are_saved_in_their_order_and_named(huis: RegioSite) -> None:
    one, two = huis.details.werkprocessen
    wishes = {
        "gewenst": [str(two)],
        "sectorwensen": ["zorg", "", "groen"],
        "vormen": ["behoud_uitkering", "proefplaatsing"],
        "niveau_geschat": "2",
    }
    async with huis.site.logged_in(EIGEN) as visitor:
        opened = (await visitor.get(path_of(huis))).text
        assert re.search(rf'id="gewenst-{one}"[^>]*checked', opened)
        response = await visitor.post(path_of(huis), {**GOOD, **wishes})
        text = html.unescape((await visitor.get(response.headers["location"])).text)
        again = (await visitor.get(path_of(huis))).text
    assert "in de sector zorg, en anders in groen" in text
    assert "Je knipt hagen." in text
    assert "VB-GRO-02" in text
    shown, geschiedenis = text.split("Wat er is veranderd (1)")
    assert "Je haalt onkruid weg." not in shown
    assert "Je haalt onkruid weg.</del>" in geschiedenis
    assert "behoud van uitkering en proefplaatsing" in text
    assert "niveau 2, geschat" in text
    assert re.findall(r'<option value="([a-z_]+)" selected', again) == [
        "zorg", "groen", "behoud_uitkering", "proefplaatsing", "buiten_beschermd",
    ]  # fmt: skip


async def test_what_somebody_can_do_already_cannot_be_chosen(huis: RegioSite) -> None:
    _, two = huis.details.werkprocessen
    await huis.eigenaar.execute(
        "insert into kandidaat_werkprocessen values ($1, $2, 'bewezen')", huis.regio.kandidaten[0], two
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(path_of(huis))).text
        response = await visitor.post(path_of(huis), {**GOOD, "gewenst": [str(two)]})
    assert f'id="gewenst-{two}"' not in page
    assert response.status_code == 400


async def test_somebody_who_came_from_elsewhere_goes_back_there(huis: RegioSite) -> None:
    back = f"/kandidaten/{huis.regio.kandidaten[0]}/waarom-niet"
    async with huis.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"{path_of(huis)}?naar={back}")).text
        assert f'name="naar" value="{back}"' in page
        assert page.count(f'href="{back}"') == 2
        wrong = await visitor.post(path_of(huis), {**GOOD, "weken": "0", "naar": back})
        assert f'name="naar" value="{back}"' in wrong.text
        saved = await visitor.post(path_of(huis), {**GOOD, "naar": back})
    assert saved.headers["location"] == back


@pytest.mark.parametrize(
    "naar",
    [
        "https://kwaad.voorbeeld/",
        "//kwaad.voorbeeld/",
        "/\\kwaad.voorbeeld",
        "javascript:alert(1)",
        "/\t/kwaad.nl",
    ],
)
async def test_nobody_is_led_to_another_site(huis: RegioSite, naar: str) -> None:
    own = f"/kandidaten/{huis.regio.kandidaten[0]}"
    async with huis.site.logged_in(EIGEN) as visitor:
        page = (await visitor.client.get(path_of(huis), params={"naar": naar})).text
        assert page.count(f'href="{own}"') == 2
        saved = await visitor.post(path_of(huis), {**GOOD, "naar": naar})
    assert saved.headers["location"] == own


async def test_a_text_of_a_megabyte_is_refused_calmly(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path_of(huis), {**GOOD, "toelichting": "a" * 1_000_000})
    assert response.status_code == 400
    assert "Deze tekst is te lang." in response.text
    assert 'value="2026-12-07"' in response.text
    assert await versie_of(huis) == 1


async def test_an_overtaken_form_shows_both_and_can_be_saved_after_all(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(path_of(huis), {**GOOD, "max_reistijd": "50"})
        late = await visitor.post(path_of(huis), GOOD)
        assert late.status_code == 409
        text = html.unescape(late.text)
        assert "Iemand anders heeft dit profiel intussen gewijzigd" in text
        assert re.search(r"<td>45 minuten</td>\s*<td>50 minuten</td>", text)
        assert 'name="versie" value="2"' in text
        assert 'value="45"' in text
        assert await versie_of(huis) == 2
        assert (await visitor.post(path_of(huis), {**GOOD, "versie": "2"})).status_code == 303
    assert await versie_of(huis) == 3


async def test_an_overtaken_form_says_every_difference_in_words(huis: RegioSite) -> None:
    other: dict[str, str | Sequence[str]] = {
        "pc4": "7021",
        "vervoermiddel": "auto",
        "max_afstand": "20",
        "reist_alleen": "",
        "tot": "",
        "voorwaarden": [],
        "gewenst": [str(each) for each in huis.details.werkprocessen],
        "sectorwensen": ["zorg", "groen"],
        "vormen": ["behoud_uitkering"],
        "niveau_geschat": "2",
        "begeleiding_week": ["1"],
        "begeleiding_uren": ["2"],
    }
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(path_of(huis), GOOD)
        text = html.unescape((await visitor.post(path_of(huis), {**GOOD, **other})).text)
    for typed, now in (
        ("7021", "7251"),
        ("met de auto", "met het openbaar vervoer"),
        ("20 km", "geen grens"),
        ("nee", "ja"),
        ("vanaf 7 december 2026", "7 december 2026 tot en met 30 juni 2027"),
        ("niets", "Rustige plek"),
        ("Je haalt onkruid weg. Je knipt hagen.", "niets"),
        ("Zorg en Groen", "Groen"),
        ("Behoud van uitkering", "Proefplaatsing"),
        ("niveau 2", r"entree \(niveau 1\)"),
        ("vanaf week 1: 2 uur", "vanaf week 1: 5 uur; vanaf week 4: 1 uur 30"),
    ):
        assert re.search(rf"<td>{typed}</td>\s*<td>{now}</td>", text), typed


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_strangers_save_nothing(huis: RegioSite, email: str, status: int) -> None:
    async with huis.site.logged_in(email) as visitor:
        assert (await visitor.post(path_of(huis), GOOD)).status_code == status
    assert await versie_of(huis) == 1


async def test_a_revoked_session_saves_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.get(path_of(huis))
        await huis.eigenaar.execute("update sessies set ingetrokken_op = aangemaakt_op")
        response = await visitor.post(path_of(huis), GOOD)
    assert response.status_code == 401
    assert "niet" in response.text
    assert await versie_of(huis) == 1


async def test_the_kwalificatie_is_chosen_and_shown(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "Assistent groen (niveau 1, crebo 25258)" in (await visitor.get(path_of(huis))).text
        response = await visitor.post(path_of(huis), {**GOOD, "crebo": "25258"})
        assert response.status_code == 303, response.text
        assert re.search('value="25258" selected>Assistent groen', (await visitor.get(path_of(huis))).text)


async def test_the_summary_calls_every_field_as_the_form_does(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(path_of(huis))).text
        wrong = (await visitor.post(path_of(huis), {**GOOD, "weken": ""})).text
    called = re.findall(r"<(?:label|legend)[^>]*>([^<]+?) *<", text)
    assert set(LABELS.values()) <= {html.unescape(each) for each in called}
    assert 'href="#weken">Hoeveel weken duurt het leren? Vul dit veld in.</a>' in wrong


async def test_the_kenmerk_stays_whole_in_the_heading_and_bare_in_the_title(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(path_of(huis))).text
    assert re.search(r'<h1>\s*Profiel van <span class="heel">K-0001</span> bewerken\s*</h1>', text)
    assert "<title>Profiel van K-0001 bewerken · Plekwijs</title>" in text
