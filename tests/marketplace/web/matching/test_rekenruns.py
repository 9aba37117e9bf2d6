"""Asking for a run on a page, following it live, stopping it."""

import asyncio
import re

import pytest

from marketplace.matching.bewaren import make_question
from marketplace.matching.instance import load_opgave
from marketplace.matching.run import solve_question
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.web.werkbank import EIGEN, VREEMD, Werkbank


async def test_a_run_is_asked_for_and_can_be_followed(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/rekenruns")
        assert response.status_code == 303
        page = (await visitor.get(response.headers["location"])).text
    assert "In de wachtrij" in page
    assert f'sse-connect="{response.headers["location"]}/voortgang?na=0"' in page


async def test_a_second_run_leads_to_the_one_under_way(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        first = await visitor.post("/rekenruns")
        second = await visitor.post("/rekenruns")
        assert second.headers["location"] == first.headers["location"]
        page = (await visitor.get(second.headers["location"])).text
    assert "Er wordt al gerekend voor deze regio" in page
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 1


async def test_a_run_without_plekken_is_refused_with_a_sentence(bank: Werkbank) -> None:
    await bank.eigenaar.execute("update leerwerkplekken set status = 'gesloten'")
    await bank.eigenaar.execute("delete from regio_beleid")
    async with bank.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/rekenruns")
    assert response.status_code == 409
    assert "geen gepubliceerde leerwerkplekken" in response.text
    assert "Dit kan nu niet" in response.text
    assert await bank.eigenaar.fetchval("select count(*) from rekenruns") == 0


async def test_a_run_is_stopped_and_started_again(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        first = (await visitor.post("/rekenruns")).headers["location"]
        await visitor.post(f"{first}/annuleren")
        page = (await visitor.get(first)).text
        assert "Gestopt" in page
        assert "wordt gestopt" not in page
        assert "Begin opnieuw" in page
        again = await visitor.post(f"{first}/opnieuw")
        assert again.headers["location"] != first
        assert (await visitor.post(f"{first}/annuleren")).status_code == 409


async def test_a_run_is_finished_early_and_says_by_whom(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
        assert "Stop en houd het beste plan" in (await visitor.get(run)).text
        assert (await visitor.post(f"{run}/afronden")).status_code == 303
        page = (await visitor.get(run)).text
        assert "eigen stopt het rekenen." in page
        assert "Stop en houd het beste plan" not in page
        assert "Afbreken zonder plan" in page
        again = await visitor.post(f"{run}/afronden")
        assert (again.status_code, "wordt al gestopt" in again.text) == (409, True)
        await bank.work()
        page = (await visitor.get(run)).text
        assert "eigen stopte het rekenen eerder." in page
        assert re.search(r"\d van de 3 kandidaten (heeft|hebben) een plek", page)
        assert "Bewezen: " in page
        late = await visitor.post(f"{run}/afronden")
        assert (late.status_code, "al klaar" in late.text) == (409, True)


async def test_a_better_plan_is_told_on_the_page_and_in_the_stream(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
        claim = await claims.claim_rekenrun(bank.eigenaar, "proef", bank.clock.now())
        assert claim is not None
        for seconden, geplaatst, grens in ((0.1, 80, 133), (1.5, 91, 106)):
            lagen = [{"naam": "geplaatst", "waarde": 100, "grens": grens, "gat": 0.0}]
            await claims.insert_voortgang(
                bank.eigenaar,
                claim.id,
                now=bank.clock.now(),
                fase="rekenen",
                zin="Een beter plan.",
                plan={"seconden": seconden, "geplaatst": geplaatst, "lagen": lagen},
            )
        page = (await visitor.get(run)).text
        await claims.fail_rekenrun(bank.eigenaar, claim, "Het ging mis.", bank.clock.now())
        stream = (await visitor.get(f"{run}/voortgang")).text
    for told in (page, stream):
        assert "geeft minstens 91 kandidaten een plek" in told
        assert "Bewezen: hooguit 6 % beter mogelijk" in told
        assert "1,5 seconden" in told
        assert "<svg" in told
        assert "33 %" in told
    assert [line for line in stream.splitlines() if line.startswith(("id:", "event:"))] == [
        "event: stand",
        "id: 2",
        "event: klaar",
    ]


async def test_a_stranger_cannot_touch_a_run(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
    async with bank.site.logged_in(VREEMD) as visitor:
        for step in ("annuleren", "afronden", "opnieuw"):
            assert (await visitor.post(f"{run}/{step}")).status_code == 404
        assert (await visitor.post("/rekenruns?regio=AM09")).status_code == 404


async def test_the_stream_sends_each_step_once_and_then_the_end(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
        claim = await claims.claim_rekenrun(bank.eigenaar, "proef", bank.clock.now())
        assert claim is not None

        async def say(zin: str) -> None:
            await claims.insert_voortgang(
                bank.eigenaar, claim.id, now=bank.clock.now(), fase="rekenen", zin=zin
            )
            await ring_progress(bank.eigenaar, claim.id)

        await say("Een.")
        stream = asyncio.create_task(visitor.get(f"{run}/voortgang"))
        await asyncio.sleep(0.2)
        await say("Twee.")
        await claims.fail_rekenrun(bank.eigenaar, claim, "Het ging mis.", bank.clock.now())
        await ring_progress(bank.eigenaar, claim.id)
        response = await asyncio.wait_for(stream, 5)
        assert response.headers["content-type"].startswith("text/event-stream")
        assert [line for line in response.text.splitlines() if line.startswith(("id:", "event:"))] == [
            "event: voortgang",
            "id: 1",
            "event: voortgang",
            "id: 2",
            "event: klaar",
        ]
        resumed = await visitor.get(f"{run}/voortgang", **{"last-event-id": "1"})
        assert "Een." not in resumed.text
        assert "Twee." in resumed.text
        page = (await visitor.get(run)).text
    assert "Het ging mis." in page
    assert "Begin opnieuw" in page


async def test_the_stream_ends_when_the_session_is_revoked(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
        stream = asyncio.create_task(visitor.get(f"{run}/voortgang"))
        await asyncio.sleep(0.2)
        await bank.eigenaar.execute("update sessies set ingetrokken_op = aangemaakt_op")
        await ring_progress(bank.eigenaar, int(run.rsplit("/", 1)[1]))
        response = await asyncio.wait_for(stream, 5)
    assert "data: uitgelogd" in response.text


async def test_the_list_shows_every_run_and_its_plan(bank: Werkbank) -> None:
    async with bank.site.logged_in(EIGEN) as visitor:
        assert "Nog geen rekenruns" in (await visitor.get("/rekenruns")).text
        plan = await bank.solve()
        page = (await visitor.get("/rekenruns")).text
        assert f'href="/plannen/{plan}"' in page
        assert "Start een rekenrun" in page
        await visitor.post("/rekenruns")
        assert "Volg het rekenen" in (await visitor.get("/rekenruns")).text
        assert "Er wordt nu gerekend aan een nieuw plan" in (await visitor.get("/plan")).text


async def test_a_page_past_the_last_is_no_empty_region(bank: Werkbank) -> None:
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        assert f'href="/plannen/{plan}"' in (await visitor.get("/plannen")).text
        assert "Zo ver terug gaan de rekenruns niet." in (await visitor.get("/rekenruns?pagina=9")).text
        assert "Zo ver terug gaan de plannen niet." in (await visitor.get("/plannen?pagina=9")).text
        assert "Deze persoon vroeg hier geen plan." in (await visitor.get("/plannen?door=999999")).text


async def fail(bank: Werkbank) -> tuple[str, list[int]]:
    """A run that fails because two people must have the one plaats; its address and their voorstellen."""
    voorstellen = [
        await bank.eigenaar.fetchval(
            "insert into voorstellen (kandidaat_id, leerwerkplek_id, pin_reden, pin_tot, pin_door)"
            " values ($1, $2, 'Kent de werkgever.', '2026-12-20', $3)"
            " on conflict (kandidaat_id, leerwerkplek_id) do update"
            " set pin_reden = excluded.pin_reden, pin_tot = excluded.pin_tot, pin_door = excluded.pin_door"
            " returning id",
            kandidaat,
            bank.regio.plekken[0],
            bank.actor.account_id,
        )
        for kandidaat in bank.regio.kandidaten[:2]
    ]
    async with bank.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
    claim = await claims.claim_rekenrun(bank.eigenaar, "proef", bank.clock.now())
    assert claim is not None
    opgave = await load_opgave(bank.eigenaar, REGIO, claim.vandaag)
    answer = solve_question(make_question(opgave, claim), lambda _step: None)
    await claims.fail_rekenrun(bank.eigenaar, claim, str(answer["fout"]), bank.clock.now())
    return run, voorstellen


async def test_a_run_that_failed_leads_to_what_stands_in_the_way_until_it_is_solved(bank: Werkbank) -> None:
    run, voorstellen = await fail(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get(run)).text
        assert "Van de 2 vaste plaatsen kan er 1 niet blijven." in page
        stuck, other = voorstellen
        assert f'href="/voorstellen/{other}"' in page, "whoever is held there too is named"
        row = await bank.eigenaar.fetchrow("select * from voorstellen where id = $1", stuck)
        assert row is not None
        assert page.count(f'href="/kandidaten/{row["kandidaat_id"]}"') == 2, (
            "in the sentence, with the voorstel"
        )
        assert f'href="/leerwerkplekken/{bank.regio.plekken[0]}"' in page
        assert "staat niet meer vast" not in page
        await visitor.post(f"/voorstellen/{stuck}/losmaken", {"versie": str(row["versie"])})
        solved = (await visitor.get(run)).text
        assert f'href="/voorstellen/{stuck}"' not in solved
        assert "Een deel staat niet meer vast." in solved
        other_row = await bank.eigenaar.fetchrow("select * from voorstellen where id = $1", other)
        assert other_row is not None
        await visitor.post(f"/voorstellen/{other}/losmaken", {"versie": str(other_row["versie"])})
        assert "Wat in de weg stond, staat niet meer vast." in (await visitor.get(run)).text


@pytest.mark.parametrize("planned", [False, True])
async def test_the_plan_page_tells_that_the_last_run_failed_until_another_ends(
    bank: Werkbank, *, planned: bool
) -> None:
    if planned:
        await bank.solve()
    run, _voorstellen = await fail(bank)
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
        assert "Het laatste rekenen is niet gelukt." in page
        assert "Van de 2 vaste plaatsen" in page
        assert f'href="{run}"' in page
        assert f'action="{run}/opnieuw"' in page
        assert "Opnieuw rekenen" not in page
        await bank.eigenaar.execute(
            "update voorstellen set pin_reden = null, pin_tot = null, pin_door = null"
        )
        await bank.solve()
        page = (await visitor.get("/plan")).text
        assert "is niet gelukt" not in page
        assert "Opnieuw rekenen" in page
