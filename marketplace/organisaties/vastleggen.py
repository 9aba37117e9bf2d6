"""What every verb of this room shares: a refusal of the database at its field, and the gebeurtenis."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, refusal_from_database
from marketplace.organisaties.zicht import Reach, covers
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.weigeren import only_for


@dataclass(frozen=True, slots=True)
class Bij:
    """The organisatie that something belongs to, and the regio of that organisatie."""

    organisatie_id: int
    regio_code: str


def expect_within(reach: Reach, bij: Bij, rollen: Sequence[Rol]) -> None:
    """Raise Forbidden for who may see the organisatie and not do this, which is for these roles."""
    if not covers(reach, bij.organisatie_id, bij.regio_code):
        raise only_for(*rollen)


@asynccontextmanager
async def refused_at(conn: Connection, **constraints: str) -> AsyncIterator[None]:
    """Write inside a savepoint; what the database refuses becomes a refusal, at the field of its constraint.

    `constraints` gives for the name of a constraint the field at which its sentence belongs.
    """
    try:
        async with conn.transaction():
            yield
    except asyncpg.PostgresError as error:
        refusal = refusal_from_database(error)
        if refusal is None:
            raise
        field = constraints.get(getattr(error, "constraint_name", None) or "")
        raise (InvalidInput(fields={field: refusal.sentence}) if field else refusal) from None


async def record(  # noqa: PLR0913 (a row of the record, every column by name)
    conn: Connection,
    actor: Actor,
    clock: Clock,
    bij: Bij,
    soort: str,
    *,
    onderwerp: str,
    onderwerp_id: int,
    reden: str | None = None,
    gegevens: Mapping[str, object] | None = None,
) -> None:
    """Append what happened to something of an organisatie, for its own people to read too."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp=onderwerp,
        onderwerp_id=onderwerp_id,
        regio_code=bij.regio_code,
        organisatie_id=bij.organisatie_id,
        reden=reden,
        gegevens=gegevens,
    )
