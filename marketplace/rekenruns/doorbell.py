"""The doorbells: one wakes the workers, one tells who follows a run; both sound at commit.

PostgreSQL holds the truth; a bell that nobody hears does no harm, because both sides also look by themselves.
"""

from marketplace.db import Connection

WORK = "rekenrun"
PROGRESS = "rekenrun_voortgang"


async def ring_work(conn: Connection, rekenrun_id: int) -> None:
    """Tell the workers that a run waits or must stop."""
    await conn.execute("select pg_notify($1, $2)", WORK, str(rekenrun_id))


async def ring_progress(conn: Connection, rekenrun_id: int) -> None:
    """Tell the followers of a run that something was reported or that it ended."""
    await conn.execute("select pg_notify($1, $2)", PROGRESS, str(rekenrun_id))
