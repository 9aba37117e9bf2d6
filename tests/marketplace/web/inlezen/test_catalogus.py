"""The list of SBB as a file: kwalificaties and werkprocessen."""

from tests.marketplace.web.inlezen.beheer import add_beheerder
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.regio_site import RegioSite

NEW_KWALIFICATIE: Rij = {
    "Crebo": 25999,
    "Kwalificatie": "Medewerker proef",
    "Dossiernummer": 23999,
    "Dossier": "Proefdossier",
    "Niveau": 2,
    "Sector": "Groen",
    "Eerste dag": "1-8-2026",
    "Laatste dag": "31-7-2032",
    "Bron": "SBB, augustus 2026",
}
NEW_WERKPROCES: Rij = {
    "Code": "P1K1W2",
    "Crebo": 25258,
    "Titel": "Verricht snoeiwerk",
    "In gewone woorden": None,
    "Bron": "SBB, augustus 2026",
    "In gebruik": None,
}


async def test_new_kwalificaties_come_in_once_and_go_again_unless_they_are_used(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, "kwalificaties", workbook([NEW_KWALIFICATIE]))
        await visitor.post(f"{path}/schrijven")
        assert "Medewerker proef" in (await visitor.get("/kwalificaties/25999")).text
        again = await text_of(visitor, await read_in(visitor, "kwalificaties", workbook([NEW_KWALIFICATIE])))
        assert "Er valt niets in te lezen." in again
        row = await huis.eigenaar.fetchrow("select geldig, sector from kwalificaties where crebo = 25999")
        assert row is not None
        assert (str(row["geldig"].lower), str(row["geldig"].upper), row["sector"]) == (
            "2026-08-01",
            "2032-08-01",
            "groen",
        )
        await huis.eigenaar.execute("update kandidaten set crebo = 25999 where kenmerk = 'K-0001'")
        await visitor.post(f"{path}/terugdraaien")
        assert "Rij 2: Kwalificatie 25999 is al gebruikt bij kandidaten." in await text_of(visitor, path)
        assert (await visitor.get("/kwalificaties/25999")).status_code == 200
        await huis.eigenaar.execute("update kandidaten set crebo = null")
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert (await visitor.get("/kwalificaties/25999")).status_code == 404


async def test_what_stands_of_a_kwalificatie_changes_and_is_undone(huis: RegioSite) -> None:
    stands = "select upper(geldig)::text, naam, niveau, sector from kwalificaties where crebo = 25258"
    before = await huis.eigenaar.fetchrow(stands)
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        rows = await get_rows(visitor, "kwalificaties")
        rows[0] |= {"Laatste dag": "31-7-2028", "Kwalificatie": "Zorghulp", "Niveau": 2, "Sector": "Zorg"}
        path = await read_in(visitor, "kwalificaties", workbook(rows))
        await visitor.post(f"{path}/schrijven")
        now = await huis.eigenaar.fetchrow(stands)
        assert now is not None
        assert tuple(now) == ("2028-08-01", "Zorghulp", 2, "zorg")
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    assert await huis.eigenaar.fetchrow(stands) == before


async def test_what_is_wrong_with_kwalificaties_is_told_by_cell(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        (row,) = await get_rows(visitor, "kwalificaties")
        rows = [
            row | {"Dossiernummer": 23111, "Eerste dag": "1-8-2016"},
            {**NEW_KWALIFICATIE, "Sector": "Ruimtevaart", "Crebo": 1},
            {**NEW_KWALIFICATIE, "Laatste dag": "1-1-2020"},
        ]
        page = await text_of(visitor, await read_in(visitor, "kwalificaties", workbook(rows)))
    for fault in (
        "C2 (Dossiernummer): Dit verandert niet meer. Er staat: 23192.",
        "G2 (Eerste dag): Dit verandert niet meer. Er staat: 1 augustus 2015.",
        "A3 (Crebo): Vul een heel getal in van 10.000 tot en met 99.999.",
        "F3 (Sector): ‘Ruimtevaart’ staat niet in de lijst.",
        "H4 (Laatste dag): De laatste dag ligt voor de eerste dag.",
    ):
        assert fault in page, page


async def test_new_werkprocessen_of_a_kwalificatie_and_of_a_dossier(huis: RegioSite) -> None:
    rows = [NEW_WERKPROCES, {**NEW_WERKPROCES, "Crebo": 23192, "Code": "B1-K1-W1", "In gebruik": "nee"}]
    made = """
        select code, crebo, dossier_crebo, uitleg, gearchiveerd_op is not null as archief
        from werkprocessen where code not like 'VB%' order by code
    """
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, "werkprocessen", workbook(rows))
        await visitor.post(f"{path}/schrijven")
        assert [tuple(row) for row in await huis.eigenaar.fetch(made)] == [
            ("B1-K1-W1", None, 23192, "Verricht snoeiwerk", True),
            ("P1-K1-W2", 25258, 23192, "Verricht snoeiwerk", False),
        ]
        again = await text_of(visitor, await read_in(visitor, "werkprocessen", workbook(rows)))
        assert "Er valt niets in te lezen." in again
        await visitor.post(f"{path}/terugdraaien")
        assert "Wat nieuw was, staat nu in het archief." in await text_of(visitor, path)
    assert all(row["archief"] for row in await huis.eigenaar.fetch(made))


async def test_words_and_use_change_and_are_undone(huis: RegioSite) -> None:
    stands = "select titel, uitleg, gearchiveerd_op is null as in_gebruik from werkprocessen order by code"
    before = await huis.eigenaar.fetch(stands)
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        rows = await get_rows(visitor, "werkprocessen")
        rows[0] |= {"Titel": "Wiedt", "In gewone woorden": "Je wiedt.", "In gebruik": "nee"}
        path = await read_in(visitor, "werkprocessen", workbook(rows))
        await visitor.post(f"{path}/schrijven")
        assert tuple((await huis.eigenaar.fetch(stands))[0]) == ("Wiedt", "Je wiedt.", False)
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    assert await huis.eigenaar.fetch(stands) == before


async def test_what_is_wrong_with_werkprocessen_is_told_by_cell(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        wrong = [
            {**NEW_WERKPROCES, "Code": "GRO 1"},
            {**NEW_WERKPROCES, "Crebo": 25111},
        ]
        page = await text_of(visitor, await read_in(visitor, "werkprocessen", workbook(wrong)))
    for fault in (
        "A2 (Code): Dit heeft niet de goede vorm.",
        "B3 (Crebo): Dit nummer kennen we niet. Lees eerst de kwalificaties in.",
    ):
        assert fault in page, page
