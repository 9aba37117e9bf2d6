"""The policy of the example region; every value is ours and its `bron` says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from seed.tabel import read_tabel

if TYPE_CHECKING:
    from marketplace.db import Connection

INSERT = """
    insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron)
    values ($1, $2, $3::text::jsonb, $4, $5)
"""


async def insert_beleid(conn: Connection, *, regio_code: str | None = None, bron: str | None = None) -> None:
    """Write the policy, for another region with another source where asked.

    Its JSON goes as text, because COPY knows no codec for it.
    """
    await conn.executemany(
        INSERT,
        [
            (
                regio_code or row["regio"],
                row["sleutel"],
                row["waarde"],
                date.fromisoformat(row["vanaf"]),
                bron or row["bron"],
            )
            for row in read_tabel("regio_beleid")
        ],
    )
