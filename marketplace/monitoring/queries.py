"""The SQL of monitoring: counts without anybody in them, so no actor is asked for."""

from dataclasses import dataclass
from datetime import datetime

from marketplace.db import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenrunstand:
    """How many rekenruns have one status, and since when the oldest of them was asked for."""

    status: str
    aantal: int
    oudste: datetime


async def list_rekenrunstanden(conn: Connection) -> list[Rekenrunstand]:
    """The rekenruns by status; nothing for a status that none has."""
    rows = await conn.fetch("select status, aantal, oudste from tel_rekenruns()")
    return [Rekenrunstand(**dict(row)) for row in rows]
