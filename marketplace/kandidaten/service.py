"""The verbs on a profile: edit it, limit the way as a rejection asked, allow a pair again."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import queries, uitsluitingen, writes
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.regels import wrong_fields
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.wijziging import PERSONAL, ProfielWijziging, changed_fields
from marketplace.kandidaten.zicht import edits
from marketplace.toegang.gebeurtenissen import changes
from marketplace.toegang.model import Actor


async def visible_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel:
    """The profile; raises NotFound for a stranger."""
    profiel = await queries.get_kandidaat(conn, actor, kandidaat_id)
    if profiel is None:
        raise NotFound
    return profiel


async def edit_profiel(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    versie: int,
    wijziging: ProfielWijziging,
) -> tuple[str, ...]:
    """Write an edit and return the names of what changed.

    Raises InvalidInput with fields, StaleVersion when somebody else wrote first, NotFound for a stranger,
    Forbidden for who only reads.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not edits(actor).holds(profiel):
        raise Forbidden
    if fields := await wrong_fields(conn, wijziging, clock.today(), [profiel.regio_code], profiel):
        raise InvalidInput(fields=fields)
    if profiel.versie != versie:
        raise StaleVersion
    changed = changed_fields(profiel, wijziging)
    if not changed:
        return ()
    if not await writes.update_profiel(
        conn, actor, kandidaat_id=kandidaat_id, versie=versie, wijziging=wijziging
    ):
        raise StaleVersion
    await record_kandidaat(
        conn,
        actor,
        clock,
        profiel,
        "profiel_gewijzigd",
        gegevens={"velden": changes(profiel, wijziging, changed, personal=PERSONAL)},
    )
    return changed


async def limit_reistijd(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, minuten: int, reden: str
) -> int | None:
    """Let a person travel no longer than this from now on, as a rejection asked.

    Gives what the limit was, None when it was no longer than this already.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not await writes.update_max_reistijd(conn, actor, kandidaat_id=kandidaat_id, minuten=minuten):
        return None
    await record_kandidaat(
        conn,
        actor,
        clock,
        profiel,
        "reistijd_verlaagd",
        reden=reden,
        gegevens={"velden": {"max_reistijd": [profiel.max_reistijd, minuten]}},
    )
    return profiel.max_reistijd


async def restore_reistijd(
    conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int, van: int, naar: int
) -> bool:
    """Give back the limit that a rejection shortened; False when the profile no longer holds that one."""
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if profiel.max_reistijd != van or not await writes.restore_max_reistijd(
        conn, actor, kandidaat_id=kandidaat_id, van=van, naar=naar
    ):
        return False
    await record_kandidaat(
        conn, actor, clock, profiel, "reistijd_hersteld", gegevens={"velden": {"max_reistijd": [van, naar]}}
    )
    return True


async def allow_again(conn: Connection, actor: Actor, *, clock: Clock, uitsluiting_id: int) -> int:
    """Withdraw an uitsluiting so that the next run may propose the pair; returns the kandidaat."""
    kandidaat_id = await uitsluitingen.withdraw_uitsluiting(
        conn, actor, uitsluiting_id=uitsluiting_id, now=clock.now()
    )
    if kandidaat_id is None:
        raise NotFound
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    await record_kandidaat(conn, actor, clock, profiel, "uitsluiting_ingetrokken")
    return kandidaat_id
