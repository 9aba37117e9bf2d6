"""What every change of a roulatie begins with: who decides there claims its version; it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import StaleVersion
from marketplace.roulatie import writes
from marketplace.roulatie.bord import Over, own_cohort
from marketplace.roulatie.model import Cohort
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """The roulatie that is changed, and the version that the page showed."""

    clock: Clock
    roulatie_id: int
    versie: int


async def claim_roulatie(
    conn: Connection,
    actor: Actor,
    wijziging: Wijziging,
    soort: str,
    *,
    reden: str | None = None,
    gegevens: Mapping[str, object] | None = None,
    afterwards: bool = False,
) -> Cohort:
    """The cohort as it was at this version, which is the actor's to change now; `afterwards`: also once over.

    Raises NotFound, Forbidden, Over, or StaleVersion when somebody was earlier.
    """
    cohort = await own_cohort(conn, actor, wijziging.roulatie_id)
    roulatie = cohort.roulatie
    if not await writes.bump(conn, actor, roulatie.id, wijziging.versie):
        raise StaleVersion
    if not roulatie.is_open and not afterwards:
        raise Over
    await append_gebeurtenis(
        conn,
        clock=wijziging.clock,
        actor=actor,
        soort=soort,
        onderwerp="roulatie",
        onderwerp_id=roulatie.id,
        regio_code=roulatie.regio_code,
        reden=reden,
        gegevens=gegevens,
    )
    return cohort
