"""All SQL that writes leerwerkplekken; who may write stands in the WHERE, decisions are made in `service`."""

from collections.abc import Sequence
from datetime import date

from marketplace.db import Connection
from marketplace.leerwerkplekken.model import Inzet, PlekStatus
from marketplace.leerwerkplekken.wijziging import PlekGegevens
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_PLEKKEN, BESLIST


def _reach(actor: Actor) -> tuple[list[int], list[str]]:
    """The arguments $1 and $2: at which organisaties and in which regios the actor edits plekken."""
    return list(actor.organisaties_als(*BEHEERT_PLEKKEN)), list(actor.regios_als(*BESLIST))


async def insert_leerwerkplek(
    conn: Connection, actor: Actor, *, vestiging_id: int, gegevens: PlekGegevens
) -> int | None:
    """Make a plek as a concept and return its id; None when the vestiging is not the actor's."""
    made: int | None = await conn.fetchval(
        """
        insert into leerwerkplekken (vestiging_id, regio_code, titel, omschrijving, sector, niveau, plaatsen,
            periode, dagdelen, minuten_min, minuten_max, taal, fase, vervoer_geregeld, vormen, voorwaarden,
            status, voorbeeld)
        select vestiging.id, organisatie.regio_code, $4, $5, $6, $7, $8, daterange($9, $10),
            $11, $12, $13, $14, $15, $16, $17, $18, 'concept', organisatie.voorbeeld
        from vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and vestiging.id = $3
        returning id
        """,
        *_reach(actor),
        vestiging_id,
        *_columns(gegevens),
    )
    return made


async def lock_leerwerkplek(conn: Connection, actor: Actor, plek_id: int) -> bool:
    """Wait for whoever is promising the plek to somebody, and let the next one wait for us.

    False, without waiting, when the plek is not the actor's.
    """
    locked = await conn.fetchval(
        """
        select plek.id from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3
        for update of plek
        """,
        *_reach(actor),
        plek_id,
    )
    return locked is not None


async def update_leerwerkplek(
    conn: Connection, actor: Actor, *, plek_id: int, versie: int, gegevens: PlekGegevens
) -> bool:
    """Write an edit over this version; False when it is no longer the version that is there."""
    updated = await conn.fetchval(
        """
        update leerwerkplekken plek set titel = $5, omschrijving = $6, sector = $7, niveau = $8,
            plaatsen = $9, periode = daterange($10, $11), dagdelen = $12, minuten_min = $13,
            minuten_max = $14, taal = $15, fase = $16, vervoer_geregeld = $17, vormen = $18,
            voorwaarden = $19, versie = plek.versie + 1
        from vestigingen vestiging
        where vestiging.id = plek.vestiging_id
          and (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3 and plek.versie = $4
        returning plek.id
        """,
        *_reach(actor),
        plek_id,
        versie,
        *_columns(gegevens),
    )
    return updated is not None


def _columns(gegevens: PlekGegevens) -> tuple[object, ...]:
    """The values of the columns in the order in which both statements name them."""
    return (
        gegevens.titel,
        gegevens.omschrijving,
        gegevens.sector,
        gegevens.niveau,
        gegevens.plaatsen,
        gegevens.van,
        gegevens.tot,
        gegevens.dagdelen,
        gegevens.minuten_min,
        gegevens.minuten_max,
        gegevens.taal,
        gegevens.fase,
        gegevens.vervoer_geregeld,
        list(gegevens.vormen),
        list(gegevens.voorwaarden),
    )


async def update_status(
    conn: Connection, actor: Actor, *, plek_id: int, versie: int, van: Sequence[PlekStatus], naar: PlekStatus
) -> bool:
    """Move a plek to a status from one of others; False when version or status are no longer those."""
    updated = await conn.fetchval(
        """
        update leerwerkplekken plek set status = $6, versie = plek.versie + 1
        from vestigingen vestiging
        where vestiging.id = plek.vestiging_id
          and (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3 and plek.versie = $4 and plek.status = any($5::text[])
        returning plek.id
        """,
        *_reach(actor),
        plek_id,
        versie,
        list(van),
        naar,
    )
    return updated is not None


async def update_eigen_nummer(conn: Connection, plek_id: int, nummer: str) -> None:
    """Write what the organisatie calls a plek that the caller has just made."""
    await conn.execute("update leerwerkplekken set eigen_nummer = $2 where id = $1", plek_id, nummer)


async def delete_concept(conn: Connection, actor: Actor, *, plek_id: int, versie: int) -> bool:
    """Remove a plek that was never published; False when it is no concept or another version by now."""
    deleted = await conn.fetchval(
        """
        delete from leerwerkplekken plek using vestigingen vestiging
        where vestiging.id = plek.vestiging_id
          and (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
          and plek.id = $3 and plek.versie = $4 and plek.status = 'concept'
        returning plek.id
        """,
        *_reach(actor),
        plek_id,
        versie,
    )
    return deleted is not None


async def replace_werkprocessen(conn: Connection, plek_id: int, werkproces_ids: Sequence[int]) -> None:
    """Set what occurs at a plek that the caller has just written."""
    await conn.execute("delete from leerwerkplek_werkprocessen where leerwerkplek_id = $1", plek_id)
    await conn.execute(
        """
        insert into leerwerkplek_werkprocessen (leerwerkplek_id, werkproces_id)
        select $1, werkproces.id from werkprocessen werkproces where werkproces.id = any($2::bigint[])
        """,
        plek_id,
        list(werkproces_ids),
    )


async def replace_inzet(conn: Connection, plek_id: int, inzet: Sequence[Inzet]) -> None:
    """Set who leads a plek that the caller has just written."""
    await conn.execute("delete from leerwerkplek_praktijkopleiders where leerwerkplek_id = $1", plek_id)
    # By praktijkopleider, as the triggers lock them: then nobody waits in a circle.
    rows: list[tuple[int, int, date, date | None]] = [
        (plek_id, each.praktijkopleider_id, each.van, each.tot)
        for each in sorted(inzet, key=lambda each: each.praktijkopleider_id)
    ]
    await conn.executemany(
        """
        insert into leerwerkplek_praktijkopleiders (leerwerkplek_id, praktijkopleider_id, periode)
        values ($1, $2, daterange($3, $4))
        """,
        rows,
    )
