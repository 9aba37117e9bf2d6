"""The policies of a regio, as a program reads and sets them."""

import pytest

from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite

PATH = "/regios/AM09/beleid"
NEW = {"sleutel": "pin_weken", "waarde": 6, "vanaf": "2026-12-01", "bron": "Overleg van 20 november 2026"}


async def test_who_sets_the_policies_sets_and_withdraws_one_here_and_everybody_reads_it(
    huis: RegioSite, regio_program: Program
) -> None:
    token = await insert_sleutel(
        huis.eigenaar, rol="regiocoordinator", regio_code="AM09", token="plekwijs_beleid"
    )
    async with program(huis.site.app, token) as own:
        made = await own.send("POST", PATH, NEW)
        assert made.status_code == 201, made.text
        assert made.json() == {"id": made.json()["id"], **NEW, "ingetrokkenOp": None}
        path = made.headers["location"].removeprefix("/api/v1")
        assert (await regio_program.get(path)).json() == made.json()
        assert made.json() in (await regio_program.get(PATH)).json()["items"]
        twice = await own.send("POST", PATH, NEW)
        assert [each["location"] for each in twice.json()["errors"]] == ["body/vanaf"]
        why = {"reden": "Dit gaat toch niet door."}
        gone = await own.send("POST", f"{path}/intrekking", why)
        assert gone.json()["ingetrokkenOp"] is not None
        assert (await own.send("POST", f"{path}/intrekking", why)).status_code == 409
        assert (await own.get(f"{PATH}/999999")).status_code == 404
        parts = {"steeds_ernaast": 600, "af_en_toe": 240, "op_afroep": 60}
        table = await own.send("POST", PATH, {**NEW, "sleutel": "begeleiding_minuten", "waarde": parts})
        assert table.json()["waarde"] == parts
        yes = await own.send("POST", PATH, {**NEW, "sleutel": "niveau_is_eis", "waarde": True})
        assert yes.json()["waarde"] is True


async def test_who_does_not_set_the_policies_sets_none(huis: RegioSite, regio_program: Program) -> None:
    assert (await regio_program.send("POST", PATH, NEW)).status_code == 403
    token = await insert_sleutel(
        huis.eigenaar, rol="regiocoordinator", regio_code="AM07", token="plekwijs_elders"
    )
    async with program(huis.site.app, token) as other:
        assert (await other.send("POST", PATH, NEW)).status_code == 403
    assert (await regio_program.get("/regios/AM08/beleid")).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "places"),
    [
        ({"waarde": "veel", "vanaf": "morgen"}, {"body/waarde", "body/vanaf"}),
        ({"waarde": 1_000_000}, {"body/waarde"}),
        ({"waarde": True, "vanaf": "2026-11-01"}, {"body/waarde", "body/vanaf"}),
        ({"sleutel": "pauze", "vanaf": "2026-11-01"}, {"body/sleutel", "body/vanaf"}),
        ({"sleutel": "begeleiding_minuten", "waarde": {"af_en_toe": 240}}, {"body/waarde"}),
        (
            {
                "sleutel": "begeleiding_minuten",
                "waarde": {"steeds_ernaast": 1, "af_en_toe": 1, "op_afroep": 1, "nooit": 1},
            },
            {"body/waarde"},
        ),
    ],
)
async def test_all_that_is_wrong_with_a_policy_is_told_at_once(
    huis: RegioSite, wrong: dict[str, object], places: set[str]
) -> None:
    token = await insert_sleutel(huis.eigenaar, rol="regiocoordinator", regio_code="AM09")
    async with program(huis.site.app, token) as own:
        refused = await own.send("POST", PATH, {**NEW, **wrong})
    assert refused.status_code == 400
    told = [each["location"] for each in refused.json()["errors"]]
    assert sorted(told) == sorted(places)
