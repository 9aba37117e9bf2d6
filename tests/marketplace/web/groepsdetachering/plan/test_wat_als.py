"""What if, by its pages: what can be asked, what was wrong with a question, the answer and its use."""

import re

import pytest

from tests.marketplace.groepsdetachering.kleine_detachering import WEKEN
from tests.marketplace.web.groepsdetachering.plan.bord_site import VREEMD, WERKLEIDER, BordSite


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question takes no longer than it must."""
    monkeypatch.setattr("marketplace.groepsdetachering.run.WHAT_IF_SECONDS", 0.1)


async def ask(bord: BordSite, welk: str, **fields: object) -> str:
    """Ask, have it reckoned, and give where the answer stands."""
    status, where = await bord.post(f"/wat-als/{welk}", versie=await bord.versie(), **fields)
    assert status == 303, where
    path = where.removeprefix(bord.thuis)
    assert "Er wordt uitgerekend wat er zou veranderen." in await bord.get(path)
    assert await bord.work() is None
    return path


async def test_without_a_concept_there_is_nothing_to_ask(leeg: BordSite) -> None:
    assert "Er is nog geen concept" in await leeg.get("/wat-als")


async def test_what_is_asked_is_chosen_from_what_is_there(bord: BordSite) -> None:
    page = await bord.get("/wat-als")
    chosen = {
        name: re.findall(r"<option value=\"\d+\"[^>]*>([^<]+)<", part)
        for name, part in re.findall(r'<select[^>]*name="(\w+)"(.*?)</select>', page, re.DOTALL)
    }
    assert chosen == {
        "opdracht": ["Kas: Voorbeeld kas"],
        "werkleider": ["Anna Voorbeeld", "Bram Voorbeeld"],
        "splitsen": ["Perken: Voorbeeld perken"],
        "tarief": ["Perken: Voorbeeld perken"],
    }
    assert (
        "<form" not in (await bord.get("/wat-als", WERKLEIDER)).partition("<main")[2].partition("</main")[0]
    )


async def test_what_is_wrong_with_a_question_is_said_at_it_and_nothing_runs(bekeken: BordSite) -> None:
    versie = await bekeken.versie()
    away = {"werkleider": bekeken.kleine.anna, "van": "2026-11-24", "tot": "2026-11-23"}
    for welk, fields, words in (
        ("werkleider", away, "De laatste dag ligt voor de eerste dag."),
        ("werkleider", away | {"van": "31-02-2026"}, "datum"),
        ("werkleider", {"van": "2026-11-23", "tot": "2026-11-24"}, "Vul dit veld in."),
        ("opdracht", {}, "Vul dit veld in."),
        ("splitsen", {"splitsen": "alles"}, "Vul een heel getal in."),
        ("tarief", {"tarief": ""}, "Vul dit veld in."),
    ):
        status, page = await bekeken.post(f"/wat-als/{welk}", versie=versie, **fields)
        assert status == 400, (welk, fields)
        assert words in page
    assert (await bekeken.post("/wat-als/weer", versie=versie))[0] == 404
    assert await bekeken.spel.conn.fetchval("select count(*) from rekenruns") == 0


async def test_an_opdracht_is_accepted_with_its_answer(bord: BordSite) -> None:
    kas = bord.kleine.kas
    await bord.spel.conn.execute("update opdrachten set status = 'gevraagd' where id = $1", kas)
    path = await ask(bord, "opdracht", opdracht=kas)
    page = await bord.get(path)
    assert "Kunnen wij Kas aannemen?" in page
    assert "Ja, vanaf de week van 16 november 2026." in page
    assert "heeft nog geen tarief" not in page
    await bord.spel.conn.execute("update opdrachten set tarief = 0 where id = $1", kas)
    assert "heeft nog geen tarief" in await bord.get(path)
    assert "Neem de opdracht aan en leg dit op het bord" in page
    assert "Kunnen wij Kas aannemen?" in await bord.get("/wat-als")
    assert "leg dit op het bord" not in await bord.get(path, WERKLEIDER)
    assert (await bord.post(f"{path}/gebruiken", WERKLEIDER))[0] == 403
    assert (await bord.ask(path, VREEMD))[0] == 404
    assert "Neem over" not in await bord.get("/bord")
    plan = await bord.spel.conn.fetchval("select id from groepsplannen where status = 'alternatief'")
    status, shown = await bord.move("overnemen", plan=plan)
    assert (status, "een opdracht die niet is aangenomen" in shown) == (409, True)
    assert await bord.post(f"{path}/gebruiken") == (303, f"{bord.thuis}/bord")
    assert await bord.spel.group(kas) is not None
    page = await bord.get(path)
    assert "Het plan is intussen veranderd." in page
    assert (await bord.post(f"{path}/gebruiken"))[0] == 409


async def test_a_werkleider_who_is_away_says_who_notices(bord: BordSite) -> None:
    week = WEKEN[1].isoformat()
    path = await ask(bord, "werkleider", werkleider=bord.kleine.anna, van=week, tot=week)
    page = await bord.get(path)
    assert "Wat als Anna Voorbeeld er niet is, 1 week vanaf week 48?" in page
    for words in ("K-0002", "K-0003", "K-0004", "Leg de afwezigheid vast", "Leg dit op het bord"):
        assert words in page
    await bord.spel.put(1, None)
    page = await bord.get(path)
    assert "Leg dit op het bord" not in page
    status, page = await bord.post(f"{path}/gebruiken")
    assert status == 409
    assert "Het plan is intussen veranderd. Stel de vraag opnieuw." in page


async def test_a_group_is_cut_in_two_and_a_tariff_told(bord: BordSite) -> None:
    path = await ask(bord, "tarief", tarief=bord.kleine.perken)
    page = await bord.get(path)
    assert re.search(r"Minstens €\s?\d+,\d\d per uur per persoon\.", page)
    assert "Leg dit op het bord" not in page
    path = await ask(bord, "splitsen", splitsen=bord.kleine.perken)
    assert "Kan de groep van Perken in tweeën?" in await bord.get(path)
    assert await bord.post(f"{path}/splitsen") == (303, f"{bord.thuis}/bord")
    assert await bord.spel.conn.fetchval("select count(*) from opdrachten where naam like '% (2)'") == 1


async def test_a_second_question_waits_for_the_first(bord: BordSite) -> None:
    fields = {"versie": await bord.versie(), "tarief": bord.kleine.perken}
    assert (await bord.post("/wat-als/tarief", **fields))[0] == 303
    status, page = await bord.post("/wat-als/tarief", **fields)
    assert status == 409
    assert "Wat moet deze opdracht minstens opbrengen?" in page


async def test_a_question_that_could_not_be_answered_says_why(bord: BordSite) -> None:
    _, where = await bord.post("/wat-als/tarief", versie=await bord.versie(), tarief=2**40)
    assert await bord.work() is not None
    page = await bord.get(where.removeprefix(bord.thuis))
    assert "hoort niet bij de weken van dit plan" in page
