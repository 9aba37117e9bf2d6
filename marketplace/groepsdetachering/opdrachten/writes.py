"""All SQL that writes opdrachten; who may write stands in the WHERE, decisions are made in the verbs."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from marketplace.db import Connection
from marketplace.groepsdetachering.opdrachten.model import (
    OpdrachtGegevens,
    OpdrachtStatus,
    OpdrachtWerkproces,
)
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import PLANT_MENSEN


def _own(actor: Actor) -> list[int]:
    """The argument $1: the SW-bedrijven whose people the actor plans."""
    return list(actor.organisaties_als(*PLANT_MENSEN))


async def insert_opdracht(
    conn: Connection, actor: Actor, *, organisatie_id: int, gegevens: OpdrachtGegevens, moment: datetime
) -> int | None:
    """Make an open opdracht and give its id; None when the SW-bedrijf is not the actor's."""
    made: int | None = await conn.fetchval(
        """
        insert into opdrachten (organisatie_id, vestiging_id, naam, kort, kleur, status, toelichting, periode,
            dagen, minuten, minimum, maximum, gevraagd, toegezegd, waarde, tarief, trede, niveau, voorwaarden,
            trainingen, toont, aangemaakt_op, voorbeeld)
        select bedrijf.id, $3, $4, $5, $6, 'open', $7, daterange($8, $9), $10, $11, $12, $13, $14, $15, $16,
            $17, $18, $19, $20, $21, $22, $23, bedrijf.voorbeeld
        from organisaties bedrijf where bedrijf.id = any($1::bigint[]) and bedrijf.id = $2
        returning id
        """,
        _own(actor),
        organisatie_id,
        *_columns(gegevens),
        moment,
    )
    return made


async def update_opdracht(
    conn: Connection, actor: Actor, *, opdracht_id: int, gegevens: OpdrachtGegevens
) -> None:
    """Write an edit; its version was claimed."""
    await conn.execute(
        """
        update opdrachten set vestiging_id = $3, naam = $4, kort = $5, kleur = $6, toelichting = $7,
            periode = daterange($8, $9), dagen = $10, minuten = $11, minimum = $12, maximum = $13,
            gevraagd = $14, toegezegd = $15, waarde = $16, tarief = $17, trede = $18, niveau = $19,
            voorwaarden = $20, trainingen = $21, toont = $22
        where organisatie_id = any($1::bigint[]) and id = $2
        """,
        _own(actor),
        opdracht_id,
        *_columns(gegevens),
    )


def _columns(gegevens: OpdrachtGegevens) -> tuple[object, ...]:
    """The values of the columns in the order in which both statements name them."""
    return (
        gegevens.vestiging_id,
        gegevens.naam,
        gegevens.kort,
        gegevens.kleur,
        gegevens.toelichting,
        gegevens.van,
        gegevens.tot,
        gegevens.dagen,
        gegevens.minuten,
        gegevens.minimum,
        gegevens.maximum,
        gegevens.gevraagd,
        gegevens.toegezegd,
        gegevens.waarde,
        gegevens.tarief,
        gegevens.trede,
        gegevens.niveau,
        list(gegevens.voorwaarden),
        list(gegevens.trainingen),
        gegevens.toont,
    )


async def bump(conn: Connection, actor: Actor, opdracht_id: int, versie: int) -> bool:
    """Claim the next version of an opdracht; False when somebody was earlier."""
    claimed = await conn.fetchval(
        """
        update opdrachten set versie = versie + 1
        where organisatie_id = any($1::bigint[]) and id = $2 and versie = $3 returning id
        """,
        _own(actor),
        opdracht_id,
        versie,
    )
    return claimed is not None


async def update_status(
    conn: Connection, actor: Actor, opdracht_id: int, status: OpdrachtStatus, reden: str | None
) -> None:
    """Move an opdracht to a status; its version was claimed."""
    await conn.execute(
        "update opdrachten set status = $3, reden = $4 where organisatie_id = any($1::bigint[]) and id = $2",
        _own(actor),
        opdracht_id,
        status,
        reden,
    )


async def update_kleur(conn: Connection, actor: Actor, opdracht_id: int, kleur: int) -> None:
    """Give an opdracht another colour; its version was claimed."""
    await conn.execute(
        "update opdrachten set kleur = $3 where organisatie_id = any($1::bigint[]) and id = $2",
        _own(actor),
        opdracht_id,
        kleur,
    )


async def cut_periode(conn: Connection, actor: Actor, opdracht_id: int, tot: date) -> None:
    """Let an opdracht end before a day, and not be closed on days from then on."""
    await conn.execute(
        """
        update opdrachten set periode = daterange(lower(periode), $3)
        where organisatie_id = any($1::bigint[]) and id = $2
        """,
        _own(actor),
        opdracht_id,
        tot,
    )
    await conn.execute(
        """
        delete from opdracht_gesloten
        where organisatie_id = any($1::bigint[]) and opdracht_id = $2 and dag >= $3
        """,
        _own(actor),
        opdracht_id,
        tot,
    )


async def insert_werkprocessen(
    conn: Connection, organisatie_id: int, opdracht_id: int, werkprocessen: Sequence[OpdrachtWerkproces]
) -> None:
    """Write what occurs at an opdracht that has nothing yet; the policies ask whose it is."""
    await conn.executemany(
        """
        insert into opdracht_werkprocessen (organisatie_id, opdracht_id, werkproces_id, aantal, werkleider)
        values ($1, $2, $3, $4, $5)
        """,
        [
            (organisatie_id, opdracht_id, each.werkproces_id, each.aantal, each.werkleider)
            for each in werkprocessen
        ],
    )


async def insert_gesloten(
    conn: Connection, organisatie_id: int, opdracht_id: int, dagen: Collection[date]
) -> None:
    """Write on which days an opdracht that has none yet is closed; the policies ask whose it is."""
    await conn.execute(
        """
        insert into opdracht_gesloten (organisatie_id, opdracht_id, dag) select $1, $2, unnest($3::date[])
        """,
        organisatie_id,
        opdracht_id,
        sorted(dagen),
    )


async def delete_delen(conn: Connection, actor: Actor, opdracht_id: int) -> None:
    """Take away what occurs at an opdracht and when it is closed, to write it anew."""
    await conn.execute(
        "delete from opdracht_werkprocessen where organisatie_id = any($1::bigint[]) and opdracht_id = $2",
        _own(actor),
        opdracht_id,
    )
    await conn.execute(
        "delete from opdracht_gesloten where organisatie_id = any($1::bigint[]) and opdracht_id = $2",
        _own(actor),
        opdracht_id,
    )
