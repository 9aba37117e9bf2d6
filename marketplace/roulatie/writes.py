"""The SQL that writes a roulatie; every write of what belongs to it lets its version go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST


class Verblijfsweek(NamedTuple):
    """A week of somebody at a plek; `leeftijd` counts the weeks since the stay there began."""

    kandidaat_id: int
    leerwerkplek_id: int
    week: date
    leeftijd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweRoulatie:
    """What is asked to make a roulatie of a group; half open, whole weeks."""

    regio_code: str
    groep_id: int
    naam: str
    opleider_id: int | None
    leerlijn_id: int | None
    vervolg_op: int | None
    van: date
    tot: date
    afspraak: str
    afspraak_tot: date


async def insert_roulatie(conn: Connection, actor: Actor, nieuw: NieuweRoulatie) -> int | None:
    """Write a roulatie with the people of its group; None in a regio that is not the actor's."""
    roulatie_id: int | None = await conn.fetchval(
        """
        insert into roulaties (regio_code, groep_id, naam, opleider_id, leerlijn_id, vervolg_op, periode,
                               afspraak, afspraak_tot)
        select $2, groep.id, $4, $5, $6, $7, daterange($8, $9), $10, $11 from groepen groep
        where groep.id = $3 and groep.regio_code = $2 and $2 = any($1::text[])
        returning id
        """,
        list(actor.regios_als(*BESLIST)),
        nieuw.regio_code,
        nieuw.groep_id,
        nieuw.naam,
        nieuw.opleider_id,
        nieuw.leerlijn_id,
        nieuw.vervolg_op,
        nieuw.van,
        nieuw.tot,
        nieuw.afspraak,
        nieuw.afspraak_tot,
    )
    if roulatie_id is not None:
        await conn.execute(
            """
            insert into roulatie_deelnemers (roulatie_id, kandidaat_id, moederbedrijf_id)
            select $1, kandidaat.id, kandidaat.sw_bedrijf_id
            from groep_kandidaten lid join kandidaten kandidaat on kandidaat.id = lid.kandidaat_id
            where lid.groep_id = $2 and kandidaat.gearchiveerd_op is null
            """,
            roulatie_id,
            nieuw.groep_id,
        )
    return roulatie_id


async def bump(conn: Connection, actor: Actor, roulatie_id: int, versie: int) -> bool:
    """Claim the next version of a roulatie; False when somebody was earlier."""
    found = await conn.fetchval(
        """
        update roulaties set versie = versie + 1
        where id = $2 and versie = $3 and regio_code = any($1::text[]) returning id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
        versie,
    )
    return found is not None


async def start_roulatie(conn: Connection, roulatie_id: int) -> None:
    """Let a roulatie run."""
    await conn.execute(
        """
        update roulaties set status = 'lopend', versie = versie + 1
        where id = $1 and status = 'voorbereiding'
        """,
        roulatie_id,
    )


async def end_roulatie(conn: Connection, actor: Actor, roulatie_id: int, versie: int) -> bool:
    """Let a roulatie end over the version that was read; False when it is another by now."""
    found = await conn.fetchval(
        """
        update roulaties set status = 'afgerond', versie = versie + 1
        where id = $2 and versie = $3 and status = 'lopend' and regio_code = any($1::text[]) returning id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
        versie,
    )
    return found is not None


async def put_blok(conn: Connection, roulatie_id: int, van: date, tot: date) -> int:
    """Write a block and give its id; the database refuses one that overlaps or lies outside."""
    return int(
        await conn.fetchval(
            "insert into roulatie_blokken (roulatie_id, periode) values ($1, daterange($2, $3)) returning id",
            roulatie_id,
            van,
            tot,
        )
    )


async def replace_bezetting(
    conn: Connection, roulatie_id: int, vanaf: date, weeks: Sequence[Verblijfsweek]
) -> int:
    """Let a roulatie take these weeks from a Monday on and no others; gives how many somebody leads.

    The need is the kandidaat's own by the age of the stay. The trigger refuses with PW001 what does not fit.
    """
    await conn.execute("delete from bezetting where roulatie_id = $1 and week >= $2", roulatie_id, vanaf)
    rows = await conn.fetch(
        """
        insert into bezetting
            (kandidaat_id, leerwerkplek_id, praktijkopleider_id, week, minuten, bron, roulatie_id)
        select kandidaat.id, verblijf.plek, inzet.praktijkopleider_id, verblijf.week,
               kandidaat.begeleiding[least(verblijf.leeftijd + 1, cardinality(kandidaat.begeleiding))],
               'roulatie', $1
        from unnest($2::bigint[], $3::bigint[], $4::date[], $5::integer[])
            as verblijf(kandidaat, plek, week, leeftijd)
        join kandidaten kandidaat on kandidaat.id = verblijf.kandidaat
        join leerwerkplek_praktijkopleiders inzet
          on inzet.leerwerkplek_id = verblijf.plek and inzet.periode @> verblijf.week
        returning week
        """,
        roulatie_id,
        [each.kandidaat_id for each in weeks],
        [each.leerwerkplek_id for each in weeks],
        [each.week for each in weeks],
        [each.leeftijd for each in weeks],
    )
    return len(rows)


async def insert_leerlijn_doelen(conn: Connection, roulatie_id: int, kandidaat_id: int | None) -> None:
    """Give the deelnemers, or one of them, what the leerlijn says, but for what somebody has proven.

    With it comes the order of the leerlijn.
    """
    await conn.execute(
        """
        insert into roulatie_leerdoelen (roulatie_id, kandidaat_id, werkproces_id, weken)
        select deel.roulatie_id, deel.kandidaat_id, doel.werkproces_id, max(doel.weken)
        from roulatie_deelnemers deel
        join roulaties roulatie on roulatie.id = deel.roulatie_id
        join leerlijn_werkprocessen doel on doel.leerlijn_id = roulatie.leerlijn_id
            and (doel.organisatie_id is null or doel.organisatie_id = deel.moederbedrijf_id)
        where deel.roulatie_id = $1 and ($2::bigint is null or deel.kandidaat_id = $2)
          and not exists (select from kandidaat_werkprocessen bekend
                          where bekend.kandidaat_id = deel.kandidaat_id
                            and bekend.werkproces_id = doel.werkproces_id and bekend.stand = 'bewezen')
        group by deel.roulatie_id, deel.kandidaat_id, doel.werkproces_id
        on conflict do nothing
        """,
        roulatie_id,
        kandidaat_id,
    )
    await conn.execute(
        """
        insert into roulatie_volgorde (roulatie_id, eerst, dan)
        select roulatie.id, volgorde.eerst, volgorde.dan
        from roulaties roulatie join leerlijn_volgorde volgorde on volgorde.leerlijn_id = roulatie.leerlijn_id
        where roulatie.id = $1
        on conflict do nothing
        """,
        roulatie_id,
    )
