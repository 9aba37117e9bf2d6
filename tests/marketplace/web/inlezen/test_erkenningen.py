"""Erkenningen and opleidingen as files."""

import pytest

from tests.marketplace.web.inlezen.beheer import add_beheerder, add_school
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, RegioSite

NEW_ERKENNING: Rij = {
    "Vestiging": "Voorbeeld Elders, Buren",
    "Crebo": 25258,
    "Eerste dag": "1-2-2026",
    "Laatste dag": None,
    "Werkprocessen": "VB-GRO-02",
    "Nagekeken op": "2-11-2026",
}
NEW_OPLEIDING: Rij = {
    "Opleider": "Voorbeeldcollege",
    "Crebo": 25258,
    "Eerste dag": "1-1-2031",
    "Laatste dag": None,
    "Regio's": "AM09",
}
LIMITS = """
    select array_agg(werkproces.code order by werkproces.code) from erkenning_werkprocessen
    join werkprocessen werkproces on werkproces.id = werkproces_id
    join erkenningen erkenning on erkenning.id = erkenning_id where vestiging_id = $1
"""


async def test_an_sbb_adviseur_reads_in_a_limited_erkenning(huis: RegioSite) -> None:
    adviseur = await give_role(huis, "sbb_adviseur", regio_code="AM09")
    async with huis.site.logged_in(adviseur) as visitor:
        path = await read_in(visitor, "erkenningen", workbook([NEW_ERKENNING]))
        await visitor.post(f"{path}/schrijven")
        again = await text_of(visitor, await read_in(visitor, "erkenningen", workbook([NEW_ERKENNING])))
        assert "Er valt niets in te lezen." in again
        assert await huis.eigenaar.fetchval(LIMITS, huis.details.buren_vestiging) == ["VB-GRO-02"]
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    assert await huis.eigenaar.fetchval(LIMITS, huis.details.buren_vestiging) is None


async def test_the_limits_and_the_end_of_an_erkenning_change_and_are_undone(huis: RegioSite) -> None:
    ends = "select upper(periode)::text from erkenningen"
    async with huis.site.logged_in(EIGEN) as visitor:
        (row,) = await get_rows(visitor, "erkenningen")
        changed = row | {"Werkprocessen": "VB-GRO-02, VB-GRO-01", "Laatste dag": "30-6-2029"}
        path = await read_in(visitor, "erkenningen", workbook([changed]))
        await visitor.post(f"{path}/schrijven")
        assert await huis.eigenaar.fetchval(LIMITS, huis.regio.vestiging) == ["VB-GRO-01", "VB-GRO-02"]
        assert await huis.eigenaar.fetchval(ends) == "2029-07-01"
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
    assert await huis.eigenaar.fetchval(LIMITS, huis.regio.vestiging) == ["VB-GRO-01"]
    assert await huis.eigenaar.fetchval(ends) == "2030-01-01"


async def test_an_erkenning_that_takes_the_place_of_another_comes_and_goes_with_it(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = await get_rows(visitor, "erkenningen")
        after = rows[0] | {"Eerste dag": "1-7-2029", "Werkprocessen": None}
        path = await read_in(
            visitor, "erkenningen", workbook([after, rows[0] | {"Laatste dag": "30-6-2029"}])
        )
        await visitor.post(f"{path}/schrijven")
        assert len(await get_rows(visitor, "erkenningen")) == 2
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, "erkenningen") == rows


async def _propose(huis: RegioSite) -> None:
    """Let somebody who learns for the crebo have a voorstel at the neighbours."""
    await huis.eigenaar.execute("update kandidaten set crebo = 25258")
    await huis.eigenaar.execute(
        "insert into voorstellen (kandidaat_id, leerwerkplek_id) values ($1, $2)",
        huis.regio.kandidaten[0],
        huis.details.buren_plek,
    )


PROMISES = (
    "status = 'besproken_met_kandidaat', ja_kandidaat_op = now(), ja_vastgelegd_door = 1",
    "pin_reden = 'Afgesproken', pin_tot = '2027-01-01', pin_door = 1",
)


@pytest.mark.parametrize("promise", PROMISES)
@pytest.mark.parametrize("soort", ["erkenningen", "opleidingen"])
async def test_what_a_promise_rests_on_is_not_undone(huis: RegioSite, soort: str, promise: str) -> None:
    await add_school(huis)
    rij = NEW_ERKENNING if soort == "erkenningen" else NEW_OPLEIDING
    who = await add_beheerder(huis) if soort == "opleidingen" else EIGEN
    async with huis.site.logged_in(who) as visitor:
        rows = await get_rows(visitor, soort)
        path = await read_in(visitor, soort, workbook([rij]))
        await visitor.post(f"{path}/schrijven")
        await _propose(huis)
        await huis.eigenaar.execute("alter table voorstellen disable trigger user")
        await huis.eigenaar.execute(f"update voorstellen set {promise}")  # noqa: S608 (of PROMISES)
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
        assert "Rij 2: Met een kandidaat die leert voor crebo 25258 is hier al iets afgesproken." in page
        assert len(await get_rows(visitor, soort)) == len(rows) + 1
        await huis.eigenaar.execute(
            "update voorstellen set status = 'voorgesteld', pin_reden = null, pin_tot = null, pin_door = null"
        )
        await visitor.post(f"{path}/terugdraaien")
        assert "Alles staat weer zoals het was." in await text_of(visitor, path)
        assert await get_rows(visitor, soort) == rows


async def test_what_is_wrong_with_erkenningen_is_told_by_cell(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        """
        insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
            values (25777, 23777, 'Anders', 'Anders', 2, 'zorg', '[2015-08-01,)', 'proef');
        """
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = [
            {**NEW_ERKENNING, "Crebo": 25111},
            {**NEW_ERKENNING, "Crebo": 25777, "Laatste dag": "1-1-2026"},
            {**NEW_ERKENNING, "Werkprocessen": "VB-XXX-01", "Nagekeken op": "1-1-2031"},
            {**NEW_ERKENNING, "Werkprocessen": None, "Nagekeken op": "1-1-2031"},
        ]
        page = await text_of(visitor, await read_in(visitor, "erkenningen", workbook(rows)))
    for fault in (
        "B2 (Crebo): Deze kwalificatie kennen we niet. Lees eerst de kwalificaties in.",
        "D3 (Laatste dag): De laatste dag ligt voor de eerste dag.",
        "E3 (Werkprocessen): Dit hoort niet bij deze kwalificatie: VB-GRO-02.",
        "E4 (Werkprocessen): De code ‘VB-XXX-01’ bestaat niet.",
        "F5 (Nagekeken op): Deze dag is nog niet geweest.",
    ):
        assert fault in page, page


async def test_two_erkenningen_at_once_are_refused_whole(huis: RegioSite) -> None:
    rows = [NEW_ERKENNING, {**NEW_ERKENNING, "Eerste dag": "1-3-2026"}]
    async with huis.site.logged_in(EIGEN) as visitor:
        path = await read_in(visitor, "erkenningen", workbook(rows))
        await visitor.post(f"{path}/schrijven")
        page = await text_of(visitor, path)
    assert "B3 (Crebo): Voor deze kwalificatie is er in die periode al een erkenning." in page
    assert await huis.eigenaar.fetchval(LIMITS, huis.details.buren_vestiging) is None


async def test_opleidingen_come_in_end_and_are_undone(huis: RegioSite) -> None:
    await add_school(huis)
    ends = """
        select array_agg(upper(periode)::text order by periode) from opleidingen
        join organisaties opleider on opleider.id = organisatie_id where opleider.soort = 'mbo'
    """
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, "opleidingen", workbook([NEW_OPLEIDING]))
        await visitor.post(f"{path}/schrijven")
        assert await huis.eigenaar.fetchval(ends) == ["2030-01-01", None]
        again = await text_of(visitor, await read_in(visitor, "opleidingen", workbook([NEW_OPLEIDING])))
        assert "Er valt niets in te lezen." in again
        ended = {**NEW_OPLEIDING, "Laatste dag": "31-7-2032"}
        later = await read_in(visitor, "opleidingen", workbook([ended]))
        await visitor.post(f"{later}/schrijven")
        assert await huis.eigenaar.fetchval(ends) == ["2030-01-01", "2032-08-01"]
        await visitor.post(f"{path}/terugdraaien")
        assert "Rij 2: Iemand heeft dit na het inlezen nog gewijzigd." in await text_of(visitor, path)
        await visitor.post(f"{later}/terugdraaien")
    assert await huis.eigenaar.fetchval(ends) == ["2030-01-01", None]


async def test_what_is_wrong_with_opleidingen_is_told_by_cell(huis: RegioSite) -> None:
    await add_school(huis)
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        (row,) = await get_rows(visitor, "opleidingen")
        rows = [
            row | {"Regio's": "AM09"},
            {**NEW_OPLEIDING, "Opleider": "Voorbeeld Tuinen"},
            {**NEW_OPLEIDING, "Crebo": 25111, "Laatste dag": "1-1-2020", "Regio's": "AM07"},
            {**NEW_OPLEIDING, "Regio's": None},
        ]
        page = await text_of(visitor, await read_in(visitor, "opleidingen", workbook(rows)))
    for fault in (
        "E2 (Regio's): Dit verandert niet meer. Er staat: AM07, AM09.",
        "A3 (Opleider): ‘Voorbeeld Tuinen’ staat niet in de lijst.",
        "B4 (Crebo): Deze kwalificatie kennen we niet.",
        "D4 (Laatste dag): De laatste dag ligt voor de eerste dag.",
        "E5 (Regio's): Vul deze cel in.",
    ):
        assert fault in page, page
