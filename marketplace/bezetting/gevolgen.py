"""Who feels it when an erkenning ends: plekken that stay open after that day, and people who are there."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.organisaties.model import Erkenning
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_ORGANISATIES, LEEST_PLEKKEN, LEEST_REGIO


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """Id and title of plekken, id and kenmerk of the people whom the actor may see."""

    plekken: tuple[tuple[int, str], ...]
    mensen: tuple[tuple[int, str], ...]


async def list_gevolgen(conn: Connection, actor: Actor, erkenning: Erkenning, tot: date) -> Gevolgen:
    """What a plek or a person misses when an erkenning ends before `tot`; another that goes on mends it."""
    goes_on = await conn.fetchval(
        """
        select exists (select from erkenningen where vestiging_id = $1 and crebo = $2 and id <> $3
                       and periode @> $4::date)
        """,
        erkenning.vestiging_id,
        erkenning.crebo,
        erkenning.id,
        tot,
    )
    if goes_on:
        return Gevolgen((), ())
    return Gevolgen(await _plekken(conn, actor, erkenning, tot), await _mensen(conn, actor, erkenning, tot))


async def _plekken(
    conn: Connection, actor: Actor, erkenning: Erkenning, tot: date
) -> tuple[tuple[int, str], ...]:
    """Plekken open on that day or later, in a form that asks an erkenning, with work of the kwalificatie."""
    rows = await conn.fetch(
        """
        select plek.id, plek.titel from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.vestiging_id = $3 and plek.status <> 'gesloten'
          and coalesce(upper(plek.periode), 'infinity') > $4
          and exists (select from plaatsingsvormen vorm
                      where vorm.code = any(plek.vormen) and vorm.eist_erkenning)
          and exists (select from leerwerkplek_werkprocessen kan
                      join werkprocessen werkproces on werkproces.id = kan.werkproces_id
                      join kwalificaties kwalificatie on kwalificatie.crebo = $5
                      where kan.leerwerkplek_id = plek.id
                        and (werkproces.crebo = kwalificatie.crebo or (werkproces.crebo is null
                             and werkproces.dossier_crebo = kwalificatie.dossier_crebo)))
        order by plek.titel, plek.id
        """,
        list(actor.organisaties_als(*LEEST_PLEKKEN)),
        list(actor.regios_als(*LEEST_ORGANISATIES)),
        erkenning.vestiging_id,
        tot,
        erkenning.crebo,
    )
    return tuple((row["id"], row["titel"]) for row in rows)


async def _mensen(
    conn: Connection, actor: Actor, erkenning: Erkenning, tot: date
) -> tuple[tuple[int, str], ...]:
    """Who does praktijkleren there for this kwalificatie, or will, in a week that goes on by then."""
    rows = await conn.fetch(
        """
        select distinct kandidaat.id, kandidaat.kenmerk from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join kandidaten kandidaat on kandidaat.id = bezet.kandidaat_id
        where kandidaat.regio_code = any($1::text[]) and plek.vestiging_id = $2
          and kandidaat.praktijkleren and kandidaat.crebo = $3 and bezet.week + 4 >= $4
        order by kandidaat.kenmerk
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        erkenning.vestiging_id,
        erkenning.crebo,
        tot,
    )
    return tuple((row["id"], row["kenmerk"]) for row in rows)
