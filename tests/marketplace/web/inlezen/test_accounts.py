"""Accounts as a file: a row for each role that somebody holds."""

import pytest

from tests.marketplace.web.inlezen.beheer import add_beheerder
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, upload, workbook
from tests.marketplace.web.organisaties.rollen import give_role
from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

SOORT = "accounts"
NEW: Rij = {
    "E-mailadres": "Nina@hier.nl",
    "Naam": "Nina Hier",
    "Rol": "Werkgever",
    "Waar": "Voorbeeld Tuinen",
    "Aan": None,
    "Laatst ingelogd": None,
}
SECOND: Rij = {**NEW, "E-mailadres": "nina@hier.nl", "Waar": "Voorbeeld Elders"}
HELD = """
    select account.actief, account.heeft_wachtwoord,
           array_agg(organisatie.naam order by organisatie.naam) as plaatsen
    from accounts account join account_rollen rol on rol.account_id = account.id
    left join organisaties organisatie on organisatie.id = rol.organisatie_id
    where lower(account.email) = lower($1) group by account.id
"""


async def _held(huis: RegioSite, email: str = "nina@hier.nl") -> tuple[bool, bool, list[str | None]] | None:
    """Whether this account is on, has a password, and where it has roles."""
    row = await huis.eigenaar.fetchrow(HELD, email)
    return None if row is None else (row["actief"], row["heeft_wachtwoord"], row["plaatsen"])


async def test_the_file_tells_who_may_come_in_and_last_did_so_and_changes_nothing(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update accounts set actief = false where naam = 'buurman'")
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        rows = await get_rows(visitor, SOORT)
        file = (await visitor.get(f"/gegevens/{SOORT}/download.csv")).content
        page = await text_of(visitor, await read_in(visitor, SOORT, file, "accounts.csv"))
        told = await huis.eigenaar.fetchval(
            "select max(gegevens->>'aantal') from gebeurtenissen where soort = 'gegevens_gedownload'"
        )
    by_email = {str(row["E-mailadres"]): row for row in rows}
    assert {EIGEN, WERKGEVER} < by_email.keys()
    assert VREEMD not in by_email
    seen = [(row["Rol"], row["Waar"], row["Aan"], bool(row["Laatst ingelogd"])) for row in by_email.values()]
    assert ("beheerder", "regio Achterhoek", "ja", True) in seen
    assert [row["Aan"] for row in rows].count("nee") == 1
    assert int(told) == len(rows)
    assert "Er valt niets in te lezen." in page, page


async def test_somebody_new_gets_two_roles_and_no_password_and_the_file_is_undone(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW, SECOND]))
        await visitor.post(f"{path}/schrijven")
        assert await _held(huis) == (True, False, ["Voorbeeld Elders", "Voorbeeld Tuinen"])
        page = await text_of(visitor, path)
        assert "Wie nieuw is, kan nog niet inloggen." in page
        assert "Een account dat nieuw is, wordt uitgezet." in page
        again = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW, SECOND])))
        assert "Er valt niets in te lezen." in again, again
        assert "Uitgenodigd" in await text_of(visitor, "/beheer/accounts")
        await visitor.post(f"{path}/terugdraaien")
        assert "Een account dat nieuw was, staat uit." in await text_of(visitor, path)
        held = await _held(huis)
        assert held is not None
        assert (held[0], len(held[2])) == (False, 1)
        back = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW, SECOND])))
    assert "E2, E3 (Aan): Dit account staat uit." in back, back


async def test_who_chose_a_password_meanwhile_is_not_switched_off(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([NEW]))
        await visitor.post(f"{path}/schrijven")
        await huis.eigenaar.execute("update accounts set wachtwoord_hash = 'x' where email = 'Nina@hier.nl'")
        await visitor.post(f"{path}/terugdraaien")
        page = await text_of(visitor, path)
    assert "Rij 2: Dit is de enige rol van dit account." in page, page
    assert await _held(huis) == (True, True, ["Voorbeeld Tuinen"])


async def test_who_has_an_account_only_gets_the_role_and_loses_it_by_undoing(huis: RegioSite) -> None:
    row: Rij = {**NEW, "E-mailadres": VREEMD.upper(), "Naam": "Anders geschreven"}
    before = await _held(huis, VREEMD)
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        path = await read_in(visitor, SOORT, workbook([row]))
        await visitor.post(f"{path}/schrijven")
        assert await _held(huis, VREEMD) == (True, True, ["Voorbeeld Tuinen", None])
        (seen,) = [each for each in await get_rows(visitor, SOORT) if each["E-mailadres"] == VREEMD]
        assert (seen["Naam"], seen["Laatst ingelogd"]) == ("vreemd", None)
        await visitor.post(f"{path}/terugdraaien")
        assert "Rollen die erbij kwamen, zijn weer weg." in await text_of(visitor, path)
    assert await _held(huis, VREEMD) == before


async def test_what_is_wrong_is_told_by_cell_and_nothing_is_written(huis: RegioSite) -> None:
    await huis.eigenaar.execute("update accounts set actief = false where naam = 'buurman'")
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        rows = {row["Naam"]: row for row in await get_rows(visitor, SOORT)}
        wrong = [
            rows["werkgever"] | {"Naam": "Iemand anders", "Aan": "nee"},
            {**NEW, "E-mailadres": "nina.hier.nl"},
            {**NEW, "Rol": "Accountmanager"},
            {**SECOND, "Naam": "N. Hier", "Aan": "nee"},
            {**NEW, "E-mailadres": rows["buurman"]["E-mailadres"], "Naam": "buurman"},
            {**NEW, "Waar": "regio Elders"},
            {**NEW, "Rol": "Accountmanager"},
        ]
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook(wrong)))
    for fault in (
        "B2 (Naam): Een naam wijzigt u op de eigen pagina. Hier staat: werkgever.",
        "E2 (Aan): Een account zet u uit op de eigen pagina.",
        "A3 (E-mailadres): Dit heeft niet de goede vorm. Vul in: naam@voorbeeld.nl.",
        "C4, C8 (Rol): Deze rol kan daar niet worden gegeven. Kies uit:",
        "B5 (Naam): Bij dit e-mailadres hoort al een naam. Schrijf de naam precies zo: Nina Hier.",
        "E5 (Aan): Wie een rol krijgt, kan inloggen.",
        "E6 (Aan): Dit account staat uit.",
        "D7 (Waar): ‘regio Elders’ staat niet in de lijst.",
        "A8 (E-mailadres): Dit staat ook al in rij 4.",
    ):
        assert fault in page, page
    assert await _held(huis) is None


async def test_no_role_is_given_at_what_is_in_the_archive_but_it_goes_out(huis: RegioSite) -> None:
    async with huis.site.logged_in(await add_beheerder(huis)) as visitor:
        await huis.eigenaar.execute("alter table organisaties disable trigger user")
        await huis.eigenaar.execute(
            "update organisaties set gearchiveerd_op = '2026-01-01' where naam = 'Voorbeeld Tuinen'"
        )
        rows = [each for each in await get_rows(visitor, SOORT) if each["Waar"] == "Voorbeeld Tuinen"]
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([*rows, NEW])))
    assert rows
    assert "(Waar): Dit staat in het archief." in page, page


async def test_who_manages_one_organisatie_gets_and_gives_there_only(huis: RegioSite) -> None:
    beheerder = await give_role(huis, "beheerder", organisatie_id=huis.regio.organisatie)
    async with huis.site.logged_in(beheerder) as visitor:
        assert {row["Waar"] for row in await get_rows(visitor, SOORT)} == {"Voorbeeld Tuinen"}
        page = await text_of(visitor, await read_in(visitor, SOORT, workbook([NEW, SECOND])))
        assert "D3 (Waar): ‘Voorbeeld Elders’ staat niet in de lijst." in page, page
        path = await read_in(visitor, SOORT, workbook([NEW]))
        await visitor.post(f"{path}/schrijven")
    assert await _held(huis) == (True, False, ["Voorbeeld Tuinen"])


@pytest.mark.parametrize("email", [EIGEN, WERKGEVER])
async def test_who_manages_no_accounts_gets_no_file_and_sends_none(huis: RegioSite, email: str) -> None:
    async with huis.site.logged_in(email) as visitor:
        assert "/gegevens/accounts" not in (await visitor.get("/gegevens")).text
        for path in ("", "/download.csv", "/sjabloon.xlsx"):
            assert (await visitor.get(f"/gegevens/{SOORT}{path}")).status_code == 404
        assert (await upload(visitor, SOORT, workbook([NEW]))).status_code == 404
