"""The page of one voorstel and every decision on it; what was typed comes back with each refusal."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, Refusal
from marketplace.matching import besluiten
from marketplace.regios.queries import get_beleid
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO
from marketplace.voorstellen import afwijzing, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel, VoorstelStatus
from marketplace.web.forms import Form, read_form
from marketplace.web.request import actor_as, clock, connection, local_path, path_id
from marketplace.web.saving import VersieForm
from marketplace.web.templating import redirect, render
from marketplace.web.voorstellen.beeld import voorstel_context
from marketplace.web.voorstellen.forms import AfwijsForm, AkkoordForm, BesprokenForm, PinForm

M = TypeVar("M", bound=BaseModel)
Decide = Callable[[Connection, Actor, M], Awaitable[Voorstel]]
BACK = {
    VoorstelStatus.VOORGESTELD: "Het voorstel staat weer op voorgesteld.",
    VoorstelStatus.BESPROKEN: "Het akkoord is ingetrokken. De plaats is weer vrij.",
}


async def show_voorstel(request: Request) -> Response:
    """One voorstel, for who reads its region."""
    actor = actor_as(request, *LEEST_REGIO)
    voorstel = await service.visible_voorstel(await connection(request), actor, path_id(request))
    return await _page(request, actor, voorstel)


async def _page(
    request: Request,
    actor: Actor,
    voorstel: Voorstel,
    *,
    forms: dict[str, Form[Any]] | None = None,
    status_code: int = 200,
    fout: str | None = None,
) -> Response:
    """The page; after a refusal with its sentence on top and the form as it was typed."""
    context = await voorstel_context(request, actor, voorstel, forms or {})
    return render(
        request,
        "voorstellen/voorstel.html",
        status_code=status_code,
        fout=fout,
        getypt=forms or {},
        naar=local_path(request.query_params.get("naar"), f"/plan?regio={voorstel.regio_code}"),
        zoek=_zoek(request),
        **context,
    )


def _zoek(request: Request) -> str:
    """The query of the page, which holds the way back, so that a decision does not lose it."""
    return f"?{request.url.query}" if request.url.query else ""


async def _decide(
    request: Request, name: str, model: type[M], decide: Decide[M], melding: Callable[[Voorstel], str]
) -> Response:
    """Read the form, decide, go back to the page; every no shows the page with what was typed."""
    actor = actor_as(request, *BESLIST)
    conn = await connection(request)
    voorstel = await service.visible_voorstel(conn, actor, path_id(request))
    form = await read_form(request, model)
    if form.data is None:
        return await _page(request, actor, voorstel, forms={name: form}, status_code=400)
    refusal: Refusal
    try:
        async with conn.transaction():
            after = await decide(conn, actor, form.data)
        return redirect(request, f"/voorstellen/{voorstel.id}{_zoek(request)}", melding=melding(after))
    except InvalidInput as wrong:
        form = form.with_errors({_field(name, field): text for field, text in wrong.fields.items()})
        refusal = wrong
    except Conflict as conflict:
        refusal = conflict
    now = await service.visible_voorstel(conn, actor, voorstel.id)
    fout = None if form.errors else refusal.sentence
    return await _page(request, actor, now, forms={name: form}, status_code=refusal.status, fout=fout)


def _field(name: str, field: str) -> str:
    """The name on the page of a field of the service."""
    return f"pin_{field}" if name == "vastzetten" else field


async def discuss(request: Request) -> Response:
    """Record the yes of the kandidaat."""

    async def decide(conn: Connection, actor: Actor, data: BesprokenForm) -> Voorstel:
        return await besluiten.discuss(
            conn,
            actor,
            clock=clock(request),
            voorstel_id=path_id(request),
            versie=data.versie,
            ja_op=data.ja_op,
        )

    return await _decide(
        request, "bespreken", BesprokenForm, decide, lambda _: "Het ja van de kandidaat is vastgelegd."
    )


async def accept(request: Request) -> Response:
    """Agree and reserve the plaats."""

    async def decide(conn: Connection, actor: Actor, data: AkkoordForm) -> Voorstel:
        return await besluiten.accept(
            conn,
            actor,
            clock=clock(request),
            voorstel_id=path_id(request),
            versie=data.versie,
            startweek=data.startweek,
        )

    return await _decide(
        request, "akkoord", AkkoordForm, decide, lambda _: "Akkoord. De plaats is gereserveerd."
    )


async def reject(request: Request) -> Response:
    """Reject with a coded reason."""

    async def decide(conn: Connection, actor: Actor, data: AfwijsForm) -> Voorstel:
        return await afwijzing.reject(
            conn,
            actor,
            clock=clock(request),
            voorstel_id=path_id(request),
            versie=data.versie,
            afwijzing=Afwijzing(
                reden=data.reden, toelichting=data.toelichting or None, max_reistijd=data.max_reistijd
            ),
        )

    return await _decide(
        request,
        "afwijzen",
        AfwijsForm,
        decide,
        lambda _: "Het voorstel is afgewezen. Dit paar komt niet in het volgende plan.",
    )


async def pin(request: Request) -> Response:
    """Keep the pairing in the next runs."""

    async def decide(conn: Connection, actor: Actor, data: PinForm) -> Voorstel:
        today = clock(request).today()
        voorstel = await service.visible_voorstel(conn, actor, path_id(request))
        beleid = await get_beleid(conn, voorstel.regio_code, today)
        return await service.pin(
            conn,
            actor,
            clock=clock(request),
            voorstel_id=voorstel.id,
            versie=data.versie,
            reden=data.pin_reden,
            tot=data.pin_tot,
            startweek=data.pin_startweek,
            uiterlijk=beleid.latest_pin(today),
        )

    return await _decide(
        request, "vastzetten", PinForm, decide, lambda _: "Dit voorstel staat vast in het volgende plan."
    )


async def unpin(request: Request) -> Response:
    """Take the pin away."""

    async def decide(conn: Connection, actor: Actor, data: VersieForm) -> Voorstel:
        return await service.unpin(
            conn, actor, clock=clock(request), voorstel_id=path_id(request), versie=data.versie
        )

    return await _decide(
        request, "losmaken", VersieForm, decide, lambda _: "Dit voorstel staat niet meer vast."
    )


async def undo(request: Request) -> Response:
    """Go one step back."""

    async def decide(conn: Connection, actor: Actor, data: VersieForm) -> Voorstel:
        return await afwijzing.reopen(
            conn, actor, clock=clock(request), voorstel_id=path_id(request), versie=data.versie
        )

    return await _decide(request, "terugzetten", VersieForm, decide, lambda after: BACK[after.status])


ROUTES = [
    Route("/voorstellen/{id:int}", show_voorstel),
    Route("/voorstellen/{id:int}/bespreken", discuss, methods=["POST"]),
    Route("/voorstellen/{id:int}/akkoord", accept, methods=["POST"]),
    Route("/voorstellen/{id:int}/afwijzen", reject, methods=["POST"]),
    Route("/voorstellen/{id:int}/vastzetten", pin, methods=["POST"]),
    Route("/voorstellen/{id:int}/losmaken", unpin, methods=["POST"]),
    Route("/voorstellen/{id:int}/terugzetten", undo, methods=["POST"]),
]
