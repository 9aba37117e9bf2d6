"""A plek from concept to closed, as a program does it."""

import asyncio

import pytest

from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite

EVERY = [f"{dag}_{deel}" for dag in ("ma", "di", "wo", "do", "vr") for deel in ("ochtend", "middag")]


def new(huis: RegioSite, **other: object) -> dict[str, object]:
    """A plek that can be published."""
    return {
        "vestigingId": huis.regio.vestiging,
        "titel": "Heggen knippen",
        "sector": "groen",
        "niveau": 1,
        "plaatsen": 1,
        "van": "2026-12-07",
        "dagdelen": EVERY,
        "minutenMin": 480,
        "minutenMax": 1440,
        "taal": 1,
        "vormen": ["proefplaatsing"],
        "werkprocessen": [huis.details.werkprocessen[0]],
        "praktijkopleiderId": huis.details.praktijkopleider,
        **other,
    }


def edited(plek: dict[str, object], **other: object) -> dict[str, object]:
    """What was read, as a program sends it back."""
    kept = {name: plek[name] for name in new_names() if name in plek}
    return {**kept, **other}


def new_names() -> tuple[str, ...]:
    """The fields that an edit sends."""
    return (
        *("titel", "omschrijving", "sector", "niveau", "plaatsen", "van", "tot", "dagdelen", "minutenMin"),
        *("minutenMax", "taal", "vervoerGeregeld", "vormen", "voorwaarden", "werkprocessen"),
    )


async def test_a_plek_is_made_edited_published_and_closed(huis: RegioSite, regio_program: Program) -> None:
    made = await regio_program.send("POST", "/leerwerkplekken", new(huis))
    assert made.status_code == 201, made.text
    plek = made.json()
    assert made.headers["location"] == f"/api/v1/leerwerkplekken/{plek['id']}"
    assert (made.headers["etag"], plek["status"], plek["dagdelen"]) == ('"1"', "concept", EVERY)
    path = f"/leerwerkplekken/{plek['id']}"
    body = edited(plek, titel="Hagen knippen", praktijkopleiderId=huis.details.praktijkopleider)
    changed = await regio_program.send("PUT", path, body, if_match="1")
    assert (changed.status_code, changed.json()["titel"], changed.headers["etag"]) == (
        200,
        "Hagen knippen",
        '"2"',
    )
    assert changed.json()["inzet"][0]["praktijkopleiderId"] == huis.details.praktijkopleider
    published = await regio_program.send("POST", f"{path}/publicatie", if_match="2")
    assert published.json()["status"] == "gepubliceerd"
    closed = await regio_program.send("POST", f"{path}/sluiting", if_match="3")
    assert closed.json()["status"] == "gesloten"
    assert (await regio_program.get(path)).json() == closed.json()
    done = await huis.eigenaar.fetch(
        "select gebeurd.soort, account.naam from gebeurtenissen gebeurd"
        " join accounts account on account.id = gebeurd.account_id order by gebeurd.id"
    )
    assert [tuple(each) for each in done] == [
        ("leerwerkplek_gemaakt", "Proefprogramma"),
        ("leerwerkplek_gewijzigd", "Proefprogramma"),
        ("leerwerkplek_gepubliceerd", "Proefprogramma"),
        ("leerwerkplek_gesloten", "Proefprogramma"),
    ]


async def test_what_only_the_service_sees_is_told_at_its_field(
    huis: RegioSite, regio_program: Program
) -> None:
    response = await regio_program.send(
        "POST", "/leerwerkplekken", new(huis, sector="vis", minutenMin=1440, minutenMax=480)
    )
    assert response.status_code == 400
    assert {each["location"] for each in response.json()["errors"]} >= {"body/sector", "body/minutenMax"}


async def test_an_edit_without_a_version_or_over_another_changes_nothing(
    huis: RegioSite, regio_program: Program
) -> None:
    path = f"/leerwerkplekken/{huis.regio.plekken[0]}"
    plek = (await regio_program.get(path)).json()
    body = edited(plek, titel="Anders", praktijkopleiderId=huis.details.praktijkopleider)
    assert (await regio_program.send("PUT", path, body)).status_code == 428
    stale = await regio_program.send("PUT", path, body, if_match="7")
    assert (stale.status_code, stale.json()["title"]) == (412, "Dit is intussen veranderd")
    assert (await regio_program.get(path)).json() == plek


@pytest.mark.parametrize(
    ("etag", "status"),
    [
        ("1", 400),
        ("*", 400),
        ('"1", "2"', 400),
        ('W/"1"', 412),
        ('"een"', 412),
        ('"99999999999"', 412),
        ('"1"', 200),
    ],
)
async def test_an_etag_is_taken_as_it_was_given(
    huis: RegioSite, regio_program: Program, etag: str, status: int
) -> None:
    path = f"/api/v1/leerwerkplekken/{huis.regio.plekken[0]}/sluiting"
    response = await regio_program.client.post(path, headers={"if-match": etag})
    assert response.status_code == status, response.text


async def test_the_same_request_with_the_same_key_is_done_once(
    huis: RegioSite, regio_program: Program
) -> None:
    first = await regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="een-1")
    again = await regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="een-1")
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["etag"] == first.headers["etag"]
    other = await regio_program.send("POST", "/leerwerkplekken", new(huis, taal=2), idempotency_key="een-1")
    assert other.status_code == 422
    assert (
        await huis.eigenaar.fetchval("select count(*) from leerwerkplekken where titel = 'Heggen knippen'")
        == 1
    )


async def test_ten_at_once_with_one_key_make_one_plek(huis: RegioSite, regio_program: Program) -> None:
    answers = await asyncio.gather(
        *(
            regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="tien")
            for _ in range(10)
        )
    )
    assert {each.status_code for each in answers} == {201}
    assert len({each.content for each in answers}) == 1
    assert (
        await huis.eigenaar.fetchval("select count(*) from leerwerkplekken where titel = 'Heggen knippen'")
        == 1
    )


async def test_what_was_refused_may_be_sent_again_with_the_same_key(
    huis: RegioSite, regio_program: Program
) -> None:
    wrong = await regio_program.send("POST", "/leerwerkplekken", new(huis, sector="vis"), idempotency_key="k")
    assert wrong.status_code == 400
    right = await regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="k")
    assert right.status_code == 201


async def test_a_key_is_free_again_after_a_day_and_belongs_to_one_program(
    huis: RegioSite, regio_program: Program
) -> None:
    first = await regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="dag")
    token = await insert_sleutel(
        huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie, token="plekwijs_ander"
    )
    async with program(huis.site.app, token) as other:
        own = await other.send("POST", "/leerwerkplekken", new(huis, taal=2), idempotency_key="dag")
        assert own.status_code == 201
    await huis.eigenaar.execute("update api_antwoorden set verloopt_op = verloopt_op - interval '1 day'")
    later = await regio_program.send("POST", "/leerwerkplekken", new(huis), idempotency_key="dag")
    assert later.status_code == 201
    assert later.json()["id"] != first.json()["id"]


async def test_a_werkgever_cannot_make_a_plek_next_door(huis: RegioSite) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie)
    async with program(huis.site.app, token) as werkgever:
        body = new(huis, vestigingId=huis.details.buren_vestiging)
        assert (await werkgever.send("POST", "/leerwerkplekken", body)).status_code == 404
        path = f"/leerwerkplekken/{huis.details.buren_plek}"
        assert (await werkgever.send("POST", f"{path}/sluiting", if_match="1")).status_code == 404
        assert (await werkgever.get(f"{path}/bezetting")).status_code == 404


async def test_the_bezetting_of_a_plek_is_told_by_week(huis: RegioSite, regio_program: Program) -> None:
    path = f"/leerwerkplekken/{huis.regio.plekken[1]}/bezetting"
    weeks = (await regio_program.get(f"{path}?weken=3")).json()["items"]
    assert [each["week"] for each in weeks] == ["2026-11-16", "2026-11-23", "2026-11-30"]
    assert weeks[0] | {"week": ""} == {
        "week": "",
        "bezet": 0,
        "plaatsen": 2,
        "praktijkopleider": "Voorbeeld",
        "gebruikt": 0,
        "minuten": 360,
    }


async def test_the_bezetting_of_a_praktijkopleider_is_told_by_week(
    huis: RegioSite, regio_program: Program
) -> None:
    path = f"/praktijkopleiders/{huis.details.praktijkopleider}/bezetting"
    weeks = (await regio_program.get(f"{path}?weken=2")).json()["items"]
    assert weeks == [
        {"week": week, "mensen": 0, "gebruikt": 0, "minuten": 360} for week in ("2026-11-16", "2026-11-23")
    ]
    token = await insert_sleutel(
        huis.eigenaar, rol="werkgever", organisatie_id=huis.regio.organisatie, token="plekwijs_baas"
    )
    async with program(huis.site.app, token) as werkgever:
        assert (await werkgever.get(f"{path}?weken=2")).json()["items"] == weeks
        other = f"/praktijkopleiders/{huis.details.buren_praktijkopleider}/bezetting"
        assert (await werkgever.get(other)).status_code == 404
