"""The SQL that writes a profile: `zicht.edits` says whose."""

from collections.abc import Sequence
from datetime import date, datetime

from marketplace.db import Connection
from marketplace.kandidaten.model import KandidaatStatus
from marketplace.kandidaten.wijziging import ProfielWijziging
from marketplace.kandidaten.zicht import BINNEN, decides, edits
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, MELDT_MENSEN_AAN, PLANT_MENSEN


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
        f"""
        update kandidaten kandidaat set pc4 = $6, gemeente_id = plaats.gemeente_id, vervoermiddel = $7,
            max_reistijd = $8, max_afstand = $9, reist_alleen = $10, dagdelen = $11, minuten_min = $12,
            minuten_max = $13,
            periode = daterange($14, $15), weken = $16, niveau_geschat = $17, vormen = $18, voorwaarden = $19,
            taal = $20, begeleiding = $21, toelichting = $22, crebo = $23,
            interne_dagen = $24, fase = $25,
            versie = kandidaat.versie + 1
        from postcodes postcode join plaatsen plaats on plaats.id = postcode.plaats_id
        where {BINNEN} and kandidaat.id = $4 and kandidaat.versie = $5 and postcode.pc4 = $6
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *edits(actor).arguments,
        kandidaat_id,
        versie,
        *_columns(wijziging),
    )
    if updated is None:
        return False
    await replace_wishes(conn, kandidaat_id, wijziging)
    return True


async def insert_kandidaat(
    conn: Connection,
    actor: Actor,
    *,
    kenmerk: str,
    regio_code: str,
    sw_bedrijf_id: int | None,
    wijziging: ProfielWijziging,
    besloten: bool,
) -> int | None:
    """Write the row of somebody new and return the id; None when the actor may not.

    Raises UniqueViolationError for a kenmerk that is taken. A consulent sees the row only when bound to it,
    so the id comes from its sequence and `replace_wishes` comes after.
    """
    status = await conn.execute(
        """
        insert into kandidaten (kenmerk, regio_code, sw_bedrijf_id, status, praktijkleren, gemeente_id, pc4,
            vervoermiddel, max_reistijd, max_afstand, reist_alleen, dagdelen, minuten_min, minuten_max,
            periode, weken, niveau_geschat, vormen, voorwaarden, taal, begeleiding, toelichting, crebo,
            interne_dagen, fase, besloten)
        select $1, $2, $3, 'voor_aangemeld', $23::integer is not null, plaats.gemeente_id, $6, $7, $8, $9,
            $10, $11, $12, $13, daterange($14, $15), $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25, $27
        from postcodes postcode join plaatsen plaats on plaats.id = postcode.plaats_id
        where postcode.pc4 = $6
          and ($2 = any($4::text[]) or $3::bigint = any($5::bigint[]) or exists (
              select from organisaties where regio_code = $2 and id = any($26::bigint[])))
        """,
        kenmerk,
        regio_code,
        sw_bedrijf_id,
        list(actor.regios_als(*BESLIST)),
        list(actor.organisaties_als(*PLANT_MENSEN)),
        *_columns(wijziging),
        list(actor.organisaties_als(*MELDT_MENSEN_AAN)),
        besloten,
    )
    if status != "INSERT 0 1":
        return None
    made: int = await conn.fetchval("select currval(pg_get_serial_sequence('kandidaten', 'id'))")
    return made


async def update_eigen_kenmerk(conn: Connection, actor: Actor, kandidaat_id: int, kenmerk: str) -> None:
    """Remember what the sender of a file calls somebody about whom the actor decides."""
    await conn.execute(
        f"update kandidaten kandidaat set eigen_kenmerk = $5 where {BINNEN} and kandidaat.id = $4",  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        kenmerk,
    )


async def replace_wishes(conn: Connection, kandidaat_id: int, wijziging: ProfielWijziging) -> None:
    """Write what a person wants, for whom the caller may write."""
    await _replace_sectorwensen(conn, kandidaat_id, wijziging.sectorwensen)
    await _replace_gewenst(conn, kandidaat_id, wijziging.gewenst)


def _columns(wijziging: ProfielWijziging) -> tuple[object, ...]:
    """The columns of a profile in the order in which both statements name them, from $6 on."""
    return (
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
        wijziging.interne_dagen,
        wijziging.fase,
    )


async def lock_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> bool:
    """Let others who decide about this person wait; False when the actor does not decide about them."""
    found = await conn.fetchval(
        f"select id from kandidaten kandidaat where {BINNEN} and kandidaat.id = $4 for no key update",  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
    )
    return found is not None


async def update_status(
    conn: Connection,
    actor: Actor,
    *,
    kandidaat_id: int,
    versie: int,
    status: KandidaatStatus,
    reden: str | None,
    matchbaar_sinds: date | None,
) -> bool:
    """Let a person stand elsewhere, over this version; False when it is another by now.

    Who comes on the market is no longer `besloten`.
    """
    updated = await conn.fetchval(
        f"""
        update kandidaten kandidaat
        set status = $6, status_reden = $7, matchbaar_sinds = $8, versie = versie + 1,
            besloten = kandidaat.besloten and $6 not in ('matchbaar', 'lopend')
        where {BINNEN} and kandidaat.id = $4 and kandidaat.versie = $5 and kandidaat.gearchiveerd_op is null
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        versie,
        status,
        reden,
        matchbaar_sinds,
    )
    return updated is not None


async def update_archief(
    conn: Connection, actor: Actor, *, kandidaat_id: int, versie: int, op: datetime | None
) -> bool:
    """Put a person in the archive, or with None bring them back; False when the version is another."""
    updated = await conn.fetchval(
        f"""
        update kandidaten kandidaat set gearchiveerd_op = $6, versie = versie + 1
        where {BINNEN} and kandidaat.id = $4 and kandidaat.versie = $5
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        versie,
        op,
    )
    return updated is not None


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
        f"""
        update kandidaten kandidaat set max_reistijd = $6, versie = versie + 1
        where {BINNEN} and kandidaat.id = $4 and max_reistijd = $5
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        van,
        naar,
    )
    return updated is not None


async def update_max_reistijd(conn: Connection, actor: Actor, *, kandidaat_id: int, minuten: int) -> bool:
    """Lower the longest way one way; False when it was not longer or the person is not the actor's."""
    updated = await conn.fetchval(
        f"""
        update kandidaten kandidaat set max_reistijd = $5, versie = versie + 1
        where {BINNEN} and kandidaat.id = $4 and max_reistijd > $5
        returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        minuten,
    )
    return updated is not None
