"""The verbs of the planner: ask for a plan, ask again; a refusal says in Dutch why nothing was started."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound
from marketplace.matching import queries
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns.model import RekenrunSoort
from marketplace.rekenruns.queries import has_any
from marketplace.rekenruns.service import AlreadyRunning, enqueue, get_own
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST


class NothingToPlan(Conflict):
    """Er is nog niets te plannen in deze regio."""


class NothingToMend(Conflict):
    """Er is nog geen plan dat hersteld kan worden. Laat eerst een nieuw plan maken."""


async def request_rekenrun(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    hoogstens: float,
    max_verplaatst: int | None = None,
    opnieuw_van: int | None = None,
    soort: RekenrunSoort = RekenrunSoort.NIEUW,
) -> int:
    """Ask for a run of the own region and wake the workers at commit; returns its id.

    `max_verplaatst` is how many people of the published plan may lose a plek that they could keep.

    It solves as long as the region's policy says, `hoogstens` seconds at most.
    Raises Forbidden, NothingToPlan, NothingToMend, IncompleteBeleid or AlreadyRunning.
    """
    if regio_code not in actor.regios_als(*BESLIST):
        raise Forbidden
    if soort is RekenrunSoort.HERSTEL and await queries.get_newest_id(conn, regio_code) is None:
        raise NothingToMend
    return await _request(
        conn,
        actor,
        clock,
        regio_code,
        hoogstens,
        max_verplaatst=max_verplaatst,
        opnieuw_van=opnieuw_van,
        soort=soort,
    )


async def request_first(
    conn: Connection, *, clock: Clock, regio_code: str, hoogstens: float = 8.0
) -> int | None:
    """Ask for the very first run of a region on behalf of the service; None when there was one already.

    Raises NothingToPlan or IncompleteBeleid.
    """
    if await has_any(conn, regio_code):
        return None
    return await _request(conn, None, clock, regio_code, hoogstens)


async def retry_rekenrun(conn: Connection, actor: Actor, *, clock: Clock, rekenrun_id: int) -> int:
    """Start again what failed or was stopped, with the data of now; returns the id of the new run."""
    run = await get_own(conn, actor, rekenrun_id)
    if not run.status.is_final:
        raise AlreadyRunning
    if run.roulatie_id is not None or run.organisatie_id is not None:
        raise NotFound
    return await request_rekenrun(
        conn,
        actor,
        clock=clock,
        regio_code=run.regio_code,
        hoogstens=run.seconden,
        max_verplaatst=run.max_verplaatst,
        opnieuw_van=run.id,
        soort=run.soort,
    )


async def _request(
    conn: Connection,
    actor: Actor | None,
    clock: Clock,
    regio_code: str,
    hoogstens: float,
    *,
    max_verplaatst: int | None = None,
    opnieuw_van: int | None = None,
    soort: RekenrunSoort = RekenrunSoort.NIEUW,
) -> int:
    """Put a run in the queue that begins from the published plan, unless one side is missing."""
    kandidaten, plekken = await queries.count_to_plan(conn, regio_code, clock.today())
    if not kandidaten:
        raise NothingToPlan("Er zijn nog geen kandidaten die een plek zoeken. Er valt nog niets te plannen.")
    if not plekken:
        raise NothingToPlan(
            "Er zijn nog geen gepubliceerde leerwerkplekken. Publiceer er eerst een en start dan opnieuw."
        )
    beleid = await get_beleid(conn, regio_code, clock.today())
    published = await queries.get_published_id(conn, regio_code)
    if max_verplaatst is not None and published is None:
        text = "Er is nog geen gepubliceerd plan om bij te blijven. Laat dit veld leeg."
        raise InvalidInput(fields={"max_verplaatst": text})
    return await enqueue(
        conn,
        actor,
        clock=clock,
        regio_code=regio_code,
        seconden=min(float(beleid.rekenseconden), hoogstens),
        opnieuw_van=opnieuw_van,
        basis_plan_id=published,
        max_verplaatst=max_verplaatst,
        soort=soort,
    )
