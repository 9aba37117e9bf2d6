"""The policies of a regio as a file."""

from datetime import date

from marketplace.regios.queries import get_beleid
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, upload, workbook
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

SOORT = "beleid"
NEW: Rij = {
    "Regio": "Achterhoek",
    "Beleid": "wachttermijn weken",
    "Waarde": 9,
    "Geldt vanaf": "1-12-2026",
    "Besloten door": "Regionaal overleg",
}
GUIDANCE: Rij = {
    **NEW,
    "Beleid": "begeleiding minuten",
    "Waarde": "op afroep: 60; steeds ernaast: 500; af en toe: 200",
}
STRICT: Rij = {**NEW, "Beleid": "niveau_is_eis", "Waarde": "Ja"}
FIRST = date(2026, 12, 1)


async def _coordinator(huis: RegioSite) -> str:
    """The e-mail address of who writes the policies."""
    return await give_role(huis, "regiocoordinator", regio_code="AM09")


async def test_a_file_that_was_downloaded_changes_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in(await _coordinator(huis)) as visitor:
        rows = await get_rows(visitor, SOORT)
        assert "steeds ernaast 480; af en toe 240; op afroep 90" in [row["Waarde"] for row in rows]
        file = (await visitor.get(f"/gegevens/{SOORT}/download.csv")).content
        page = await text_of(visitor, await read_in(visitor, SOORT, file, "beleid.csv"))
    assert "Er valt niets in te lezen." in page, page


async def test_what_is_to_come_comes_in_once_and_is_withdrawn_by_undoing(huis: RegioSite) -> None:
    before = await get_beleid(huis.eigenaar, "AM09", FIRST)
    async with huis.site.logged_in(await _coordinator(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW, GUIDANCE, STRICT]))
        await visitor.post(f"{path}/schrijven")
        beleid = await get_beleid(huis.eigenaar, "AM09", FIRST)
        assert (beleid.wachttermijn_weken, beleid.niveau_is_eis) == (9, True)
        assert beleid.begeleiding_minuten.steeds_ernaast == 500
        assert await get_beleid(huis.eigenaar, "AM09", date(2026, 11, 30)) == before
        again = await read_in(visitor, SOORT, workbook([NEW, GUIDANCE, STRICT]))
        assert "Er valt niets in te lezen." in await text_of(visitor, again)
        assert "9, vanaf 1 december 2026." in await text_of(visitor, "/regios/AM09")
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert "Het bestand waarin dit stond, is teruggedraaid." in await text_of(visitor, "/regios/AM09")
        assert len([row for row in await get_rows(visitor, SOORT) if row["Beleid"] == NEW["Beleid"]]) == 1
    assert await get_beleid(huis.eigenaar, "AM09", FIRST) == before


async def test_what_holds_from_today_is_not_undone(huis: RegioSite) -> None:
    async with huis.site.logged_in(await _coordinator(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([{**NEW, "Geldt vanaf": "20-11-2026"}, STRICT]))
        await visitor.post(f"{path}/schrijven")
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
    assert "Rij 2: Dit beleid geldt al." in page, page
    beleid = await get_beleid(huis.eigenaar, "AM09", FIRST)
    assert (beleid.wachttermijn_weken, beleid.niveau_is_eis) == (9, True)


async def test_what_is_wrong_is_told_by_cell_and_nothing_is_written(huis: RegioSite) -> None:
    async with huis.site.logged_in(await _coordinator(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW]))
        await visitor.post(f"{path}/schrijven")
        (held, _) = [row for row in await get_rows(visitor, SOORT) if row["Beleid"] == NEW["Beleid"]]
        wrong = [
            held | {"Waarde": "12"},
            {**NEW, "Waarde": "8"},
            {**GUIDANCE, "Waarde": "op afroep 5"},
            {**STRICT, "Geldt vanaf": "19-11-2026"},
            {**NEW, "Beleid": "wachttijd"},
            {**NEW, "Regio": "Elders"},
            {**STRICT, "Besloten door": None},
            GUIDANCE,
            GUIDANCE,
        ]
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(wrong)))
    for fault in (
        "C2 (Waarde): Wat geldt of gold, verandert niet meer.",
        "C3 (Waarde): Dit is al vastgelegd. Trek het eerst in",
        "C4 (Waarde): Hier ontbreekt nog: steeds ernaast, af en toe.",
        "D5 (Geldt vanaf): Kies vandaag of een latere dag.",
        "B6 (Beleid): ‘wachttijd’ staat niet in de lijst.",
        "A7 (Regio): ‘Elders’ staat niet in de lijst.",
        "E8 (Besloten door): Vul deze cel in.",
        "(Regio): Dit staat ook al in rij",
    ):
        assert fault in page, page
    assert (await get_beleid(huis.eigenaar, "AM09", FIRST)).niveau_is_eis is False


async def test_who_only_reads_the_regio_downloads_and_sends_nothing(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        assert await get_rows(visitor, SOORT)
        assert "Inlezen" not in await text_of(visitor, f"/gegevens/{SOORT}")
        assert (await upload(visitor, SOORT, workbook([NEW]))).status_code == 403


async def test_who_reads_one_regio_and_writes_another_is_refused_by_cell(huis: RegioSite) -> None:
    await huis.eigenaar.execute("insert into rollen values ('regiocoordinator', 'Coördinator', true, '{}')")
    await huis.eigenaar.execute(
        "insert into account_rollen select id, 'regiocoordinator', 'AM07' from accounts where naam = 'eigen'"
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW])))
    assert "A2 (Regio): U mag dit hier niet wijzigen." in page, page


async def test_a_stranger_gets_no_policies_of_this_regio(huis: RegioSite) -> None:
    async with huis.site.logged_in(VREEMD) as visitor:
        assert await get_rows(visitor, SOORT) == []
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.get(f"/gegevens/{SOORT}/download.csv")).status_code == 404


async def test_ondergrenzen_are_read_where_their_doelgroepen_are_known(huis: RegioSite) -> None:
    await huis.eigenaar.execute("insert into doelgroepen values ('wsw', 'Wsw')")
    good: Rij = {**NEW, "Beleid": "ondergrenzen", "Waarde": "WSW 50"}
    async with huis.site.logged_in(await _coordinator(huis)) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([{**good, "Waarde": "lks 50"}])))
        assert "Kies een doelgroep die Plekwijs kent." in page
        path = await read_in(visitor, SOORT, workbook([good]))
        await visitor.post(f"{path}/schrijven")
    assert (await get_beleid(huis.eigenaar, "AM09", FIRST)).ondergrenzen.procenten == {"wsw": 50}
