"""Everybody reads the policies of a regio, its regiocoordinator sets them, and the past stays."""

import re
from collections.abc import AsyncIterator
from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.regios.queries import get_beleid
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite, open_regio_site

WACHT = "/regios/AM09/beleid/wachttermijn_weken"
GOOD = {"waarde": "9", "vanaf": "2026-12-01", "bron": "Regionaal overleg"}


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application; `eigen` is regiocoordinator as well."""
    async with open_regio_site(database, clock) as opened:
        await opened.eigenaar.execute(
            """
            insert into rollen values ('regiocoordinator', 'Regiocoördinator', true, '{}');
            insert into account_rollen (account_id, rol, regio_code)
            select id, 'regiocoordinator', 'AM09' from accounts where naam = 'eigen';
            """
        )
        yield opened


async def weken(huis: RegioSite, op: date) -> int:
    """The wachttermijn on a day."""
    return (await get_beleid(huis.eigenaar, "AM09", op)).wachttermijn_weken


async def test_a_value_is_planned_holds_from_its_day_and_stands_in_the_history(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        assert 'value="13"' in (await visitor.get(WACHT)).text
        assert (await visitor.post(WACHT, GOOD)).status_code == 303
        text = (await visitor.get("/regios/AM09")).text
    assert "vanaf 1 december 2026" in text
    assert "Beleid vastgelegd" in text
    assert "13</del>" in text
    assert (await weken(huis, date(2026, 11, 30)), await weken(huis, date(2026, 12, 1))) == (13, 9)


async def test_what_is_planned_is_withdrawn_with_a_reason_and_what_holds_is_not(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(WACHT, GOOD)
        planned = await huis.eigenaar.fetchval("select max(id) from regio_beleid")
        path = f"/regios/AM09/gepland/{planned}/intrekken"
        assert (await visitor.post(path, {"reden": ""})).status_code == 400
        assert (await visitor.post(path, {"reden": "Toch niet nodig"})).status_code == 303
        assert (await visitor.post(path, {"reden": "Toch niet nodig"})).status_code == 409
        assert "Toch niet nodig" in (await visitor.get("/regios/AM09")).text
        assert (await visitor.post(WACHT, GOOD)).status_code == 303
        now = await huis.eigenaar.fetchval("select min(id) from regio_beleid")
        refused = await visitor.post(f"/regios/AM09/gepland/{now}/intrekken", {"reden": "Mag dat?"})
    assert refused.status_code == 409
    assert await weken(huis, date(2026, 12, 1)) == 9


async def test_a_wrong_reason_comes_back_in_its_own_form_opened(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for vanaf in ("2026-12-01", "2027-01-01"):
            await visitor.post(WACHT, {**GOOD, "vanaf": vanaf})
        planned = await huis.eigenaar.fetchval("select max(id) from regio_beleid")
        path = f"/regios/AM09/gepland/{planned}/intrekken"
        page = (await visitor.post(path, {"reden": "om"})).text
    field = f"reden-{planned}"
    assert f'href="#{field}"' in page
    assert re.findall(r"<details[^>]* open>", page) == ['<details class="meer" open>']
    opened = page.partition('<details class="meer" open>')[2].partition("</details>")[0]
    assert f'id="{field}"' in opened
    assert f'aria-describedby="{field}-fout"' in opened
    assert f'id="{field}-fout"' in opened
    assert 'value="om"' in opened
    assert page.count('value="om"') == 1
    assert f'id="reden-{planned - 1}"' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("path", "fields", "sentence"),
    [
        (WACHT, {**GOOD, "vanaf": "2026-11-19"}, "Wat gold, verandert niet meer."),
        (WACHT, {**GOOD, "waarde": "veel"}, "getal"),
        (WACHT, {**GOOD, "bron": ""}, "Vul"),
        ("/regios/AM09/beleid/niveau_is_eis", {**GOOD, "waarde": "9"}, "lijst"),
        ("/regios/AM09/beleid/begeleiding_minuten", {**GOOD, "op_afroep": "90"}, "Vul"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_stays(
    huis: RegioSite, path: str, fields: dict[str, str], sentence: str
) -> None:
    before = await huis.eigenaar.fetchval("select count(*) from regio_beleid")
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path, fields)
    assert response.status_code == 400
    assert sentence in response.text
    assert fields["vanaf"] in response.text
    assert await huis.eigenaar.fetchval("select count(*) from regio_beleid") == before


async def test_a_day_has_one_value(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(WACHT, GOOD)
        again = await visitor.post(WACHT, {**GOOD, "waarde": "5"})
    assert again.status_code == 400
    assert "Voor deze dag is al een waarde vastgelegd." in again.text


async def test_a_table_of_numbers_and_a_yes_are_set_too(huis: RegioSite) -> None:
    minutes = {"steeds_ernaast": "400", "af_en_toe": "200", "op_afroep": "60"}
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post("/regios/AM09/beleid/begeleiding_minuten", {**GOOD, **minutes})
        await visitor.post("/regios/AM09/beleid/niveau_is_eis", {**GOOD, "waarde": "ja"})
    found = await get_beleid(huis.eigenaar, "AM09", date(2026, 12, 1))
    assert (found.niveau_is_eis, found.begeleiding_minuten.op_afroep) == (True, 60)


FLOORS = "/regios/AM09/beleid/ondergrenzen"
WSW = {"vanaf": "2026-12-01", "bron": "Regionaal overleg", "groep_1": "wsw", "procent_1": "50"}


@pytest.fixture
async def doelgroepen(huis: RegioSite) -> None:
    """Two of them."""
    await huis.eigenaar.execute(
        "insert into doelgroepen values ('wsw', 'Wsw'), ('lks', 'Loonkostensubsidie')"
    )


@pytest.mark.usefixtures("doelgroepen")
async def test_ondergrenzen_are_set_shown_and_taken_away(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        sent = {**WSW, "vanaf": "2026-11-20", "groep_3": "lks", "procent_3": "30"}
        assert (await visitor.post(FLOORS, sent)).status_code == 303
        found = await get_beleid(huis.eigenaar, "AM09", date(2026, 12, 1))
        assert found.ondergrenzen.procenten == {"wsw": 50, "lks": 30}
        page = (await visitor.get("/regios/AM09")).text
        assert "lks 30 % en wsw 50 %" in page
        form = (await visitor.get(FLOORS)).text
        assert '<option value="wsw" selected>Wsw</option>' in form
        assert 'value="30"' in form
        nothing = {"vanaf": "2026-12-02", "bron": "Regionaal overleg"}
        assert (await visitor.post(FLOORS, nothing)).status_code == 303
        assert "Geen, vanaf 2 december 2026" in (await visitor.get("/regios/AM09")).text


@pytest.mark.usefixtures("doelgroepen")
@pytest.mark.parametrize(
    ("fields", "at", "sentence"),
    [
        ({"procent_1": ""}, "procent_1", "Vul een procent in bij deze doelgroep."),
        ({"groep_1": ""}, "groep_1", "Kies bij welke doelgroep dit procent hoort."),
        ({"groep_2": "wsw", "procent_2": "9"}, "groep_2", "Deze doelgroep staat er al."),
        ({"procent_1": "101"}, "procent_1", "100"),
        ({"procent_1": "half"}, "procent_1", "getal"),
        ({"groep_1": "onzin"}, "groep_1", "Kies een doelgroep die Plekwijs kent."),
    ],
)
async def test_a_wrong_ondergrens_is_told_at_its_field(
    huis: RegioSite, fields: dict[str, str], at: str, sentence: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(FLOORS, {**WSW, **fields})
    assert response.status_code == 400
    assert sentence in response.text.partition(f'id="{at}-fout"')[2][:300]
    assert (await get_beleid(huis.eigenaar, "AM09", date(2026, 12, 1))).ondergrenzen.procenten == {}


async def test_the_exchange_rates_are_those_of_the_policy_of_today(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        page = " ".join((await visitor.get("/regios/AM09")).text.split())
        assert "Een kwartier minder reizen, voor wie hooguit een uur wil reizen" in page
        assert '<td data-label="In kwartieren reizen" class="getal"><span>4</span></td>' in page
    async with huis.site.logged_in(EIGEN) as visitor:
        gewichten = "/regios/AM09/beleid/gewichten"
        assert "In kwartieren reizen" in (await visitor.get(gewichten)).text
        assert "In kwartieren reizen" not in (await visitor.get(WACHT)).text
        fields = ("per_wachtweek", "werkproces_dekking", "sectorwens", "niveau", "spoed", "stabiliteit")
        sent = {**GOOD, "vanaf": "2026-11-20", **dict.fromkeys(fields, "1"), "reistijd": "0"}
        assert (await visitor.post(gewichten, sent)).status_code == 303
        page = (await visitor.get("/regios/AM09")).text
    assert "In weken wachten" in page
    assert "In kwartieren reizen" not in page


async def test_others_read_and_set_nothing(huis: RegioSite) -> None:
    planned = await huis.eigenaar.fetchval("select max(id) from regio_beleid")
    for email in (VREEMD, WERKGEVER):
        async with huis.site.logged_in(email) as visitor:
            text = (await visitor.get("/regios/AM09")).text
            assert "Bronckhorst" in text
            assert "/beleid/" not in text
            assert (await visitor.get(WACHT)).status_code == 403
            assert (await visitor.post(WACHT, GOOD)).status_code == 403
            path = f"/regios/AM09/gepland/{planned}/intrekken"
            assert (await visitor.post(path, {"reden": "Zomaar"})).status_code == 403
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/regios/AM07/beleid/vouchers", GOOD)).status_code == 403
        assert (await visitor.get("/regios/AM99")).status_code == 404
        assert (await visitor.get("/regios/AM09/beleid/onzin")).status_code == 404


async def test_a_regio_that_loses_a_gemeente_says_what_follows(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update gemeente_regios set periode = '[2024-01-01,2027-01-01)'")
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get("/regios/AM09")).text
    assert "Bronckhorst hoort vanaf 1 januari 2027 niet meer bij deze regio" in text
