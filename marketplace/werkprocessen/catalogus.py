"""Looking through the catalogue: kwalificaties with the werkprocessen that belong to each."""

from collections.abc import Sequence

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.model import KwalificatieRegel, Werkproces
from marketplace.werkprocessen.queries import get_werkprocessen

# Those of the kwalificatie itself and those that its whole dossier shares.
_BELONGS = """(werkproces.crebo = kwalificatie.crebo
    or (werkproces.crebo is null and werkproces.dossier_crebo = kwalificatie.dossier_crebo))"""
_KWALIFICATIE = f"""
    select kwalificatie.crebo, kwalificatie.dossier_crebo, kwalificatie.dossier, kwalificatie.naam,
           kwalificatie.niveau, kwalificatie.sector, lower(kwalificatie.geldig) as van,
           upper(kwalificatie.geldig) as tot, kwalificatie.bron, kwalificatie.versie,
           (select count(*) from werkprocessen werkproces
            where {_BELONGS} and werkproces.gearchiveerd_op is null) as werkprocessen
    from kwalificaties kwalificatie
"""  # noqa: S608 (a condition of our own)


async def list_catalogus(conn: Connection, sector: str | None, niveau: int | None) -> list[KwalificatieRegel]:
    """The kwalificaties of a sector and a niveau, those with werkprocessen first, then by name."""
    rows = await conn.fetch(
        f"""
        select * from ({_KWALIFICATIE}) kwalificatie
        where ($1::text is null or sector = $1) and ($2::integer is null or niveau = $2)
        order by werkprocessen = 0, naam, crebo
        """,  # noqa: S608 (a query of our own)
        sector,
        niveau,
    )
    return [KwalificatieRegel(**dict(row)) for row in rows]


async def get_kwalificatie(conn: Connection, crebo: int) -> KwalificatieRegel | None:
    """One kwalificatie by its number."""
    row = await conn.fetchrow(f"{_KWALIFICATIE} where kwalificatie.crebo = $1", crebo)
    return None if row is None else KwalificatieRegel(**dict(row))


async def list_werkprocessen_van(conn: Connection, crebo: int) -> Sequence[Werkproces]:
    """What belongs to a kwalificatie, the archive too."""
    rows = await conn.fetch(
        f"""
        select werkproces.id from werkprocessen werkproces
        join kwalificaties kwalificatie on {_BELONGS} where kwalificatie.crebo = $1
        """,  # noqa: S608 (a condition of our own)
        crebo,
    )
    return await get_werkprocessen(conn, [row["id"] for row in rows])


async def list_zoekteksten(conn: Connection, _actor: Actor) -> list[tuple[int, str]]:
    """Of each kwalificatie its words and those of its werkprocessen; they are the same for everybody."""
    rows = await conn.fetch(
        f"""
        select kwalificatie.crebo, concat_ws(' ', kwalificatie.crebo, kwalificatie.naam, kwalificatie.dossier,
               (select string_agg(concat_ws(' ', werkproces.titel, werkproces.uitleg, werkproces.code), ' ')
                from werkprocessen werkproces
                where {_BELONGS} and werkproces.gearchiveerd_op is null)) as tekst
        from kwalificaties kwalificatie order by kwalificatie.naam
        """  # noqa: S608 (a condition of our own)
    )
    return [(row["crebo"], row["tekst"]) for row in rows]
