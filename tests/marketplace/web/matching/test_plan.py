"""The plan page: who sees it, what it says, what it offers."""

import pytest

from tests.marketplace.web.werkbank import EIGEN, VREEMD, WERKGEVER, Werkbank


async def test_without_a_plan_the_page_offers_to_make_one(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
        assert "Er is nog geen plan" in page
        assert "Maak een eerste plan" in page


async def test_the_plan_shows_who_is_placed_and_who_not(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
    placed = len(await bank.voorstellen(plan))
    assert placed == 3
    for kenmerk in ("K-0001", "K-0002", "K-0003"):
        assert kenmerk in page
    assert "<strong>3</strong> hebben een plek" in page
    assert "Bewezen:" in page
    assert "Nakijken en publiceren" in page
    assert "Wacht al 29 weken. De afspraak is hooguit 13." in page


async def test_decisions_ask_for_another_run_first(bank: Werkbank) -> None:
    plan = await bank.solve()
    voorstel = (await bank.voorstellen(plan))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        fields = {"versie": await bank.versie(voorstel), "ja_op": "2026-11-19"}
        await visitor.post(f"/voorstellen/{voorstel}/bespreken", fields)
        page = (await visitor.get("/plan")).text
    assert (
        "is iets besloten" not in page
    )  # the clock stands still: the decision is not later than the reading
    await bank.eigenaar.execute("update rekenruns set gelezen_op = gelezen_op - interval '1 hour'")
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
    assert "Bij 1 voorstel is iets besloten dat nog niet in dit plan zit." in page
    assert 'knop-eerste" name="soort" value="herstel">Plan herstellen' in page
    assert 'knop-tweede">Opnieuw rekenen' in page


async def test_a_changed_profile_asks_for_another_run_first(bank: Werkbank) -> None:
    await bank.solve()
    await bank.eigenaar.execute(
        "insert into gebeurtenissen (tijd, account_id, soort, onderwerp, onderwerp_id, regio_code)"
        " select gelezen_op + interval '1 minute', $1, 'profiel_gewijzigd', 'kandidaat', $2, 'AM09'"
        " from rekenruns",
        bank.actor.account_id,
        bank.regio.kandidaten[0],
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
    assert "Bij 1 profiel, plek of praktijkopleider is iets gewijzigd dat nog niet in dit plan zit." in page
    assert "is iets besloten" not in page
    assert 'knop-eerste" name="soort" value="herstel">Plan herstellen' in page
    assert 'knop-tweede">Opnieuw rekenen' in page


async def test_filters_narrow_the_list_and_an_unreadable_one_does_not_break_it(bank: Werkbank) -> None:
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        assert "K-0001" in (await visitor.get("/plan?sector=groen&gemeente=1876")).text
        assert "Geen voorstellen gevonden" in (await visitor.get("/plan?sector=zorg")).text
        for odd in (
            "gemeente=abc&status=zomaar",
            "gemeente=9999999999",
            "sector=%00",
            "pagina=0",
            "wacht=nee",
        ):
            assert (await visitor.get(f"/plan?{odd}")).status_code == 200


async def test_who_waits_too_long_and_what_waits_for_a_decision_can_be_picked_out(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[1]
    async with bank.site.logged_in(EIGEN) as visitor:
        long = (await visitor.get("/plan?wacht=te_lang")).text
        assert "K-0001" not in long  # waits 9 weeks, the others 19 and 29
        assert "K-0002" in long
        assert 'value="afgewezen"' not in long  # nobody rejected anything yet
        fields = {"versie": await bank.versie(voorstel), "reden": "ander_werk"}
        await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        open_ones = (await visitor.get("/plan?status=open")).text
    assert "K-0001" in open_ones
    assert "K-0002" not in open_ones
    assert 'value="afgewezen"' in open_ones
    assert 'value="kennismaking"' not in open_ones


async def test_a_long_worklist_has_pages_that_keep_the_filters(
    bank: Werkbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bank.solve()
    monkeypatch.setattr("marketplace.web.filters.PER_PAGE", 2)
    async with bank.site.logged_in(EIGEN) as visitor:
        first = (await visitor.get("/plan?sector=groen")).text
        assert "3 voorstellen, 1 tot en met 2" in first
        assert "/plan?sector=groen&amp;pagina=2" in first
        second = (await visitor.get("/plan?sector=groen&pagina=2")).text
        assert "3 voorstellen, 3 tot en met 3" in second
        assert second.count('<h3><a href="/voorstellen/') == 1


async def test_who_has_no_plek_stands_on_a_page_of_the_plan(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set plaatsen = 1")
    plan = await bank.solve()
    (reden,) = await bank.eigenaar.fetchval("select cijfers -> 'redenen' from plannen where id = $1", plan)
    async with bank.site.logged_in(EIGEN) as visitor:
        assert f'/plannen/{plan}/geen-plek?reden={reden["reden"]}"' in (await visitor.get("/plan")).text
        page = (await visitor.get(f"/plannen/{plan}/geen-plek?reden={reden['reden']}")).text
        assert "1 kandidaat" in page
        assert "K-0001" in page
        other = (await visitor.get(f"/plannen/{plan}/geen-plek?reden=zomaar")).text
    assert "Niemand gevonden" in other
    async with bank.site.logged_in(VREEMD) as visitor:
        for path in (f"/plannen/{plan}/geen-plek", f"/plannen/{plan}"):
            assert (await visitor.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/plan", "/plan?regio=AM07", "/rekenruns", "/plannen"])
async def test_a_werkgever_may_see_no_plan(bank: Werkbank, path: str) -> None:
    async with bank.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.get(path)).status_code == 403


async def test_another_regions_plan_does_not_exist_for_a_stranger(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(VREEMD) as visitor:
        for path in (
            "/plan?regio=AM09",
            f"/plannen/{plan}/verschil",
            "/rekenruns/1",
            "/rekenruns/1/voortgang",
        ):
            assert (await visitor.get(path)).status_code == 404, path
        kandidaat = bank.regio.kandidaten[0]
        assert (await visitor.get(f"/kandidaten/{kandidaat}/waarom-niet")).status_code == 404
        assert "K-0001" not in (await visitor.get("/plan")).text
        assert "Nog geen plannen" in (await visitor.get("/plannen")).text


async def test_a_revoked_session_is_sent_to_the_login_page(bank: Werkbank) -> None:
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        await bank.eigenaar.execute("update sessies set ingetrokken_op = aangemaakt_op")
        response = await visitor.get("/plan")
    assert response.status_code == 303
    assert response.headers["location"].startswith("/inloggen?naar=/plan")


async def test_a_werkgever_sees_numbers_after_publication_and_no_person(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "1", "gezien": ""})
    async with bank.site.logged_in(WERKGEVER) as visitor:
        page = (await visitor.get("/mijn-plekken")).text
    assert "Gras maaien" in page
    assert "K-000" not in page
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.get("/mijn-plekken")).status_code == 403
