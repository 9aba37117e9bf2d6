"""What holds for every noun: out and in changes nothing, and strangers get and write nothing."""

from collections.abc import Sequence

import pytest

from marketplace.inlezen.soorten import SOORTEN
from tests.marketplace.web.inlezen.beheer import add_beheerder, add_school
from tests.marketplace.web.inlezen.bestanden import get_rows, read_in, text_of, upload, workbook
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

BY_BEHEERDER = ("kwalificaties", "werkprocessen")
BY_ACCOUNTMANAGER = ("organisaties", "vestigingen", "praktijkopleiders", "erkenningen", "opleidingen")
BY_OTHERS = ("accounts", "leerwerkplekken", "kandidaten", "beleid")


async def _keeper(huis: RegioSite, soort: str) -> str:
    """Who reads in this noun."""
    if soort in (*BY_BEHEERDER, "accounts"):
        return await add_beheerder(huis)
    return await give_role(huis, "regiocoordinator", regio_code="AM09") if soort == "beleid" else EIGEN


def test_no_noun_is_left_out() -> None:
    assert {*BY_BEHEERDER, *BY_ACCOUNTMANAGER, *BY_OTHERS} == {*SOORTEN}


@pytest.mark.parametrize("soort", SOORTEN)
async def test_a_file_that_was_downloaded_changes_nothing(huis: RegioSite, soort: str) -> None:
    await add_school(huis)
    await huis.eigenaar.execute(
        "insert into vestigingen (organisatie_id, naam, plaats_id, gearchiveerd_op)"
        " select organisatie_id, 'Oud', plaats_id, '2026-01-01' from vestigingen where naam = 'Buren';"
        " update kandidaten set kenmerk = 'K-KWYM' where kenmerk = 'K-0002'"
    )
    async with huis.site.logged_in(await _keeper(huis, soort)) as visitor:
        assert await get_rows(visitor, soort)
        file = (await visitor.get(f"/gegevens/{soort}/download.csv")).content
        page = await text_of(visitor, await read_in(visitor, soort, file, f"{soort}.csv"))
    assert "Er valt niets in te lezen." in page, page


@pytest.mark.parametrize("soort", [*BY_BEHEERDER, *BY_ACCOUNTMANAGER])
async def test_every_page_and_template_opens(huis: RegioSite, soort: str) -> None:
    async with huis.site.logged_in(await _keeper(huis, soort)) as visitor:
        assert SOORTEN[soort].uitleg in await text_of(visitor, "/gegevens")
        assert SOORTEN[soort].sleutel in await text_of(visitor, f"/gegevens/{soort}")
        assert (await visitor.get(f"/gegevens/{soort}/sjabloon.xlsx")).status_code == 200
        assert (await visitor.get(SOORTEN[soort].pad)).status_code == 200


@pytest.mark.parametrize("soort", BY_ACCOUNTMANAGER)
async def test_a_stranger_downloads_nothing_of_another_regio(huis: RegioSite, soort: str) -> None:
    async with huis.site.logged_in(VREEMD) as visitor:
        assert await get_rows(visitor, soort) == []


@pytest.mark.parametrize(
    ("soort", "seen"),
    [
        ("organisaties", ["Voorbeeld Tuinen"]),
        ("vestigingen", ["Vestiging"]),
        ("praktijkopleiders", ["Voorbeeld"]),
    ],
)
async def test_a_werkgever_downloads_the_own(huis: RegioSite, soort: str, seen: Sequence[str]) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert [row["Naam"] for row in await get_rows(visitor, soort)] == seen


@pytest.mark.parametrize("soort", [*BY_BEHEERDER, "organisaties", "vestigingen", "erkenningen"])
async def test_who_may_only_read_cannot_read_in(huis: RegioSite, soort: str) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await upload(visitor, soort, workbook([{"Naam": "Iets"}]))).status_code == 403
        assert "Inlezen" not in (await visitor.get(f"/gegevens/{soort}")).text


@pytest.mark.parametrize("soort", BY_ACCOUNTMANAGER)
async def test_a_file_of_another_regio_is_refused_by_its_cells(huis: RegioSite, soort: str) -> None:
    await add_school(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, soort)
    async with huis.site.logged_in(VREEMD) as visitor:
        page = await text_of(visitor, await read_in(visitor, soort, workbook(rows)))
    assert ("U mag dit hier niet wijzigen." if soort == "organisaties" else "staat niet in de lijst") in page
