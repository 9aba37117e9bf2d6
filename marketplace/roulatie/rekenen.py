"""Ask for a rooster of a roulatie; what is pinned on the board stays."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.concepten import lapse_alternatieven
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.service import enqueue
from marketplace.roulatie.bord import open_cohort
from marketplace.roulatie.roosters import ROOSTERS
from marketplace.toegang.model import Actor

# So many alternatives stand side by side; the oldest makes room for the one that is asked.
MOST_BESIDE = 3


async def request_rooster(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    roulatie_id: int,
    hoogstens: float,
    vraag: Json,
) -> int:
    """Put a run in the queue and give its id; `hoogstens` are seconds, `vraag` as in `instance.load_opgave`.

    Raises NotFound, Forbidden, Over or AlreadyRunning.
    """
    cohort = await open_cohort(conn, actor, roulatie_id)
    await lapse_alternatieven(conn, ROOSTERS, roulatie_id, MOST_BESIDE - 1)
    regio = cohort.roulatie.regio_code
    seconden = float((await get_beleid(conn, regio, clock.today())).rekenseconden)
    return await enqueue(
        conn,
        actor,
        clock=clock,
        regio_code=regio,
        seconden=min(seconden, hoogstens),
        opnieuw_van=None,
        basis_plan_id=None,
        roulatie_id=roulatie_id,
        vraag=vraag,
    )
