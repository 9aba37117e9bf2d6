"""Kandidaten as a file: in with who they are, out without, changed, and back."""

import re
from collections.abc import AsyncIterator

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.kandidaten.rollen import add_mensen
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite, open_regio_site

SOORT = "kandidaten"
PLANNER, STRANGE = "planner@voorbeeld.plekwijs.nl", "vreemde_planner@voorbeeld.plekwijs.nl"
NEW: Rij = {
    "Uw kenmerk": "2026-014",
    "Naam": "Noor Voorbeeld",
    "Geboortedatum": "1-5-1990",
    "Telefoon": 612345678,
    "E-mailadres": "noor@voorbeeld.nl",
    "Postcode": "7021",
    "Reist met": "fiets",
    "Langste reistijd": 45,
    "Dagdelen": "ma, di, wo-ochtend",
    "Minste uren": 16,
    "Meeste uren": 20,
    "Eerste dag": "1-12-2026",
    "Weken": 26,
    "Niveau": 1,
    "Nederlands": "redelijk Nederlands",
    "Begeleiding": "6; vanaf week 5: 2,5",
    "Vormen": "proefplaatsing",
    "Sectoren": "zorg, groen",
    "Kwalificatie": 25258,
    "Wil leren": "VB-GRO-01",
    "Heeft geoefend": "VB-GRO-02",
    "Nodig op het werk": "rustige_plek",
    "Status": "zoekt een plek",
    "Wacht sinds": "1-9-2026",
}

WRONG: tuple[tuple[Rij, str], ...] = (
    ({"Naam": None}, "(Naam): Vul deze cel in: deze persoon is nieuw."),
    ({"Geboortedatum": "1-5-2090"}, "(Geboortedatum): Deze dag ligt in de toekomst."),
    ({"Uw kenmerk": "K-9999"}, "(Uw kenmerk): Dit kenmerk kennen we hier niet."),
    ({"Uw kenmerk": "Noor"}, "(Uw kenmerk): Dit heeft niet de goede vorm."),
    ({"Kenmerk in Plekwijs": "K-0001"}, "(Kenmerk in Plekwijs): Deze persoon kennen we niet."),
    ({"Postcode": "7021 AB"}, "(Postcode): Dit heeft niet de goede vorm. Vul in: alleen de vier cijfers"),
    ({"Postcode": "6811"}, "(Postcode): Arnhem ligt buiten deze regio."),
    ({"Postcode": "9999"}, "(Postcode): Deze postcode kennen wij niet."),
    ({"Telefoon": "12"}, "(Telefoon): Dit is geen telefoonnummer."),
    ({"E-mailadres": "noor"}, "(E-mailadres): Dit heeft niet de goede vorm."),
    ({"Meeste uren": 8}, "(Meeste uren): Het hoogste aantal uren is lager"),
    ({"Laatste dag": "1-11-2026"}, "(Laatste dag): Deze dag is voorbij."),
    ({"Begeleiding": "veel"}, "(Begeleiding): "),
    ({"Begeleiding": "6; vanaf week 1: 2"}, "(Begeleiding): Zet de weken van laag naar hoog"),
    ({"Wil leren": "VB-GRO-02"}, "(Wil leren): Hier staat werk dat ook al geoefend of bewezen is."),
    ({"Kan het, bewezen": "VB-GRO-02"}, "(Kan het, bewezen): Een werkproces is geoefend of bewezen"),
    ({"Kwalificatie": 99999}, "(Kwalificatie): Maak een keuze uit de lijst."),
    ({"Status": "is bezig"}, "(Status): Deze stap kan niet met een bestand."),
    ({"Status": "voor-aangemeld"}, "(Wacht sinds): Laat deze cel leeg"),
    ({"Wacht sinds": "1-9-2027"}, "(Wacht sinds): Kies vandaag of een eerdere dag."),
    ({"Toelichting": "BSN 111222333"}, "(Toelichting): In deze tekst staat een getal dat op een"),
    ({"Naam": "111222333"}, "(Naam): In deze tekst staat een getal dat op een"),
)


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application with a SW-bedrijf and its planner too."""
    async with open_regio_site(database, clock) as opened:
        await add_mensen(opened.eigenaar, opened.regio)
        yield opened


async def _write(huis: RegioSite, email: str, rows: list[Rij]) -> str:
    """Read rows in and write them; the words of the page."""
    async with huis.site.logged_in(email) as visitor:
        path = await read_in(visitor, SOORT, workbook(rows), "mensen.xlsx")
        found = await text_of(visitor, path)
        assert (await visitor.post(f"{path}/schrijven")).status_code == 303, found
        return await text_of(visitor, path)


async def _new(conn: asyncpg.Connection) -> asyncpg.Record | None:
    """Who came with the file."""
    return await conn.fetchrow("select * from kandidaten where eigen_kenmerk = '2026-014'")


async def test_somebody_new_comes_in_whole_and_stands_apart_from_who_it_is(huis: RegioSite) -> None:
    page = await _write(huis, EIGEN, [NEW])
    assert "Het bestand is ingelezen" in page
    made = await _new(huis.eigenaar)
    assert made is not None
    assert (made["status"], made["matchbaar_sinds"].isoformat()) == ("matchbaar", "2026-09-01")
    assert made["begeleiding"] == [360, 360, 360, 360, 150]
    assert (made["crebo"], made["praktijkleren"], made["reist_alleen"]) == (25258, True, True)
    person = await huis.eigenaar.fetchrow(
        "select * from persoonsgegevens where kandidaat_id = $1", made["id"]
    )
    assert person is not None
    assert (person["naam"], person["telefoon"]) == ("Noor Voorbeeld", "0612345678")
    stands = await huis.eigenaar.fetch(
        "select stand from kandidaat_werkprocessen where kandidaat_id = $1 order by stand", made["id"]
    )
    assert [row["stand"] for row in stands] == ["geoefend", "gewenst"]
    for words in await huis.eigenaar.fetch("select gegevens::text as said from gebeurtenissen"):
        assert "Noor" not in words["said"]


async def test_the_same_file_twice_changes_nothing(huis: RegioSite) -> None:
    await _write(huis, EIGEN, [NEW])
    async with huis.site.logged_in(EIGEN) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW])))
        assert "Er valt niets in te lezen." in page
        unsaid = {**NEW, "Wacht sinds": None, "Naam": "Iemand anders"}
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([unsaid])))
    assert "Er valt niets in te lezen." in page


async def test_an_export_holds_no_identity_and_changes_nothing(huis: RegioSite) -> None:
    await _write(huis, EIGEN, [NEW])
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(rows)))
    assert len(rows) == 4
    assert {str(row["Uw kenmerk"]) for row in rows} == {"K-0001", "K-0002", "K-0003", "2026-014"}
    for name in ("Naam", "Geboortedatum", "Telefoon", "E-mailadres"):
        assert [row[name] for row in rows] == [None] * 4
    assert "Er valt niets in te lezen." in page


async def test_a_change_is_shown_written_and_undone(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, SOORT)
        changed = [
            {**rows[0], "Langste reistijd": 20, "Wil leren": None, "Kan het, bewezen": "VB-GRO-01"},
            {**rows[2], "Status": "voor-aangemeld", "Wacht sinds": None},
        ]
        path = await read_in(visitor, SOORT, workbook(changed))
        assert "Langste reistijd 60 20" in await text_of(visitor, path)
        await visitor.post(f"{path}/schrijven")
        now = await get_rows(visitor, SOORT)
        assert (now[0]["Langste reistijd"], now[0]["Kan het, bewezen"]) == (20, "VB-GRO-01")
        assert now[2]["Status"] == "voor-aangemeld"
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, SOORT) == rows


async def test_who_came_with_a_file_goes_with_it_unless_somebody_looked(huis: RegioSite) -> None:
    second = {**NEW, "Uw kenmerk": "2026-015"}
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW, second]))
        await visitor.post(f"{path}/schrijven")
        made = await _new(huis.eigenaar)
        assert made is not None
        await visitor.post(f"/kandidaten/{made['id']}/persoonsgegevens", {"doel": "Bellen over de plek"})
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
        assert "Er is niets teruggedraaid" in page
        assert "iemand bekeek de persoonsgegevens" in page
        await huis.eigenaar.execute("delete from persoonsgegevens_inzagen")
        await visitor.post(f"{path}/terugdraaien")
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == 3
    assert await huis.eigenaar.fetchval("select count(*) from persoonsgegevens") == 1


async def test_what_is_wrong_is_told_at_its_cell(huis: RegioSite) -> None:
    headers = [*NEW, "Kenmerk in Plekwijs", "Laatste dag", "Kan het, bewezen", "Toelichting"]
    rows = [{**NEW, "Uw kenmerk": f"N-{number}", **change} for number, (change, _) in enumerate(WRONG)]
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, SOORT, workbook(rows, headers))
        page = await text_of(visitor, path)
        for number, (_, sentence) in enumerate(WRONG, start=2):
            assert re.search(rf"\b[A-Z]+{number} {re.escape(sentence)}", page), sentence
        assert "111222333" not in page
        assert (await visitor.post(f"{path}/schrijven")).status_code == 409


async def test_a_planner_reads_in_the_own_people_only(huis: RegioSite) -> None:
    async with huis.site.logged_in(PLANNER) as visitor:
        assert [row["Uw kenmerk"] for row in await get_rows(visitor, SOORT)] == ["K-0002"]
    await _write(huis, PLANNER, [NEW])
    made = await _new(huis.eigenaar)
    assert made is not None
    assert made["sw_bedrijf_id"] is not None
    async with huis.site.logged_in(PLANNER) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW])))
        assert "Er valt niets in te lezen." in page
    async with huis.site.logged_in(EIGEN) as visitor:
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW])))
        assert "Met dit kenmerk staat er al iemand bij een ander SW-bedrijf." in page


async def test_a_stranger_finds_nobody(huis: RegioSite) -> None:
    for email in (VREEMD, STRANGE):
        async with huis.site.logged_in(email) as visitor:
            assert await get_rows(visitor, SOORT) == []
            row = {**NEW, "Uw kenmerk": "K-0001"}
            page = await text_of(visitor, await read_in(visitor, SOORT, workbook([row])))
            assert "Dit kenmerk kennen we hier niet." in page
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.get(f"/gegevens/{SOORT}")).status_code == 404
        assert (await visitor.get(f"/gegevens/{SOORT}/download.csv")).status_code == 404


async def test_the_archive_stays_out_and_is_not_read_over(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        "update kandidaten set status = 'afgerond', gearchiveerd_op = now(), eigen_kenmerk = '2026-014'"
        " where kenmerk = 'K-0003'"
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        assert len(await get_rows(visitor, SOORT)) == 2
        for kenmerk in ("2026-014", "K-0003"):
            row = {**NEW, "Uw kenmerk": kenmerk}
            page = await text_of(visitor, await read_in(visitor, SOORT, workbook([row])))
            assert "(Uw kenmerk): Deze persoon staat in het archief." in page


async def test_the_page_of_somebody_and_the_search_know_the_own_kenmerk(huis: RegioSite) -> None:
    await _write(huis, EIGEN, [NEW])
    async with huis.site.logged_in(EIGEN) as visitor:
        found = await text_of(visitor, "/kandidaten?woorden=2026-014")
        made = await _new(huis.eigenaar)
        assert made is not None
        assert made["kenmerk"] in found
        assert "Uw kenmerk: 2026-014" in await text_of(visitor, f"/kandidaten/{made['id']}")
