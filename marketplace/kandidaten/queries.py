"""All SQL of profiles: an accountmanager sees those of the own regions, a werkgever never sees one.

`list_matchbaar` is for the worker, which asks by region and can read no identity.
"""

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
    Stand,
    WerkprocesStand,
)
from marketplace.toegang.model import Actor, Rol
from marketplace.werkprocessen.model import Fase

_PROFIEL = """
    select kandidaat.id, kandidaat.kenmerk, kandidaat.regio_code, kandidaat.gemeente_id,
           gemeente.naam as gemeente, kandidaat.pc4, plaats.naam as plaats, plaats.lat, plaats.lon,
           kandidaat.status, kandidaat.status_reden, kandidaat.matchbaar_sinds, kandidaat.vervoermiddel,
           kandidaat.max_reistijd, kandidaat.max_afstand, kandidaat.reist_alleen, kandidaat.dagdelen,
           kandidaat.interne_dagen, kandidaat.minuten_min, kandidaat.minuten_max,
           lower(kandidaat.periode) as van, upper(kandidaat.periode) as tot, kandidaat.weken,
           kandidaat.niveau_geschat, kandidaat.niveau_bewezen, kandidaat.praktijkleren, kandidaat.crebo,
           kwalificatie.naam as kwalificatie, kandidaat.vormen, kandidaat.begeleiding, kandidaat.voorwaarden,
           kandidaat.taal, kandidaat.fase, kandidaat.voucher, kandidaat.toelichting, kandidaat.voorbeeld,
           kandidaat.versie,
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
"""


async def get_kandidaat(conn: Connection, actor: Actor, kandidaat_id: int) -> KandidaatProfiel | None:
    """One profile; None for whoever is not accountmanager of the region."""
    row = await conn.fetchrow(
        f"{_PROFIEL} where kandidaat.id = $1 and kandidaat.regio_code = any($2::text[])",
        kandidaat_id,
        _regios(actor),
    )
    return None if row is None else _profiel(row)


async def list_kandidaten_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int
) -> list[KandidaatProfiel]:
    """So many profiles of the actor's regions with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_PROFIEL} where kandidaat.regio_code = any($1::text[]) and kandidaat.id > $2"
        " order by kandidaat.id limit $3",
        _regios(actor),
        na,
        aantal,
    )
    return [_profiel(row) for row in rows]


async def list_matchbaar(conn: Connection, regio_code: str) -> list[KandidaatProfiel]:
    """Everyone of a region who can be matched, in order of id."""
    rows = await conn.fetch(
        f"{_PROFIEL} where kandidaat.regio_code = $1 and status = 'matchbaar' order by kandidaat.id",
        regio_code,
    )
    return [_profiel(row) for row in rows]


def _regios(actor: Actor) -> list[str]:
    """The regions whose kandidaten an actor may see."""
    return list(actor.regios_als(Rol.ACCOUNTMANAGER))


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
    """A page of the kandidaten of the actor's regions: matchbaar first, the longest waiting on top."""
    rows = await conn.fetch(
        """
        select kandidaat.id, kandidaat.kenmerk, kandidaat.status, kandidaat.matchbaar_sinds,
               plaats.naam as plaats, gemeente.naam as gemeente, eerste.sector,
               kandidaat.vervoermiddel, kandidaat.max_reistijd,
               kandidaat.minuten_min, kandidaat.minuten_max, kandidaat.voorbeeld, count(*) over () as totaal
        from kandidaten kandidaat
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        join postcodes postcode on postcode.pc4 = kandidaat.pc4
        join plaatsen plaats on plaats.id = postcode.plaats_id
        left join kandidaat_sectorwensen eerste on eerste.kandidaat_id = kandidaat.id and eerste.rang = 1
        where kandidaat.regio_code = any($1::text[])
          and ($2::text is null or kandidaat.status = $2)
          and ($3::integer is null or kandidaat.gemeente_id = $3)
          and ($4::text is null or exists (
              select from kandidaat_sectorwensen wens
              where wens.kandidaat_id = kandidaat.id and wens.sector = $4))
          and ($5::bigint is null or exists (
              select from groep_kandidaten lid
              where lid.kandidaat_id = kandidaat.id and lid.groep_id = $5))
          and ($6::text is null or starts_with(kandidaat.kenmerk, upper($6))
               or starts_with(kandidaat.kenmerk, 'K-' || upper($6)))
          and ($7::date is null or (kandidaat.status = 'matchbaar' and kandidaat.matchbaar_sinds <= $7))
        order by kandidaat.status = 'matchbaar' desc, kandidaat.matchbaar_sinds nulls last, kandidaat.kenmerk
        limit $8 offset $9
        """,
        _regios(actor),
        filters.status,
        filters.gemeente_id,
        filters.sector,
        filters.groep_id,
        filters.kenmerk,
        filters.wacht_sinds,
        filters.aantal,
        filters.vanaf,
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
    """The codes of the sectors that anybody of the actor's regions would like to work in."""
    rows = await conn.fetch(
        """
        select distinct wens.sector
        from kandidaat_sectorwensen wens
        join kandidaten kandidaat on kandidaat.id = wens.kandidaat_id
        where kandidaat.regio_code = any($1::text[])
        """,
        _regios(actor),
    )
    return frozenset(row["sector"] for row in rows)


async def count_waiting(conn: Connection, actor: Actor, since: date) -> tuple[int, int]:
    """How many of the actor's regions can be matched, and how many of those since a day or before."""
    row = await conn.fetchrow(
        """
        select count(*) as allen, count(*) filter (where matchbaar_sinds <= $2) as lang from kandidaten
        where regio_code = any($1::text[]) and status = 'matchbaar'
        """,
        _regios(actor),
        since,
    )
    return (row["allen"], row["lang"]) if row else (0, 0)
