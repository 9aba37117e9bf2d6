"""The verbs on leaving for a place of one's own: on the way there, and known in the regio by kenmerk."""

from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.groepsdetachering.mensen.gesprekken import latest_with
from marketplace.groepsdetachering.mensen.groei import SaidNo
from marketplace.groepsdetachering.mensen.model import GesprekOver
from marketplace.groepsdetachering.mensen.service import Wijziging, claim_medewerker, own_medewerker
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.status import make_matchbaar
from marketplace.toegang.model import Actor


class NoTalkOfLeaving(Conflict):
    """Voer eerst een gesprek over een eigen plek en leg het vast."""


class NotLeaving(Conflict):
    """Zeg eerst dat deze medewerker naar een eigen plek gaat."""


async def start_uitstroom(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Let somebody be on the way to a place of their own; raises StaleVersion."""
    await own_medewerker(conn, actor, wijziging)
    await claim_medewerker(conn, actor, wijziging, "uitstroom_begonnen")
    await _write(conn, wijziging, uitstroom=True)


async def stop_uitstroom(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Let somebody stay after all; raises StaleVersion."""
    await own_medewerker(conn, actor, wijziging)
    await claim_medewerker(conn, actor, wijziging, "uitstroom_gestopt")
    await _write(conn, wijziging, uitstroom=False)


async def make_known(conn: Connection, actor: Actor, wijziging: Wijziging) -> None:
    """Let the regio look for a place for somebody who wishes one: from then on it sees the profile.

    Raises NotLeaving, NoTalkOfLeaving, SaidNo, StaleVersion, or Conflict for who is no longer available.
    """
    _, wie = await own_medewerker(conn, actor, wijziging)
    if not wie.uitstroom:
        raise NotLeaving
    gesprek = await latest_with(conn, actor, wijziging, [GesprekOver.UITSTROOM])
    if gesprek is None:
        raise NoTalkOfLeaving
    if not gesprek.wil:
        raise SaidNo
    await claim_medewerker(conn, actor, wijziging, "uitstroom_matchbaar")
    clock = wijziging.bij.clock
    profiel = await visible_kandidaat(conn, actor, wie.kandidaat_id)
    await make_matchbaar(
        conn,
        actor,
        clock=clock,
        kandidaat_id=wie.kandidaat_id,
        versie=profiel.versie,
        sinds=clock.today(),
    )


async def _write(conn: Connection, wijziging: Wijziging, *, uitstroom: bool) -> None:
    """Write whether somebody is on the way; the version was claimed."""
    await conn.execute(
        "update medewerkers set uitstroom = $3 where organisatie_id = $1 and kandidaat_id = $2",
        wijziging.bij.organisatie_id,
        wijziging.kandidaat_id,
        uitstroom,
    )
