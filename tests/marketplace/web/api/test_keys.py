"""Who comes in with a key, and what a key may see."""

from datetime import timedelta

import pytest

from marketplace.web.api.routes import OPERATIONS, SCOPES
from tests.marketplace.web.api.program import NOW, Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite

PUBLIC = {"regios", "catalogus"}  # the same for every key
LISTS = [each.path for each in OPERATIONS if each.many and not each.parameters and each.noun not in PUBLIC]


@pytest.mark.parametrize("token", [None, "", "proef", "plekwijs_onbekend", "plekwijs_" + "x" * 300, "é"])
async def test_without_a_key_that_holds_nobody_comes_in(huis: RegioSite, token: str | None) -> None:
    async with program(huis.site.app, None) as stranger:
        value = "" if token is None else f"Bearer {token}"
        response = await stranger.client.get("/api/v1/regios", headers=[(b"authorization", value.encode())])
        assert response.status_code == 401
        assert response.headers["www-authenticate"].startswith('Bearer realm="Plekwijs"')
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["status"] == 401


@pytest.mark.parametrize(
    "ended",
    [
        "update api_sleutels set ingetrokken_op = aangemaakt_op",
        "update api_sleutels set verloopt_op = '2026-11-20 09:00Z'",
        "update accounts set actief = false where soort = 'dienst'",
    ],
)
async def test_a_key_that_ended_comes_in_no_more(huis: RegioSite, regio_program: Program, ended: str) -> None:
    assert (await regio_program.get("/regios")).status_code == 200
    await huis.eigenaar.execute(ended)
    response = await regio_program.get("/regios")
    assert response.status_code == 401
    assert "ingetrokken" in response.json()["detail"]


async def test_the_last_use_of_a_key_is_noted_even_when_it_was_refused(
    huis: RegioSite, regio_program: Program
) -> None:
    assert (await regio_program.get("/leerwerkplekken/999")).status_code == 404
    assert await huis.eigenaar.fetchval("select laatst_gebruikt_op from api_sleutels") == NOW


@pytest.mark.parametrize("scope", SCOPES)
async def test_a_key_without_the_scope_is_refused_whatever_it_sends(huis: RegioSite, scope: str) -> None:
    others = [each for each in SCOPES if each != scope]
    token = await insert_sleutel(huis.eigenaar, rol="accountmanager", regio_code="AM09", scopes=others)
    asking = [each for each in OPERATIONS if each.scope == scope]
    assert asking
    async with program(huis.site.app, token) as visitor:
        for operation in asking:
            path = operation.path.format(id=1, code="AM09", crebo=25258)
            response = await visitor.send(operation.method, path)
            assert response.status_code == 403, operation.naam
            assert f'scope="{scope}"' in response.headers["www-authenticate"]


@pytest.mark.parametrize("path", LISTS)
async def test_a_key_of_elsewhere_sees_nothing(huis: RegioSite, regio_program: Program, path: str) -> None:
    own = (await regio_program.get(path)).json()["items"]
    token = await insert_sleutel(
        huis.eigenaar, rol="accountmanager", regio_code="AM07", token="plekwijs_vreemd"
    )
    async with program(huis.site.app, token) as stranger:
        assert (await stranger.get(path)).json() == {"items": [], "volgende": None}
        for each in own:
            assert (await stranger.get(f"{path}/{each['id']}")).status_code == 404


async def test_a_key_of_a_werkgever_sees_the_own_plekken_and_nobody(huis: RegioSite) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie)
    async with program(huis.site.app, token) as werkgever:
        plekken = (await werkgever.get("/leerwerkplekken")).json()["items"]
        assert {each["id"] for each in plekken} == set(huis.regio.plekken)
        assert (await werkgever.get(f"/leerwerkplekken/{huis.details.buren_plek}")).status_code == 404
        assert (await werkgever.get("/kandidaten")).json()["items"] == []
        assert (await werkgever.get(f"/kandidaten/{huis.regio.kandidaten[0]}")).status_code == 404
        assert (await werkgever.send("POST", "/rekenruns", {"regioCode": "AM09"})).status_code == 403


async def test_two_keys_of_one_moment_do_not_know_each_other(huis: RegioSite) -> None:
    for number in (1, 2):
        await insert_sleutel(
            huis.eigenaar, rol="accountmanager", regio_code="AM09", token=f"plekwijs_{number}"
        )
    await huis.eigenaar.execute(
        "update api_sleutels set verloopt_op = $1 where id = 1", NOW - timedelta(days=1)
    )
    for number, status in ((1, 401), (2, 200)):
        async with program(huis.site.app, f"plekwijs_{number}") as visitor:
            assert (await visitor.get("/regios")).status_code == status


async def test_nobody_logs_in_as_a_program(huis: RegioSite, regio_program: Program) -> None:
    assert (await regio_program.get("/regios")).status_code == 200
    email = await huis.eigenaar.fetchval("select email from accounts where soort = 'dienst'")
    async with huis.site.visitor() as visitor:
        for password in ("!", "", "plekwijs-demo"):
            assert (await visitor.login(email, password)).status_code == 400


async def test_a_cookie_of_a_session_opens_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in("eigen@voorbeeld.plekwijs.nl") as visitor:
        assert (await visitor.get("/api/v1/leerwerkplekken")).status_code == 401


async def test_neither_key_nor_body_is_logged(
    huis: RegioSite, regio_program: Program, capfd: pytest.CaptureFixture[str]
) -> None:
    await huis.eigenaar.execute("drop table leerwerkplek_werkprocessen cascade")
    response = await regio_program.get("/leerwerkplekken?status=concept")
    assert response.status_code == 500
    reference = response.json()["detail"].rpartition(" ")[2].strip(".")
    assert len(reference) == 8
    logged = "".join(capfd.readouterr())
    assert "plekwijs_proef" not in logged
    assert "concept" not in logged


async def test_too_many_requests_of_one_key_wait(
    regio_program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marketplace.web.throttle.PER_KEY.amount", 2)
    statuses = [(await regio_program.get("/regios")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert (await regio_program.get("/regios")).headers["retry-after"] == "60"
