"""What the filters of a plan can offer: only what occurs there, and only to who reads its region."""

from dataclasses import dataclass
from typing import TypeVar

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen.model import VoorstelStatus

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """Code or id and name of what can be chosen, by name."""

    sectoren: tuple[tuple[str, str], ...]
    gemeenten: tuple[tuple[int, str], ...]
    organisaties: tuple[tuple[int, str], ...] = ()
    statussen: frozenset[VoorstelStatus] = frozenset()


async def list_keuzes_voorstellen(conn: Connection, actor: Actor, plan_id: int) -> Keuzes:
    """What occurs among the voorstellen of a plan."""
    rows = await conn.fetch(
        """
        select distinct plek.sector, sector.kort, kandidaat.gemeente_id, gemeente.naam as gemeente,
               organisatie.id as organisatie_id, organisatie.naam as organisatie, voorstel.status
        from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id
        join voorstellen voorstel on voorstel.id = deel.voorstel_id
        join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        join leerwerkplekken plek on plek.id = deel.leerwerkplek_id
        join sectoren sector on sector.code = plek.sector
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where plan.regio_code = any($1::text[]) and plan.id = $2
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        plan_id,
    )
    return Keuzes(
        sectoren=_by_name({row["sector"]: row["kort"] for row in rows}),
        gemeenten=_by_name({row["gemeente_id"]: row["gemeente"] for row in rows}),
        organisaties=_by_name({row["organisatie_id"]: row["organisatie"] for row in rows}),
        statussen=frozenset(VoorstelStatus(row["status"]) for row in rows),
    )


async def list_keuzes_geen_plek(conn: Connection, actor: Actor, plan_id: int) -> Keuzes:
    """Where the people without a plek live and which sectors they want."""
    rows = await conn.fetch(
        """
        select distinct sector.code as sector, sector.kort, kandidaat.gemeente_id, gemeente.naam as gemeente
        from plan_niet_geplaatst deel
        join plannen plan on plan.id = deel.plan_id
        join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        left join kandidaat_sectorwensen wens on wens.kandidaat_id = kandidaat.id
        left join sectoren sector on sector.code = wens.sector
        where plan.regio_code = any($1::text[]) and plan.id = $2
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        plan_id,
    )
    return Keuzes(
        sectoren=_by_name({row["sector"]: row["kort"] for row in rows if row["sector"]}),
        gemeenten=_by_name({row["gemeente_id"]: row["gemeente"] for row in rows}),
    )


def _by_name(found: dict[K, str]) -> tuple[tuple[K, str], ...]:
    """Pairs in order of their name."""
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))
