"""What every verb of this room shares: where it writes, whose turn it is, and the gebeurtenis."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from marketplace.clock import Clock
from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.regios.queries import list_plaatsen
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.model import Actor


class Onderdeel(StrEnum):
    """What a SW-bedrijf has several of, each with a name, a version and a way into the archive."""

    AFDELING = "afdeling"
    BUS = "bus"
    OPSTAPPLAATS = "opstapplaats"
    WERKLEIDER = "werkleider"


TABEL = {
    Onderdeel.AFDELING: "afdelingen",
    Onderdeel.BUS: "bussen",
    Onderdeel.OPSTAPPLAATS: "opstapplaatsen",
    Onderdeel.WERKLEIDER: "werkleiders",
}
# Of a row of groepsplan_groepen and of groepsplan_dagen: whether $3 stands in it.
_IN_PLAN = {
    Onderdeel.BUS: ("rij.bus_id = $3", "rij.bus_id = $3"),
    Onderdeel.OPSTAPPLAATS: ("$3 = any(rij.opstapplaatsen)", "false"),
    Onderdeel.WERKLEIDER: ("rij.werkleider_id = $3", "rij.werkleider_id = $3"),
}


class _Rij(Protocol):
    """Something with a number of its own."""

    @property
    def id(self) -> int:
        """The number."""


R = TypeVar("R", bound=_Rij)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bij:
    """The SW-bedrijf at which something changes, and the clock."""

    clock: Clock
    organisatie_id: int


def one_of(rijen: Iterable[R], rij_id: int) -> R:
    """The row with this id; raises NotFound."""
    found = next((each for each in rijen if each.id == rij_id), None)
    if found is None:
        raise NotFound
    return found


def list_velden(before: object, after: Any, *, personal: bool = False) -> dict[str, list[object] | None]:  # noqa: ANN401 (of any noun)
    """What an edit changes of a row, as `velden` of a gebeurtenis.

    A list and what points elsewhere are told by their names alone, and so is all that is about a person.
    """
    names = [each.name for each in fields(after) if getattr(before, each.name) != getattr(after, each.name)]
    bare = [each for each in names if each.endswith("_id") or isinstance(getattr(after, each), tuple)]
    return changes(before, after, names, personal=names if personal else bare)


async def claim_rij(conn: Connection, bij: Bij, onderdeel: Onderdeel, rij_id: int, versie: int) -> None:
    """Claim the next version of a row; raises StaleVersion when somebody was earlier."""
    found = await conn.fetchval(
        f"""
        update {TABEL[onderdeel]} set versie = versie + 1
        where organisatie_id = $1 and id = $2 and versie = $3 and gearchiveerd_op is null returning id
        """,  # noqa: S608 (a table of our own)
        bij.organisatie_id,
        rij_id,
        versie,
    )
    if found is None:
        raise StaleVersion


async def claim_beleid(conn: Connection, bij: Bij, versie: int) -> None:
    """Claim the next version of the beleid, to which the treden belong; raises StaleVersion."""
    found = await conn.fetchval(
        """
        update detacheringsbeleid set versie = versie + 1
        where organisatie_id = $1 and versie = $2 returning organisatie_id
        """,
        bij.organisatie_id,
        versie,
    )
    if found is None:
        raise StaleVersion


async def put_away(conn: Connection, bij: Bij, onderdeel: Onderdeel, rij_id: int, versie: int) -> None:
    """Take a row out of lists and choices; raises Conflict while a plan from this week on has it."""
    await _refuse_planned(conn, bij, onderdeel, rij_id)
    await claim_rij(conn, bij, onderdeel, rij_id, versie)
    await conn.execute(
        f"update {TABEL[onderdeel]} set gearchiveerd_op = $3 where organisatie_id = $1 and id = $2",  # noqa: S608 (a table of our own)
        bij.organisatie_id,
        rij_id,
        bij.clock.now(),
    )


async def _refuse_planned(conn: Connection, bij: Bij, onderdeel: Onderdeel, rij_id: int) -> None:
    """Raise Conflict with the first week from this one on in whose plan, new or published, a row stands."""
    if onderdeel not in _IN_PLAN:
        return
    in_group, on_day = _IN_PLAN[onderdeel]
    today = bij.clock.today()
    week = await conn.fetchval(
        f"""
        select min(rij.week) from groepsplannen plan
        join lateral (
            select rij.week from groepsplan_groepen rij where rij.plan_id = plan.id and {in_group}
            union all
            select rij.week from groepsplan_dagen rij where rij.plan_id = plan.id and {on_day}) rij on true
        where plan.organisatie_id = $1 and plan.status in ('concept', 'gepubliceerd') and rij.week >= $2
        """,  # noqa: S608 (conditions of our own)
        bij.organisatie_id,
        today - timedelta(days=today.weekday()),
        rij_id,
    )
    if week is not None:
        message = (
            f"Deze {onderdeel} staat in het plan, voor het eerst in de week van {datum(week)}. "
            f"Haal de {onderdeel} daar eerst weg."
        )
        raise Conflict(message)


async def expect_plaats(conn: Connection, bij: Bij, regio_code: str, plaats_id: int) -> None:
    """Raise InvalidInput for a place that does not lie in the regio."""
    found = await list_plaatsen(conn, regio_code, bij.clock.today())
    if all(each.id != plaats_id for each in found):
        raise InvalidInput(fields={"plaats": "Kies een plaats uit de lijst."})


async def record_bedrijf(
    conn: Connection,
    actor: Actor,
    bij: Bij,
    soort: str,
    onderwerp: str,
    onderwerp_id: int,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Append what happened at the SW-bedrijf, for its own people to read."""
    await append_gebeurtenis(
        conn,
        clock=bij.clock,
        actor=actor,
        soort=soort,
        onderwerp=onderwerp,
        onderwerp_id=onderwerp_id,
        regio_code=None,
        organisatie_id=bij.organisatie_id,
        gegevens=gegevens,
    )
