"""The doelgroepen of one person with their dates: for fairness and funding, never in a value, list or file.

Who may know who somebody is reads them, who edits the profile writes them. The record says that they changed,
not what they were. `list_leden` is for the worker, which asks by region.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.zicht import BINNEN, edits, knows
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelgroep:
    """A doelgroep to which a person belongs since a day."""

    code: str
    naam: str
    sinds: date


async def list_doelgroepen(conn: Connection, actor: Actor, kandidaat_id: int, op: date) -> list[Doelgroep]:
    """To which doelgroepen somebody belongs on a day; empty for who may not know the person."""
    rows = await conn.fetch(
        f"""
        select doelgroep.code, doelgroep.naam, lower(lid.periode) as sinds
        from kandidaat_doelgroepen lid
        join doelgroepen doelgroep on doelgroep.code = lid.doelgroep
        join kandidaten kandidaat on kandidaat.id = lid.kandidaat_id
        where {BINNEN} and kandidaat.id = $4 and lid.periode @> $5::date
        order by lower(doelgroep.naam)
        """,  # noqa: S608 (a condition of our own)
        *knows(actor).arguments,
        kandidaat_id,
        op,
    )
    return [Doelgroep(**dict(row)) for row in rows]


async def list_leden(
    conn: Connection, regio_code: str, codes: Collection[str], op: date
) -> dict[str, frozenset[int]]:
    """Who in a region belongs to each of these doelgroepen on a day."""
    rows = await conn.fetch(
        """
        select lid.doelgroep, lid.kandidaat_id from kandidaat_doelgroepen lid
        join kandidaten kandidaat on kandidaat.id = lid.kandidaat_id
        join unnest($2::text[]) gevraagd on gevraagd = lid.doelgroep
        where kandidaat.regio_code = $1 and lid.periode @> $3::date
        """,
        regio_code,
        list(codes),
        op,
    )
    return {
        code: frozenset(row["kandidaat_id"] for row in rows if row["doelgroep"] == code) for code in codes
    }


async def list_doelgroepsoorten(conn: Connection) -> list[tuple[str, str]]:
    """Every doelgroep, code and name."""
    rows = await conn.fetch("select code, naam from doelgroepen order by lower(naam)")
    return [(row["code"], row["naam"]) for row in rows]


async def set_doelgroepen(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    codes: Collection[str],
    gezien: Collection[str],
    vanaf: date,
) -> bool:
    """Let a person belong to exactly these from a day on; whether anything changed.

    `gezien` is what was there when the form was opened: StaleVersion when that is no longer so. Who leaves a
    doelgroep on or before the day of entering it was never in it. Raises InvalidInput with fields too, and
    NotFound for a stranger.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if not await _lock(conn, actor, kandidaat_id):
        raise NotFound
    fields = {}
    if not set(codes) <= {code for code, _ in await list_doelgroepsoorten(conn)}:
        fields["doelgroepen"] = "Maak een keuze uit de lijst."
    if vanaf > clock.today():
        fields["vanaf"] = "Kies vandaag of een eerdere dag."
    if fields:
        raise InvalidInput(fields=fields)
    now = {each.code for each in await list_doelgroepen(conn, actor, kandidaat_id, clock.today())}
    if now != set(gezien):
        raise StaleVersion
    if now == set(codes):
        return False
    await _write(conn, kandidaat_id, sorted(now - set(codes)), sorted(set(codes) - now), vanaf)
    await record_kandidaat(conn, actor, clock, profiel, "doelgroepen_gewijzigd")
    return True


async def _lock(conn: Connection, actor: Actor, kandidaat_id: int) -> bool:
    """Let others who edit this person wait; False when the actor does not."""
    found = await conn.fetchval(
        f"select id from kandidaten kandidaat where {BINNEN} and kandidaat.id = $4 for no key update",  # noqa: S608 (a condition of our own)
        *edits(actor).arguments,
        kandidaat_id,
    )
    return found is not None


async def _write(conn: Connection, kandidaat_id: int, gone: list[str], come: list[str], vanaf: date) -> None:
    """End some and begin others on a day; what was recorded of these for later days makes way."""
    ended = await conn.fetch(
        """
        delete from kandidaat_doelgroepen
        where kandidaat_id = $1 and doelgroep = any($2::text[])
          and (upper_inf(periode) or upper(periode) > $3)
        returning doelgroep, lower(periode) as van
        """,
        kandidaat_id,
        [*gone, *come],
        vanaf,
    )
    kept = [(kandidaat_id, row["doelgroep"], row["van"], vanaf) for row in ended if row["van"] < vanaf]
    await conn.executemany(
        "insert into kandidaat_doelgroepen values ($1, $2, daterange($3, $4))",
        [*kept, *((kandidaat_id, code, vanaf, None) for code in come)],
    )
