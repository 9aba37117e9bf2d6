"""All SQL that writes a profile: only that of a kandidaat in the accountmanager's own regions."""

from collections.abc import Sequence

from marketplace.db import Connection
from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.toegang.model import Actor, Rol


async def update_profiel(
    conn: Connection,
    actor: Actor,
    *,
    kandidaat_id: int,
    versie: int,
    wijziging: ProfielWijziging,
) -> bool:
    """Write an edit over this version; False when it is no longer the version that is there."""
    updated = await conn.fetchval(
        """
        update kandidaten set pc4 = $4, gemeente_id = plaats.gemeente_id, vervoermiddel = $5,
            max_reistijd = $6, max_afstand = $7, reist_alleen = $8, dagdelen = $9, minuten_min = $10,
            minuten_max = $11,
            periode = daterange($12, $13), weken = $14, niveau_geschat = $15, vormen = $16, voorwaarden = $17,
            taal = $18, begeleiding = $19, toelichting = $20, crebo = $21,
            versie = versie + 1
        from postcodes postcode join plaatsen plaats on plaats.id = postcode.plaats_id
        where kandidaten.id = $1 and versie = $2 and regio_code = any($3::text[]) and postcode.pc4 = $4
        returning kandidaten.id
        """,
        kandidaat_id,
        versie,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        wijziging.pc4,
        wijziging.vervoermiddel,
        wijziging.max_reistijd,
        wijziging.max_afstand,
        wijziging.reist_alleen,
        wijziging.dagdelen,
        wijziging.minuten_min,
        wijziging.minuten_max,
        wijziging.van,
        wijziging.tot,
        wijziging.weken,
        wijziging.niveau_geschat,
        list(wijziging.vormen),
        list(wijziging.voorwaarden),
        wijziging.taal,
        list(wijziging.begeleiding),
        wijziging.toelichting,
        wijziging.crebo,
    )
    if updated is None:
        return False
    await _replace_sectorwensen(conn, kandidaat_id, wijziging.sectorwensen)
    await _replace_gewenst(conn, kandidaat_id, wijziging.gewenst)
    return True


async def _replace_sectorwensen(conn: Connection, kandidaat_id: int, sectoren: Sequence[str]) -> None:
    """Write the sectors in order of preference."""
    await conn.execute("delete from kandidaat_sectorwensen where kandidaat_id = $1", kandidaat_id)
    await conn.execute(
        """
        insert into kandidaat_sectorwensen (kandidaat_id, rang, sector)
        select $1, wens.rang, wens.sector from unnest($2::text[]) with ordinality wens (sector, rang)
        """,
        kandidaat_id,
        list(sectoren),
    )


async def _replace_gewenst(conn: Connection, kandidaat_id: int, werkprocessen: Sequence[int]) -> None:
    """Write what a person wants to learn; what was practised or proven stays."""
    await conn.execute(
        "delete from kandidaat_werkprocessen where kandidaat_id = $1 and stand = 'gewenst'", kandidaat_id
    )
    await conn.execute(
        """
        insert into kandidaat_werkprocessen (kandidaat_id, werkproces_id, stand)
        select $1, unnest($2::bigint[]), 'gewenst'
        """,
        kandidaat_id,
        list(werkprocessen),
    )


async def restore_max_reistijd(
    conn: Connection, actor: Actor, *, kandidaat_id: int, van: int, naar: int
) -> bool:
    """Set the longest way back; False when it is another by now or the person is not the actor's."""
    updated = await conn.fetchval(
        """
        update kandidaten set max_reistijd = $4, versie = versie + 1
        where id = $1 and regio_code = any($2::text[]) and max_reistijd = $3
        returning id
        """,
        kandidaat_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        van,
        naar,
    )
    return updated is not None


async def update_max_reistijd(conn: Connection, actor: Actor, *, kandidaat_id: int, minuten: int) -> bool:
    """Lower the longest way one way; False when it was not longer or the person is not the actor's."""
    updated = await conn.fetchval(
        """
        update kandidaten set max_reistijd = $3, versie = versie + 1
        where id = $1 and regio_code = any($2::text[]) and max_reistijd > $3
        returning id
        """,
        kandidaat_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
        minuten,
    )
    return updated is not None
