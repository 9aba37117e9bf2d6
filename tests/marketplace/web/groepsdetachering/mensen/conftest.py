"""The application on the small SW-bedrijf with two medewerkers and an afdeling."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.groepsdetachering.klein_bedrijf import hire
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import Huis, open_huis


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """K-0001 and K-0002 are medewerkers of Montage who wish to go outside; K-0003 is known there only."""
    async with open_huis(database, clock, begonnen=True) as opened:
        conn, klein = opened.eigenaar, opened.klein
        one, two, _ = klein.regio.kandidaten
        afdeling = await conn.fetchval(
            "insert into afdelingen (organisatie_id, naam) values ($1, 'Montage') returning id", klein.id
        )
        await hire(conn, klein, one, 1, afdeling)
        await hire(conn, klein, two, 1, afdeling)
        await conn.execute(
            "update kandidaten set sw_bedrijf_id = $1, status = 'voor_aangemeld', matchbaar_sinds = null,"
            " besloten = true",
            klein.id,
        )
        await conn.execute("update medewerkers set wil_buiten = true")
        yield opened
