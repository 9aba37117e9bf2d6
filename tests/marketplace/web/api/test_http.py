"""What every operation does with what it cannot read, and what every answer carries."""

import json

import httpx2
import pytest

from marketplace.web.api.resource import ROOT, VERSION
from tests.marketplace.web.api.program import Program
from tests.marketplace.web.regio_site import RegioSite

PLEKKEN = f"{ROOT}/leerwerkplekken"


def places(response: httpx2.Response) -> dict[str, str]:
    """What is wrong, by place."""
    return {each["location"]: each["message"] for each in response.json()["errors"]}


async def test_all_mistakes_are_told_at_once_each_with_its_place(regio_program: Program) -> None:
    body = {
        "titel": "x" * 300,
        "niveau": "2",
        "plaatsen": 99,
        "vervoerGeregeld": 1,
        "kleur": "rood",
        "van": "morgen",
    }
    response = await regio_program.send("POST", "/leerwerkplekken?kleur=rood", body, idempotency_key="a b")
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "detail", "errors"} == set(response.json())
    wrong = places(response)
    assert wrong["body/titel"] == "Deze tekst is te lang. Er passen 200 tekens in."
    assert wrong["body/niveau"] == "Vul een heel getal in, zonder aanhalingstekens."
    assert wrong["body/plaatsen"] == "Vul 50 of minder in."
    assert wrong["body/vervoerGeregeld"] == "Vul true of false in."
    assert wrong["body/kleur"] == "Dit kennen wij hier niet. Haal het weg."
    assert wrong["body/van"] == "Vul een datum in als jaar-maand-dag, bijvoorbeeld 2026-11-23."
    assert wrong["body/vestigingId"] == "Dit ontbreekt."
    assert "query/kleur" in wrong
    assert "header/Idempotency-Key" in wrong


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'"\\ud800"', b"{'a': 1}", b"\xff", b"NaN", b"[" * 100_000, b"null"]
)
async def test_what_is_no_json_object_is_a_400(regio_program: Program, body: bytes) -> None:
    response = await regio_program.client.post(
        PLEKKEN, content=body, headers={"content-type": "application/json"}
    )
    assert response.status_code == 400
    assert next(iter(places(response))) == "body"


async def test_a_whole_number_may_have_a_point_and_true_is_no_number(regio_program: Program) -> None:
    wrong = places(
        await regio_program.send("POST", "/leerwerkplekken", {"plaatsen": 1.0, "niveau": True, "taal": 1.5})
    )
    assert "body/plaatsen" not in wrong
    assert {"body/niveau", "body/taal"} <= set(wrong)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "", "application/json; charset=latin-1"])
async def test_another_kind_of_body_is_a_415(regio_program: Program, kind: str) -> None:
    response = await regio_program.client.post(PLEKKEN, content=b"{}", headers={"content-type": kind})
    assert response.status_code == 415


async def test_a_charset_that_is_said_is_fine(regio_program: Program) -> None:
    headers = {"content-type": 'Application/JSON; charset="UTF-8"'}
    assert (await regio_program.client.post(PLEKKEN, content=b"{}", headers=headers)).status_code == 400


async def test_too_much_is_a_413(regio_program: Program) -> None:
    body = json.dumps({"titel": "x" * 300_000})
    response = await regio_program.client.post(
        PLEKKEN, content=body, headers={"content-type": "application/json"}
    )
    assert response.status_code == 413


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/json", 200),
        ("text/html, */*;q=0.1", 200),
        ("application/*", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
    ],
)
async def test_only_json_is_answered(regio_program: Program, accept: str, status: int) -> None:
    assert (await regio_program.get("/regios", accept=accept)).status_code == status


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("kleur=rood", "query/kleur"),
        ("aantal=0", "query/aantal"),
        ("aantal=201", "query/aantal"),
        ("aantal=1_0", "query/aantal"),
        ("aantal=", "query/aantal"),
        ("na=x", "query/na"),
        ("na=" + "9" * 5000, "query/na"),
        ("aantal=5&aantal=6", "query/aantal"),
        ("status=weg", "query/status"),
    ],
)
async def test_a_parameter_that_is_not_known_or_wrong_is_a_400(
    regio_program: Program, query: str, place: str
) -> None:
    response = await regio_program.get(f"/leerwerkplekken?{query}")
    assert response.status_code == 400
    assert list(places(response)) == [place]


@pytest.mark.parametrize(
    "path", ["/leerwerkplekken/0", "/leerwerkplekken/999999999999999999", "/regios/AM99"]
)
async def test_what_is_not_there_is_a_404(regio_program: Program, path: str) -> None:
    response = await regio_program.get(path)
    assert response.status_code == 404
    assert "pagina" not in response.json()["detail"]


@pytest.mark.parametrize(
    "path", ["/leerwerkplekken/", "/onbekend", "/leerwerkplekken/een", "/", "/leerwerkplekken/%0A"]
)
async def test_a_path_that_the_api_does_not_know_is_a_problem_too(regio_program: Program, path: str) -> None:
    response = await regio_program.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


async def test_a_method_that_is_not_there_says_which_are(regio_program: Program) -> None:
    for method in ("DELETE", "PATCH", "PUT", "TRACE", "ONZIN"):
        response = await regio_program.client.request(method, PLEKKEN)
        assert response.status_code == 405
        assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    response = await regio_program.client.request("OPTIONS", PLEKKEN)
    assert (response.status_code, response.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


async def test_head_is_get_without_its_body(regio_program: Program) -> None:
    got = await regio_program.client.get(PLEKKEN)
    head = await regio_program.client.head(PLEKKEN)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == str(len(got.content))


async def test_every_answer_says_the_version_of_the_api(regio_program: Program) -> None:
    for path in ("/regios", "/regios/AM99", "/openapi.json"):
        assert (await regio_program.get(path)).headers["api-version"] == VERSION


async def test_a_list_is_read_whole_by_following_its_links(regio_program: Program, huis: RegioSite) -> None:
    seen: list[int] = []
    path: str | None = f"{ROOT}/kandidaten?aantal=1"
    while path:
        response = await regio_program.client.get(path)
        seen += [each["id"] for each in response.json()["items"]]
        link = response.links.get("next")
        assert (link is None) == (response.json()["volgende"] is None)
        path = link["url"] if link else None
    assert seen == sorted(huis.regio.kandidaten)


async def test_a_page_stays_where_it_was_when_a_row_before_it_goes(
    regio_program: Program, huis: RegioSite
) -> None:
    path = "/leerwerkplekken?status=gepubliceerd&aantal=1"
    first = (await regio_program.get(path)).json()
    closed = "update leerwerkplekken set status = 'gesloten' where id = $1"
    await huis.eigenaar.execute(closed, first["items"][0]["id"])
    second = (await regio_program.get(f"{path}&na={first['volgende']}")).json()
    assert [each["id"] for each in second["items"]] == [huis.regio.plekken[1]]
