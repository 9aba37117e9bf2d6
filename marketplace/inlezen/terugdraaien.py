"""Undoing a file: what it made goes, what it changed becomes what it was; all of it or nothing."""

from collections.abc import Sequence

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Refusal, refusal_from_database
from marketplace.imports.model import Fault
from marketplace.inlezen.cellen import row_of_texts
from marketplace.inlezen.fouten import reasons
from marketplace.inlezen.model import RijStand
from marketplace.inlezen.nakijken import A_STEP, Tell
from marketplace.inlezen.schrijven import NotDone
from marketplace.inlezen.soort import Stapel
from marketplace.tables.column import Unfit


async def undo(
    conn: Connection, stapel: Stapel, *, clock: Clock, rijen: Sequence[RijStand], tell: Tell
) -> None:
    """Put every row back; raises NotDone with a reason for each that cannot."""
    faults: list[Fault] = []
    # What came with the file goes first: it may stand where something else stood.
    ordered = sorted(rijen, key=lambda rij: (rij.was is not None, rij.onderwerp_id or 0))
    for count, rij in enumerate(ordered):
        if count % A_STEP == 0:
            await tell(f"Rij {count} van {len(ordered)} is teruggezet.")
        try:
            async with conn.transaction():
                await _undo_row(stapel, clock, rij)
        except (Refusal, Unfit, asyncpg.PostgresError) as error:
            faults.append(Fault(_sentence(error), rij.rij))
    if faults:
        raise NotDone(reasons(faults))


async def _undo_row(stapel: Stapel, clock: Clock, rij: RijStand) -> None:
    """Put one row back; raises Conflict when somebody was there since."""
    now = await stapel.find(rij.onderwerp_id or 0)
    if now is None:
        raise Conflict("Dit is er niet meer.")
    if now.versie != rij.versie:
        raise Conflict("Iemand heeft dit na het inlezen nog gewijzigd.")
    if rij.was is None:
        await stapel.remove(clock, now)
    else:
        await stapel.edit(clock, now, row_of_texts(stapel.table, rij.was))


def _sentence(error: Exception) -> str:
    """Why a row cannot be put back; raises what is our mistake."""
    if isinstance(error, Unfit):
        return str(error)
    refusal = error if isinstance(error, Refusal) else refusal_from_database(error)
    if refusal is None:
        raise error
    return " ".join(refusal.fields.values()) or refusal.sentence
