"""Every page of a roulatie opens for who decides, tells who only reads, and is closed to strangers."""

import pytest

from tests.marketplace.web.roulatie.conftest import EIGEN, VREEMD, WERKGEVER, Huis

PATHS = (
    "", "/wijzigen", "/regels", "/deelnemers", "/bedrijven", "/bedrijven/toevoegen", "/overeenkomsten",
    "/blokken", "/kalenders",
)  # fmt: skip
DECIDES = ("/wijzigen", "/regels", "/bedrijven/toevoegen", "/kalenders")


def paths(huis: Huis) -> list[str]:
    """Every page, those of one row too."""
    kleine = huis.kleine
    return [
        *PATHS,
        f"/deelnemers/{kleine.deelnemers[0]}",
        f"/bedrijven/{kleine.plekken[0]}",
        f"/blokken/{kleine.blokken[0]}",
    ]


async def test_every_page_opens_for_who_decides(huis: Huis) -> None:
    for path in paths(huis):
        assert "<h1>" in await huis.get(path), path
    assert "Groen roulatie" in await huis.get("//roulaties")


async def test_who_reads_sees_it_without_forms(huis: Huis) -> None:
    await huis.eigenaar.execute(
        """
        insert into rollen values ('regiocoordinator', 'Regiocoördinator', true, '{}');
        update account_rollen set rol = 'regiocoordinator' where regio_code = 'AM09'
        """
    )
    for path in paths(huis):
        if path in DECIDES:
            async with huis.site.logged_in(EIGEN) as visitor:
                assert (await visitor.get(huis.path + path)).status_code == 403, path
        else:
            page = await huis.get(path)
            assert f'action="{huis.path}' not in page, path
    status, _ = await huis.post("/deelnemers", kenmerk="K-0001")
    assert status == 403


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_a_stranger_sees_nothing_of_it(huis: Huis, email: str, status: int) -> None:
    async with huis.site.logged_in(email) as visitor:
        for path in paths(huis):
            assert (await visitor.get(huis.path + path)).status_code == status, path
        assert "Groen roulatie" not in (await visitor.get("/roulaties")).text
