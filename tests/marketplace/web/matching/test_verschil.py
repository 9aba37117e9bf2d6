"""The difference page and publishing over what is there."""

import re

from tests.marketplace.web.werkbank import EIGEN, Werkbank


async def test_a_first_plan_is_all_new_and_can_be_published(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/plannen/{plan}/verschil")).text
        assert "Alles is nieuw" in page
        response = await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "1", "gezien": ""})
        assert response.status_code == 303
        assert "Gepubliceerd" in (await visitor.get("/plan")).text


async def test_a_newer_publication_shows_its_difference_first(bank: Werkbank) -> None:
    first = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{first}/publiceren", {"versie": "1", "gezien": ""})
        second = await bank.solve()
        stale = await visitor.post(f"/plannen/{second}/publiceren", {"versie": "1", "gezien": ""})
        assert stale.status_code == 409
        assert "Iemand anders heeft intussen een ander plan gepubliceerd" in stale.text
        assert re.search(rf'name="gezien"\s+value="{first}"', stale.text)
        fresh = await visitor.post(f"/plannen/{second}/publiceren", {"versie": "1", "gezien": str(first)})
        assert fresh.status_code == 303
        history = (await visitor.get("/plannen")).text
    assert "Eerder plan" in history


async def test_the_same_plan_published_again_is_told_so_and_changes_nothing(bank: Werkbank) -> None:
    first = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{first}/publiceren", {"versie": "1", "gezien": ""})
        plan = await bank.solve()
        for said in ("Het plan is gepubliceerd.", "Dit plan is al gepubliceerd."):
            answer = await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "1", "gezien": str(first)})
            assert answer.status_code == 303
            assert said in (await visitor.get(answer.headers["location"])).text
    published = "select count(*) from gebeurtenissen where soort = 'plan_gepubliceerd'"
    assert await bank.eigenaar.fetchval(published) == 2


async def test_a_plan_is_compared_with_the_one_before(bank: Werkbank) -> None:
    first = await bank.solve()
    second = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/plannen/{second}/verschil?met=vorige")).text
    assert f"Vergeleken met plan {first}" in page
    assert "Er verandert niets." in page


async def test_every_plan_can_be_read_and_leads_to_what_changed_after_the_one_before(bank: Werkbank) -> None:
    first, second, third = [await bank.solve() for _ in range(3)]
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{third}/publiceren", {"versie": "1", "gezien": ""})
        plannen = (await visitor.get("/plannen")).text
        for plan, before in ((first, None), (second, first), (third, second)):
            assert f'href="/plannen/{plan}"' in plannen
            page = (await visitor.get(f"/plannen/{plan}")).text
            assert "K-0001" in page
            assert "Gemaakt op 20 november 2026 om 10:00" in page
            assert "<form" not in page.split("<main")[1].split("</main")[0]
            if before is None:
                assert "Dit is het eerste plan." in page
            else:
                assert f"/plannen/{plan}/verschil?met=vorige" in page
                difference = (await visitor.get(f"/plannen/{plan}/verschil?met=vorige")).text
                assert f"Vergeleken met plan {before}" in difference


async def test_an_unreadable_publication_goes_back_to_the_difference(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "abc"})
    assert response.headers["location"] == f"/plannen/{plan}/verschil"
    assert await bank.eigenaar.fetchval("select status from plannen where id = $1", plan) == "concept"


async def test_what_was_decided_after_the_reading_is_said_before_publishing(bank: Werkbank) -> None:
    plan = await bank.solve()
    voorstel = (await bank.voorstellen(plan))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        before = (await visitor.get(f"/plannen/{plan}/verschil")).text
        assert 'knop-eerste">Publiceer dit plan' in before
        assert "is iets besloten" not in before
        fields = {"versie": await bank.versie(voorstel), "reden": "ander_werk"}
        await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        await bank.eigenaar.execute("update rekenruns set gelezen_op = gelezen_op - interval '1 hour'")
        page = (await visitor.get(f"/plannen/{plan}/verschil")).text
    assert "Bij 1 voorstel is iets besloten dat nog niet in dit plan zit." in page
    rejected = page.split("Afgewezen, maar nog in dit plan")[1].split("</ul>")[0]
    assert f'href="/voorstellen/{voorstel}"' in rejected
    assert 'knop-eerste" name="soort" value="herstel">Plan herstellen' in page
    assert 'knop-tweede">Opnieuw rekenen' in page
    assert 'knop-tweede">Publiceer dit plan' in page


async def test_any_two_plans_of_a_region_are_compared(bank: Werkbank) -> None:
    first, second, third = [await bank.solve() for _ in range(3)]
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/plannen/{third}/verschil?met={first}")).text
        odd = (await visitor.get(f"/plannen/{third}/verschil?met=999999")).text
        history = (await visitor.get("/plannen")).text
    assert f"Vergeleken met plan {first}" in page
    assert f'<option value="{second}"' in page
    assert f"Vergeleken met plan {second}" in odd
    assert history.count("Begonnen zonder gepubliceerd plan.") == 3
