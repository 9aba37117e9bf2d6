"""Carrying a run out as a worker does, and a decision meanwhile."""

from marketplace.clock import Clock, clock_at
from marketplace.db import Connection, create_pool
from marketplace.embedded import Dsns
from marketplace.geo.routeplanner import Routeplanner
from marketplace.matching.planner import MATCHING
from marketplace.rekenruns.model import Claim, PlannerNaam, RekenrunSoort
from marketplace.rekenruns.rekenproces import Rekenproces
from marketplace.rekenruns.uitvoering import Uitvoering
from marketplace.voorstellen.service import discuss
from tests.marketplace.kleine_regio import REGIO, KleineRegio
from tests.marketplace.werkplaats import VANDAAG


def make_claim(clock: Clock, soort: RekenrunSoort) -> Claim:
    """A short run of the small region in the hands of a worker."""
    return Claim(
        id=1,
        regio_code=REGIO,
        vandaag=clock.today(),
        seconden=0.2,
        seed=1,
        poging=1,
        geclaimd_door="proef",
        gevraagd_door=None,
        max_verplaatst=None,
        soort=soort,
        planner=PlannerNaam.MATCHING,
    )


async def perform(database: Dsns, clock: Clock, claim: Claim, routes: Routeplanner | None = None) -> str:
    """Carry the run out as a worker does, with a child of its own."""
    pool = await create_pool(database.worker, size=2)
    proces = Rekenproces()
    try:
        return await Uitvoering(pool, clock, claim, MATCHING, proces, routes).perform()
    finally:
        await proces.close()
        await pool.close()


async def discuss_first(conn: Connection, regio: KleineRegio, voorstel: int) -> None:
    """The kandidaat of a voorstel says yes, on a clock that runs."""
    clock = clock_at(VANDAAG)
    await discuss(conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=VANDAAG)
