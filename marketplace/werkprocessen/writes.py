"""All SQL that writes the catalogue; who may is decided in `service`, as the catalogue has no regio."""

from datetime import date, datetime

from marketplace.db import Connection
from marketplace.werkprocessen.model import (
    KwalificatieGegevens,
    KwalificatieRegel,
    NewKwalificatie,
    NewWerkproces,
    WerkprocesGegevens,
)


async def insert_kwalificatie(conn: Connection, new: NewKwalificatie) -> bool:
    """Add a kwalificatie to the catalogue; False when its crebo is there."""
    made = await conn.fetchval(
        """
        insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
        values ($1, $2, $3, $4, $5, $6, daterange($7, $8), $9) on conflict do nothing returning crebo
        """,
        new.crebo,
        new.dossier_crebo,
        new.dossier,
        new.naam,
        new.niveau,
        new.sector,
        new.van,
        new.tot,
        new.bron,
    )
    return made is not None


async def delete_kwalificatie(conn: Connection, crebo: int, versie: int) -> bool:
    """Remove a kwalificatie that nothing refers to; False when somebody else wrote first."""
    removed = await conn.fetchval(
        "delete from kwalificaties where crebo = $1 and versie = $2 returning crebo", crebo, versie
    )
    return removed is not None


async def insert_werkproces(
    conn: Connection, kwalificatie: KwalificatieRegel, new: NewWerkproces
) -> int | None:
    """Add a werkproces to a kwalificatie or its dossier and return its id; None when the code is there."""
    made: int | None = await conn.fetchval(
        """
        insert into werkprocessen (dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id
        """,
        kwalificatie.dossier_crebo,
        None if new.gedeeld else kwalificatie.crebo,
        new.code,
        new.titel,
        new.uitleg,
        kwalificatie.sector,
        new.code.startswith("VB-"),
        new.bron,
    )
    return made


async def update_werkproces(
    conn: Connection, werkproces_id: int, versie: int, gegevens: WerkprocesGegevens
) -> bool:
    """Write how it is said over this version; False when somebody else wrote first."""
    written = await conn.fetchval(
        """
        update werkprocessen set titel = $3, uitleg = $4, bron = $5, versie = versie + 1
        where id = $1 and versie = $2 returning id
        """,
        werkproces_id,
        versie,
        gegevens.titel,
        gegevens.uitleg,
        gegevens.bron,
    )
    return written is not None


async def update_kwalificatie(
    conn: Connection, crebo: int, versie: int, gegevens: KwalificatieGegevens
) -> int | None:
    """Write over this version and return the next; None when somebody else wrote first.

    The werkprocessen of this kwalificatie alone go with it to another sector.
    """
    written: int | None = await conn.fetchval(
        """
        with gewijzigd as (
            update kwalificaties
            set naam = $3, niveau = $4, sector = $5, dossier = $6, bron = $7, versie = versie + 1
            where crebo = $1 and versie = $2 returning crebo, sector, versie
        ), mee as (
            update werkprocessen set sector = gewijzigd.sector from gewijzigd
            where werkprocessen.crebo = gewijzigd.crebo and werkprocessen.sector <> gewijzigd.sector
        )
        select versie from gewijzigd
        """,
        crebo,
        versie,
        gegevens.naam,
        gegevens.niveau,
        gegevens.sector,
        gegevens.dossier,
        gegevens.bron,
    )
    return written


async def update_archief(conn: Connection, werkproces_id: int, versie: int, op: datetime | None) -> bool:
    """Put a werkproces in the archive, or with None back; False when somebody else wrote first."""
    written = await conn.fetchval(
        "update werkprocessen set gearchiveerd_op = $3, versie = versie + 1"
        " where id = $1 and versie = $2 returning id",
        werkproces_id,
        versie,
        op,
    )
    return written is not None


async def update_geldig(conn: Connection, crebo: int, versie: int, tot: date | None) -> bool:
    """Let the validity of a kwalificatie end before `tot`, or not; False when somebody else wrote first."""
    written = await conn.fetchval(
        "update kwalificaties set geldig = daterange(lower(geldig), $3), versie = versie + 1"
        " where crebo = $1 and versie = $2 returning crebo",
        crebo,
        versie,
        tot,
    )
    return written is not None
