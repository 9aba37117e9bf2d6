"""Why someone has no plek, with what would change that, and why not one plek in particular."""

import re
from collections import OrderedDict

import pytest

from marketplace.matching import toets
from tests.marketplace.regio_details import add_details
from tests.marketplace.web.werkbank import EIGEN, Werkbank


async def test_without_a_plan_the_page_says_so(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{bank.regio.kandidaten[0]}/waarom-niet")).text
    assert "Er is nog geen plan" in page


async def test_someone_who_needs_another_language_level_reads_what_would_help(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.eigenaar.execute("update kandidaten set taal = 4 where kenmerk <> 'K-0001'")
    await bank.solve()
    kandidaat = bank.regio.kandidaten[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet")).text
        plan = (await visitor.get("/plan")).text
    assert "De plekken vragen een hoger taalniveau." in page
    assert "Wel als" in page
    assert re.search(r'href="/leerwerkplekken/\d+/bewerken#taal"', page)
    assert "anderen kosten" not in page
    assert "{plek" not in page
    assert "De plekken vragen een hoger taalniveau." in plan


async def test_what_the_person_can_change_leads_to_its_field_and_back(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update kandidaten set minuten_min = 1500, minuten_max = 1500")
    await bank.solve()
    own = f"/kandidaten/{bank.regio.kandidaten[0]}"
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"{own}/waarom-niet")).text
        assert f'href="{own}/bewerken?naar={own}/waarom-niet#minuten_max"' in page
        form = (await visitor.get(f"{own}/bewerken?naar={own}/waarom-niet")).text
    assert 'id="minuten_max"' in form
    assert f'name="naar" value="{own}/waarom-niet"' in form


async def test_a_change_of_two_parts_leads_to_both(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update kandidaten set minuten_min = 1500, minuten_max = 1500")
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.solve()
    own = f"/kandidaten/{bank.regio.kandidaten[0]}"
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"{own}/waarom-niet")).text
    assert ", en als" in page
    assert f'href="{own}/bewerken?naar={own}/waarom-niet#minuten_max"' in page
    assert re.search(r'href="/leerwerkplekken/\d+/bewerken#taal"', page)


async def test_what_somebody_wants_to_learn_is_named(bank: Werkbank) -> None:
    await add_details(bank.eigenaar, bank.regio)
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4")
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{bank.regio.kandidaten[0]}/waarom-niet")).text
    assert "Wat K-0001 wil leren" in page
    assert "Je haalt onkruid weg." in page
    assert "VB-GRO-01" in page


async def test_a_lack_of_guidance_leads_to_the_hours_of_the_praktijkopleider(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update begeleidingscapaciteiten set minuten_per_week = 300")
    plan = await bank.solve()
    without = await bank.eigenaar.fetchval(
        "select min(kandidaat_id) from plan_niet_geplaatst where plan_id = $1", plan
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{without}/waarom-niet")).text
    assert re.search(r'href="/leerwerkplekken/\d+/bewerken#begeleiding"', page)
    assert "Wat zou dit anderen kosten?" in page


async def test_under_its_own_name_a_plek_is_this_plek(
    bank: Werkbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The plan of another test may have had the same number.
    monkeypatch.setattr(toets, "_kept", OrderedDict())
    await bank.eigenaar.execute("update leerwerkplekken set plaatsen = 1")
    plan = await bank.solve()
    without = await bank.eigenaar.fetchval(
        "select min(kandidaat_id) from plan_niet_geplaatst where plan_id = $1", plan
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{without}/waarom-niet?plek={bank.regio.plekken[0]}")).text
    assert "Deze plek heeft 1 plaats voor dit plan." in page
    assert "Op deze plek kan dit vanaf week" in page
    assert "Plek <a" not in page


async def test_a_plek_can_be_asked_about_at_once(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set taal = 4 where titel = 'Gras maaien'")
    await bank.solve()
    kandidaat, plek = bank.regio.kandidaten[0], bank.regio.plekken[1]
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet?plek={plek}")).text
        other = await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet?plek=999999")
        odd = await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet?plek=abc")
    assert "De reis is" in page
    assert 'class="tekort"' in page
    assert "Deze plek deed niet mee in dit plan." in other.text
    assert odd.status_code == 200


async def test_someone_with_a_plek_is_sent_to_the_voorstel(bank: Werkbank) -> None:
    plan = await bank.solve()
    voorstel = (await bank.voorstellen(plan))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{bank.regio.kandidaten[0]}/waarom-niet")).text
    assert f'href="/voorstellen/{voorstel}"' in page


async def test_someone_whose_period_is_over_reads_that(bank: Werkbank) -> None:
    await bank.eigenaar.execute(
        "update kandidaten set periode = '[2026-11-01,2026-12-01)' where kenmerk = 'K-0001'"
    )
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{bank.regio.kandidaten[0]}/waarom-niet")).text
    assert "te kort voor het aantal weken" in page
    assert "Pas de periode aan" in page


async def test_the_own_plek_is_said_to_be_the_own_plek(
    bank: Werkbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toets, "_kept", OrderedDict())
    plan = await bank.solve()
    kandidaat = bank.regio.kandidaten[0]
    plek = await bank.eigenaar.fetchval(
        "select leerwerkplek_id from plan_voorstellen where plan_id = $1 and kandidaat_id = $2",
        plan,
        kandidaat,
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet?plek={plek}")).text
        fresh = (await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet")).text
    assert "Deze plek heeft K-0001 al in dit plan." in page
    assert "Wat het zou kosten" not in page
    assert '<option value="">Maak een keuze</option>' in fresh
