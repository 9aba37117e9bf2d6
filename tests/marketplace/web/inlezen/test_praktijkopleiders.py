"""Praktijkopleiders with their time as a file."""

from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.regio_site import EIGEN, WERKGEVER, RegioSite

SOORT = "praktijkopleiders"
NEW: Rij = {
    "Naam": "Nieuwe Collega",
    "Vestiging": "Voorbeeld Tuinen, Vestiging",
    "Hoe dichtbij": "op afroep",
    "Minuten per week": 120,
}
TIME = """
    select po.naam, lower(tijd.periode)::text as van, tijd.nabijheid, tijd.minuten_per_week as minuten
    from praktijkopleiders po left join begeleidingscapaciteiten tijd on tijd.praktijkopleider_id = po.id
    order by po.id, lower(tijd.periode)
"""


async def test_a_werkgever_reads_in_new_praktijkopleiders_with_time(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW]))
        await visitor.post(f"{path}/schrijven")
        again = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW])))
        assert "Er valt niets in te lezen." in again
    made = (await huis.eigenaar.fetch(TIME))[-1]
    assert tuple(made) == ("Nieuwe Collega", "2026-11-23", "op_afroep", 120)


async def test_who_came_with_a_file_goes_with_it_unless_they_are_at_a_plek(huis: RegioSite) -> None:
    before = await huis.eigenaar.fetch(TIME)
    async with huis.site.logged_in(WERKGEVER) as visitor:
        (row,) = await get_rows(visitor, SOORT)
        path = await read_in(
            visitor, SOORT, workbook([row | {"Minuten per week": 480}, {**dict.fromkeys(row), **NEW}])
        )
        await visitor.post(f"{path}/schrijven")
        written = await huis.eigenaar.fetch(TIME)
        await huis.eigenaar.execute(
            "insert into leerwerkplek_praktijkopleiders select $1, max(id), '[2028-01-03,)'"
            " from praktijkopleiders",
            huis.regio.plekken[0],
        )
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
        assert "Rij 3: Nieuwe Collega staat al bij een leerwerkplek. Kies daar eerst iemand anders." in page
        assert await huis.eigenaar.fetch(TIME) == written
        await huis.eigenaar.execute(
            "delete from leerwerkplek_praktijkopleiders where lower(periode) = '2028-01-03'"
        )
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, SOORT) == [row]
    assert {each["naam"] for each in await huis.eigenaar.fetch(TIME)} == {each["naam"] for each in before}


async def test_name_and_time_change_by_number_and_are_undone(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        (row,) = await get_rows(visitor, SOORT)
        assert (row["Hoe dichtbij"], row["Minuten per week"]) == ("af en toe erbij", 360)
        changed = row | {"Naam": "Getrouwd Voorbeeld", "Minuten per week": 480, "Hoe dichtbij": None}
        path = await read_in(visitor, SOORT, workbook([changed]))
        await visitor.post(f"{path}/schrijven")
        assert tuple((await huis.eigenaar.fetch(TIME))[1]) == (
            "Getrouwd Voorbeeld",
            "2026-11-23",
            "af_en_toe",
            480,
        )
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, SOORT) == [row]


async def test_time_that_a_file_gave_to_who_had_none_goes_again(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        row = next(row for row in rows if row["Naam"] == "Buurvrouw")
        changed = row | {"Hoe dichtbij": "op afroep", "Minuten per week": 60}
        path = await read_in(visitor, SOORT, workbook([changed]))
        await visitor.post(f"{path}/schrijven")
        assert await get_rows(visitor, SOORT) != rows
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, SOORT) == rows


async def test_two_of_one_name_are_told_apart_by_their_number(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        "insert into praktijkopleiders (vestiging_id, naam) values ($1, 'Voorbeeld')", huis.regio.vestiging
    )
    async with huis.site.logged_in(WERKGEVER) as visitor:
        rows = await get_rows(visitor, SOORT)
        assert [row["Naam"] for row in rows] == ["Voorbeeld", "Voorbeeld"]
        assert "Er valt niets in te lezen." in await text_of(
            visitor, await read_in(visitor, SOORT, workbook(rows))
        )
        without = rows[0] | {"Nummer": None}
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([without])))
    numbers = " of ".join(str(row["Nummer"]) for row in rows)
    assert f"F2 (Nummer): Hier heten er meer zo. Vul het nummer in: {numbers}." in page


async def test_what_is_wrong_is_told_by_cell(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update praktijkopleiders set tot = '2026-11-20' where naam = 'Buurvrouw'")
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = {row["Naam"]: row for row in await get_rows(visitor, SOORT)}
        empty = dict.fromkeys(rows["Voorbeeld"])
        wrong = [
            rows["Voorbeeld"] | {"Vestiging": "Voorbeeld Elders, Buren", "Laatste dag": "31-12-2027"},
            rows["Buurvrouw"] | {"Hoe dichtbij": "op afroep", "Minuten per week": 60},
            {**empty, **NEW, "Minuten per week": None},
            {**empty, **NEW, "Naam": "Nog een", "Nummer": "PO-999999"},
            {**empty, **NEW, "Naam": "Nummer drie", "Minuten per week": 2401},
        ]
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(wrong)))
    for fault in (
        "B2 (Vestiging): Dit verandert niet meer. Er staat: Voorbeeld Tuinen, Vestiging.",
        "E2 (Laatste dag): Dit verandert niet meer. Laat deze cel leeg.",
        "D3 (Minuten per week): Deze praktijkopleider werkt hier dan niet meer.",
        "D4 (Minuten per week): Vul ook dit in",
        "F5 (Nummer): Dit nummer kennen we niet.",
        "D6 (Minuten per week): Vul een heel getal in van 0 tot en met 2.400.",
    ):
        assert fault in page, page
