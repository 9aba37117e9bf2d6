"""Rekenruns: ask for one, follow it live, stop it, start it again."""

from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.regios.queries import get_beleid
from marketplace.rekenruns import queries, service
from marketplace.rekenruns.model import Rekenrun
from marketplace.toegang.model import Actor, Rol
from marketplace.web.matching.regio import chosen_regio
from marketplace.web.matching.woorden import klok
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.templating import redirect, render


async def show_rekenruns(request: Request) -> Response:
    """The latest runs of the actor's regions."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    return render(
        request,
        "matching/rekenruns.html",
        regio=regio,
        runs=await queries.list_rekenruns(conn, actor),
        run=await queries.get_open_rekenrun(conn, actor, regio.code),
    )


async def ask_rekenrun(request: Request) -> Response:
    """Put a run in the queue and go and follow it."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    regio = await chosen_regio(request, conn, actor)
    beleid = await get_beleid(conn, regio.code, clock(request).today())
    made = await service.request_rekenrun(
        conn,
        actor,
        clock=clock(request),
        regio_code=regio.code,
        seconden=min(float(beleid.rekenseconden), settings(request).solve_seconds),
    )
    return redirect(request, f"/rekenruns/{made}", melding="Het rekenen is gestart.")


async def show_rekenrun(request: Request) -> Response:
    """One run with what it reported so far."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    run = await _visible(request, conn, actor)
    return render(
        request,
        "matching/rekenrun.html",
        run=run,
        stappen=await queries.list_voortgang(conn, actor, run.id),
        klok=klok,
    )


async def cancel_rekenrun(request: Request) -> Response:
    """Stop a run."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    run = await service.cancel_rekenrun(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return redirect(request, f"/rekenruns/{run.id}", melding="Het rekenen wordt gestopt.")


async def retry_rekenrun(request: Request) -> Response:
    """Start again what failed or was stopped."""
    actor = actor_as(request, Rol.ACCOUNTMANAGER)
    conn = await connection(request)
    made = await service.retry_rekenrun(conn, actor, clock=clock(request), rekenrun_id=path_id(request))
    return redirect(request, f"/rekenruns/{made}", melding="Het rekenen is opnieuw gestart.")


async def _visible(request: Request, conn: Connection, actor: Actor) -> Rekenrun:
    """The run of the path; raises NotFound for a stranger."""
    return await service.get_own(conn, actor, path_id(request))
