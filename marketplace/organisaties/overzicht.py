"""The SQL of the list of organisaties, of what its filters offer, and of one organisatie."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.organisaties.model import (
    Organisatie,
    OrganisatieFilter,
    OrganisatieLijst,
    OrganisatieRegel,
)
from marketplace.organisaties.zicht import readers
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieKeuzes:
    """Code or id and name of what occurs among the organisaties that the actor may see, by name."""

    soorten: tuple[tuple[str, str], ...]
    plaatsen: tuple[tuple[int, str], ...]


async def list_soorten(conn: Connection) -> list[tuple[str, str]]:
    """Every kind of organisatie, by name."""
    rows = await conn.fetch("select code, naam from organisatiesoorten order by naam")
    return [(row["code"], row["naam"]) for row in rows]


async def list_keuzes(conn: Connection, actor: Actor) -> OrganisatieKeuzes:
    """What the filters of the list can offer."""
    rows = await conn.fetch(
        """
        select distinct organisatie.soort, soort.naam as soort_naam, vestiging.plaats_id,
               plaats.naam as plaats
        from organisaties organisatie
        join organisatiesoorten soort on soort.code = organisatie.soort
        left join vestigingen vestiging
          on vestiging.organisatie_id = organisatie.id and vestiging.gearchiveerd_op is null
        left join plaatsen plaats on plaats.id = vestiging.plaats_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
        """,
        *readers(actor),
    )
    soorten = {row["soort"]: row["soort_naam"] for row in rows}
    plaatsen = {row["plaats_id"]: row["plaats"] for row in rows if row["plaats_id"] is not None}
    return OrganisatieKeuzes(
        soorten=tuple(sorted(soorten.items(), key=lambda pair: pair[1])),
        plaatsen=tuple(sorted(plaatsen.items(), key=lambda pair: pair[1])),
    )


async def list_organisaties(conn: Connection, actor: Actor, filters: OrganisatieFilter) -> OrganisatieLijst:
    """A page of the organisaties that the actor may see, by name or as a search ranked them.

    A sector is that of a published plek, or of a kwalificatie of an erkenning or opleiding.
    """
    rows = await conn.fetch(
        """
        select organisatie.id, organisatie.naam, soort.naam as soort, organisatie.voorbeeld,
               array(select distinct plaats.naam from vestigingen vestiging
                     join plaatsen plaats on plaats.id = vestiging.plaats_id
                     where vestiging.organisatie_id = organisatie.id and vestiging.gearchiveerd_op is null
                     order by plaats.naam) as plaatsen,
               (select count(*) from leerwerkplekken plek
                join vestigingen vestiging on vestiging.id = plek.vestiging_id
                where vestiging.organisatie_id = organisatie.id and plek.status = 'gepubliceerd') as plekken,
               count(*) over () as totaal
        from organisaties organisatie
        join organisatiesoorten soort on soort.code = organisatie.soort
        left join unnest($3::bigint[]) with ordinality as gevonden(id, rang) on gevonden.id = organisatie.id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and ($3::bigint[] is null or gevonden.id is not null)
          and ($4::text is null or organisatie.soort = $4)
          and ($5::bigint is null or exists (select from vestigingen vestiging
               where vestiging.organisatie_id = organisatie.id and vestiging.plaats_id = $5
                 and vestiging.gearchiveerd_op is null))
          and ($6::text is null or organisatie.id in (
               select vestiging.organisatie_id from vestigingen vestiging
               join leerwerkplekken plek on plek.vestiging_id = vestiging.id
               where plek.sector = $6 and plek.status = 'gepubliceerd'
               union select vestiging.organisatie_id from vestigingen vestiging
               join erkenningen erkenning on erkenning.vestiging_id = vestiging.id
               join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
               where kwalificatie.sector = $6
               union select opleiding.organisatie_id from opleidingen opleiding
               join kwalificaties kwalificatie on kwalificatie.crebo = opleiding.crebo
               where kwalificatie.sector = $6))
          and (organisatie.gearchiveerd_op is not null) = $7
        order by gevonden.rang, organisatie.naam, organisatie.id
        limit $8 offset $9
        """,
        *readers(actor),
        filters.ids,
        filters.soort,
        filters.plaats_id,
        filters.sector,
        filters.gearchiveerd,
        filters.aantal,
        filters.vanaf,
    )
    regels = []
    for row in rows:
        values = dict(row)
        del values["totaal"]
        regels.append(OrganisatieRegel(**{**values, "plaatsen": tuple(row["plaatsen"])}))
    return OrganisatieLijst(tuple(regels), rows[0]["totaal"] if rows else 0)


_ORGANISATIE = """
    select organisatie.id, organisatie.naam, organisatie.soort, soort.naam as soort_naam,
           organisatie.regio_code, regio.naam as regio, organisatie.kvk, organisatie.bron,
           organisatie.voorbeeld, organisatie.gearchiveerd_op, organisatie.versie
    from organisaties organisatie
    join organisatiesoorten soort on soort.code = organisatie.soort
    join regios regio on regio.code = organisatie.regio_code
    where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
"""


async def get_organisatie(conn: Connection, actor: Actor, organisatie_id: int) -> Organisatie | None:
    """One organisatie, archived or not; None for a stranger."""
    row = await conn.fetchrow(f"{_ORGANISATIE} and organisatie.id = $3", *readers(actor), organisatie_id)
    return None if row is None else Organisatie(**dict(row))


async def list_all_organisaties(conn: Connection, actor: Actor) -> list[Organisatie]:
    """Every organisatie that the actor may see, archived or not, by name."""
    rows = await conn.fetch(f"{_ORGANISATIE} order by organisatie.naam, organisatie.id", *readers(actor))
    return [Organisatie(**dict(row)) for row in rows]


async def list_organisaties_after(
    conn: Connection, actor: Actor, *, na: int, aantal: int
) -> list[Organisatie]:
    """So many organisaties that are not archived with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_ORGANISATIE} and organisatie.id > $3 and organisatie.gearchiveerd_op is null"
        " order by organisatie.id limit $4",
        *readers(actor),
        na,
        aantal,
    )
    return [Organisatie(**dict(row)) for row in rows]
