"""The form that makes or edits a plek."""

from collections.abc import Sequence
from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.leerwerkplekken import service
from marketplace.leerwerkplekken.model import Leerwerkplek
from marketplace.organisaties.model import Praktijkopleider, Vestiging
from marketplace.organisaties.queries import list_erkenningen, list_praktijkopleiders_of, list_vestigingen
from marketplace.organisaties.service import first_monday
from marketplace.toegang.rechten import BEWERKT_PLEKKEN
from marketplace.web.forms import Form, read_form
from marketplace.web.keuzes import FASE_OPTIONS, NIVEAU_OPTIONS, TALEN, load_keuzes
from marketplace.web.leerwerkplekken.begeleiding import (
    NABIJHEDEN,
    check_tijd,
    regio_minuten,
    save_tijd,
    tijd_differences,
    tijd_form_of,
    tijd_labels,
    tijd_model,
    tijd_versies,
    together,
)
from marketplace.web.leerwerkplekken.forms import EditPlekForm, NewPlekForm, form_of, new_form
from marketplace.web.leerwerkplekken.verschil import LABELS, differences, leider_difference
from marketplace.web.request import MAX_ID, actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render


async def show_new(request: Request) -> Response:
    """An empty form, for the vestiging in the address or the only one there is."""
    actor = actor_as(request, *BEWERKT_PLEKKEN)
    vestigingen = await list_vestigingen(await connection(request), actor)
    only = vestigingen[0].id if len(vestigingen) == 1 else None
    asked = _number(request.query_params.get("vestiging", "")) or only
    return await _show(request, new_form(asked, clock(request).today()), None)


async def create(request: Request) -> Response:
    """Make the plek as a concept and show it."""
    actor = actor_as(request, *BEWERKT_PLEKKEN)

    async def write(data: NewPlekForm) -> Response:
        plek_id = await service.create_leerwerkplek(
            await connection(request),
            actor,
            clock=clock(request),
            vestiging_id=data.vestiging,
            gegevens=data.to_gegevens(),
            inzet=data.to_inzet(),
        )
        melding = "De leerwerkplek is bewaard als concept. Publiceer de plek als alles klopt."
        return redirect(request, f"/leerwerkplekken/{plek_id}", melding=melding)

    form = await read_form(request, NewPlekForm)
    return await save_form(request, form, write, partial(_show, request, plek=None))


async def show_edit(request: Request) -> Response:
    """The form with what is there now."""
    plek = await _plek(request)
    leaders = await _leaders(request, plek)
    tijd = tijd_form_of(leaders, first_monday(clock(request).today()))
    return await _show(request, together(form_of(plek), tijd), plek, leaders)


async def save(request: Request) -> Response:
    """Write what was typed; what cannot be written comes back as it was typed, with what is there now."""
    plek = await _plek(request)
    conn, actor = await connection(request), actor_as(request, *BEWERKT_PLEKKEN)
    leaders = await _leaders(request, plek)
    tijd = check_tijd(await read_form(request, tijd_model(leaders)), leaders)
    form = together(await read_form(request, EditPlekForm), tijd)

    async def write(data: EditPlekForm) -> Response:
        await service.edit_leerwerkplek(
            conn,
            actor,
            clock=clock(request),
            plek_id=plek.id,
            versie=data.versie,
            gegevens=data.to_gegevens(),
            inzet=data.to_inzet(),
        )
        await save_tijd(conn, actor, clock=clock(request), tijd=tijd, leaders=leaders)
        return redirect(request, f"/leerwerkplekken/{plek.id}", melding="De leerwerkplek is opgeslagen.")

    async def overtaken(data: EditPlekForm) -> Response:
        now = await _plek(request)
        leaders = await _leaders(request, now)
        rows = differences(now, data.to_gegevens(), (await load_keuzes(conn)).names())
        rows += leider_difference(now, data.to_inzet(), {each.id: each.naam for each in leaders})
        rows += tijd_differences(tijd, leaders, first_monday(clock(request).today()))
        seen = {"versie": now.versie, **tijd_versies(leaders)}
        return await _show(request, form.overtaken_by(rows, **seen), now, leaders)

    show = partial(_show, request, plek=plek, leaders=leaders)
    return await save_form(request, form, write, show, overtaken)


async def _plek(request: Request) -> Leerwerkplek:
    """The plek that the path names, for its werkgever or an accountmanager of its region."""
    actor = actor_as(request, *BEWERKT_PLEKKEN)
    return await service.visible_leerwerkplek(await connection(request), actor, path_id(request))


async def _leaders(request: Request, plek: Leerwerkplek) -> list[Praktijkopleider]:
    """Those of the vestiging who still work there when a change of their time would hold."""
    conn, actor = await connection(request), actor_as(request, *BEWERKT_PLEKKEN)
    everyone = await service.leaders_of(conn, actor, plek.vestiging_id)
    return [each for each in everyone if not each.has_left(first_monday(clock(request).today()))]


async def _show(
    request: Request,
    form: Form[BaseModel],
    plek: Leerwerkplek | None,
    leaders: Sequence[Praktijkopleider] = (),
) -> Response:
    """The form as it stands; `plek` None makes a new one, `leaders` are those whose time stands in it."""
    actor, vandaag = actor_as(request, *BEWERKT_PLEKKEN), clock(request).today()
    conn = await connection(request)
    vestigingen = [] if plek else await list_vestigingen(conn, actor)
    known = [plek.vestiging_id] if plek else [each.id for each in vestigingen]
    vestiging_id = plek.vestiging_id if plek else _number(form.one("vestiging"))
    here = [each for each in known if vestiging_id in {0, each}]
    mensen = await list_praktijkopleiders_of(conn, actor, here)
    return render(
        request,
        "leerwerkplekken/bewerken.html",
        status_code=form.status,
        form=form,
        plek=plek,
        labels={**LABELS, **tijd_labels(leaders)},
        tijden=leaders,
        tijd_vanaf=first_monday(vandaag),
        nabijheden=NABIJHEDEN,
        regio_minuten=await regio_minuten(conn, plek.regio_code, vandaag) if plek else {},
        keuzes=await load_keuzes(conn),
        talen=TALEN,
        niveaus=NIVEAU_OPTIONS,
        fasen=FASE_OPTIONS,
        vestigingen=[(each.id, f"{each.organisatie}, {each.naam}") for each in vestigingen],
        leiders=_leader_options(
            [each for each in mensen if not each.has_left(vandaag)], vestigingen, vestiging_id
        ),
        niet_erkend=bool(vestiging_id) and not await list_erkenningen(conn, here),
    )


def _number(text: str) -> int:
    """A number from the address or a field; 0 for what is none."""
    return int(text) if text.isdecimal() and len(text) < len(str(MAX_ID)) else 0


def _leader_options(
    leaders: list[Praktijkopleider], vestigingen: list[Vestiging], vestiging_id: int
) -> list[tuple[int, str]]:
    """Those of the vestiging by name; while none is chosen, all with where they work."""
    if vestiging_id:
        return [(each.id, each.naam) for each in leaders]
    names = {each.id: each.naam for each in vestigingen}
    return [(each.id, f"{each.naam} ({names[each.vestiging_id]})") for each in leaders]
