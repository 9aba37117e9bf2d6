"""Who is at one's own plekken by published roosters, and how they did: for the companies themselves."""

from datetime import date
from itertools import groupby
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.roulatie import oordeel
from marketplace.roulatie.oordeel import Verblijf, list_verblijven
from marketplace.toegang.rechten import BEOORDEELT
from marketplace.web.forms import Form, read_form
from marketplace.web.keuzes import load_keuzes
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie import oordeelform
from marketplace.web.roulatie.oordeelform import OordeelForm
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render


async def show_mijn(request: Request) -> Response:
    """Everybody, block by block."""
    actor_as(request, *BEOORDEELT)
    conn = await connection(request)
    found = sorted(await list_verblijven(conn), key=lambda each: (each.roulatie_id, each.nummer))
    return render(
        request,
        "roulatie/mijn.html",
        roulaties=[
            (naam, [list(blok) for _, blok in groupby(rest, key=lambda each: each.nummer)])
            for (_, naam), rest in groupby(found, key=lambda each: (each.roulatie_id, each.roulatie))
        ],
        standen=oordeelform.STAND_WOORDEN,
        titels=(await load_keuzes(conn)).titels(),
    )


async def show_oordeel(request: Request) -> Response:
    """The form about one person in one block."""
    verblijf = await _verblijf(request)
    return await _show(request, oordeelform.opened(verblijf))


async def save_oordeel(request: Request) -> Response:
    """Keep it."""
    actor, conn = actor_as(request, *BEOORDEELT), await connection(request)
    verblijf = await _verblijf(request)
    form = await read_form(request, oordeelform.make_model(OordeelForm, verblijf))

    async def write(data: OordeelForm) -> Response:
        await oordeel.judge(
            conn,
            actor,
            clock=clock(request),
            roulatie_id=verblijf.roulatie_id,
            oordeel=data.to_oordeel(verblijf),
        )
        return redirect(request, "/mijn-roulatie", melding=f"Uw oordeel over {verblijf.kenmerk} is bewaard.")

    async def show(form: Form[BaseModel]) -> Response:
        return await _show(request, form)

    async def overtaken(_: OordeelForm) -> Response:
        return await _show(request, await overtaken_form(conn, form, await _verblijf(request)))

    return await save_form(request, form, write, show, overtaken)


async def overtaken_form(conn: Connection, form: Form[Any], now: Verblijf, **more: object) -> Form[Any]:
    """What was typed beside what somebody else kept meanwhile."""
    namen = oordeelform.labels(now, (await load_keuzes(conn)).names())
    words = dict(oordeelform.STANDEN)
    kept = oordeelform.opened(now)
    rows = [
        Regel(label, words.get(form.one(name), form.one(name)), words.get(kept.one(name), kept.one(name)))
        for name, label in namen.items()
        if form.one(name) != kept.one(name)
    ]
    return form.overtaken_by(rows, gezien=oordeelform.moment_text(now), **more)


async def _verblijf(request: Request) -> Verblijf:
    """The stay that the path names, at one's own plek."""
    actor_as(request, *BEOORDEELT)
    for each in await list_verblijven(await connection(request)):
        wanted = (path_id(request, "roulatie"), path_id(request, "kandidaat"), path_id(request, "blok"))
        if (each.roulatie_id, each.kandidaat_id, each.blok_id) == wanted:
            return each
    raise NotFound


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The page of one stay."""
    verblijf = await _verblijf(request)
    namen = (await load_keuzes(await connection(request))).names()
    return render(
        request,
        "roulatie/oordeel.html",
        status_code=form.status,
        form=form,
        verblijf=verblijf,
        labels=oordeelform.labels(verblijf, namen),
        standen=oordeelform.STANDEN,
        begonnen=_has_begun(verblijf, clock(request).today()),
    )


def _has_begun(verblijf: Verblijf, vandaag: date) -> bool:
    """Whether there is anything to judge."""
    return verblijf.van <= vandaag


ROUTES = [
    Route("/mijn-roulatie", show_mijn),
    Route("/mijn-roulatie/{roulatie:int}/{blok:int}/{kandidaat:int}", show_oordeel),
    Route("/mijn-roulatie/{roulatie:int}/{blok:int}/{kandidaat:int}", save_oordeel, methods=["POST"]),
]
