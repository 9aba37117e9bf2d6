"""Rekenruns, plannen, voorstellen and profiles, as a program reads them and decides."""

from typing import Any

from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite
from tests.marketplace.web.werkbank import Werkbank


async def test_a_rekenrun_is_asked_once_and_can_be_stopped(bank_program: Program) -> None:
    asked = await bank_program.send("POST", "/rekenruns", {"regioCode": "AM09"})
    assert (asked.status_code, asked.json()["status"]) == (201, "wachtrij")
    second = await bank_program.send("POST", "/rekenruns", {"regioCode": "AM09"})
    assert second.status_code == 409
    assert "al gerekend" in second.json()["detail"]
    path = asked.headers["location"].removeprefix("/api/v1")
    finishing = await bank_program.send("POST", f"{path}/afronding")
    assert (finishing.json()["status"], finishing.json()["afronden"]) == ("wachtrij", True)
    assert (await bank_program.send("POST", f"{path}/afronding")).status_code == 409
    stopped = await bank_program.send("POST", f"{path}/annulering")
    assert (await bank_program.get(path)).json() == stopped.json()
    assert stopped.json()["status"] == "geannuleerd"


async def test_a_plan_is_mended_when_there_is_one(bank: Werkbank, bank_program: Program) -> None:
    body = {"regioCode": "AM09", "soort": "herstel"}
    refused = await bank_program.send("POST", "/rekenruns", body)
    assert refused.status_code == 409
    assert "nog geen plan dat hersteld kan worden" in refused.json()["detail"]
    assert (await bank_program.send("POST", "/rekenruns", {**body, "soort": "vis"})).status_code == 400
    former = await bank.solve()
    asked = await bank_program.send("POST", "/rekenruns", body)
    assert (asked.status_code, asked.json()["soort"]) == (201, "herstel")
    plan = await bank.work()
    told = (await bank_program.get(f"/plannen/{plan}")).json()
    assert told["cijfers"]["herstel"] == {"plan_id": former, "anderen": []}
    runs = (await bank_program.get("/rekenruns")).json()["items"]
    assert [each["soort"] for each in runs] == ["nieuw", "herstel"]


async def test_another_regio_cannot_be_reckoned(bank_program: Program) -> None:
    assert (await bank_program.send("POST", "/rekenruns", {"regioCode": "AM07"})).status_code == 403


async def test_a_plan_is_told_line_by_line_with_who_has_no_plek(
    bank: Werkbank, bank_program: Program
) -> None:
    plan = await bank.solve()
    assert (await bank_program.get(f"/plannen/{plan}")).json()["status"] == "concept"
    regels = (await bank_program.get(f"/plannen/{plan}/regels")).json()["items"]
    zonder = (await bank_program.get(f"/plannen/{plan}/niet-geplaatsten")).json()["items"]
    assert [each["voorstelId"] for each in regels] == await bank.voorstellen(plan)
    assert len(regels) + len(zonder) == len(bank.regio.kandidaten)
    assert [each["id"] for each in (await bank_program.get("/plannen")).json()["items"]] == [plan]


async def test_a_voorstel_is_discussed_and_accepted(bank: Werkbank, bank_program: Program) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    path = f"/voorstellen/{voorstel}"
    read = await bank_program.get(path)
    assert read.headers["etag"] == '"1"'
    yes = await bank_program.send("POST", f"{path}/bespreking", {"jaOp": "2026-11-20"}, if_match="1")
    assert (yes.status_code, yes.json()["status"]) == (200, "besproken_met_kandidaat")
    startweek = {"startweek": read.json()["inplanning"]["startweek"]}
    assert (await bank_program.send("POST", f"{path}/akkoord", startweek, if_match="1")).status_code == 412
    agreed = await bank_program.send("POST", f"{path}/akkoord", startweek, if_match="2")
    assert (agreed.status_code, agreed.json()["status"]) == (200, "akkoord_accountmanager")
    assert await bank.eigenaar.fetchval("select count(*) from bezetting where voorstel_id = $1", voorstel)
    again = await bank_program.send("POST", f"{path}/akkoord", startweek, if_match="3")
    assert again.status_code == 409


async def test_a_rule_that_was_broken_since_refuses_a_yes_and_an_akkoord(
    bank: Werkbank, bank_program: Program
) -> None:
    voorstel = (await bank.voorstellen(await bank.solve()))[0]
    path = f"/voorstellen/{voorstel}"
    said = {"jaOp": "2026-11-20"}
    startweek = {"startweek": await bank.startweek(voorstel)}
    language = "update leerwerkplekken set taal = $1"
    await bank.eigenaar.execute(language, 4)
    no = await bank_program.send("POST", f"{path}/bespreking", said, if_match="1")
    assert (no.status_code, no.headers["content-type"]) == (409, "application/problem+json")
    assert "Dit past niet bij de regels van vandaag." in no.json()["detail"]
    assert await bank.status(voorstel) == "voorgesteld"
    await bank.eigenaar.execute(language, 1)
    assert (await bank_program.send("POST", f"{path}/bespreking", said, if_match="1")).status_code == 200
    await bank.eigenaar.execute(language, 4)
    no = await bank_program.send("POST", f"{path}/akkoord", startweek, if_match="2")
    assert (no.status_code, no.headers["content-type"]) == (409, "application/problem+json")
    assert await bank.status(voorstel) == "besproken_met_kandidaat"


async def test_a_voorstel_is_rejected_with_a_reason_of_the_list(
    bank: Werkbank, bank_program: Program
) -> None:
    path = f"/voorstellen/{(await bank.voorstellen(await bank.solve()))[0]}/afwijzing"
    wrong = await bank_program.send("POST", path, {"reden": "zomaar"}, if_match="1")
    assert wrong.json()["errors"] == [{"location": "body/reden", "message": "Kies een reden uit de lijst."}]
    codes = [each["code"] for each in (await bank_program.get("/afwijsredenen")).json()["items"]]
    assert "ander_werk" in codes
    done = await bank_program.send("POST", path, {"reden": "ander_werk"}, if_match="1")
    assert (done.json()["status"], done.json()["afgewezenDoor"]) == ("afgewezen", "kandidaat")


async def test_a_concept_is_published_over_the_plan_that_was_seen(
    bank: Werkbank, bank_program: Program
) -> None:
    plan = await bank.solve()
    path = f"/plannen/{plan}/publicatie"
    assert (await bank_program.send("POST", path, {"gezien": plan}, if_match="1")).status_code == 409
    assert (await bank_program.send("POST", path, {"gezien": None}, if_match="7")).status_code == 412
    done = await bank_program.send("POST", path, {"gezien": None}, if_match="1", idempotency_key="een")
    assert (done.status_code, done.json()["status"]) == (200, "gepubliceerd")
    again = await bank_program.send("POST", path, {"gezien": None}, if_match="1", idempotency_key="een")
    assert again.json() == done.json()
    reader = await insert_sleutel(
        bank.eigenaar, rol="regiocoordinator", regio_code="AM09", token="plekwijs_lezer"
    )
    async with program(bank.site.app, reader) as other:
        assert (await other.send("POST", path, {"gezien": plan}, if_match="2")).status_code == 403


async def test_a_voorstel_is_pinned_and_let_go(bank: Werkbank, bank_program: Program) -> None:
    path = f"/voorstellen/{(await bank.voorstellen(await bank.solve()))[0]}"
    body = {"reden": "Zij kent deze tuin al.", "tot": "2026-11-19", "startweek": "2026-11-16"}
    wrong = await bank_program.send("POST", f"{path}/vastzetting", body, if_match="1")
    told = {each["location"] for each in wrong.json()["errors"]}
    assert told == {"body/tot", "body/startweek"}
    tuesday = {**body, "tot": "2026-12-15", "startweek": "2026-12-08"}
    refused = await bank_program.send("POST", f"{path}/vastzetting", tuesday, if_match="1")
    assert refused.json()["errors"] == [{"location": "body/startweek", "message": "Kies een maandag."}]
    held = {**body, "tot": "2026-12-15", "startweek": "2026-12-07"}
    pinned = await bank_program.send("POST", f"{path}/vastzetting", held, if_match="1")
    assert pinned.status_code == 200, pinned.text
    assert pinned.json()["pin"] == held
    assert (await bank_program.send("POST", f"{path}/losmaking", if_match="1")).status_code == 412
    loose = await bank_program.send("POST", f"{path}/losmaking", if_match="2")
    assert (loose.json()["pin"], loose.headers["etag"]) == (None, '"3"')
    assert (await bank_program.send("POST", f"{path}/losmaking", if_match="3")).status_code == 409


async def test_a_voorstel_of_a_person_is_made_and_stands_fixed(bank: Werkbank, bank_program: Program) -> None:
    plan = await bank.solve()
    there = {
        (row["kandidaat_id"], row["leerwerkplek_id"])
        for row in await bank.eigenaar.fetch("select kandidaat_id, leerwerkplek_id from voorstellen")
    }
    startweek = await bank.startweek((await bank.voorstellen(plan))[0])
    wie, plek = next(
        (wie, plek)
        for wie in bank.regio.kandidaten
        for plek in bank.regio.plekken
        if (wie, plek) not in there
    )
    body = {
        "kandidaatId": wie,
        "leerwerkplekId": plek,
        "startweek": startweek,
        "reden": "Zij werkte daar eerder.",
        "tot": "2026-12-15",
    }
    late = await bank_program.send(
        "POST", "/voorstellen", {**body, "startweek": "2027-11-29", "tot": "2030-01-01"}
    )
    assert {each["location"] for each in late.json()["errors"]} == {"body/startweek", "body/tot"}
    made = await bank_program.send("POST", "/voorstellen", body)
    assert made.status_code == 201, made.text
    assert made.json()["pin"]["startweek"] == startweek
    path = made.headers["location"].removeprefix("/api/v1")
    assert (await bank_program.get(path)).json() == made.json()
    assert (await bank_program.send("POST", "/voorstellen", body)).status_code == 409
    unknown = {**body, "kandidaatId": 999_999}
    assert (await bank_program.send("POST", "/voorstellen", unknown)).status_code == 404


def gegevens(kandidaat: dict[str, Any]) -> dict[str, Any]:
    """A profile as a program sends it back."""
    names = (
        *("crebo", "sectorwensen", "vormen", "niveauGeschat", "pc4", "vervoermiddel", "maxReistijd", "taal"),
        *("maxAfstand", "reistAlleen", "dagdelen", "minutenMin", "minutenMax", "van", "tot", "weken"),
        *("voorwaarden", "begeleiding", "toelichting"),
    )
    gewenst = [each["werkprocesId"] for each in kandidaat["werkprocessen"] if each["stand"] == "gewenst"]
    return {**{name: kandidaat[name] for name in names}, "gewenst": gewenst}


async def test_a_profile_is_read_without_identity_and_edited(huis: RegioSite, regio_program: Program) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    response = await regio_program.get(path)
    assert "Sanne" not in response.text
    assert "1990" not in response.text
    body = {**gegevens(response.json()), "maxReistijd": 45}
    changed = await regio_program.send("PUT", path, body, if_match="1")
    assert (changed.status_code, changed.json()["maxReistijd"]) == (200, 45)
    elsewhere = await regio_program.send("PUT", path, {**body, "pc4": "6811"}, if_match="2")
    assert elsewhere.json()["errors"][0]["location"] == "body/pc4"


async def test_a_text_with_a_bsn_is_refused(huis: RegioSite, regio_program: Program) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    body = {**gegevens((await regio_program.get(path)).json()), "toelichting": "Nummer 123456782."}
    response = await regio_program.send("PUT", path, body, if_match="1")
    assert response.status_code == 400
    assert "123456782" not in response.text


async def test_the_catalogue_and_vestigingen_are_read(huis: RegioSite, regio_program: Program) -> None:
    assert [each["code"] for each in (await regio_program.get("/regios")).json()["items"]] == ["AM07", "AM09"]
    assert (await regio_program.get("/regios/AM09/gemeenten")).json()["items"][0]["naam"] == "Bronckhorst"
    assert (await regio_program.get("/kwalificaties/25258")).json()["niveau"] == 1
    assert (await regio_program.get("/kwalificaties/25259")).status_code == 404
    first = huis.details.werkprocessen[0]
    assert (await regio_program.get(f"/werkprocessen/{first}")).json()["code"] == "VB-GRO-01"
    path = f"/vestigingen/{huis.regio.vestiging}"
    assert (await regio_program.get(path)).json()["organisatie"] == "Voorbeeld Tuinen"
    assert (await regio_program.get(f"{path}/erkenningen")).json()["items"][0]["werkprocessen"] == [first]
    leader = (await regio_program.get(f"/praktijkopleiders/{huis.details.praktijkopleider}")).json()
    assert leader["capaciteiten"][0]["minuten"] == 360


async def test_an_organisatie_with_a_vestiging_is_made_and_edited(
    huis: RegioSite, regio_program: Program
) -> None:
    body = {"naam": "Voorbeeld Nieuw", "soort": "werkgever", "kvk": "12345678"}
    made = await regio_program.send("POST", "/organisaties", {**body, "regioCode": "AM09"})
    assert made.status_code == 201, made.text
    path = made.headers["location"].removeprefix("/api/v1")
    wrong = await regio_program.send("PUT", path, {**body, "soort": "vis"}, if_match="1")
    assert wrong.json()["errors"] == [{"location": "body/soort", "message": "Maak een keuze uit de lijst."}]
    changed = await regio_program.send("PUT", path, {**body, "naam": "Voorbeeld Oud"}, if_match="1")
    assert (changed.json()["naam"], changed.headers["etag"]) == ("Voorbeeld Oud", '"2"')
    plaats = (await regio_program.get(f"/vestigingen/{huis.regio.vestiging}")).json()["plaatsId"]
    there = {"naam": "Aan de weg", "plaatsId": plaats}
    vestiging = await regio_program.send(
        "POST", "/vestigingen", {**there, "organisatieId": made.json()["id"]}
    )
    assert vestiging.status_code == 201, vestiging.text
    again = vestiging.headers["location"].removeprefix("/api/v1")
    assert (await regio_program.get(again)).json() == vestiging.json()
    moved = await regio_program.send("PUT", again, {**there, "naam": "In het dorp"}, if_match="1")
    assert moved.json()["naam"] == "In het dorp"
    everyone = (await regio_program.get("/organisaties")).json()["items"]
    assert made.json()["id"] in [each["id"] for each in everyone]


async def test_an_organisatie_of_elsewhere_cannot_be_made(regio_program: Program) -> None:
    body = {"naam": "Voorbeeld Ver", "soort": "werkgever", "regioCode": "AM07"}
    assert (await regio_program.send("POST", "/organisaties", body)).status_code == 403
