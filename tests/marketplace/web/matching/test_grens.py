"""A run with a budget of changes: asked for on a page, stored, shown with its plan, and played again."""

from marketplace.rekenruns.model import Opgeslagen
from marketplace.rekenruns.uitkomst import digest
from marketplace.replay import SAME, replay
from tests.marketplace.web.werkbank import EIGEN, VREEMD, Werkbank

LABEL = "Hoeveel mensen mag het plan hooguit verplaatsen?"


async def publish(bank: Werkbank) -> int:
    """Solve, and let the concept hold."""
    plan = await bank.solve()
    await bank.eigenaar.execute(
        "update plannen set status = 'gepubliceerd', gepubliceerd_op = now() where id = $1", plan
    )
    return plan


async def test_without_a_published_plan_there_is_nothing_to_stay_near(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        assert LABEL not in (await visitor.get("/rekenruns")).text
        response = await visitor.post("/rekenruns", {"max_verplaatst": "2"})
    assert response.status_code == 400
    assert "Er is nog geen gepubliceerd plan" in response.text


async def test_a_budget_is_stored_with_the_run_and_told(bank: Werkbank) -> None:
    await publish(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        assert LABEL in (await visitor.get("/rekenruns")).text
        response = await visitor.post("/rekenruns", {"max_verplaatst": "0"})
        page = (await visitor.get(response.headers["location"])).text
    assert "Het plan mag hooguit 0 mensen verplaatsen." in page
    assert await bank.eigenaar.fetchval("select max(max_verplaatst) from rekenruns") == 0


async def test_what_is_no_number_stays_in_the_field_with_a_sentence(bank: Werkbank) -> None:
    await publish(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        for typed in ("drie", "-1", "1000"):
            response = await visitor.post("/rekenruns", {"max_verplaatst": typed})
            assert response.status_code == 400
            assert f'value="{typed}"' in response.text
            assert "veld-fout" in response.text
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 1


async def test_an_empty_field_sets_no_limit(bank: Werkbank) -> None:
    await publish(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/rekenruns", {"max_verplaatst": ""})).status_code == 303
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns where max_verplaatst is null") == 2


async def test_the_plan_says_how_many_it_moved_and_can_be_played_again(bank: Werkbank) -> None:
    await publish(bank)
    plan = await bank.solve(max_verplaatst=0)
    row = await bank.eigenaar.fetchrow(
        "select run.id, run.instantie, run.uitkomst from rekenruns run"
        " join plannen plan on plan.rekenrun_id = run.id where plan.id = $1",
        plan,
    )
    assert row is not None
    assert row["instantie"]["instantie"]["max_verplaatst"] == 0
    stored = Opgeslagen(
        id=row["id"],
        seconden=0.2,
        seed=1,
        instantie=row["instantie"],
        instantie_hash=digest(row["instantie"]),
        uitkomst=row["uitkomst"],
    )
    assert replay(stored) == SAME
    async with bank.site.logged_in(EIGEN) as visitor:
        for page in ("/plan", f"/plannen/{plan}", f"/plannen/{plan}/verschil"):
            text = (await visitor.get(page)).text
            assert "Dit plan mocht hooguit 0 mensen verplaatsen. Het verplaatst er 0." in text
        voorstel = (await bank.voorstellen(plan))[0]
        text = (await visitor.get(f"/voorstellen/{voorstel}")).text
    assert "De kandidaat blijft zitten: het plan mag niemand verplaatsen." in text


async def test_a_run_asked_again_keeps_its_budget(bank: Werkbank) -> None:
    await publish(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        first = (await visitor.post("/rekenruns", {"max_verplaatst": "3"})).headers["location"]
        await visitor.post(f"{first}/annuleren")
        await visitor.post(f"{first}/opnieuw")
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns where max_verplaatst = 3") == 2


async def test_a_stranger_asks_for_nothing_here(bank: Werkbank) -> None:
    await publish(bank)
    async with bank.site.logged_in(VREEMD) as visitor:
        response = await visitor.post("/rekenruns?regio=AM09", {"max_verplaatst": "0"})
    assert response.status_code == 404
