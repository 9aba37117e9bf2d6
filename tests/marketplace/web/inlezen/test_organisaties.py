"""Organisaties and vestigingen as files."""

from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.regio_site import EIGEN, RegioSite

NEW_ORGANISATIE: Rij = {
    "Naam": "Kwekerij Voorbeeld",
    "Regio": "Achterhoek",
    "Soort": "Werkgever",
    "KVK-nummer": "12345678",
    "In gebruik": None,
}
NEW_VESTIGING: Rij = {
    "Naam": "Kas",
    "Organisatie": "Voorbeeld Tuinen",
    "Plaats": "Vorden",
    "Leerbedrijf-ID": "LB-1",
    "In gebruik": None,
}


async def test_new_organisaties_come_in_once_and_go_to_the_archive(huis: RegioSite) -> None:
    archived = "select gearchiveerd_op is not null from organisaties where naam = 'Kwekerij Voorbeeld'"
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, "organisaties", workbook([NEW_ORGANISATIE]))
        await visitor.post(f"{path}/schrijven")
        assert await huis.eigenaar.fetchval(archived) is False
        again = await text_of(visitor, await read_in(visitor, "organisaties", workbook([NEW_ORGANISATIE])))
        assert "Er valt niets in te lezen." in again
        assert "Wat nieuw is, gaat dan naar het archief." in await text_of(visitor, path)
        await visitor.post(f"{path}/terugdraaien")
        assert await huis.eigenaar.fetchval(archived) is True
        back = await read_in(visitor, "organisaties", workbook([NEW_ORGANISATIE]))
        await visitor.post(f"{back}/schrijven")
    assert await huis.eigenaar.fetchval(archived) is False


async def test_an_organisatie_changes_and_is_undone(huis: RegioSite) -> None:
    stands = "select naam, kvk from organisaties order by naam"
    before = await huis.eigenaar.fetch(stands)
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, "organisaties")
        rows[0]["KVK-nummer"] = "87654321"
        path = await read_in(visitor, "organisaties", workbook(rows))
        await visitor.post(f"{path}/schrijven")
        assert (await huis.eigenaar.fetch(stands))[0]["kvk"] == "87654321"
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    assert await huis.eigenaar.fetch(stands) == before


async def test_what_is_wrong_with_organisaties_is_told_by_cell(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = [
            {**NEW_ORGANISATIE, "Naam": "voorbeeld  tuinen"},
            {**NEW_ORGANISATIE, "Regio": "Midden-Gelderland"},
            {**NEW_ORGANISATIE, "Soort": "Circus", "KVK-nummer": "1234"},
        ]
        page = await text_of(visitor, await read_in(visitor, "organisaties", workbook(rows)))
    for fault in (
        "A2 (Naam): Deze naam is er al, anders geschreven. Schrijf hem precies zo: Voorbeeld Tuinen.",
        "B3 (Regio): U mag dit hier niet wijzigen.",
        "C4 (Soort): ‘Circus’ staat niet in de lijst.",
        "D4 (KVK-nummer): Dit heeft niet de goede vorm.",
    ):
        assert fault in page, page


async def test_an_organisatie_with_open_plekken_stays_and_says_why(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, "organisaties")
        tuinen = next(row for row in rows if row["Naam"] == "Voorbeeld Tuinen") | {"In gebruik": "nee"}
        path = await read_in(visitor, "organisaties", workbook([tuinen]))
        await visitor.post(f"{path}/schrijven")
        page = await text_of(visitor, path)
    assert "Er is niets geschreven." in page
    assert "plekken" in page.split("Er is niets geschreven.")[1]


async def test_a_new_vestiging_comes_in_moves_and_goes_to_the_archive(huis: RegioSite) -> None:
    stands = """
        select plaats.naam, leerbedrijf_id, gearchiveerd_op is not null as archief from vestigingen
        join plaatsen plaats on plaats.id = plaats_id where vestigingen.naam = 'Kas'
    """
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, "vestigingen", workbook([NEW_VESTIGING]))
        await visitor.post(f"{path}/schrijven")
        assert [tuple(row) for row in await huis.eigenaar.fetch(stands)] == [("Vorden", "LB-1", False)]
        moved = {**NEW_VESTIGING, "Plaats": "Zelhem", "Leerbedrijf-ID": None}
        other = await read_in(visitor, "vestigingen", workbook([moved]))
        assert "Vorden Zelhem" in await text_of(visitor, other)
        await visitor.post(f"{other}/schrijven")
        assert [tuple(row) for row in await huis.eigenaar.fetch(stands)] == [("Zelhem", None, False)]
        await visitor.post(f"{other}/terugdraaien")
        assert [tuple(row) for row in await huis.eigenaar.fetch(stands)] == [("Vorden", "LB-1", False)]
        gone = await read_in(visitor, "vestigingen", workbook([{**NEW_VESTIGING, "In gebruik": "nee"}]))
        await visitor.post(f"{gone}/schrijven")
    assert [tuple(row) for row in await huis.eigenaar.fetch(stands)] == [("Vorden", "LB-1", True)]


async def test_what_is_wrong_with_vestigingen_is_told_by_cell(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        """
        insert into vestigingen (organisatie_id, naam, plaats_id)
            select organisatie.id, 'Ver weg', plaats.id from organisaties organisatie, plaatsen plaats
            where organisatie.naam = 'Voorbeeld Elders' and plaats.naam = 'Arnhem';
        insert into organisaties (naam, soort, regio_code, gearchiveerd_op)
            values ('Voorbeeld Weg', 'werkgever', 'AM09', '2026-01-01');
        """
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = [
            {**NEW_VESTIGING, "Plaats": "Arnhem"},
            {**NEW_VESTIGING, "Organisatie": "Voorbeeld Weg"},
            {**NEW_VESTIGING, "Naam": "VESTIGING"},
            {**NEW_VESTIGING, "Organisatie": "Niemand"},
        ]
        page = await text_of(visitor, await read_in(visitor, "vestigingen", workbook(rows)))
    for fault in (
        "C2 (Plaats): Deze plaats ligt niet in de regio van de organisatie: Achterhoek.",
        "B3 (Organisatie): Dit staat in het archief. Haal het eerst terug.",
        "A4 (Naam): Deze naam is er al, anders geschreven. Schrijf hem precies zo: Vestiging.",
        "B5 (Organisatie): ‘Niemand’ staat niet in de lijst.",
    ):
        assert fault in page, page


async def test_new_names_that_differ_in_capitals_and_spaces_alone_are_told_at_the_second(
    huis: RegioSite,
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        for soort, row, again in (
            ("organisaties", NEW_ORGANISATIE, "kwekerij  VOORBEELD"),
            ("vestigingen", NEW_VESTIGING, "KAS"),
        ):
            rows = [row, {**row, "Naam": again}]
            page = await text_of(visitor, await read_in(visitor, soort, workbook(rows)))
            assert "A3 (Naam): Dit staat ook al in rij 2. Laat één van de twee staan." in page
