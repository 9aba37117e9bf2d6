"""Mending the plan of now from its page and from where people decide, and what the mended plan says."""

import re

from marketplace.rekenruns.model import RekenrunSoort
from tests.marketplace.web.site import Visitor
from tests.marketplace.web.werkbank import EIGEN, VREEMD, Werkbank

BUTTON = 'name="soort" value="herstel">Plan herstellen'
PIN = {"pin_reden": "Kent de werkgever.", "pin_tot": "2026-12-20", "pin_startweek": "2026-12-07"}
LATER = "update rekenruns set gelezen_op = gelezen_op - interval '1 hour'"


async def reject(bank: Werkbank, visitor: Visitor, voorstel: int) -> str:
    """Reject a voorstel; gives its page."""
    fields = {"versie": await bank.versie(voorstel), "reden": "ander_werk"}
    await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
    return (await visitor.get(f"/voorstellen/{voorstel}")).text


async def add_at_narrow(bank: Werkbank, plan: int) -> tuple[int, int]:
    """Pin somebody at the plek with one plaats where another stands; who is pinned and who stood there."""
    narrow = bank.regio.plekken[0]
    rows = await bank.eigenaar.fetch(
        "select kandidaat_id, leerwerkplek_id from plan_voorstellen where plan_id = $1 order by 1", plan
    )
    there = next(row["kandidaat_id"] for row in rows if row["leerwerkplek_id"] == narrow)
    other = next(row["kandidaat_id"] for row in rows if row["leerwerkplek_id"] != narrow)
    await bank.eigenaar.execute(
        "insert into voorstellen (kandidaat_id, leerwerkplek_id, pin_reden, pin_tot, pin_door)"
        " values ($1, $2, 'Kent de werkgever.', '2026-12-20', $3)",
        other,
        narrow,
        bank.actor.account_id,
    )
    return other, there


async def test_without_a_plan_there_is_nothing_to_mend(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        assert "Wat moet Plekwijs doen?" not in (await visitor.get("/rekenruns")).text
        response = await visitor.post("/rekenruns", {"soort": "herstel"})
    assert response.status_code == 409
    assert "Er is nog geen plan dat hersteld kan worden." in response.text
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 0


async def test_another_kind_of_run_does_not_exist(bank: Werkbank) -> None:
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/rekenruns", {"soort": "vis"})).status_code == 400
    async with bank.site.logged_in(VREEMD) as visitor:
        assert (await visitor.post("/rekenruns?regio=AM09", {"soort": "herstel"})).status_code == 404
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 1


async def test_mending_is_offered_once_something_changed(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        assert BUTTON not in (await visitor.get("/plan")).text
        await reject(bank, visitor, voorstel)
        await bank.eigenaar.execute(LATER)
        page = (await visitor.get("/plan")).text
        assert BUTTON in page
        assert "Wie dit niet raakt, houdt dezelfde plek." in page
        await visitor.post("/rekenruns", {"soort": "herstel"})
        assert BUTTON not in (await visitor.get("/plan")).text


async def test_mending_is_offered_when_a_startweek_has_begun(bank: Werkbank) -> None:
    plan = await bank.solve()
    await bank.eigenaar.execute(
        "update plan_voorstellen set startweek = '2026-11-16' where voorstel_id = $1",
        (await bank.voorstellen(plan))[0],
    )
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
    assert BUTTON in page
    assert "De startweek is al begonnen. Herstel het plan." in page


async def test_the_plan_page_waits_for_the_mended_plan_and_tells_who_else_moved(bank: Werkbank) -> None:
    first = await bank.solve()
    pinned, moved = await add_at_narrow(bank, first)
    kenmerk = "select kenmerk from kandidaten where id = $1"
    async with bank.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/rekenruns", {"soort": "herstel"})
        assert response.headers["location"] == "/plan?regio=AM09"
        page = (await visitor.get("/plan?regio=AM09&status=open")).text
        assert "Het plan wordt nu hersteld." in page
        assert re.search(r'sse-connect="/rekenruns/\d+/voortgang"', page)
        assert re.search(r'hx-get="/plan\?regio=AM09&amp;status=open', page), "the filters stay"
        plan = await bank.work()
        for path in (f"/plannen/{plan}", "/plan"):
            page = (await visitor.get(path)).text
            told = re.sub(r"<[^>]+>", "", page)
            who = await bank.eigenaar.fetchval(kenmerk, moved)
            assert f"is hersteld vanaf plan {first}. Daarbij kreeg 1 ander een andere plek" in told, path
            assert f"geen plek: {who}." in told
            assert f'href="/kandidaten/{moved}"' in page
        assert "sse-connect" not in page
        assert BUTTON not in page
        assert f'href="/plannen/{plan}/verschil?met=vorige"' in page
        assert f'Hersteld vanaf <a href="/plannen/{first}">' in (await visitor.get("/plannen")).text
        runs = (await visitor.get("/rekenruns")).text
        assert '<td data-label="Soort">Herstel</td>' in runs
        assert "Wat moet Plekwijs doen?" in runs
        run = await bank.eigenaar.fetchval("select max(id) from rekenruns")
        assert "Dit herstelt het plan dat er was." in (await visitor.get(f"/rekenruns/{run}")).text
    assert pinned != moved


async def test_a_new_plan_does_not_say_that_it_was_mended(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        assert "is hersteld" not in (await visitor.get(f"/plannen/{plan}")).text
        await visitor.post("/rekenruns")
        assert "sse-connect" not in (await visitor.get("/plan")).text, "who reads is not disturbed"


async def test_a_rejected_voorstel_offers_mending_until_the_plan_knows(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        assert BUTTON not in (await visitor.get(f"/voorstellen/{voorstel}")).text
        page = await reject(bank, visitor, voorstel)
        assert "Dit voorstel is afgewezen, maar staat nog in het plan van nu." in page
        assert BUTTON in page
        kandidaat = await bank.eigenaar.fetchval(
            "select kandidaat_id from voorstellen where id = $1", voorstel
        )
        assert BUTTON in (await visitor.get(f"/kandidaten/{kandidaat}")).text
        await bank.solve(soort=RekenrunSoort.HERSTEL)
        for path in (f"/voorstellen/{voorstel}", f"/kandidaten/{kandidaat}"):
            assert BUTTON not in (await visitor.get(path)).text, path


async def test_a_rejection_beside_a_published_plan_is_solved_by_a_concept_without_it(bank: Werkbank) -> None:
    plan = await bank.solve()
    voorstel = (await bank.voorstellen(plan))[0]
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "1", "gezien": ""})
        assert BUTTON in await reject(bank, visitor, voorstel)
        await bank.solve(soort=RekenrunSoort.HERSTEL)
        page = (await visitor.get(f"/voorstellen/{voorstel}")).text
    assert BUTTON not in page, "it stands in the published plan still, and no longer in the one of now"


async def test_a_pin_offers_mending_where_the_plan_says_otherwise(bank: Werkbank) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    path = f"/voorstellen/{voorstel}"
    planned = await bank.startweek(voorstel)
    async with bank.site.logged_in(EIGEN) as visitor:
        same = {**PIN, "pin_startweek": planned, "versie": await bank.versie(voorstel)}
        await visitor.post(f"{path}/vastzetten", same)
        assert BUTTON not in (await visitor.get(path)).text
        await visitor.post(f"{path}/vastzetten", {**PIN, "versie": await bank.versie(voorstel)})
        page = (await visitor.get(path)).text
        assert "staat vast, maar het plan van nu houdt daar nog geen rekening mee." in page
        assert BUTTON in page
        await bank.solve(soort=RekenrunSoort.HERSTEL)
        assert BUTTON not in (await visitor.get(path)).text
    assert await bank.startweek(voorstel) == "2026-12-07"


async def test_a_closed_plek_offers_mending_while_somebody_is_planned_there(bank: Werkbank) -> None:
    await bank.solve()
    plek = bank.regio.plekken[0]
    await bank.eigenaar.execute("update leerwerkplekken set status = 'gesloten' where id = $1", plek)
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(f"/leerwerkplekken/{plek}")).text
        assert "In het plan van nu staat nog iemand voor deze plek." in page
        assert BUTTON in page
        await bank.solve(soort=RekenrunSoort.HERSTEL)
        assert BUTTON not in (await visitor.get(f"/leerwerkplekken/{plek}")).text


async def test_a_mended_plan_keeps_the_budget_of_changes(bank: Werkbank) -> None:
    plan = await bank.solve()
    pinned, moved = await add_at_narrow(bank, plan)
    async with bank.site.logged_in(EIGEN) as visitor:
        await visitor.post(f"/plannen/{plan}/publiceren", {"versie": "1", "gezien": ""})
        mended = await bank.solve(max_verplaatst=1, soort=RekenrunSoort.HERSTEL)
        page = (await visitor.get(f"/plannen/{mended}")).text
    assert "Dit plan mocht hooguit 1 persoon verplaatsen. Het verplaatst er 1." in page
    assert pinned != moved
