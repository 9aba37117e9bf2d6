"""What every verb on a person shares: the gebeurtenis, which their SW-bedrijf reads too."""

from collections.abc import Mapping

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor


async def record_kandidaat(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    profiel: KandidaatProfiel,
    soort: str,
    *,
    reden: str | None = None,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Append what happened to a person; of who is `besloten` the regio hears nothing."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="kandidaat",
        onderwerp_id=profiel.id,
        regio_code=None if profiel.besloten else profiel.regio_code,
        organisatie_id=profiel.sw_bedrijf_id,
        reden=reden,
        gegevens=gegevens,
    )
