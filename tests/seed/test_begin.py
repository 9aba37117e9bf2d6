"""A real region begins with codes, places and one beheerder, and with nobody that was made up."""

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from marketplace.settings import Settings
from seed.begin import CannotBegin, UnknownRegio, begin, main
from seed.load import NotEmpty, is_empty
from tests.marketplace.web.site import open_site

EMAIL, WACHTWOORD = "eerste@regio.nl", "een lang genoeg wachtwoord"


async def test_the_first_beheerder_comes_in_and_nobody_was_made_up(database: Dsns, clock: FixedClock) -> None:
    conn = await asyncpg.connect(database.eigenaar)
    token = await begin(conn, clock=clock, regio_code="AM07", email=EMAIL, naam="Eerste Beheerder")
    for table in ("organisaties", "kandidaten", "leerwerkplekken", "praktijkopleiders"):
        assert await conn.fetchval(f"select count(*) from {table}") == 0  # noqa: S608 (names of our tables)
    assert {row["regio_code"] for row in await conn.fetch("select regio_code from regio_beleid")} == {"AM07"}
    await conn.close()
    async with open_site(database, clock) as site, site.visitor() as visitor:
        fields = {"wachtwoord": WACHTWOORD, "wachtwoord_herhaald": WACHTWOORD}
        chosen = await visitor.post(f"/link/wachtwoord/{token}", fields)
        assert chosen.status_code == 303, chosen.text
        assert (await visitor.login(EMAIL, WACHTWOORD)).status_code == 303
        assert EMAIL in (await visitor.get("/beheer/accounts")).text


async def test_what_is_there_stays_and_what_is_wrong_writes_nothing(
    database: Dsns, clock: FixedClock
) -> None:
    conn = await asyncpg.connect(database.eigenaar)
    with pytest.raises(UnknownRegio):
        await begin(conn, clock=clock, regio_code="AM99", email=EMAIL, naam="Eerste")
    with pytest.raises(asyncpg.CheckViolationError):
        await begin(conn, clock=clock, regio_code="AM09", email="geen adres", naam="Eerste")
    assert await is_empty(conn)
    await begin(conn, clock=clock, regio_code="AM09", email=EMAIL, naam="Eerste")
    with pytest.raises(NotEmpty):
        await begin(conn, clock=clock, regio_code="AM09", email=EMAIL, naam="Tweede")
    await conn.close()


def test_the_command_gives_the_link_once(database: Dsns) -> None:
    settings = Settings(database_url=database.app, database_url_eigenaar=database.eigenaar)
    with pytest.raises(CannotBegin, match="geen code van een arbeidsmarktregio"):
        main(settings, "AM99", EMAIL, "Eerste")
    with pytest.raises(CannotBegin, match="Dit e-mailadres of deze naam kan niet"):
        main(settings, "AM09", "geen adres", "Eerste")
    assert f"{settings.base_url}/link/wachtwoord/" in main(settings, "AM09", EMAIL, "Eerste")
    with pytest.raises(CannotBegin, match="niet leeg"):
        main(settings, "AM09", EMAIL, "Eerste")
