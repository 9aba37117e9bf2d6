"""An erkenning ends in the middle of a stay that was promised: who notices, what is refused, what stays."""

import html
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from marketplace.clock import FixedClock
from marketplace.db import create_pool
from marketplace.embedded import Dsns
from marketplace.matching.planner import MATCHING
from marketplace.matching.service import request_rekenrun
from marketplace.rekenruns import claims
from marketplace.rekenruns.rekenproces import Rekenproces
from marketplace.rekenruns.uitvoering import Uitvoering
from marketplace.voorstellen import service
from tests.marketplace.kleine_regio import REGIO, WEEK0
from tests.marketplace.web.inlezen.bestanden import text_of
from tests.marketplace.web.regio_site import EIGEN, RegioSite, open_regio_site
from tests.marketplace.web.werkbank import Werkbank

LEARNS = """
    update leerwerkplekken set vormen = '{behoud_uitkering}' where status = 'gepubliceerd';
    update kandidaten set status = 'voor_aangemeld' where kenmerk <> 'K-0001';
    update kandidaten set vormen = '{behoud_uitkering}', praktijkleren = true, crebo = 25258;
"""
ENDS = {"tot": "2026-12-11", "gecontroleerd_op": "2026-11-20", "versie": "1", "gezien": "ja"}
SHORT = "De erkenning geldt 3 weken van de 6 weken niet."


@dataclass(frozen=True, slots=True)
class Belofte:
    """A person who does praktijkleren, and the voorstel with a yes."""

    huis: RegioSite
    bank: Werkbank
    voorstel: int

    async def end_erkenning(self) -> None:
        """Let the erkenning end after three of the six weeks, having read who notices."""
        number = await self.huis.eigenaar.fetchval("select min(id) from erkenningen")
        async with self.huis.site.logged_in(EIGEN) as visitor:
            assert (await visitor.post(f"/erkenningen/{number}/bewerken", ENDS)).status_code == 303

    async def accept(self) -> tuple[int, str]:
        """Agree on the page of the voorstel; the status and the words of the answer."""
        async with self.huis.site.logged_in(EIGEN) as visitor:
            response = await visitor.post(
                f"/voorstellen/{self.voorstel}/akkoord",
                {"versie": await self.bank.versie(self.voorstel), "startweek": str(WEEK0)},
            )
        return response.status_code, html.unescape(response.text)


@pytest.fixture
async def belofte(database: Dsns, clock: FixedClock) -> AsyncIterator[Belofte]:
    """The small region where one person is promised praktijkleren from the first week."""
    async with open_regio_site(database, clock) as huis:
        await huis.eigenaar.execute(LEARNS)
        bank = Werkbank(huis.site, huis.regio, huis.eigenaar, clock)
        (voorstel,) = await bank.voorstellen(await bank.solve())
        await service.discuss(
            huis.eigenaar, huis.regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today()
        )
        yield Belofte(huis, bank, voorstel)


async def test_an_akkoord_is_refused_with_how_many_weeks_lack(belofte: Belofte) -> None:
    await belofte.end_erkenning()
    status, text = await belofte.accept()
    assert status == 409
    assert SHORT in text
    assert await belofte.bank.status(belofte.voorstel) == "besproken_met_kandidaat"


async def test_what_was_agreed_stays_and_the_next_run_names_who_it_is_about(
    belofte: Belofte, database: Dsns, clock: FixedClock
) -> None:
    assert (await belofte.accept())[0] == 303
    await belofte.end_erkenning()
    conn = belofte.huis.eigenaar
    run = await request_rekenrun(conn, belofte.bank.actor, clock=clock, regio_code=REGIO, hoogstens=0.2)
    claim = await claims.claim_rekenrun(conn, "proef", clock.now())
    assert claim is not None
    pool, proces = await create_pool(database.worker, size=2), Rekenproces()
    try:
        await Uitvoering(pool, clock, claim, MATCHING, proces, None).perform()
    finally:
        await proces.close()
        await pool.close()
    async with belofte.huis.site.logged_in(EIGEN) as visitor:
        said = await text_of(visitor, f"/rekenruns/{run}")
    assert "K-0001" in said
    assert SHORT in said
    assert await belofte.bank.status(belofte.voorstel) == "akkoord_accountmanager"
    assert await conn.fetchval("select count(*) from bezetting") == 6
    assert await conn.fetchval("select count(*) from plannen") == 1
