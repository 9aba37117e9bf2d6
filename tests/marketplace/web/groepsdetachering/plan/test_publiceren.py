"""Have the rest filled in, compare, publish with a reason, look back: by pages and forms."""

import re

from marketplace.groepsdetachering.plan.model import PlanStatus
from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN
from tests.marketplace.web.groepsdetachering.plan.bord_site import VREEMD, WERKLEIDER, BordSite


async def test_a_plan_is_made_compared_laid_on_the_board_and_published(leeg: BordSite) -> None:
    week = WEKEN[0].isoformat()
    assert (await leeg.post("/bord/rekenen", versie=1, week=week))[0] == 303
    assert "Er wordt gerekend." in await leeg.get("/bord")
    assert "Er wordt gerekend." in await leeg.get("/bord", WERKLEIDER)
    status, where = await leeg.move("rekenen")
    assert (status, where) == (303, f"{leeg.thuis}/bord?week={week}&beeld=groepen")
    assert await leeg.work() is None
    page = await leeg.get("/bord")
    assert page.count(">Voorstel 1 <") == 1
    made = await leeg.spel.with_status(PlanStatus.ALTERNATIEF)
    assert made is not None
    page = await leeg.get(f"/plannen/{made.id}")
    for words in (
        "Dit plan houdt zich aan alle regels.",
        "Wat er verandert",
        "geen groep",
        "Leg dit op het bord",
    ):
        assert words in page
    assert "Leg dit op het bord" not in await leeg.get(f"/plannen/{made.id}", WERKLEIDER)
    assert (await leeg.move("overnemen", plan=made.id))[0] == 303
    page = await leeg.get("/publiceren")
    assert "Dit is het eerste plan, voor 5 medewerkers." in page
    assert 'name="reden"' not in page
    assert await leeg.post("/publiceren", versie=await leeg.versie()) == (303, f"{leeg.thuis}/bord")
    page = await leeg.get("/bord")
    assert "door planner" in page
    assert "Maak een nieuw concept" in page
    assert "Gepubliceerd op" in await leeg.get("/plannen", WERKLEIDER)


async def test_beleid_is_set_aside_with_a_reason(bord: BordSite) -> None:
    await bord.spel.put(0, bord.kleine.perken)
    page = await bord.get("/publiceren")
    assert "Dit wijkt af van de regels" in page
    versie = await bord.versie()
    status, page = await bord.post("/publiceren", versie=versie)
    assert status == 400
    assert "Schrijf op waarom het plan mag afwijken" in page
    assert (await bord.post("/publiceren", versie=versie, reden="111222333"))[0] == 400
    assert (await bord.post("/publiceren", versie=versie, reden="Zij willen het zelf"))[0] == 303


async def test_law_is_not_set_aside(bord: BordSite) -> None:
    await bord.spel.put(5, bord.kleine.perken)
    page = await bord.get("/publiceren")
    assert "Dit moet eerst anders" in page
    assert "Publiceer het plan" not in page
    status, page = await bord.post("/publiceren", versie=await bord.versie(), reden="Toch maar")
    assert status == 409
    assert "Dit plan houdt zich niet aan een regel die altijd geldt." in page


async def test_what_was_promised_and_is_not_met_is_told(bord: BordSite) -> None:
    await bord.spel.put(1, None)
    page = await bord.get("/publiceren")
    assert "Wat beloofd is en niet lukt" in page
    assert "Perken, week 47 (16 nov): 1 dag van één persoon te weinig." in page


async def test_what_changes_is_told_beside_what_was_published(bord: BordSite) -> None:
    await bord.spel.publish()
    await bord.spel.begin()
    assert "Er verandert niets." in await bord.get("/publiceren")
    await bord.spel.put(1, None, verder=True)
    await bord.spel.start(bord.kleine.perken, bord.kleine.bram, 1, bus_id=bord.kleine.bus)
    page = await bord.get("/publiceren")
    assert "1 medewerker merkt er iets van." in page
    rows = [re.sub(r"<[^>]+>|\s+", " ", row) for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)]
    told = [" ".join(row.split()) for row in rows]
    assert "K-0002 week 47 t/m 48 Perken, ma t/m wo binnen" in told
    assert "Perken week 48 ma t/m wo met Anna Voorbeeld, Bus 1 ma t/m wo met Bram Voorbeeld, Bus 1" in told
    page = await bord.get("/bord")
    assert "anders dan gepubliceerd" in page


async def test_who_publishes_over_another_version_is_told(bekeken: BordSite) -> None:
    status, page = await bekeken.post("/publiceren", versie=1, reden="Oud")
    assert status == 409
    assert "Iemand anders heeft dit intussen gewijzigd." in page


async def test_without_a_concept_there_is_nothing_to_publish(leeg: BordSite) -> None:
    assert await leeg.ask("/publiceren") == (303, f"{leeg.thuis}/bord")
    assert "Nog niets gepubliceerd" in await leeg.get("/plannen")
    assert (await leeg.ask("/plannen/1"))[0] == 404
    assert await leeg.post("/publiceren", versie=1) == (303, f"{leeg.thuis}/bord")


async def test_a_werkleider_publishes_nothing_and_a_stranger_sees_no_plan(bekeken: BordSite) -> None:
    plan = (await bekeken.spel.concept()).id
    assert (await bekeken.ask("/publiceren", WERKLEIDER))[0] == 403
    assert (await bekeken.post("/publiceren", WERKLEIDER, versie=1))[0] == 403
    assert (await bekeken.ask(f"/plannen/{plan}", VREEMD))[0] == 404


async def test_a_number_that_is_none_asks_for_nothing_and_stays(bord: BordSite) -> None:
    await bord.spel.publish()
    await bord.spel.begin()
    for typed in ("een paar", "1000", "-1"):
        status, page = await bord.move("rekenen", max_plaatsen=typed)
        assert status == 400
        assert "Vul een heel getal in van 0 tot en met 999, of laat het veld leeg." in page
        assert f'value="{typed}"' in page
    assert await bord.spel.conn.fetchval("select count(*) from rekenruns") == 0
    assert (await bord.move("rekenen", max_plaatsen="3"))[0] == 303
    assert await bord.spel.conn.fetchval("select vraag from rekenruns") == {
        "soort": "vullen",
        "max_plaatsen": 3,
        "plan": (await bord.spel.concept()).id,
    }


async def test_a_run_that_failed_says_why_beside_the_board(bord: BordSite) -> None:
    await bord.spel.put(5, bord.kleine.perken)
    await bord.spel.pin(5)
    await bord.move("rekenen")
    assert await bord.work() is not None
    page = await bord.get("/bord")
    assert "Het laatste rekenen is niet gelukt. Er is geen plan dat zich aan alle regels houdt." in page
    assert "Welke groep werkt waar deze week" in page
