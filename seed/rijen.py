"""Rows on their way to the database: collected with ids of our own, then copied table by table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marketplace.db import Connection

Rij = dict[str, object]


class Rijen:
    """Collects rows per table in the order in which the tables are first named; ids count from 1."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Rij]] = defaultdict(list)
        self._numbered: set[str] = set()

    def add(self, table: str, **columns: object) -> None:
        """Collect one row."""
        self.tables[table].append(columns)

    def add_numbered(self, table: str, **columns: object) -> int:
        """Collect one row of a table with an id of its own and return that id."""
        self._numbered.add(table)
        number = len(self.tables[table]) + 1
        self.add(table, id=number, **columns)
        return number

    def move_last(self, table: str) -> None:
        """Let a table be copied after all others that were named by now, because its rows point at theirs."""
        self.tables[table] = self.tables.pop(table)

    async def copy_to(self, conn: Connection) -> None:
        """Copy everything (COPY may fill identity columns) and let the sequences go on behind it."""
        for table, rows in self.tables.items():
            columns = list(rows[0])
            await conn.copy_records_to_table(
                table, columns=columns, records=[tuple(row[column] for column in columns) for row in rows]
            )
        for table in sorted(self._numbered):
            await conn.execute(
                "select setval(pg_get_serial_sequence($1, 'id'), $2)", table, len(self.tables[table])
            )
