"""What the filters of the list of plekken can offer: only what occurs among those the actor may see."""

from dataclasses import dataclass
from typing import TypeVar

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_ORGANISATIES, LEEST_PLEKKEN

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekKeuzes:
    """Code or id and name of what can be chosen, by name."""

    sectoren: tuple[tuple[str, str], ...]
    gemeenten: tuple[tuple[int, str], ...]
    organisaties: tuple[tuple[int, str], ...]


async def list_keuzes(conn: Connection, actor: Actor) -> PlekKeuzes:
    """What occurs among the plekken of the own organisaties, or of the own regions."""
    rows = await conn.fetch(
        """
        select distinct plek.sector, sector.kort, gemeente.id as gemeente_id, gemeente.naam as gemeente,
               organisatie.id as organisatie_id, organisatie.naam as organisatie
        from leerwerkplekken plek
        join sectoren sector on sector.code = plek.sector
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join gemeenten gemeente on gemeente.id = plaats.gemeente_id
        where (vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))
        """,
        list(actor.organisaties_als(*LEEST_PLEKKEN)),
        list(actor.regios_als(*LEEST_ORGANISATIES)),
    )
    return PlekKeuzes(
        sectoren=_by_name({row["sector"]: row["kort"] for row in rows}),
        gemeenten=_by_name({row["gemeente_id"]: row["gemeente"] for row in rows}),
        organisaties=_by_name({row["organisatie_id"]: row["organisatie"] for row in rows}),
    )


def _by_name(found: dict[K, str]) -> tuple[tuple[K, str], ...]:
    """Pairs in order of their name."""
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))
