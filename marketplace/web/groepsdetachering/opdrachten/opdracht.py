"""One opdracht: what was asked and agreed, the overeenkomst, people for whom something holds, and its end."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.opdrachten import afspraken, overeenkomst, service
from marketplace.groepsdetachering.opdrachten.model import (
    AfspraakSoort,
    Opdracht,
    OpdrachtStatus,
    Overeenkomst,
)
from marketplace.groepsdetachering.werkdagen import say_days
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import LEEST_MENSEN, PLANT_MENSEN
from marketplace.web.fields import Datum, KorteTekst, VeiligeTekst, VrijeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.groepsdetachering.opdrachten.forms import TOONT, WAARDEN
from marketplace.web.groepsdetachering.opdrachten.pagina import EEN, change, page_of, visible_opdracht
from marketplace.web.groepsdetachering.opdrachten.velden import stretches
from marketplace.web.groepsdetachering.pagina import save_planned, show_bedrijf
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import Geweigerd, VersieForm, take_step
from marketplace.web.templating import redirect
from marketplace.werkprocessen.model import NIVEAUS

LABELS = {
    "weiger_reden": "Waarom niet?",
    "vanaf": "Eerste dag waarop er niemand meer komt",
    "stop_reden": "Waarom stopt de opdracht?",
    "intrek_reden": "Waarom gaat de opdracht niet door?",
    "nummer": "Nummer van de overeenkomst",
    "getekend_op": "Op welke dag is er getekend?",
    "namens_inlener": "Wie tekende namens de inlener?",
    "namens_bedrijf": "Wie tekende namens uw bedrijf?",
    "afspraken": "Wat is er afgesproken?",
    "kenmerk": "Kenmerk van de medewerker",
    "soort": "Wat is er afgesproken?",
    "afspraak_reden": "Waarom?",
}
SOORTEN = [
    (AfspraakSoort.NOOIT.value, "Komt nooit bij deze opdracht"),
    (AfspraakSoort.UITZONDERING.value, "Mag hier werken, ook als de volgorde van de treden dat niet toelaat"),
]
Reden = Annotated[VeiligeTekst, Field(min_length=5)]


class WeigerForm(VersieForm):
    """Why what was asked is turned down."""

    weiger_reden: Reden


class StopForm(VersieForm):
    """From which day on nobody comes any more, and why."""

    vanaf: Datum
    stop_reden: Reden


class IntrekForm(VersieForm):
    """Why what was agreed does not begin."""

    intrek_reden: Reden


class OvereenkomstForm(VersieForm):
    """The overeenkomst as people type it."""

    nummer: KorteTekst
    getekend_op: Datum
    namens_inlener: KorteTekst
    namens_bedrijf: KorteTekst
    afspraken: VrijeTekst = ""

    def to_overeenkomst(self) -> Overeenkomst:
        """What is to be written."""
        return Overeenkomst(**self.model_dump(exclude={"versie"}))


class AfspraakForm(VersieForm):
    """What is agreed on somebody."""

    kenmerk: KorteTekst
    soort: AfspraakSoort
    afspraak_reden: Reden


async def show_opdracht(request: Request) -> Response:
    """The page."""
    return await _page(request)


async def accept(request: Request) -> Response:
    """Take on what an inlener asked."""
    conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)

    async def step(versie: int) -> None:
        await service.accept_opdracht(conn, actor, change(request, versie))

    done = redirect(request, page_of(request), melding="De opdracht is aangenomen en doet mee in het plan.")
    return await take_step(request, step, done, lambda geweigerd: _page(request, geweigerd=geweigerd))


async def refuse(request: Request) -> Response:
    """Turn down what an inlener asked."""
    return await save_planned(
        request,
        await read_form(request, WeigerForm),
        lambda conn, actor, data: service.refuse_opdracht(
            conn, actor, change(request, data.versie), data.weiger_reden
        ),
        partial(_page, request),
        (page_of(request), "De vraag is afgewezen. De inlener leest waarom."),
        partial(_stands, request, OpdrachtStatus.GEVRAAGD),
    )


async def stop(request: Request) -> Response:
    """End the opdracht before a day."""
    return await save_planned(
        request,
        await read_form(request, StopForm),
        lambda conn, actor, data: service.stop_opdracht(
            conn, actor, change(request, data.versie), data.vanaf, data.stop_reden
        ),
        partial(_page, request),
        (page_of(request), "De opdracht stopt. Kijk op het weekbord wie nu ander werk nodig heeft."),
        partial(_stands, request, OpdrachtStatus.OPEN),
    )


async def withdraw(request: Request) -> Response:
    """Let the opdracht not begin."""
    return await save_planned(
        request,
        await read_form(request, IntrekForm),
        lambda conn, actor, data: service.withdraw_opdracht(
            conn, actor, change(request, data.versie), data.intrek_reden
        ),
        partial(_page, request),
        (page_of(request), "De opdracht gaat niet door. Kijk op het weekbord of er al een groep stond."),
        partial(_stands, request, OpdrachtStatus.OPEN),
    )


async def save_overeenkomst(request: Request) -> Response:
    """Write down what was signed."""
    return await save_planned(
        request,
        await read_form(request, OvereenkomstForm),
        lambda conn, actor, data: overeenkomst.record_overeenkomst(
            conn, actor, change(request, data.versie), data.to_overeenkomst()
        ),
        partial(_page, request),
        (page_of(request), "De overeenkomst is vastgelegd."),
        partial(_stands, request, OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT),
    )


async def save_afspraak(request: Request) -> Response:
    """Agree something on somebody."""
    return await save_planned(
        request,
        await read_form(request, AfspraakForm),
        lambda conn, actor, data: afspraken.put_afspraak(
            conn, actor, change(request, data.versie), data.kenmerk, data.soort, data.afspraak_reden
        ),
        partial(_page, request),
        (page_of(request), "De afspraak is vastgelegd."),
        partial(_stands, request, *service.LIVE),
    )


async def end_afspraak(request: Request) -> Response:
    """Let what was agreed on somebody hold no more."""
    conn, actor = await connection(request), actor_as(request, *PLANT_MENSEN)

    async def step(versie: int) -> None:
        await afspraken.end_afspraak(conn, actor, change(request, versie), path_id(request, "kandidaat"))

    done = redirect(request, page_of(request), melding="De afspraak geldt niet meer.")
    return await take_step(request, step, done, lambda geweigerd: _page(request, geweigerd=geweigerd))


async def _stands(request: Request, *statuses: OpdrachtStatus) -> bool:
    """Whether the page still has a form that goes with these statuses."""
    _, opdracht = await visible_opdracht(request)
    return opdracht.status in statuses


async def _page(
    request: Request, form: Form[BaseModel] | None = None, *, geweigerd: Geweigerd | None = None
) -> Response:
    """The page with the form that was just sent, if any, as it was typed."""
    bedrijf, opdracht = await visible_opdracht(request)
    conn, actor = await connection(request), actor_as(request, *LEEST_MENSEN)
    signed = await overeenkomst.get_overeenkomst(conn, actor, opdracht.id)
    keuzes = await load_keuzes(conn)
    names = keuzes.names()
    shown = form or filled()
    return show_bedrijf(
        request,
        "opdrachten/opdracht.html",
        bedrijf,
        shown,
        geweigerd=geweigerd,
        opdracht=opdracht,
        dit=page_of(request),
        form=shown,
        labels=LABELS,
        getekend=signed,
        begonnen=opdracht.van <= clock(request).today(),
        ongetekend=_runs(opdracht, request) and signed is None,
        form_overeenkomst=shown if "nummer" in shown.typed else _overeenkomst_form(signed),
        afspraken=await afspraken.list_afspraken_bij(conn, actor, opdracht.id),
        soorten=SOORTEN,
        trede=next((each.naam for each in bedrijf.treden if each.nummer == opdracht.trede), None),
        niveaus=NIVEAUS,
        waarden=dict(WAARDEN),
        toont={code: naam for code, naam, *_ in TOONT},
        werk=[(names[each.werkproces_id], each) for each in opdracht.werkprocessen],
        voorwaarden=[names.get(each, each) for each in opdracht.voorwaarden],
        gesloten=stretches(opdracht.gesloten),
        say_days=say_days,
        momenten=await list_geschiedenis(conn, actor, "opdracht", opdracht.id),
        namen=names,
    )


def _runs(opdracht: Opdracht, request: Request) -> bool:
    """Whether it was agreed and people are there about now."""
    agreed = opdracht.status in {OpdrachtStatus.OPEN, OpdrachtStatus.GESTOPT}
    return agreed and opdracht.van <= clock(request).today() < opdracht.tot


def _overeenkomst_form(signed: Overeenkomst | None) -> Form[BaseModel]:
    """The form of the overeenkomst as it is opened."""
    names = OvereenkomstForm.model_fields.keys() - {"versie"}
    return filled(**{name: getattr(signed, name) for name in names}) if signed else filled()


ROUTES = [
    Route(EEN, show_opdracht),
    Route(f"{EEN}/aannemen", accept, methods=["POST"]),
    Route(f"{EEN}/afwijzen", refuse, methods=["POST"]),
    Route(f"{EEN}/stoppen", stop, methods=["POST"]),
    Route(f"{EEN}/intrekken", withdraw, methods=["POST"]),
    Route(f"{EEN}/overeenkomst", save_overeenkomst, methods=["POST"]),
    Route(f"{EEN}/afspraken", save_afspraak, methods=["POST"]),
    Route(f"{EEN}/afspraken/{{kandidaat:int}}/weg", end_afspraak, methods=["POST"]),
]
