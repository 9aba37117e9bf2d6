"""Leerwerkplekken as a file: out, changed, in, and back."""

import asyncpg
import pytest

from tests.marketplace.web.inlezen.bestanden import get_rows, read_in, text_of, upload, workbook
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite

SOORT = "leerwerkplekken"
TITELS = "select array_agg(titel order by id) from leerwerkplekken"


async def _titels(conn: asyncpg.Connection) -> list[str]:
    """What plekken are called."""
    found: list[str] = await conn.fetchval(TITELS)
    return found


@pytest.mark.parametrize(
    ("email", "seen"),
    [
        (EIGEN, {"Tuin aanleggen", "Gras maaien", "Plek bij de buren"}),
        (WERKGEVER, {"Tuin aanleggen", "Gras maaien"}),
        (BUURMAN, {"Plek bij de buren"}),
        (VREEMD, set()),
    ],
)
async def test_everyone_downloads_the_own_plekken(huis: RegioSite, email: str, seen: set[str]) -> None:
    async with huis.site.logged_in(email) as visitor:
        rows = await get_rows(visitor, SOORT)
    assert {str(row["Titel"]) for row in rows} == seen
    logged = await huis.eigenaar.fetchval(
        "select gegevens ->> 'aantal' from gebeurtenissen where soort = 'gegevens_gedownload'"
    )
    assert logged == str(len(seen))


async def test_a_file_that_was_downloaded_changes_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for vorm in ("xlsx", "csv"):
            file = (await visitor.get(f"/gegevens/{SOORT}/download.{vorm}")).content
            page = await text_of(visitor, await read_in(visitor, SOORT, file, f"plekken.{vorm}"))
            assert "Er valt niets in te lezen." in page, vorm


async def test_a_change_is_told_first_and_written_by_a_button(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        rows[0]["Titel"] = "Heggen knippen"
        path = await read_in(visitor, SOORT, workbook(rows))
        assert "Tuin aanleggen Heggen knippen" in await text_of(visitor, path)
        assert "Heggen knippen" not in await _titels(huis.eigenaar)
        await visitor.post(f"{path}/schrijven")
        assert "Het bestand is ingelezen" in await text_of(visitor, path)
    assert "Heggen knippen" in await _titels(huis.eigenaar)
    soorten = await huis.eigenaar.fetch("select soort from gebeurtenissen where inlezing_id is not null")
    assert {row["soort"] for row in soorten} == {"leerwerkplek_gewijzigd", "bestand_ingelezen"}


async def test_new_plekken_are_known_by_their_number(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        row = (await get_rows(visitor, SOORT))[0] | {"Nummer": "2026-001", "Titel": "Een nieuwe plek"}
        path = await read_in(visitor, SOORT, workbook([row]))
        await visitor.post(f"{path}/schrijven")
        assert (await _titels(huis.eigenaar)).count("Een nieuwe plek") == 1
        again = await text_of(visitor, await read_in(visitor, SOORT, workbook([row])))
    assert "Er valt niets in te lezen." in again


async def test_a_file_is_undone_whole(huis: RegioSite) -> None:
    before = await huis.eigenaar.fetch("select titel, status, plaatsen from leerwerkplekken order by id")
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        rows[0] |= {"Titel": "Heggen knippen", "Praktijkopleider": rows[0]["Praktijkopleider"]}
        rows.append(dict(rows[0]) | {"Nummer": "2026-001"})
        path = await read_in(visitor, SOORT, workbook(rows))
        await visitor.post(f"{path}/schrijven")
        assert await huis.eigenaar.fetchval("select count(*) from leerwerkplekken") == len(before) + 1
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    after = await huis.eigenaar.fetch("select titel, status, plaatsen from leerwerkplekken order by id")
    assert after == before


async def test_undoing_is_refused_whole_when_somebody_was_there_since(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        for row in rows:
            row["Titel"] = f"{row['Titel']} anders"
        path = await read_in(visitor, SOORT, workbook(rows))
        await visitor.post(f"{path}/schrijven")
        await huis.eigenaar.execute(
            "update leerwerkplekken set versie = versie + 1 where id = $1", huis.regio.plekken[0]
        )
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
    assert "Er is niets teruggedraaid." in page
    assert page.count("Iemand heeft dit na het inlezen nog gewijzigd.") == 1
    assert all(titel.endswith(" anders") for titel in await _titels(huis.eigenaar))


async def test_nothing_is_written_when_a_row_was_changed_after_the_check(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        for row in rows:
            row["Titel"] = f"{row['Titel']} anders"
        path = await read_in(visitor, SOORT, workbook(rows))
        await huis.eigenaar.execute(
            "update leerwerkplekken set versie = versie + 1 where id = $1", huis.regio.plekken[0]
        )
        await visitor.post(f"{path}/schrijven")
        page = await text_of(visitor, path)
        assert "Er is niets geschreven." in page
        assert page.count("Dit is veranderd nadat het bestand was nagekeken.") == 1
        assert not any(titel.endswith(" anders") for titel in await _titels(huis.eigenaar))
        await visitor.post(f"{path}/nakijken")
        await visitor.post(f"{path}/schrijven")
    assert all(titel.endswith(" anders") for titel in await _titels(huis.eigenaar))


async def test_every_fault_is_told_by_its_cell_and_good_rows_only_when_asked(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        rows[0] |= {"Titel": "Goede rij"}
        rows[1] |= {"Plaatsen": 51, "Omschrijving": "Bel 111222333"}
        rows[2] |= {"Praktijkopleider": "Niemand", "Meeste uren": 1, "Minste uren": 8}
        path = await read_in(visitor, SOORT, workbook(rows))
        page = await text_of(visitor, path)
        for fault in (
            "G3 (Plaatsen): Vul een heel getal in van 1 tot en met 50.",
            "S4 (Praktijkopleider): Deze praktijkopleider kennen we niet bij deze vestiging.",
        ):
            assert fault in page
        refused = await visitor.post(f"{path}/schrijven")
        assert refused.status_code == 409
        assert "Goede rij" not in await _titels(huis.eigenaar)
        await visitor.post(f"{path}/schrijven", {"alleen_goede": "ja"})
    titels = await _titels(huis.eigenaar)
    assert "Goede rij" in titels
    assert {"Gras maaien", "Plek bij de buren"} <= set(titels)


async def test_a_bsn_is_refused_in_every_text_and_not_repeated(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        rows[0] |= {"Omschrijving": "Vraag naar 111222333"}
        rows[1] |= {"Sector": "111222333"}
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(rows)))
    assert page.count("op een burgerservicenummer (BSN) lijkt") == 2
    assert "111222333" not in page


async def test_who_reads_the_same_number_twice_is_told_where(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        row = (await get_rows(visitor, SOORT))[0] | {"Nummer": "A-1"}
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([row, row])))
    assert "A3 (Nummer): Dit staat ook al in rij 2." in page


async def test_a_column_that_is_left_out_changes_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        for row in rows:
            del row["Omschrijving"], row["Werkprocessen"]
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(rows)))
    assert "Er valt niets in te lezen." in page


async def test_a_werkgever_cannot_reach_the_vestiging_of_another(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
    buren = next(row for row in rows if row["Titel"] == "Plek bij de buren")
    async with huis.site.logged_in(WERKGEVER) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([buren])))
    assert "staat niet in de lijst" in page


async def test_a_file_is_seen_by_whoever_sent_it_only(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, SOORT, workbook(await get_rows(visitor, SOORT)))
    for email in (WERKGEVER, VREEMD):
        async with huis.site.logged_in(email) as visitor:
            assert (await visitor.get(path)).status_code == 404
            for verb in ("nakijken", "schrijven", "terugdraaien"):
                assert (await visitor.post(f"{path}/{verb}")).status_code == 404


async def test_without_a_file_the_form_says_so(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await upload(visitor, SOORT, b"", "leeg.xlsx")
        assert response.status_code == 400
        assert "Dit bestand is leeg." in response.text
        nothing = await visitor.post(f"/gegevens/{SOORT}/inlezen")
        assert nothing.status_code == 400
        assert "Kies een bestand op uw computer" in nothing.text


async def test_a_file_is_thrown_away_after_its_term(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        await read_in(visitor, SOORT, workbook(await get_rows(visitor, SOORT)))
        await huis.eigenaar.execute("update inlezingen set vervalt_op = '2026-11-01'")
        await read_in(visitor, SOORT, workbook(await get_rows(visitor, SOORT)))
    kept = await huis.eigenaar.fetch("select bestand is not null as kept from inlezingen order by id")
    assert [row["kept"] for row in kept] == [False, True]
