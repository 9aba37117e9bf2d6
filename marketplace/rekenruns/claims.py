"""The SQL of rekenruns as a worker meets them; every write is fenced by the name of its holder."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from marketplace.db import Connection
from marketplace.rekenruns.model import (
    Claim,
    Json,
    Opgeslagen,
    PlannerNaam,
    RekenrunSoort,
    RekenrunStatus,
    Verzoek,
)

MAX_POGINGEN = 2
GAVE_UP = (
    "Het rekenen is twee keer halverwege gestopt, omdat het rekenprogramma uitviel. "
    "Er is niets veranderd. U kunt opnieuw starten."
)

# What becomes of a run whose worker or solver fell away: $1 attempts at most, $2 the sentence, $3 now.
_FELL_AWAY = """
    status = case when annuleren then 'geannuleerd' when poging >= $1 then 'mislukt' else 'wachtrij' end,
    fout = case when not annuleren and poging >= $1 then $2 end,
    klaar_op = case when annuleren or poging >= $1 then $3::timestamptz end,
    geclaimd_door = null, hartslag = null
"""


async def claim_rekenrun(conn: Connection, worker: str, now: datetime) -> Claim | None:
    """Take the oldest waiting run; two workers never take the same one."""
    row = await conn.fetchrow(
        """
        update rekenruns set status = 'bezig', geclaimd_door = $1, hartslag = $2, poging = poging + 1
        where id = (select id from rekenruns where status = 'wachtrij' order by id
                    for update skip locked limit 1)
        returning id, regio_code, vandaag, seconden, seed, poging, geclaimd_door, gevraagd_door,
                  max_verplaatst, soort, planner, roulatie_id, organisatie_id, vraag
        """,
        worker,
        now,
    )
    if row is None:
        return None
    named = {"soort": RekenrunSoort(row["soort"]), "planner": PlannerNaam(row["planner"])}
    return Claim(**{**dict(row), **named})


async def beat(conn: Connection, claim: Claim, now: datetime) -> Verzoek | None:
    """Show that the worker lives and hear what people ask; None when the run is no longer ours."""
    found = await conn.fetchval(
        """
        update rekenruns set hartslag = $3
        where id = $1 and geclaimd_door = $2 and status = 'bezig'
        returning case when annuleren then 'annuleren' when afronden then 'afronden' else 'geen' end
        """,
        claim.id,
        claim.geclaimd_door,
        now,
    )
    return Verzoek(found) if found else None


async def store_instantie(
    conn: Connection, claim: Claim, instantie: Json, digest: str, *, gelezen_op: datetime
) -> bool:
    """Keep the whole question and when it was read, before it is solved; False when no longer ours."""
    found = await conn.fetchval(
        """
        update rekenruns set instantie = $3, instantie_hash = $4, gelezen_op = $5
        where id = $1 and geclaimd_door = $2 and status = 'bezig' returning id
        """,
        claim.id,
        claim.geclaimd_door,
        instantie,
        digest,
        gelezen_op,
    )
    return found is not None


async def insert_voortgang(
    conn: Connection,
    rekenrun_id: int,
    *,
    now: datetime,
    fase: str,
    zin: str,
    plan: Mapping[str, object] | None = None,
) -> None:
    """Append one step to what a run reported; `plan` has seconden, geplaatst and lagen of a better plan."""
    await conn.execute(
        """
        insert into rekenrun_voortgang (rekenrun_id, volgnummer, tijd, fase, zin, seconden, geplaatst, lagen)
        select $1, coalesce(max(volgnummer), 0) + 1, $2, $3, $4, $5, $6, $7
        from rekenrun_voortgang where rekenrun_id = $1
        """,
        rekenrun_id,
        now,
        fase,
        zin,
        *(None if plan is None else plan[name] for name in ("seconden", "geplaatst", "lagen")),
    )


async def finish_rekenrun(
    conn: Connection, claim: Claim, uitkomst: Mapping[str, object], now: datetime
) -> bool:
    """End a run well; False when it is no longer ours or people asked to stop: then keep nothing."""
    found = await conn.fetchval(
        """
        update rekenruns set status = 'geslaagd', uitkomst = $3, klaar_op = $4
        where id = $1 and geclaimd_door = $2 and status = 'bezig' and not annuleren returning id
        """,
        claim.id,
        claim.geclaimd_door,
        uitkomst,
        now,
    )
    return found is not None


async def fail_rekenrun(conn: Connection, claim: Claim, fout: str, now: datetime) -> bool:
    """End a run with the sentence that people read; False when it is no longer ours."""
    found = await conn.fetchval(
        """
        update rekenruns set status = 'mislukt', fout = $3, klaar_op = $4
        where id = $1 and geclaimd_door = $2 and status = 'bezig' returning id
        """,
        claim.id,
        claim.geclaimd_door,
        fout,
        now,
    )
    return found is not None


async def cancel_claimed(conn: Connection, claim: Claim, now: datetime) -> bool:
    """End a run that people asked to stop."""
    found = await conn.fetchval(
        """
        update rekenruns set status = 'geannuleerd', klaar_op = $3
        where id = $1 and geclaimd_door = $2 and status = 'bezig' and annuleren returning id
        """,
        claim.id,
        claim.geclaimd_door,
        now,
    )
    return found is not None


async def release_claimed(conn: Connection, claim: Claim, now: datetime) -> RekenrunStatus | None:
    """Give a run back unharmed when the worker is asked to stop; the attempt does not count.

    A run that people asked to stop ends so. Returns its new status; None when it is no longer ours.
    """
    found = await conn.fetchval(
        """
        update rekenruns
        set status = case when annuleren then 'geannuleerd' else 'wachtrij' end,
            klaar_op = case when annuleren then $3::timestamptz end,
            geclaimd_door = null, hartslag = null, poging = poging - 1
        where id = $1 and geclaimd_door = $2 and status = 'bezig' returning status
        """,
        claim.id,
        claim.geclaimd_door,
        now,
    )
    return RekenrunStatus(found) if found else None


async def sweep_rekenruns(
    conn: Connection, *, silent_since: datetime, now: datetime, dead: Sequence[str] = ()
) -> list[int]:
    """Put runs back whose worker fell silent or is known to be dead; after two attempts they fail.

    A sign of life that lies as far ahead is none either: the clock was set back. Returns the ids touched.
    """
    rows = await conn.fetch(
        f"""
        update rekenruns set {_FELL_AWAY}
        where id in (select id from rekenruns
                     where status = 'bezig'
                       and (hartslag not between $4 and $6 or geclaimd_door = any($5::text[]))
                     for update skip locked)
        returning id
        """,  # noqa: S608 (the fragment is ours, values are bound)
        MAX_POGINGEN,
        GAVE_UP,
        now,
        silent_since,
        list(dead),
        now + (now - silent_since),
    )
    return sorted(row["id"] for row in rows)


async def get_opgeslagen(conn: Connection, rekenrun_id: int) -> Opgeslagen | None:
    """The stored question and outcome of a run; None when there is no question stored."""
    row = await conn.fetchrow(
        """
        select id, seconden, seed, instantie, instantie_hash, uitkomst
        from rekenruns where id = $1 and instantie is not null
        """,
        rekenrun_id,
    )
    return None if row is None else Opgeslagen(**dict(row))


async def return_claimed(conn: Connection, claim: Claim, now: datetime) -> RekenrunStatus | None:
    """Put a run back whose solver stopped halfway; after two attempts it fails.

    A run that people asked to stop ends so. Returns its new status; None when it is no longer ours.
    """
    found = await conn.fetchval(
        f"""
        update rekenruns set {_FELL_AWAY}
        where id = $4 and geclaimd_door = $5 and status = 'bezig' returning status
        """,  # noqa: S608 (the fragment is ours, values are bound)
        MAX_POGINGEN,
        GAVE_UP,
        now,
        claim.id,
        claim.geclaimd_door,
    )
    return RekenrunStatus(found) if found else None


async def list_claimed(conn: Connection) -> list[str]:
    """The names of the workers that hold a run now."""
    rows = await conn.fetch("select geclaimd_door from rekenruns where status = 'bezig' order by id")
    return [row["geclaimd_door"] for row in rows]
