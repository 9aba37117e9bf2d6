"""The verbs of rekenruns: ask, ask again, cancel; a refusal says in Dutch why nothing was started."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, NotFound
from marketplace.rekenruns import queries
from marketplace.rekenruns.doorbell import ring_progress, ring_work
from marketplace.rekenruns.model import Rekenrun
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor, Rol

SEED = 1


class NothingToPlan(Conflict):
    """Er is nog niets te plannen in deze regio."""


class AlreadyRunning(Conflict):
    """Er wordt al gerekend voor deze regio. U kunt dat volgen en daarna opnieuw starten."""


async def request_rekenrun(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    regio_code: str,
    seconden: float,
    opnieuw_van: int | None = None,
) -> int:
    """Ask for a run of the own region and wake the workers at commit; returns its id.

    Raises Forbidden, NothingToPlan or AlreadyRunning.
    """
    if regio_code not in actor.regios_als(Rol.ACCOUNTMANAGER):
        raise Forbidden
    await _refuse_empty(conn, clock, regio_code)
    return await _insert(conn, actor, clock, regio_code, seconden, opnieuw_van)


async def request_first(
    conn: Connection, *, clock: Clock, regio_code: str, seconden: float = 8.0
) -> int | None:
    """Ask for the very first run of a region on behalf of the service; None when there was one already.

    Raises NothingToPlan.
    """
    if await queries.has_any(conn, regio_code):
        return None
    await _refuse_empty(conn, clock, regio_code)
    return await _insert(conn, None, clock, regio_code, seconden, None)


async def retry_rekenrun(conn: Connection, actor: Actor, *, clock: Clock, rekenrun_id: int) -> int:
    """Start again what failed or was cancelled, with the data of now; returns the id of the new run."""
    run = await get_own(conn, actor, rekenrun_id)
    if not run.status.is_final:
        raise AlreadyRunning
    return await request_rekenrun(
        conn,
        actor,
        clock=clock,
        regio_code=run.regio_code,
        seconden=run.seconden,
        opnieuw_van=run.id,
    )


async def cancel_rekenrun(conn: Connection, actor: Actor, *, clock: Clock, rekenrun_id: int) -> Rekenrun:
    """Stop a run: at once when it waits, within seconds when it is under way; Conflict when it had ended."""
    run = await get_own(conn, actor, rekenrun_id)
    if not await queries.ask_cancel(conn, run.id, clock.now()):
        raise Conflict("Deze rekenrun is al klaar. Er valt niets meer te stoppen.")
    await _record(conn, actor, clock, "rekenrun_geannuleerd", run.id, run.regio_code)
    await ring_work(conn, run.id)
    await ring_progress(conn, run.id)
    return await get_own(conn, actor, rekenrun_id)


async def get_own(conn: Connection, actor: Actor, rekenrun_id: int) -> Rekenrun:
    """The run, or NotFound when it does not exist or lies in another region."""
    run = await queries.get_rekenrun(conn, actor, rekenrun_id)
    if run is None:
        raise NotFound
    return run


async def _refuse_empty(conn: Connection, clock: Clock, regio_code: str) -> None:
    """Raise NothingToPlan unless there are both kandidaten and plekken."""
    kandidaten, plekken = await queries.count_to_plan(conn, regio_code, clock.today())
    if not kandidaten:
        raise NothingToPlan("Er zijn nog geen kandidaten die een plek zoeken. Er valt nog niets te plannen.")
    if not plekken:
        raise NothingToPlan(
            "Er zijn nog geen gepubliceerde leerwerkplekken. Publiceer er eerst een en start dan opnieuw."
        )


async def _insert(
    conn: Connection,
    actor: Actor | None,
    clock: Clock,
    regio_code: str,
    seconden: float,
    opnieuw_van: int | None,
) -> int:
    """Put the run in the queue, note who asked, ring."""
    rekenrun_id = await queries.insert_rekenrun(
        conn,
        regio_code=regio_code,
        account_id=actor.account_id if actor else None,
        now=clock.now(),
        vandaag=clock.today(),
        seconden=seconden,
        seed=SEED,
        opnieuw_van=opnieuw_van,
    )
    if rekenrun_id is None:
        raise AlreadyRunning
    await _record(conn, actor, clock, "rekenrun_gevraagd", rekenrun_id, regio_code)
    await ring_work(conn, rekenrun_id)
    return rekenrun_id


async def _record(
    conn: Connection, actor: Actor | None, clock: Clock, soort: str, rekenrun_id: int, regio_code: str
) -> None:
    """Note what happened to a run."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="rekenrun",
        onderwerp_id=rekenrun_id,
        regio_code=regio_code,
    )
