"""What belongs to an organisatie: the archive, erkenningen, opleidingen and time, as a program does it."""

from tests.marketplace.web.api.program import Program, insert_sleutel, make_sleutel, program
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import RegioSite


async def test_an_organisatie_with_open_plekken_stays_and_an_empty_one_goes_and_comes_back(
    huis: RegioSite, regio_program: Program
) -> None:
    full = f"/organisaties/{huis.regio.organisatie}"
    assert (await regio_program.send("POST", f"{full}/archivering", if_match="1")).status_code == 409
    body = {"naam": "Voorbeeld Nieuw", "soort": "werkgever", "regioCode": "AM09"}
    made = await regio_program.send("POST", "/organisaties", body)
    path = made.headers["location"].removeprefix("/api/v1")
    gone = await regio_program.send("POST", f"{path}/archivering", if_match="1")
    assert gone.json()["gearchiveerdOp"] is not None
    listed = (await regio_program.get("/organisaties")).json()["items"]
    assert made.json()["id"] not in [each["id"] for each in listed]
    back = await regio_program.send("POST", f"{path}/terughaling", if_match="2")
    assert (back.json()["gearchiveerdOp"], back.headers["etag"]) == (None, '"3"')


async def test_a_vestiging_goes_to_the_archive_and_comes_back(
    huis: RegioSite, regio_program: Program
) -> None:
    plaats = (await regio_program.get(f"/vestigingen/{huis.regio.vestiging}")).json()["plaatsId"]
    body = {"naam": "Aan de weg", "plaatsId": plaats, "organisatieId": huis.regio.organisatie}
    made = await regio_program.send("POST", "/vestigingen", body)
    path = made.headers["location"].removeprefix("/api/v1")
    gone = await regio_program.send("POST", f"{path}/archivering", if_match="1")
    assert gone.json()["gearchiveerdOp"] is not None
    assert (await regio_program.send("POST", f"{path}/terughaling", if_match="1")).status_code == 412
    back = await regio_program.send("POST", f"{path}/terughaling", if_match="2")
    assert back.json()["gearchiveerdOp"] is None
    elsewhere = await regio_program.send("POST", "/vestigingen", {**body, "plaatsId": 999_999})
    assert elsewhere.json()["errors"][0]["location"] == "body/plaatsId"


async def test_an_erkenning_is_recorded_once_and_changed(huis: RegioSite, regio_program: Program) -> None:
    body = {
        "vestigingId": huis.details.buren_vestiging,
        "crebo": 25258,
        "van": "2026-09-01",
        "gecontroleerdOp": "2026-11-20",
    }
    made = await regio_program.send("POST", "/erkenningen", body)
    assert made.status_code == 201, made.text
    assert made.json()["werkprocessen"] is None
    path = made.headers["location"].removeprefix("/api/v1")
    assert (await regio_program.get(path)).json() == made.json()
    twice = await regio_program.send("POST", "/erkenningen", body)
    assert twice.json()["errors"][0]["location"] == "body/crebo"
    first = huis.details.werkprocessen[0]
    edit = {"tot": "2028-01-01", "werkprocessen": [first], "gecontroleerdOp": "2026-11-20"}
    changed = await regio_program.send("PUT", path, edit, if_match="1")
    assert (changed.json()["werkprocessen"], changed.json()["tot"]) == ([first], "2028-01-01")
    to_come = await regio_program.send("PUT", path, {**edit, "gecontroleerdOp": "2027-01-01"}, if_match="2")
    assert to_come.json()["errors"][0]["location"] == "body/gecontroleerdOp"


async def test_a_key_of_a_school_offers_an_opleiding_until_a_day(
    huis: RegioSite, regio_program: Program
) -> None:
    await huis.eigenaar.execute("insert into organisatiesoorten (code, naam) values ('mbo', 'Mbo-school')")
    school = await huis.eigenaar.fetchval(
        "insert into organisaties (naam, soort, regio_code) values ('Voorbeeld School', 'mbo', 'AM09')"
        " returning id"
    )
    body = {"organisatieId": school, "crebo": 25258, "van": "2026-09-01", "regioCodes": ["AM09"]}
    reader = await insert_sleutel(
        huis.eigenaar, rol="regiocoordinator", regio_code="AM09", token="plekwijs_lezer"
    )
    async with program(huis.site.app, reader) as other:
        assert (await other.send("POST", "/opleidingen", body)).status_code == 403
    email = await give_role(huis, "beheerder", organisatie_id=school)
    await give_role(huis, "mbo", organisatie_id=school)
    async with huis.site.logged_in(email) as visitor:
        token = await make_sleutel(visitor, f"mbo:{school}", ["organisaties:lezen", "organisaties:schrijven"])
    async with program(huis.site.app, token) as own:
        made = await own.send("POST", "/opleidingen", body)
        assert made.status_code == 201, made.text
        path = made.headers["location"].removeprefix("/api/v1")
        ended = await own.send("PUT", path, {"tot": "2027-08-01"}, if_match="1")
        assert (ended.json()["tot"], ended.headers["etag"]) == ("2027-08-01", '"2"')
        unknown = await own.send("POST", "/opleidingen", {**body, "regioCodes": ["AM35"]})
        assert unknown.json()["errors"][0]["location"] == "body/regioCodes"
    assert (await regio_program.get(path)).json() == ended.json()
    reopened = await regio_program.send("PUT", path, {}, if_match="2")
    assert reopened.json()["tot"] is None
    offered = (await regio_program.get(f"/organisaties/{school}/opleidingen")).json()["items"]
    assert offered == [reopened.json()]


async def test_a_praktijkopleider_is_added_renamed_and_given_time(
    huis: RegioSite, regio_program: Program
) -> None:
    body = {"naam": "Voorbeeld Nieuw", "vestigingId": huis.regio.vestiging}
    made = await regio_program.send("POST", "/praktijkopleiders", body)
    assert made.status_code == 201, made.text
    path = made.headers["location"].removeprefix("/api/v1")
    named = await regio_program.send("PUT", path, {"naam": "Voorbeeld Anders"}, if_match="1")
    assert named.json()["naam"] == "Voorbeeld Anders"
    time = {"nabijheid": "af_en_toe", "minuten": 240}
    assert (await regio_program.send("PUT", f"{path}/tijd", time, if_match="1")).status_code == 412
    given = await regio_program.send("PUT", f"{path}/tijd", time, if_match="2")
    assert given.json()["capaciteiten"] == [{"van": "2026-11-23", "tot": None, **time}]


async def test_what_belongs_to_another_organisatie_is_not_there_for_a_werkgever(huis: RegioSite) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie)
    vestiging, leader = huis.details.buren_vestiging, huis.details.buren_praktijkopleider
    opleiding = await huis.eigenaar.fetchval("select id from opleidingen")
    buren = await huis.eigenaar.fetchval("select id from organisaties where naam = 'Voorbeeld Elders'")
    async with program(huis.site.app, token) as other:
        for method, path, body in (
            ("POST", f"/organisaties/{buren}/archivering", None),
            ("POST", f"/vestigingen/{vestiging}/archivering", None),
            ("PUT", f"/opleidingen/{opleiding}", {"tot": "2027-01-01"}),
            ("PUT", f"/praktijkopleiders/{leader}", {"naam": "Anders"}),
            ("PUT", f"/praktijkopleiders/{leader}/tijd", {"nabijheid": "op_afroep", "minuten": 60}),
        ):
            assert (await other.send(method, path, body, if_match="1")).status_code == 404, path
        new = {"vestigingId": vestiging, "crebo": 25258, "van": "2026-09-01", "gecontroleerdOp": "2026-11-20"}
        assert (await other.send("POST", "/erkenningen", new)).status_code == 404
        assert (await other.get(f"/opleidingen/{opleiding}")).status_code == 404
