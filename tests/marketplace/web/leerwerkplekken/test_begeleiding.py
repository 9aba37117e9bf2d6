"""The time of praktijkopleiders in the form of a plek: kept, checked, never below what is promised."""

import html
import re
from collections.abc import Sequence
from datetime import date

import pytest

from tests.marketplace.regio_details import occupy
from tests.marketplace.web.leerwerkplekken.formulier import Fields, good, send
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, WERKGEVER, RegioSite

TIJD = "select nabijheid, minuten_per_week from begeleidingscapaciteiten order by lower(periode) desc limit 1"


def with_tijd(huis: RegioSite, minuten: str, **change: str | Sequence[str]) -> Fields:
    """The form of a plek with other minutes for its praktijkopleider."""
    number = huis.details.praktijkopleider
    tijd: Fields = {
        f"tijd_versie_{number}": "1",
        f"nabijheid_{number}": "steeds_ernaast",
        f"minuten_{number}": minuten,
    }
    return {**good(huis, versie="1"), **tijd, **change}


async def tijd_now(huis: RegioSite) -> tuple[str, int]:
    """The time of the praktijkopleider that holds last."""
    row = await huis.eigenaar.fetchrow(TIJD)
    assert row is not None
    return row["nabijheid"], row["minuten_per_week"]


async def test_the_form_opens_with_the_time_there_is(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[1]}/bewerken")).text
    page = re.sub(r"\s+", " ", html.unescape(text))
    section = page[page.index('id="begeleiding"') :]
    number = huis.details.praktijkopleider
    assert "(nodig om te publiceren)" in section
    assert re.search(rf'name="minuten_{number}"[^>]*value="360"', section)
    assert '<option value="af_en_toe" selected>' in section
    assert "geldt vanaf 23 november 2026" in section
    assert "steeds ernaast voor 480 minuten, af en toe erbij voor 240 minuten" in section


@pytest.mark.parametrize("email", [WERKGEVER, EIGEN])
async def test_werkgever_and_accountmanager_change_minutes(huis: RegioSite, email: str) -> None:
    async with huis.site.logged_in(email) as visitor:
        status, page = await send(visitor, huis, 1, with_tijd(huis, "480"))
    assert status == 303
    assert await tijd_now(huis) == ("steeds_ernaast", 480)
    page = re.sub(r"\s+", " ", page)
    assert "Af en toe erbij: 360 minuten begeleiding per week" in page
    assert "Vanaf 23 november 2026 steeds ernaast: 480 minuten begeleiding per week" in page


@pytest.mark.parametrize(
    ("minuten", "words"),
    [
        ("", "Vul in hoeveel minuten per week er voor begeleiding zijn."),
        ("-5", "Vul een heel getal in."),
        ("2401", "Vul 2.400 of minder in."),
        ("veel", "Vul een heel getal in."),
        ("59", "In de week van 4 januari 2027 zijn al 60 minuten begeleiding afgesproken."),
    ],
)
async def test_what_is_wrong_is_said_at_the_field_and_nothing_changes(
    huis: RegioSite, minuten: str, words: str
) -> None:
    await occupy(huis.eigenaar, huis.regio, 0, 0, date(2027, 1, 4))
    async with huis.site.logged_in(WERKGEVER) as visitor:
        status, page = await send(visitor, huis, 1, with_tijd(huis, minuten, titel="Anders"))
    assert status == 400
    number = huis.details.praktijkopleider
    assert words in page
    assert f'href="#minuten_{number}"' in page
    assert re.search(rf'name="minuten_{number}"[^>]*value="{minuten}"', page)
    assert await tijd_now(huis) == ("af_en_toe", 360)
    titel = "select titel from leerwerkplekken where id = $1"
    assert await huis.eigenaar.fetchval(titel, huis.regio.plekken[1]) == "Gras maaien"


async def test_an_unknown_nearness_is_an_error_at_its_field(huis: RegioSite) -> None:
    field = f"nabijheid_{huis.details.praktijkopleider}"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        for value, words in (("", "Kies hoe dichtbij"), ("ver_weg", "Maak een keuze uit de lijst.")):
            status, page = await send(visitor, huis, 1, with_tijd(huis, "480", **{field: value}))
            assert status == 400
            assert words in page
            assert f'href="#{field}"' in page


async def test_minutes_that_were_overtaken_are_shown_beside_what_is_there(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await send(visitor, huis, 1, with_tijd(huis, "480")))[0] == 303
        status, page = await send(visitor, huis, 1, with_tijd(huis, "240", versie="2"))
    assert status == 409
    assert re.search(
        r"<td>steeds ernaast, 240 minuten per week</td>\s*<td>steeds ernaast, 480 minuten per week</td>", page
    )
    assert re.search(rf'name="tijd_versie_{huis.details.praktijkopleider}"\s+value="2"', page)
    assert await tijd_now(huis) == ("steeds_ernaast", 480)


async def test_somebody_of_another_vestiging_is_left_alone(huis: RegioSite) -> None:
    number = huis.details.praktijkopleider
    fields = with_tijd(huis, "480", praktijkopleider=str(huis.details.buren_praktijkopleider))
    async with huis.site.logged_in(BUURMAN) as visitor:
        path = f"/leerwerkplekken/{huis.details.buren_plek}/bewerken"
        assert f"minuten_{number}" not in (await visitor.get(path)).text
        assert (await visitor.post(path, fields)).status_code == 303
    assert await tijd_now(huis) == ("af_en_toe", 360)


async def test_who_has_no_time_yet_may_stay_so(huis: RegioSite) -> None:
    number = huis.details.buren_praktijkopleider
    fields = with_tijd(huis, "480", praktijkopleider=str(number))
    fields |= {f"tijd_versie_{number}": "1", f"nabijheid_{number}": "", f"minuten_{number}": ""}
    async with huis.site.logged_in(BUURMAN) as visitor:
        path = f"/leerwerkplekken/{huis.details.buren_plek}/bewerken"
        assert (await visitor.post(path, fields)).status_code == 303
    assert await huis.eigenaar.fetchval("select count(*) from begeleidingscapaciteiten") == 1


async def test_a_choice_of_praktijkopleider_that_was_overtaken_is_shown_beside_who_leads(
    huis: RegioSite,
) -> None:
    other = await huis.eigenaar.fetchval(
        "insert into praktijkopleiders (vestiging_id, naam) values ($1, 'Ria Voorbeeld') returning id",
        huis.regio.vestiging,
    )
    chosen = good(huis, versie="1", praktijkopleider=str(other))
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await send(visitor, huis, 1, chosen))[0] == 303
        status, page = await send(visitor, huis, 1, good(huis, versie="1"))
    assert status == 409
    assert re.search(r"Wie begeleidt de kandidaten\?</th>\s*<td>[^<]*</td>\s*<td>Ria Voorbeeld</td>", page)
