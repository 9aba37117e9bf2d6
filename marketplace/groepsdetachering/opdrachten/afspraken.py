"""What people agreed on somebody at an opdracht: never there, or there though the order of treden says no."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.opdrachten.model import AfspraakSoort
from marketplace.groepsdetachering.opdrachten.service import Wijziging, claim_opdracht, own_opdracht
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN


class Gone(Conflict):
    """Deze afspraak geldt al niet meer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfspraakOver:
    """What was agreed on somebody, by kenmerk."""

    kandidaat_id: int
    kenmerk: str
    soort: AfspraakSoort
    reden: str
    door: str


async def list_afspraken_bij(conn: Connection, actor: Actor, opdracht_id: int) -> list[AfspraakOver]:
    """What was agreed on people at one opdracht, by kenmerk; nothing for a stranger."""
    rows = await conn.fetch(
        """
        select afspraak.kandidaat_id, kandidaat.kenmerk, afspraak.soort, afspraak.reden,
               coalesce(account.naam, 'iemand anders') as door
        from opdracht_afspraken afspraak
        join kandidaten kandidaat on kandidaat.id = afspraak.kandidaat_id
        left join accounts account on account.id = afspraak.vastgelegd_door
        where afspraak.organisatie_id = any($1::bigint[]) and afspraak.opdracht_id = $2
        order by kandidaat.kenmerk
        """,
        bedrijven_of(actor),
        opdracht_id,
    )
    return [AfspraakOver(**{**dict(row), "soort": AfspraakSoort(row["soort"])}) for row in rows]


async def put_afspraak(
    conn: Connection, actor: Actor, wijziging: Wijziging, kenmerk: str, soort: AfspraakSoort, reden: str
) -> None:
    """Agree this on a medewerker, in place of what was agreed before; raises InvalidInput with fields."""
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    kandidaat_id = await conn.fetchval(
        """
        select wie.kandidaat_id from medewerkers wie
        join kandidaten kandidaat on kandidaat.id = wie.kandidaat_id
        where wie.organisatie_id = any($1::bigint[]) and wie.organisatie_id = $2
          and upper(kandidaat.kenmerk) = upper($3)
        """,
        bedrijven_of(actor),
        now.organisatie_id,
        kenmerk,
    )
    if kandidaat_id is None:
        raise InvalidInput(fields={"kenmerk": "Dit kenmerk is niet van een medewerker van uw bedrijf."})
    await claim_opdracht(conn, actor, wijziging, now, "afspraak_gemaakt")
    await _delete(conn, now.id, kandidaat_id)
    await conn.execute(
        """
        insert into opdracht_afspraken (organisatie_id, opdracht_id, kandidaat_id, soort, reden,
            vastgelegd_door)
        values ($1, $2, $3, $4, $5, $6)
        """,
        now.organisatie_id,
        now.id,
        kandidaat_id,
        soort,
        reden,
        actor.account_id,
    )


async def copy_afspraken(conn: Connection, actor: Actor, van_id: int, naar_id: int) -> None:
    """Let what was agreed on people at one opdracht hold at another of the same SW-bedrijf too."""
    await conn.execute(
        """
        insert into opdracht_afspraken (organisatie_id, opdracht_id, kandidaat_id, soort, reden,
            vastgelegd_door)
        select organisatie_id, $3, kandidaat_id, soort, reden, vastgelegd_door from opdracht_afspraken
        where organisatie_id = any($1::bigint[]) and opdracht_id = $2
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        van_id,
        naar_id,
    )


async def end_afspraak(conn: Connection, actor: Actor, wijziging: Wijziging, kandidaat_id: int) -> None:
    """Let what was agreed on somebody hold no more; raises Gone or StaleVersion."""
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    await claim_opdracht(conn, actor, wijziging, now, "afspraak_vervallen")
    if not await _delete(conn, now.id, kandidaat_id):
        raise Gone


async def _delete(conn: Connection, opdracht_id: int, kandidaat_id: int) -> bool:
    """Whether something was agreed on somebody until now."""
    gone = await conn.fetchval(
        "delete from opdracht_afspraken where opdracht_id = $1 and kandidaat_id = $2 returning true",
        opdracht_id,
        kandidaat_id,
    )
    return bool(gone)
