"""On the page of a medewerker: a talk, ready, the next trede, and to a place of their own."""

from datetime import date

import pytest

from tests.marketplace.groepsdetachering.klein_bedrijf import plan_group
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import EIGEN, WERKLEIDER, Huis

GESPREK = {"gevoerd_op": "2026-11-16", "over": "volgende_trede", "wil": "ja", "verslag": "Wil graag."}
GARANTIE = {"waarheen": "Voorbeeld Kas", "van": "2026-11-02", "tot": "2026-12-31"}


def path(huis: Huis) -> str:
    """K-0001."""
    return f"/mensen/{huis.klein.regio.kandidaten[0]}"


async def test_a_talk_goes_before_ready_and_before_a_move(huis: Huis) -> None:
    status, page = await huis.post(f"{path(huis)}/klaar", versie=1)
    assert (status, "Voer eerst een gesprek over de volgende trede" in page) == (409, True)
    status, where = await huis.post(f"{path(huis)}/gesprekken", **GESPREK, versie=1)
    assert (status, where) == (303, f"{huis.path}{path(huis)}#gesprekken")
    page = await huis.get(path(huis))
    assert "Volgende trede: ja" in page
    assert "Zei ja in het gesprek van 16 november 2026." in page
    assert (await huis.post(f"{path(huis)}/klaar", versie=2))[0] == 303
    assert "Klaar voor de volgende trede:" in await huis.get("/mensen")
    assert "Naar trede 2. Buiten, in een groep" in await huis.get(path(huis))
    assert (await huis.post(f"{path(huis)}/klaar/terug", versie=3))[0] == 303
    assert (await huis.post(f"{path(huis)}/trede", versie=4))[0] == 303
    page = await huis.get(path(huis))
    assert "Deze medewerker staat op de hoogste trede." in page
    assert "Wat er is veranderd (4)" in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("gevoerd_op", "2026-11-24", "Deze dag is nog niet geweest."),
        ("over", "", "Vul dit veld in."),
        ("wil", "misschien", "Maak een keuze uit de lijst."),
        ("verslag", "111222333", "BSN"),
    ],
)
async def test_what_is_wrong_with_a_talk_is_said(huis: Huis, field: str, value: str, words: str) -> None:
    fields = {**GESPREK, field: value, "versie": 1}
    status, page = await huis.post(f"{path(huis)}/gesprekken", **fields)
    assert (status, words in page) == (400, True)
    assert await huis.rows("select count(*) from medewerker_gesprekken") == [(0,)]


async def test_the_regio_looks_for_a_place_after_a_yes(huis: Huis) -> None:
    one = huis.klein.regio.kandidaten[0]
    assert (await huis.post(f"{path(huis)}/uitstroom", versie=1))[0] == 303
    assert "Vanaf dat moment zien accountmanagers het profiel" in await huis.get(path(huis))
    status, page = await huis.post(f"{path(huis)}/uitstroom/regio", versie=2)
    assert (status, "Voer eerst een gesprek over een eigen plek" in page) == (409, True)
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.get(f"/kandidaten/{one}")).status_code == 404
    fields = {**GESPREK, "over": "uitstroom", "versie": 2}
    assert (await huis.post(f"{path(huis)}/gesprekken", **fields))[0] == 303
    assert (await huis.post(f"{path(huis)}/uitstroom/regio", versie=3))[0] == 303
    assert "Accountmanagers zoeken mee naar een plek." in await huis.get(path(huis))
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.get(f"/kandidaten/{one}")).status_code == 200
    assert (await huis.post(f"{path(huis)}/uitstroom/terug", versie=4))[0] == 303


async def test_a_way_back_is_promised_warned_of_and_used(huis: Huis) -> None:
    [(afdeling,)] = await huis.rows("select id from afdelingen")
    status, page = await huis.post(f"{path(huis)}/terugkeer", **GARANTIE, versie=1)
    assert (status, 'value="Voorbeeld Kas"' in page) == (400, True)
    asked = {**GARANTIE, "afdeling": afdeling, "versie": 1}
    assert (await huis.post(f"{path(huis)}/terugkeer", **asked))[0] == 303
    page = await huis.get(path(huis))
    assert "Kan tot en met 31 december 2026 terugkomen. Montage houdt een plaats vrij." in page
    assert "Deze garantie eindigt binnenkort." in page
    assert "Terugkeergaranties die binnenkort eindigen" in await huis.get("/mensen")
    [(garantie,)] = await huis.rows("select id from terugkeergaranties")
    back = {"teruggekeerd_op": "2026-11-01", "reden": "Het viel tegen.", "versie": 2}
    status, page = await huis.post(f"{path(huis)}/terugkeer/{garantie}", **back)
    assert (status, "De garantie begint op 2 november 2026." in page) == (400, True)
    back["teruggekeerd_op"] = "2026-11-19"
    assert (await huis.post(f"{path(huis)}/terugkeer/{garantie}", **back))[0] == 303
    assert "Teruggekeerd op 19 november 2026. Het viel tegen." in await huis.get(path(huis))


async def test_a_werkleider_takes_no_step(huis: Huis) -> None:
    for end in ("klaar", "klaar/terug", "trede", "uitstroom", "uitstroom/terug", "uitstroom/regio"):
        assert (await huis.post(f"{path(huis)}/{end}", WERKLEIDER, versie=1))[0] == 403
    assert (await huis.post(f"{path(huis)}/gesprekken", WERKLEIDER, **GESPREK, versie=1))[0] == 403


async def test_where_the_plan_still_counts_on_who_leaves_is_said_with_a_link(huis: Huis) -> None:
    conn, klein = huis.eigenaar, huis.klein
    werkleider = await conn.fetchval(
        "insert into werkleiders (organisatie_id, naam, minuten, span) values ($1, 'Anna', 1200, 8)"
        " returning id",
        klein.id,
    )
    await plan_group(conn, klein, werkleider, None, date(2026, 11, 23), "gepubliceerd")
    await conn.execute(
        "insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)"
        " select plan_id, wie, week, organisatie_id, opdracht_id, 1"
        " from groepsplan_groepen, unnest($1::bigint[]) wie",
        klein.regio.kandidaten[:2],
    )
    page = await huis.get(path(huis))
    assert "Weken buiten" in page
    assert "Het plan rekent nog op deze medewerker" not in page
    await conn.execute("update medewerkers set uit_dienst_op = '2026-11-23'")
    page = await huis.get(path(huis))
    assert "Het plan rekent nog op deze medewerker" in page
    assert f'href="{huis.path}/bord?week=2026-11-23"' in page
