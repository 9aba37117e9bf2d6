"""The page of a regio, with the forms of its policies and its borders for who sets those."""

from functools import partial
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.kandidaten.doelgroepen import list_doelgroepsoorten
from marketplace.regios import beleid, grenzen
from marketplace.regios.model import KINDS, Ondergrenzen, Regio, number_of
from marketplace.regios.queries import get_regio, list_regios
from marketplace.regios.waarden import parts_of
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import BEHEERT_GRENZEN, BEPAALT_BELEID
from marketplace.toegang.weigeren import only_for
from marketplace.web.formats import hoofdletter
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.regios.forms import (
    SLOTS,
    BlijftForm,
    RedenForm,
    VerplaatsForm,
    beleid_model,
    say_value,
    typed_of,
    value_of,
)
from marketplace.web.regios.koersen import WEIGHED, read_koersen
from marketplace.web.request import actor, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {"vanaf": "Geldt vanaf", "bron": "Wie heeft dit besloten?", "waarde": "Waarde", "reden": "Waarom"}
VERPLAATS_LABELS = {
    "gemeente": "Welke gemeente?",
    "naar": "Naar welke regio?",
    "vanaf": "Vanaf welke dag?",
    "bron": LABELS["bron"],
}


async def show_regios(request: Request) -> Response:
    """Every regio, the own ones first."""
    own = {each.regio_code for each in actor(request).toekenningen}
    regios = sorted(await list_regios(await connection(request)), key=lambda each: each.naam)
    return render(
        request,
        "regios/lijst.html",
        eigen=[each for each in regios if each.code in own],
        andere=[each for each in regios if each.code not in own],
    )


async def show_regio(request: Request) -> Response:
    """The gemeenten and the policies of a regio."""
    return await _page(request, await _regio(request), filled())


async def show_form(request: Request) -> Response:
    """The form of one policy, with the value of now."""
    regio, sleutel = await _own(request), _sleutel(request)
    vandaag = clock(request).today()
    regels = await beleid.list_beleid(await connection(request), regio.code)
    now = [
        each
        for each in regels
        if each.sleutel == sleutel and each.vanaf <= vandaag and not each.ingetrokken_op
    ]
    return await _form(request, regio, filled(**typed_of(sleutel, now[0].waarde if now else None)))


async def save(request: Request) -> Response:
    """Write a value that holds from a day on."""
    regio, sleutel = await _own(request), _sleutel(request)

    async def write(data: Any) -> Response:  # noqa: ANN401 (its model is made for the kind of policy)
        conn = await connection(request)
        await beleid.set_beleid(
            conn,
            actor(request),
            clock=clock(request),
            regio_code=regio.code,
            sleutel=sleutel,
            waarde=value_of(sleutel, data, dict(await list_doelgroepsoorten(conn))),
            vanaf=data.vanaf,
            bron=data.bron,
        )
        return redirect(request, f"/regios/{regio.code}", melding="Het beleid is vastgelegd.")

    form = await read_form(request, beleid_model(sleutel))
    return await save_form(request, form, write, partial(_form, request, regio))


async def withdraw(request: Request) -> Response:
    """Take back what is still to come, with a reason."""
    regio = await _own(request)

    async def write(data: RedenForm) -> Response:
        await beleid.withdraw_beleid(
            await connection(request),
            actor(request),
            clock=clock(request),
            regio_code=regio.code,
            beleid_id=path_id(request),
            reden=data.reden,
        )
        return redirect(request, f"/regios/{regio.code}", melding="Het geplande beleid is ingetrokken.")

    form = await read_form(request, RedenForm)
    return await save_form(request, form, write, partial(_page, request, regio, waar=f"-{path_id(request)}"))


async def show_move(request: Request) -> Response:
    """The form of a gemeente that goes to another regio, with what that means."""
    return await _move_form(request, await _movable(request), filled())


async def move(request: Request) -> Response:
    """Let a gemeente go from a day on."""
    regio = await _movable(request)

    async def write(data: VerplaatsForm) -> Response:
        await grenzen.move_gemeente(
            await connection(request),
            actor(request),
            clock=clock(request),
            regio_code=regio.code,
            gemeente_id=data.gemeente,
            naar=data.naar,
            vanaf=data.vanaf,
            bron=data.bron,
        )
        return redirect(request, f"/regios/{regio.code}", melding="De verandering is vastgelegd.")

    form = await read_form(request, VerplaatsForm)
    return await save_form(request, form, write, partial(_move_form, request, regio))


async def withdraw_move(request: Request) -> Response:
    """Let a gemeente stay that was to go, with a reason."""
    regio = await _movable(request)

    async def write(data: BlijftForm) -> Response:
        await grenzen.withdraw_move(
            await connection(request),
            actor(request),
            clock=clock(request),
            regio_code=regio.code,
            gemeente_id=path_id(request),
            vanaf=data.vanaf,
            reden=data.reden,
        )
        return redirect(request, f"/regios/{regio.code}", melding="De gemeente blijft bij deze regio.")

    form = await read_form(request, BlijftForm)
    show = partial(_page, request, regio, waar=f"-gemeente-{path_id(request)}")
    return await save_form(request, form, write, show)


async def _regio(request: Request) -> Regio:
    """The regio that the path names, for whoever is in."""
    actor(request)
    found = await get_regio(await connection(request), request.path_params["code"])
    if found is None:
        raise NotFound
    return found


async def _own(request: Request) -> Regio:
    """The regio, for who writes its policies."""
    regio = await _regio(request)
    if not beleid.may_set(actor(request), regio.code):
        raise only_for(*BEPAALT_BELEID)
    return regio


async def _movable(request: Request) -> Regio:
    """The regio, for who moves its gemeenten."""
    regio = await _regio(request)
    if not grenzen.may_move(actor(request), regio.code):
        raise only_for(*BEHEERT_GRENZEN)
    return regio


def _sleutel(request: Request) -> str:
    """The policy that the path names."""
    sleutel: str = request.path_params["sleutel"]
    if sleutel not in KINDS:
        raise NotFound
    return sleutel


async def _page(request: Request, regio: Regio, form: Form[BaseModel], *, waar: str = "") -> Response:
    """The page of a regio; `waar` is which of its forms alike came back."""
    who, conn, vandaag = actor(request), await connection(request), clock(request).today()
    regels = [each for each in await beleid.list_beleid(conn, regio.code) if not each.ingetrokken_op]
    leden = await grenzen.list_gemeenteleden(conn, regio.code, vandaag)
    return render(
        request,
        "regios/regio.html",
        status_code=form.status,
        regio=regio,
        form=form,
        waar=waar,
        labels=LABELS,
        zegt=say_value,
        bepaalt=beleid.may_set(who, regio.code),
        verplaatst=grenzen.may_move(who, regio.code),
        leden=leden,
        sleutels=await beleid.list_sleutels(conn),
        gepland=[each for each in reversed(regels) if each.vanaf > vandaag],
        gold={
            sleutel: [each for each in regels if each.sleutel == sleutel and each.vanaf <= vandaag]
            for sleutel in KINDS
        },
        koersen=await read_koersen(conn, regio.code, vandaag),
        momenten=await list_geschiedenis(conn, who, "regio", number_of(regio.code)),
    )


async def _form(request: Request, regio: Regio, form: Form[BaseModel]) -> Response:
    """The form of a policy."""
    sleutel = _sleutel(request)
    conn = await connection(request)
    delen = {name: hoofdletter(said) for name, said in parts_of(sleutel).items()}
    groepen = KINDS[sleutel] is Ondergrenzen
    regels = SLOTS if groepen else ()
    return render(
        request,
        "regios/beleid.html",
        status_code=form.status,
        regio=regio,
        sleutel=sleutel,
        uitleg=(await beleid.list_sleutels(conn)).get(sleutel, ""),
        delen=delen,
        regels=regels,
        doelgroepen=await list_doelgroepsoorten(conn) if groepen else [],
        koersen=await read_koersen(conn, regio.code, clock(request).today()) if sleutel in WEIGHED else [],
        ja_nee=KINDS[sleutel] is bool,
        form=form,
        labels={**delen, **LABELS, **_slot_labels()},
    )


def _slot_labels() -> dict[str, str]:
    """What stands at the fields of a doelgroep and its percentage."""
    lines = enumerate(SLOTS, 1)
    return {
        name: said
        for number, names in lines
        for name, said in zip(names, (f"Doelgroep {number}", f"Procent van doelgroep {number}"), strict=True)
    }


async def _move_form(request: Request, regio: Regio, form: Form[BaseModel]) -> Response:
    """The form of a gemeente that goes."""
    conn = await connection(request)
    leden = await grenzen.list_gemeenteleden(conn, regio.code, clock(request).today())
    regios = sorted(await list_regios(conn), key=lambda each: each.naam)
    return render(
        request,
        "regios/verplaatsen.html",
        status_code=form.status,
        regio=regio,
        form=form,
        labels=VERPLAATS_LABELS,
        gemeenten=[(each.id, each.naam) for each in leden if each.tot is None],
        regios=[(each.code, each.naam) for each in regios if each != regio],
    )


ROUTES = [
    Route("/regios", show_regios),
    Route("/regios/{code}", show_regio),
    Route("/regios/{code}/beleid/{sleutel}", show_form),
    Route("/regios/{code}/beleid/{sleutel}", save, methods=["POST"]),
    Route("/regios/{code}/verplaatsen", show_move),
    Route("/regios/{code}/verplaatsen", move, methods=["POST"]),
    Route("/regios/{code}/gemeenten/{id:int}/intrekken", withdraw_move, methods=["POST"]),
    Route("/regios/{code}/gepland/{id:int}/intrekken", withdraw, methods=["POST"]),
]
