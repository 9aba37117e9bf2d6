"""`python -m marketplace replay RUN`: solve a stored question again and compare the plans."""

import asyncio
from typing import Any

import asyncpg

from marketplace.db import prepare_connection
from marketplace.rekenruns.claims import get_opgeslagen
from marketplace.rekenruns.model import Opgeslagen
from marketplace.rekenruns.uitkomst import digest
from marketplace.solver_child import SOLVERS

SAME, DIFFERENT, UNKNOWN = 0, 1, 2
# What a solution of each planner calls where people are.
PLACES = ("toewijzingen", "cellen", "indelingen")


def main(dsn: str, run_id: int) -> int:
    """Replay one run of the database at this address, which is that of role worker.

    Gives 0 when the plan is the same, 1 when it differs, 2 when there is nothing to replay.
    """
    stored = asyncio.run(_read(dsn, run_id))
    if stored is None or stored.uitkomst is None:
        print(f"Rekenrun {run_id} has no stored question and outcome to replay.")
        return UNKNOWN
    return replay(stored)


async def _read(dsn: str, run_id: int) -> Opgeslagen | None:
    """Read what is stored of a run."""
    conn = await asyncpg.connect(dsn)
    try:
        await prepare_connection(conn)
        return await get_opgeslagen(conn, run_id)
    finally:
        await conn.close()


def replay(stored: Opgeslagen) -> int:
    """Check the hash of the question, solve it again, and tell in one line per finding."""
    uitkomst: dict[str, Any] = stored.uitkomst or {}
    if digest(stored.instantie) != stored.instantie_hash:
        print(f"Rekenrun {stored.id}: the stored question is not the one that was solved (its hash differs).")
        return DIFFERENT
    solve_question = SOLVERS[stored.instantie["planner"]]
    again: dict[str, Any] = solve_question(stored.instantie, lambda _step: None)["uitkomst"]
    if again["oplossing"] == uitkomst["oplossing"]:
        print(f"Rekenrun {stored.id}: the same plan, {_size(again)} placed, in {again['seconden']} s.")
        return SAME
    print(f"Rekenrun {stored.id}: another plan, {_size(again)} placed where {_size(uitkomst)} were.")
    if not uitkomst["herhaalbaar"]:
        print("It was cut short by the clock or by people, so that it cannot be repeated exactly.")
    if again["software"] != uitkomst["software"]:
        print(f"It was made with {uitkomst['software']}; this is {again['software']}.")
    return DIFFERENT


def _size(uitkomst: dict[str, Any]) -> int:
    """How many places an outcome has."""
    oplossing = uitkomst["oplossing"] or {}
    return sum(len(oplossing.get(each, ())) for each in PLACES)
