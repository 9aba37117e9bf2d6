"""What the filters of a plan can offer: only what occurs there, and only to who reads its region."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import PlanRegel

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """Code or id and name of what can be chosen, by name."""

    sectoren: tuple[tuple[str, str], ...]
    gemeenten: tuple[tuple[int, str], ...]
    organisaties: tuple[tuple[int, str], ...] = ()
    statussen: frozenset[VoorstelStatus] = frozenset()


def keuzes_in(regels: Sequence[PlanRegel], sectoren: Mapping[str, str]) -> Keuzes:
    """What occurs among lines of a plan; `sectoren` are names by code."""
    return Keuzes(
        sectoren=_by_name({each.sector: sectoren[each.sector] for each in regels}),
        gemeenten=_by_name({each.gemeente_id: each.gemeente for each in regels}),
        organisaties=_by_name({each.organisatie_id: each.organisatie for each in regels}),
        statussen=frozenset(each.status for each in regels),
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
