"""A groep is registered, starts, ends or is called off, as a program does it."""

from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite

NEW = {"regioCode": "AM09", "naam": "Groen, voorjaar", "sector": "groen", "kenmerken": ["K-0001", "K-0002"]}


async def test_a_groep_is_registered_started_and_ended(regio_program: Program) -> None:
    made = await regio_program.send("POST", "/groepen", NEW)
    assert made.status_code == 201, made.text
    assert (made.json()["status"], made.json()["aantal"]) == ("aangemeld", 2)
    path = made.headers["location"].removeprefix("/api/v1")
    started = await regio_program.send("POST", f"{path}/start", if_match="1")
    assert started.json()["status"] == "gestart"
    assert (await regio_program.send("POST", f"{path}/afronding", if_match="1")).status_code == 412
    ended = await regio_program.send("POST", f"{path}/afronding", if_match="2")
    assert (await regio_program.get(path)).json() == ended.json()
    follow = await regio_program.send("POST", "/groepen", {**NEW, "vervolgOp": made.json()["id"]})
    assert follow.json()["vervolgOp"] == "Groen, voorjaar"


async def test_who_waited_in_a_groep_that_is_called_off_does_not_start(regio_program: Program) -> None:
    made = await regio_program.send("POST", "/groepen", NEW)
    path = made.headers["location"].removeprefix("/api/v1")
    reden = {"reden": "Er is nu te weinig werk."}
    off = await regio_program.send("POST", f"{path}/annulering", reden, if_match="1")
    assert (off.json()["status"], off.json()["reden"]) == ("geannuleerd", "Er is nu te weinig werk.")
    people = (await regio_program.get("/kandidaten")).json()["items"]
    stood = {each["kenmerk"]: each["status"] for each in people}
    assert stood == {"K-0001": "niet_gestart", "K-0002": "niet_gestart", "K-0003": "matchbaar"}


async def test_people_of_elsewhere_make_no_groep(huis: RegioSite, regio_program: Program) -> None:
    unknown = await regio_program.send("POST", "/groepen", {**NEW, "kenmerken": ["K-9999"]})
    assert unknown.json()["errors"][0]["location"] == "body/kenmerken"
    made = await regio_program.send("POST", "/groepen", NEW)
    path = made.headers["location"].removeprefix("/api/v1")
    token = await insert_sleutel(
        huis.eigenaar, rol="accountmanager", regio_code="AM07", token="plekwijs_vreemd"
    )
    async with program(huis.site.app, token) as other:
        assert (await other.send("POST", "/groepen", NEW)).status_code == 400
        assert (await other.send("POST", f"{path}/start", if_match="1")).status_code == 404
