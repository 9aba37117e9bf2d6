"""Somebody leaves the search: what stands in the way, what lapses and comes free, and the step itself.

A promise is a yes, an akkoord or a pin: that is solved first, by people. What only waits in a plan lapses.
"""

from dataclasses import dataclass
from datetime import timedelta

from marketplace.clock import Clock, monday
from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.kandidaten.model import KandidaatStatus
from marketplace.kandidaten.status import lock_kandidaat, move
from marketplace.kandidaten.zicht import BINNEN, decides, reads
from marketplace.toegang.model import Actor
from marketplace.voorstellen.model import HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Openstaand:
    """What a person still has: promises, voorstellen that only wait, plekken with weeks after this one."""

    beloftes: int
    wachtend: int
    plekken: tuple[str, ...]


class StillPromised(Conflict):
    """Deze persoon heeft nog een voorstel met een ja, een akkoord of een vaste plaats. Los dat eerst op."""


async def get_openstaand(conn: Connection, actor: Actor, clock: Clock, kandidaat_id: int) -> Openstaand:
    """What leaving would touch; nothing for a stranger."""
    row = await conn.fetchrow(
        f"""
        select count(*) filter (where voorstel.status = any($5::text[]) or voorstel.pin_tot > $6) as beloftes,
               count(*) filter (where voorstel.status = 'voorgesteld'
                                  and voorstel.pin_tot > $6 is not true) as wachtend,
               array(select distinct coalesce(plek.titel, 'een plek') as titel from bezetting bezet
                     left join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
                     where bezet.kandidaat_id = kandidaat.id and bezet.bron <> 'voorstel' and bezet.week > $6
                     order by titel) as plekken
        from kandidaten kandidaat
        left join voorstellen voorstel on voorstel.kandidaat_id = kandidaat.id
        where {BINNEN} and kandidaat.id = $4
        group by kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        kandidaat_id,
        list(HELD),
        clock.today(),
    )
    if row is None:
        return Openstaand(beloftes=0, wachtend=0, plekken=())
    return Openstaand(beloftes=row["beloftes"], wachtend=row["wachtend"], plekken=tuple(row["plekken"]))


async def leave(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    versie: int,
    naar: KandidaatStatus,
    reden: str | None = None,
) -> None:
    """Let a person stand elsewhere; what waits in a plan lapses, the weeks after this one come free.

    Raises StillPromised while a promise stands, StaleVersion, Conflict or InvalidInput as `move` does.
    """
    profiel = await lock_kandidaat(conn, actor, kandidaat_id)
    if (await get_openstaand(conn, actor, clock, kandidaat_id)).beloftes:
        raise StillPromised
    await move(conn, actor, clock, profiel, versie, naar, reden=reden)
    await _lapse(conn, actor, kandidaat_id)
    await _free_weeks(conn, actor, clock, kandidaat_id)


async def take_up(conn: Connection, actor: Actor, *, clock: Clock, kandidaat_id: int) -> None:
    """Let a person who waited be under way elsewhere, as in a roulatie; what waits in a plan lapses.

    Raises StillPromised with the kenmerk while a promise stands. Who is under way already stays so.
    """
    profiel = await lock_kandidaat(conn, actor, kandidaat_id)
    if profiel.status is KandidaatStatus.LOPEND:
        return
    if (await get_openstaand(conn, actor, clock, kandidaat_id)).beloftes:
        raise StillPromised(
            f"{profiel.kenmerk} heeft nog een voorstel met een ja, een akkoord of een vaste plaats. "
            "Los dat eerst op."
        )
    await move(conn, actor, clock, profiel, profiel.versie, KandidaatStatus.LOPEND)
    await _lapse(conn, actor, kandidaat_id)


async def _lapse(conn: Connection, actor: Actor, kandidaat_id: int) -> None:
    """Let voorstellen lapse that nobody answered."""
    await conn.execute(
        f"""
        update voorstellen voorstel set status = 'vervallen', versie = voorstel.versie + 1, pin_reden = null,
            pin_tot = null, pin_door = null, pin_startweek = null
        from kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4 and voorstel.kandidaat_id = kandidaat.id
          and voorstel.status = 'voorgesteld'
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
    )


async def _free_weeks(conn: Connection, actor: Actor, clock: Clock, kandidaat_id: int) -> None:
    """Give back the weeks from next Monday on."""
    await conn.execute(
        f"""
        delete from bezetting bezet using kandidaten kandidaat
        where {BINNEN} and kandidaat.id = $4 and bezet.kandidaat_id = kandidaat.id
          and bezet.bron <> 'voorstel' and bezet.week >= $5
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        monday(clock.today()) + timedelta(weeks=1),
    )
