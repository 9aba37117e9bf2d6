"""The SQL that reads profiles: `zicht.reads` says whose; a werkgever never sees one.

`list_matchbaar` is for the worker, which asks by region and can read no identity.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten.model import (
    KandidaatFilter,
    KandidaatLijst,
    KandidaatProfiel,
    KandidaatRegel,
    KandidaatStatus,
    Kenmerk,
    Stand,
    WerkprocesStand,
)
from marketplace.kandidaten.zicht import BINNEN, decides, reads
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.model import Fase

BATCH = 500
_PROFIEL = """
    select kandidaat.id, kandidaat.kenmerk, kandidaat.regio_code, kandidaat.sw_bedrijf_id,
           sw_bedrijf.naam as sw_bedrijf, kandidaat.gemeente_id, gemeente.naam as gemeente,
           kandidaat.pc4, plaats.naam as plaats, plaats.lat, plaats.lon,
           kandidaat.status, kandidaat.status_reden, kandidaat.matchbaar_sinds, kandidaat.vervoermiddel,
           kandidaat.max_reistijd, kandidaat.max_afstand, kandidaat.reist_alleen, kandidaat.dagdelen,
           kandidaat.interne_dagen, kandidaat.minuten_min, kandidaat.minuten_max,
           lower(kandidaat.periode) as van, upper(kandidaat.periode) as tot, kandidaat.weken,
           kandidaat.niveau_geschat, kandidaat.niveau_bewezen, kandidaat.praktijkleren, kandidaat.crebo,
           kwalificatie.naam as kwalificatie, kandidaat.vormen, kandidaat.begeleiding, kandidaat.voorwaarden,
           kandidaat.taal, kandidaat.fase, kandidaat.voucher, kandidaat.toelichting, kandidaat.voorbeeld,
           kandidaat.gearchiveerd_op, kandidaat.besloten, kandidaat.versie, kandidaat.eigen_kenmerk,
           array(select wens.sector from kandidaat_sectorwensen wens
                 where wens.kandidaat_id = kandidaat.id order by wens.rang) as sectorwensen,
           array(select kan.werkproces_id from kandidaat_werkprocessen kan
                 where kan.kandidaat_id = kandidaat.id order by kan.werkproces_id) as werkprocessen,
           array(select kan.stand from kandidaat_werkprocessen kan
                 where kan.kandidaat_id = kandidaat.id order by kan.werkproces_id) as standen
    from kandidaten kandidaat
    join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
    join postcodes postcode on postcode.pc4 = kandidaat.pc4
    join plaatsen plaats on plaats.id = postcode.plaats_id
    left join kwalificaties kwalificatie on kwalificatie.crebo = kandidaat.crebo
    left join organisaties sw_bedrijf on sw_bedrijf.id = kandidaat.sw_bedrijf_id
"""


async def get_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel | None:
    """One profile; None for a stranger."""
    row = await conn.fetchrow(
        f"{_PROFIEL} where {BINNEN} and kandidaat.id = $4", *reads(actor).arguments, kandidaat_id
    )
    return None if row is None else _profiel(row)


async def list_kandidaten_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int
) -> list[KandidaatProfiel]:
    """So many profiles that the actor may read, not archived, with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_PROFIEL} where {BINNEN} and kandidaat.gearchiveerd_op is null and kandidaat.id > $4"
        " order by kandidaat.id limit $5",
        *reads(actor).arguments,
        na,
        aantal,
    )
    return [_profiel(row) for row in rows]


async def stream_kandidaten(conn: Connection, actor: Actor) -> AsyncIterator[KandidaatProfiel]:
    """Everybody about whom the actor decides, not archived, in order of id, some hundreds at a time."""
    cursor = await conn.cursor(
        f"{_PROFIEL} where {BINNEN} and kandidaat.gearchiveerd_op is null order by kandidaat.id",
        *decides(actor).arguments,
    )
    while rows := await cursor.fetch(BATCH):
        for row in rows:
            yield _profiel(row)


async def list_kenmerken(conn: Connection, actor: Actor) -> list[Kenmerk]:
    """Everything by which a file can call somebody about whom the actor decides, also from the archive."""
    rows = await conn.fetch(
        f"""
        select kandidaat.kenmerk, kandidaat.eigen_kenmerk, kandidaat.sw_bedrijf_id,
               kandidaat.gearchiveerd_op is not null as gearchiveerd
        from kandidaten kandidaat where {BINNEN}
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
    )
    return [Kenmerk(**dict(row)) for row in rows]


async def list_matchbaar(conn: Connection, regio_code: str) -> list[KandidaatProfiel]:
    """Everyone of a region who can be matched, in order of id."""
    rows = await conn.fetch(
        f"{_PROFIEL} where kandidaat.regio_code = $1 and status = 'matchbaar' order by kandidaat.id",
        regio_code,
    )
    return [_profiel(row) for row in rows]


async def list_profielen(conn: Connection, regio_code: str, ids: Sequence[int]) -> list[KandidaatProfiel]:
    """These people of a region, whatever they are doing, for its planners; in order of id."""
    rows = await conn.fetch(
        f"{_PROFIEL} where kandidaat.regio_code = $1 and kandidaat.id = any($2::bigint[])"
        " order by kandidaat.id",
        regio_code,
        list(ids),
    )
    return [_profiel(row) for row in rows]


def _profiel(row: asyncpg.Record) -> KandidaatProfiel:
    """One profile as a value."""
    values = dict(row)
    standen = zip(values["werkprocessen"], values.pop("standen"), strict=True)
    values.update(
        status=KandidaatStatus(row["status"]),
        vervoermiddel=Vervoermiddel(row["vervoermiddel"]),
        fase=None if row["fase"] is None else Fase(row["fase"]),
        werkprocessen=tuple(WerkprocesStand(werkproces_id, Stand(stand)) for werkproces_id, stand in standen),
        **{name: tuple(row[name]) for name in ("vormen", "begeleiding", "voorwaarden", "sectorwensen")},
    )
    return KandidaatProfiel(**values)


async def list_kandidaten(conn: Connection, actor: Actor, filters: KandidaatFilter) -> KandidaatLijst:
    """A page of the kandidaten whom the actor may see: matchbaar first, the longest waiting on top."""
    rows = await conn.fetch(
        f"""
        select kandidaat.id, kandidaat.kenmerk, kandidaat.status, kandidaat.matchbaar_sinds,
               plaats.naam as plaats, gemeente.naam as gemeente, eerste.sector,
               kandidaat.vervoermiddel, kandidaat.max_reistijd,
               kandidaat.minuten_min, kandidaat.minuten_max, kandidaat.voorbeeld, count(*) over () as totaal
        from kandidaten kandidaat
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        join postcodes postcode on postcode.pc4 = kandidaat.pc4
        join plaatsen plaats on plaats.id = postcode.plaats_id
        left join kandidaat_sectorwensen eerste on eerste.kandidaat_id = kandidaat.id and eerste.rang = 1
        left join unnest($8::bigint[]) with ordinality as gevonden(id, rang) on gevonden.id = kandidaat.id
        where {BINNEN}
          and (kandidaat.gearchiveerd_op is not null) = $12
          and ($13::boolean is null or kandidaat.besloten = $13)
          and ($4::text is null or kandidaat.status = $4)
          and ($5::integer is null or kandidaat.gemeente_id = $5)
          and ($6::text is null or exists (
              select from kandidaat_sectorwensen wens
              where wens.kandidaat_id = kandidaat.id and wens.sector = $6))
          and ($7::bigint is null or exists (
              select from groep_kandidaten lid
              where lid.kandidaat_id = kandidaat.id and lid.groep_id = $7))
          and ($8::bigint[] is null or gevonden.id is not null)
          and ($9::date is null or (kandidaat.status = 'matchbaar' and kandidaat.matchbaar_sinds <= $9))
        order by gevonden.rang, kandidaat.status = 'matchbaar' desc, kandidaat.matchbaar_sinds nulls last,
                 kandidaat.kenmerk
        limit $10 offset $11
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        filters.status,
        filters.gemeente_id,
        filters.sector,
        filters.groep_id,
        filters.ids,
        filters.wacht_sinds,
        filters.aantal,
        filters.vanaf,
        filters.archief,
        filters.besloten,
    )
    return KandidaatLijst(tuple(_regel(row) for row in rows), rows[0]["totaal"] if rows else 0)


def _regel(row: asyncpg.Record) -> KandidaatRegel:
    """One row of a list as a value."""
    values = dict(row)
    del values["totaal"]
    return KandidaatRegel(
        **{
            **values,
            "status": KandidaatStatus(row["status"]),
            "vervoermiddel": Vervoermiddel(row["vervoermiddel"]),
        }
    )


async def list_wenssectoren(conn: Connection, actor: Actor) -> frozenset[str]:
    """The codes of the sectors that anybody whom the actor may see would like to work in."""
    rows = await conn.fetch(
        f"""
        select distinct wens.sector
        from kandidaat_sectorwensen wens
        join kandidaten kandidaat on kandidaat.id = wens.kandidaat_id
        where {BINNEN}
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
    )
    return frozenset(row["sector"] for row in rows)


async def count_waiting(conn: Connection, actor: Actor, since: date) -> tuple[int, int]:
    """How many whom the actor may see can be matched, and how many of those since a day or before."""
    row = await conn.fetchrow(
        f"""
        select count(*) as allen, count(*) filter (where kandidaat.matchbaar_sinds <= $4) as lang
        from kandidaten kandidaat
        where {BINNEN} and kandidaat.status = 'matchbaar'
        """,  # noqa: S608 (a condition of our own)
        *reads(actor).arguments,
        since,
    )
    return (row["allen"], row["lang"]) if row else (0, 0)
