"""Writing a file that was checked: all its rows in one transaction, or none with the reasons."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Refusal, refusal_from_database
from marketplace.imports.model import Fault, Reading
from marketplace.inlezen import writes
from marketplace.inlezen.cellen import texts_of_row
from marketplace.inlezen.fouten import reasons
from marketplace.inlezen.model import RijStand
from marketplace.inlezen.nakijken import A_STEP, Daad, Nazicht, Tell
from marketplace.inlezen.soort import Stapel

OVERTAKEN = "Dit is veranderd nadat het bestand was nagekeken."


class NotDone(Exception):
    """Nothing may be written, for these reasons."""

    def __init__(self, redenen: Sequence[str]) -> None:
        super().__init__()
        self.redenen = tuple(redenen)


def overtaken(found: Nazicht, planned: Sequence[RijStand]) -> list[Fault]:
    """The rows that would do something else by now than the check has told."""
    now = {each.row.number: each.stand for each in found.daden}
    then = {each.rij: each for each in planned}
    rows = sorted(rij for rij in now.keys() | then.keys() if now.get(rij) != then.get(rij))
    return [Fault(OVERTAKEN, rij) for rij in rows]


async def write(
    conn: Connection,
    stapel: Stapel,
    *,
    clock: Clock,
    inlezing_id: int,
    reading: Reading[Any],
    daden: Sequence[Daad],
    tell: Tell,
) -> None:
    """Write every row; raises NotDone with a reason for each row that is refused."""
    faults: list[Fault] = []
    # What is there already in order of id, as all others lock it; it makes room for what is new.
    ordered = sorted(daden, key=lambda daad: (not daad.now, daad.now.id if daad.now else daad.row.number))
    for count, daad in enumerate(ordered):
        if count % A_STEP == 0:
            await tell(f"Rij {count} van {len(ordered)} is geschreven.")
        try:
            async with conn.transaction():
                stand = await _write_row(stapel, clock, daad)
            await writes.update_rij(conn, inlezing_id, stand)
        except (Refusal, asyncpg.PostgresError) as error:
            faults += faults_of(reading, daad, _refusal(error))
    if faults:
        raise NotDone(reasons(faults))


async def _write_row(stapel: Stapel, clock: Clock, daad: Daad) -> RijStand:
    """Make or change what a row says; what there is then, and what there was."""
    if daad.now is None:
        was = None
        onderwerp_id = await stapel.create(clock, daad.row.value)
    else:
        was = texts_of_row(stapel.table, daad.now.rij)
        onderwerp_id = daad.now.id
        await stapel.edit(clock, daad.now, daad.row.value)
    made = await stapel.find(onderwerp_id)
    return RijStand(daad.row.number, onderwerp_id, made.versie if made else None, was)


def _refusal(error: Exception) -> Refusal:
    """The refusal that an error is or stands for; raises it when it is our mistake."""
    refusal = error if isinstance(error, Refusal) else refusal_from_database(error)
    if refusal is None:
        raise error
    return refusal


def faults_of(reading: Reading[Any], daad: Daad, refusal: Refusal) -> list[Fault]:
    """The sentences of a refusal, each at its cell."""
    fields: Mapping[str, str] = refusal.fields or {"": refusal.sentence}
    return [reading.fault(daad.row, name, sentence) for name, sentence in fields.items()]
