"""The verbs of rekenruns, whatever planner they are for: put in the queue, stop."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, NotFound
from marketplace.rekenruns import queries
from marketplace.rekenruns.doorbell import ring_progress, ring_work
from marketplace.rekenruns.model import Json, PlannerNaam, Rekenrun, RekenrunSoort
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, PLANT_MENSEN

SEED = 1


class AlreadyRunning(Conflict):
    """Er wordt al gerekend. U kunt dat volgen en daarna opnieuw starten."""


class AlreadyEnded(Conflict):
    """Deze rekenrun is al klaar. Er valt niets meer te stoppen."""


class AlreadyStopped(Conflict):
    """Deze rekenrun wordt al gestopt. U hoeft niets meer te doen."""


async def enqueue(  # noqa: PLR0913 (a row of the queue, by name)
    conn: Connection,
    actor: Actor | None,
    *,
    clock: Clock,
    regio_code: str,
    seconden: float,
    opnieuw_van: int | None,
    basis_plan_id: int | None,
    max_verplaatst: int | None = None,
    soort: RekenrunSoort = RekenrunSoort.NIEUW,
    roulatie_id: int | None = None,
    organisatie_id: int | None = None,
    vraag: Json | None = None,
) -> int:
    """Put a run in the queue, note who asked (None: the service), ring at commit; returns its id.

    With a roulatie or a SW-bedrijf it is for that planner, else for matching.

    Raises AlreadyRunning.
    """
    rekenrun_id = await queries.insert_rekenrun(
        conn,
        regio_code=regio_code,
        account_id=actor.account_id if actor else None,
        now=clock.now(),
        vandaag=clock.today(),
        seconden=seconden,
        seed=SEED,
        opnieuw_van=opnieuw_van,
        basis_plan_id=basis_plan_id,
        max_verplaatst=max_verplaatst,
        soort=soort,
        planner=_planner_of(roulatie_id, organisatie_id),
        roulatie_id=roulatie_id,
        organisatie_id=organisatie_id,
        vraag=vraag or {},
    )
    if rekenrun_id is None:
        raise AlreadyRunning
    await _record(conn, actor, clock, "rekenrun_gevraagd", rekenrun_id, (regio_code, organisatie_id))
    await ring_work(conn, rekenrun_id)
    return rekenrun_id


def _planner_of(roulatie_id: int | None, organisatie_id: int | None) -> PlannerNaam:
    """For which planner a run is."""
    if organisatie_id is not None:
        return PlannerNaam.GROEPSDETACHERING
    return PlannerNaam.MATCHING if roulatie_id is None else PlannerNaam.ROULATIE


async def cancel_rekenrun(conn: Connection, actor: Actor, *, clock: Clock, rekenrun_id: int) -> Rekenrun:
    """Stop a run: at once when it waits, within seconds when it is under way; Conflict when it had ended."""
    run = await _to_decide(conn, actor, rekenrun_id)
    if not await queries.ask_cancel(conn, run.id, actor.account_id, clock.now()):
        raise AlreadyEnded
    return await _stopped(conn, actor, clock, run, "rekenrun_geannuleerd")


async def finish_rekenrun(conn: Connection, actor: Actor, *, clock: Clock, rekenrun_id: int) -> Rekenrun:
    """Have a run end with the best plan so far, or the first one; Conflict when it ended or was stopped."""
    run = await _to_decide(conn, actor, rekenrun_id)
    if not await queries.ask_finish(conn, run.id, actor.account_id):
        now = await get_own(conn, actor, rekenrun_id)
        raise AlreadyEnded if now.status.is_final else AlreadyStopped
    return await _stopped(conn, actor, clock, run, "rekenrun_afgerond")


async def _to_decide(conn: Connection, actor: Actor, rekenrun_id: int) -> Rekenrun:
    """A run that the actor may stop; raises NotFound or Forbidden."""
    run = await get_own(conn, actor, rekenrun_id)
    if run.organisatie_id is not None:
        decides = run.organisatie_id in actor.organisaties_als(*PLANT_MENSEN)
    else:
        decides = run.regio_code in actor.regios_als(*BESLIST)
    if not decides:
        raise Forbidden
    return run


async def _stopped(conn: Connection, actor: Actor, clock: Clock, run: Rekenrun, soort: str) -> Rekenrun:
    """Note that people stopped a run, tell its worker and who follows it; gives it as it is now."""
    await _record(conn, actor, clock, soort, run.id, (run.regio_code, run.organisatie_id))
    await ring_work(conn, run.id)
    await ring_progress(conn, run.id)
    return await get_own(conn, actor, run.id)


async def get_own(conn: Connection, actor: Actor, rekenrun_id: int) -> Rekenrun:
    """The run, or NotFound when it does not exist or lies in a region that the actor does not read."""
    run = await queries.get_rekenrun(conn, actor, rekenrun_id)
    if run is None:
        raise NotFound
    return run


async def _record(
    conn: Connection,
    actor: Actor | None,
    clock: Clock,
    soort: str,
    rekenrun_id: int,
    van: tuple[str, int | None],
) -> None:
    """Note what happened to a run, for its regio or for its SW-bedrijf alone."""
    regio_code, organisatie_id = van
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="rekenrun",
        onderwerp_id=rekenrun_id,
        regio_code=regio_code if organisatie_id is None else None,
        organisatie_id=organisatie_id,
    )
