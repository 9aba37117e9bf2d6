"""The beheerder of a regio moves a gemeente from a day on; what was and what is of others stays."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.regios.queries import list_gemeenten
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite, open_regio_site

PATH = "/regios/AM09/verplaatsen"
BACK = "/regios/AM09/gemeenten/1876/intrekken"
GOOD = {"gemeente": "1876", "naar": "AM07", "vanaf": "2027-01-01", "bron": "Besluit van de raad"}
STAYS = {"vanaf": "2027-01-01", "reden": "Het besluit is uitgesteld"}
OUD, NIEUW = date(2026, 12, 31), date(2027, 1, 1)


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application; `eigen` and `vreemd` are also beheerder of their regio."""
    async with open_regio_site(database, clock) as opened:
        await opened.eigenaar.execute(
            """
            insert into rollen values ('beheerder', 'Beheerder', true, '{werkgever}');
            insert into account_rollen (account_id, rol, regio_code)
            select id, 'beheerder', case naam when 'eigen' then 'AM09' else 'AM07' end
            from accounts where naam in ('eigen', 'vreemd');
            """
        )
        yield opened


async def names(huis: RegioSite, regio: str, op: date) -> list[str]:
    """The gemeenten of a regio on a day."""
    return [each.naam for each in await list_gemeenten(huis.eigenaar, [regio], op)]


async def periods(huis: RegioSite) -> list[tuple[object, ...]]:
    """Every membership."""
    rows = await huis.eigenaar.fetch("select * from gemeente_regios order by gemeente_id, periode")
    return [tuple(row) for row in rows]


async def test_a_wrong_reason_comes_back_at_the_gemeente(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(PATH, GOOD)
        page = (await visitor.post(BACK, {**STAYS, "reden": "om"})).text
    opened = page.partition('<details class="meer" open>')[2].partition("</details>")[0]
    assert 'href="#reden-gemeente-1876"' in page
    assert 'id="reden-gemeente-1876-fout"' in opened
    assert 'value="om"' in opened


async def test_a_gemeente_goes_from_its_day_on_and_both_regios_tell_it(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        form = (await visitor.get(PATH)).text
        assert "blijven bij Achterhoek" in form
        assert (await visitor.post(PATH, GOOD)).status_code == 303
        old = (await visitor.get("/regios/AM09")).text
        assert 'value="1876"' not in (await visitor.get(PATH)).text
    assert "Bronckhorst hoort vanaf 1 januari 2027 niet meer bij deze regio" in old
    assert "De gemeente hoort dan bij Midden-Gelderland." in old
    assert await names(huis, "AM09", OUD) == ["Bronckhorst"]
    assert await names(huis, "AM09", NIEUW) == []
    assert await names(huis, "AM07", NIEUW) == ["Arnhem", "Bronckhorst"]
    async with huis.site.logged_in(VREEMD) as visitor:
        new = (await visitor.get("/regios/AM07")).text
    assert "Bronckhorst hoort vanaf 1 januari 2027 bij deze regio" in new
    for text in (old, new):
        assert "Gemeente naar een andere regio</strong>: Bronckhorst" in text
        assert "Besluit van de raad" in text


async def test_what_is_planned_is_taken_back_with_a_reason_and_only_once(huis: RegioSite) -> None:
    before = await periods(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(PATH, GOOD)
        assert (await visitor.post(BACK, {**STAYS, "reden": ""})).status_code == 400
        assert (await visitor.post(BACK, {**STAYS, "vanaf": "2027-02-01"})).status_code == 409
        assert (await visitor.post(BACK, STAYS)).status_code == 303
        assert await periods(huis) == before
        assert (await visitor.post(BACK, STAYS)).status_code == 409
        assert "Het besluit is uitgesteld" in (await visitor.get("/regios/AM09")).text


async def test_what_the_new_regio_planned_on_is_not_taken_back(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await visitor.post(PATH, GOOD)
    onward = {**GOOD, "naar": "AM09", "vanaf": "2028-01-01"}
    async with huis.site.logged_in(VREEMD) as visitor:
        assert (await visitor.post("/regios/AM07/verplaatsen", onward)).status_code == 303
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(BACK, STAYS)).status_code == 409
    assert await names(huis, "AM07", date(2027, 12, 31)) == ["Arnhem", "Bronckhorst"]
    assert await names(huis, "AM09", date(2028, 1, 1)) == ["Bronckhorst"]


async def test_who_went_is_not_taken_back(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        """
        update gemeente_regios set periode = '[2024-01-01,2026-11-20)' where gemeente_id = 1876;
        insert into gemeente_regios values (1876, 'AM07', '[2026-11-20,)');
        """
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        refused = await visitor.post(BACK, {**STAYS, "vanaf": "2026-11-20"})
    assert refused.status_code == 409
    assert "hoort al bij de andere regio" in refused.text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"vanaf": "2026-11-20"}, "Kies een dag na vandaag."),
        ({"naar": "AM09"}, "Kies een andere regio uit de lijst."),
        ({"naar": "AM99"}, "Kies een andere regio uit de lijst."),
        ({"gemeente": "202"}, "Deze gemeente hoort dan niet bij deze regio"),
        ({"bron": ""}, "Vul"),
    ],
)
async def test_what_is_wrong_is_said_and_what_was_typed_stays(
    huis: RegioSite, wrong: dict[str, str], sentence: str
) -> None:
    before = await periods(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(PATH, {**GOOD, **wrong})
    assert response.status_code == 400
    assert sentence in response.text
    assert {**GOOD, **wrong}["vanaf"] in response.text
    assert await periods(huis) == before


async def test_others_read_and_move_nothing(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        """
        insert into account_rollen (account_id, rol, organisatie_id)
        select id, 'beheerder', (select min(id) from organisaties) from accounts where naam = 'werkgever'
        """
    )
    before = await periods(huis)
    for email in (VREEMD, WERKGEVER):
        async with huis.site.logged_in(email) as visitor:
            assert PATH not in (await visitor.get("/regios/AM09")).text
            assert (await visitor.get(PATH)).status_code == 403
            assert (await visitor.post(PATH, GOOD)).status_code == 403
            assert (await visitor.post(BACK, STAYS)).status_code == 403
    assert await periods(huis) == before
