"""The forms that make or edit a praktijkopleider and book a departure; their weeks stand in `bezetting`."""

from functools import partial
from typing import TypeVar

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.bezetting.model import TO_FRIDAY
from marketplace.bezetting.vertrek import book_vertrek, cancel_vertrek, list_colleagues, list_geleid
from marketplace.clock import monday
from marketplace.errors import CapacityReached, InvalidInput
from marketplace.organisaties import service, zicht
from marketplace.organisaties.model import NABIJHEID_WOORDEN, NewTijd, Praktijkopleider, Vestiging
from marketplace.web.bezetting.pages import praktijkopleider_page
from marketplace.web.forms import Form, filled, first_day_after, last_day, read_form
from marketplace.web.leerwerkplekken.begeleiding import NABIJHEDEN, lacking, regio_minuten
from marketplace.web.organisaties.forms import (
    EditPraktijkopleiderForm,
    PraktijkopleiderForm,
    VertrekForm,
)
from marketplace.web.organisaties.woorden import PRAKTIJKOPLEIDER, VERTREK
from marketplace.web.overtaken import Regel, difference, last_day_difference
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form, take_step
from marketplace.web.templating import redirect, render

P = TypeVar("P", bound=PraktijkopleiderForm)


async def show_new(request: Request) -> Response:
    """An empty form, for the vestiging in the path."""
    return await _show(request, filled(), await _vestiging(request))


async def create(request: Request) -> Response:
    """Make the praktijkopleider with the time that was filled in, and show the weeks."""
    actor, vestiging = actor_as(request, *zicht.READS), await _vestiging(request)

    async def write(data: PraktijkopleiderForm) -> Response:
        made = await service.create_praktijkopleider(
            await connection(request), actor, clock=clock(request), vestiging_id=vestiging.id, naam=data.naam
        )
        await _save_tijd(request, made, data)
        melding = "De praktijkopleider is toegevoegd. U kunt die nu kiezen op een leerwerkplek."
        return redirect(request, f"/praktijkopleiders/{made}", melding=melding)

    form = _check_tijd(await read_form(request, PraktijkopleiderForm))
    return await save_form(request, form, write, partial(_show, request, vestiging=vestiging))


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    vestiging, found = await _praktijkopleider(request)
    now = found.capaciteit_op(service.first_monday(clock(request).today()))
    form = filled(
        naam=found.naam,
        nabijheid=now.nabijheid if now else None,
        minuten=now.minuten if now else None,
        versie=found.versie,
    )
    return await _show(request, form, vestiging, found)


async def save(request: Request) -> Response:
    """Write name and time; what cannot be written comes back as it was typed, with what is there now."""
    vestiging, found = await _praktijkopleider(request)
    form = _check_tijd(await read_form(request, EditPraktijkopleiderForm))

    async def write(data: EditPraktijkopleiderForm) -> Response:
        await service.rename_praktijkopleider(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            praktijkopleider_id=found.id,
            versie=data.versie,
            naam=data.naam,
        )
        try:
            await _save_tijd(request, found.id, data)
        except CapacityReached as refusal:
            raise InvalidInput(fields={"minuten": refusal.sentence}) from None
        melding = "De praktijkopleider is opgeslagen."
        return redirect(request, f"/praktijkopleiders/{found.id}", melding=melding)

    async def overtaken(data: EditPraktijkopleiderForm) -> Response:
        vestiging, now = await _praktijkopleider(request)
        wrong = form.overtaken_by(_differences(now, data, request), versie=now.versie)
        return await _show(request, wrong, vestiging, now)

    show = partial(_show, request, vestiging=vestiging, found=found)
    return await save_form(request, form, write, show, overtaken)


async def show_vertrek(request: Request) -> Response:
    """What somebody leads, until when people count on it, and the form that books the last day."""
    _, found = await _praktijkopleider(request)
    form = filled(versie=found.versie, laatste_dag=last_day(found.tot))
    return await _show_vertrek(request, form, found)


async def save_vertrek(request: Request) -> Response:
    """Book the last day; what stands in the way is said at its field."""
    _, found = await _praktijkopleider(request)
    form = await read_form(request, VertrekForm)

    async def write(data: VertrekForm) -> Response:
        await book_vertrek(
            await connection(request),
            actor_as(request, *zicht.READS),
            clock=clock(request),
            praktijkopleider_id=found.id,
            versie=data.versie,
            tot=first_day_after(data.laatste_dag) or data.laatste_dag,
            opvolger_id=data.opvolger,
            reden=data.reden,
        )
        melding = "De laatste werkdag is opgeslagen."
        return redirect(request, f"/praktijkopleiders/{found.id}", melding=melding)

    async def overtaken(data: VertrekForm) -> Response:
        _, now = await _praktijkopleider(request)
        rows = last_day_difference(VERTREK["laatste_dag"], data.laatste_dag, last_day(now.tot))
        return await _show_vertrek(request, form.overtaken_by(rows, versie=now.versie), now)

    return await save_form(request, form, write, partial(_show_vertrek, request, found=found), overtaken)


async def stay(request: Request) -> Response:
    """Undo a departure; time and plekken are chosen anew."""
    _, found = await _praktijkopleider(request)
    step = partial(
        cancel_vertrek,
        await connection(request),
        actor_as(request, *zicht.READS),
        clock=clock(request),
        praktijkopleider_id=found.id,
    )
    melding = (
        "Deze praktijkopleider blijft. Vul opnieuw in hoeveel tijd er is en kies per plek wie begeleidt."
    )
    done = redirect(request, f"/praktijkopleiders/{found.id}", melding=melding)
    return await take_step(request, step, done, partial(praktijkopleider_page, request))


async def _vestiging(request: Request) -> Vestiging:
    """The vestiging that the path names, where the actor edits praktijkopleiders."""
    actor = actor_as(request, *zicht.READS)
    return await service.editable_at(await connection(request), actor, path_id(request))


async def _praktijkopleider(request: Request) -> tuple[Vestiging, Praktijkopleider]:
    """The praktijkopleider that the path names, whom the actor edits."""
    actor, conn = actor_as(request, *zicht.READS), await connection(request)
    found = await service.visible_praktijkopleider(conn, actor, path_id(request))
    return await service.editable_at(conn, actor, found.vestiging_id), found


def _check_tijd(form: Form[P]) -> Form[P]:
    """Nearness and minutes go together; both may be left open for somebody who has no time yet."""
    wrong = lacking(form.data.nabijheid, form.data.minuten) if form.data else {}
    return form.with_errors(wrong) if wrong else form


async def _save_tijd(request: Request, praktijkopleider_id: int, data: PraktijkopleiderForm) -> None:
    """Write the time that was filled in, over what has just been written."""
    if data.nabijheid is None or data.minuten is None:
        return
    conn, actor = await connection(request), actor_as(request, *zicht.READS)
    now = await service.visible_praktijkopleider(conn, actor, praktijkopleider_id)
    tijd = NewTijd(
        praktijkopleider_id=now.id, versie=now.versie, nabijheid=data.nabijheid, minuten=data.minuten
    )
    await service.change_tijd(conn, actor, clock=clock(request), tijd=tijd)


def _differences(found: Praktijkopleider, typed: PraktijkopleiderForm, request: Request) -> list[Regel]:
    """Every field in which an edit differs from what is there."""
    now = found.capaciteit_op(service.first_monday(clock(request).today()))
    pairs = {
        "naam": (typed.naam, found.naam),
        "nabijheid": (
            NABIJHEID_WOORDEN[typed.nabijheid] if typed.nabijheid else "leeg",
            NABIJHEID_WOORDEN[now.nabijheid] if now else "leeg",
        ),
        "minuten": (
            "leeg" if typed.minuten is None else str(typed.minuten),
            str(now.minuten) if now else "leeg",
        ),
    }
    return [row for name, both in pairs.items() for row in difference(PRAKTIJKOPLEIDER[name], *both)]


async def _show(
    request: Request,
    form: Form[BaseModel],
    vestiging: Vestiging,
    found: Praktijkopleider | None = None,
) -> Response:
    """The form as it stands; `found` None makes a new one."""
    vandaag = clock(request).today()
    return render(
        request,
        "organisaties/praktijkopleider.html",
        status_code=form.status,
        form=form,
        vestiging=vestiging,
        praktijkopleider=found,
        labels=PRAKTIJKOPLEIDER,
        nabijheden=NABIJHEDEN,
        tijd_vanaf=service.first_monday(vandaag),
        regio_minuten=await regio_minuten(await connection(request), vestiging.regio_code, vandaag),
    )


async def _show_vertrek(request: Request, form: Form[BaseModel], found: Praktijkopleider) -> Response:
    """The form of a departure, above it what it means."""
    actor, conn, vandaag = actor_as(request, *zicht.READS), await connection(request), clock(request).today()
    geleid = await list_geleid(conn, actor, found.id, vandaag)
    weeks = [week for each in geleid if (week := each.laatste_week) and week >= monday(vandaag)]
    return render(
        request,
        "organisaties/vertrek.html",
        status_code=form.status,
        form=form,
        praktijkopleider=found,
        labels=VERTREK,
        geleid=geleid,
        kan_vanaf=max(weeks) + TO_FRIDAY if weeks else None,
        collegas=[(each.id, each.naam) for each in await list_colleagues(conn, actor, found, vandaag)],
    )


ROUTES = [
    Route("/vestigingen/{id:int}/praktijkopleiders/nieuw", show_new),
    Route("/vestigingen/{id:int}/praktijkopleiders/nieuw", create, methods=["POST"]),
    Route("/praktijkopleiders/{id:int}/bewerken", show_edit),
    Route("/praktijkopleiders/{id:int}/bewerken", save, methods=["POST"]),
    Route("/praktijkopleiders/{id:int}/vertrek", show_vertrek),
    Route("/praktijkopleiders/{id:int}/vertrek", save_vertrek, methods=["POST"]),
    Route("/praktijkopleiders/{id:int}/blijft", stay, methods=["POST"]),
]
