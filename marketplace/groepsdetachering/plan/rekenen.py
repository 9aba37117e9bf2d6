"""Ask for a plan of groups, or what if; what is pinned on the board stays."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.plan.bord import begin
from marketplace.groepsdetachering.plan.model import PlanStatus
from marketplace.groepsdetachering.plan.plannen import get_by_status
from marketplace.groepsdetachering.plan.vraag import is_what_if
from marketplace.groepsdetachering.plan.writes import GROEPSPLANNEN
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.concepten import lapse_alternatieven
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.service import enqueue
from marketplace.toegang.model import Actor

# So many alternatives stand side by side; the oldest makes room for the one that is asked.
MOST_BESIDE = 3


async def request_plan(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    organisatie_id: int,
    hoogstens: float,
    vraag: Json,
) -> int:
    """Put a run in the queue and give its id; `hoogstens` are seconds, `vraag` as in `plan.vraag`.

    Raises NotFound, Forbidden, StaleVersion or AlreadyRunning.
    """
    bedrijf = await own_bedrijf(conn, actor, organisatie_id)
    if is_what_if(vraag):
        concept = await get_by_status(conn, [bedrijf.id], bedrijf.id, PlanStatus.CONCEPT)
    else:
        concept = await begin(conn, actor, clock=clock, organisatie_id=organisatie_id)
    await lapse_alternatieven(conn, GROEPSPLANNEN, organisatie_id, MOST_BESIDE - 1)
    regio = bedrijf.beleid.regio_code
    seconden = float((await get_beleid(conn, regio, clock.today())).rekenseconden)
    return await enqueue(
        conn,
        actor,
        clock=clock,
        regio_code=regio,
        seconden=min(seconden, hoogstens),
        opnieuw_van=None,
        basis_plan_id=None,
        organisatie_id=organisatie_id,
        vraag={**vraag, "plan": concept.id if concept else None},
    )
