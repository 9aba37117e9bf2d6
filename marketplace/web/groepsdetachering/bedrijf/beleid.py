"""The beleid of a SW-bedrijf: how far to plan, bounds of rides, costs, the way back, which wishes first."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.bedrijf import beleid as service
from marketplace.groepsdetachering.bedrijf.model import Beleid
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.rechten import PLANT_MENSEN
from marketplace.web.fields import Geheel, KorteTekst, Vinkje
from marketplace.web.forms import Form, euros_text, filled, read_form
from marketplace.web.groepsdetachering.bedrijf.onderdeel import bij, planned_bedrijf
from marketplace.web.groepsdetachering.pagina import PAD, home_of, save_planned, show_bedrijf
from marketplace.web.groepsdetachering.velden import PerKilometer, PerUur
from marketplace.web.groepsdetachering.woorden import say_lagen
from marketplace.web.request import actor_as, connection
from marketplace.web.saving import VersieForm

LABELS = {
    "weken": "Hoeveel weken plant u vooruit?",
    "fase_volgorde": "De volgorde van de treden is bindend",
    "max_rit": "Langste rit in minuten",
    "max_omweg": "Langste omweg in minuten",
    "loon": "Loon van een medewerker per uur",
    "leiding": "Loon van een werkleider per uur",
    "kilometer": "Een bus per kilometer",
    "uitstroom_per_groep": "Hoeveel vertrekkers kan een groep missen?",
    "terugkeer_maanden": "Hoeveel maanden geldt de terugkeergarantie?",
    "waarschuwing_weken": "Hoeveel weken vooraf waarschuwen wij?",
}
MONEY = ("loon", "leiding", "kilometer")


class BeleidForm(VersieForm):
    """What is filled in of the beleid."""

    weken: Annotated[Geheel, Field(ge=1, le=26)]
    fase_volgorde: Vinkje = False
    max_rit: Annotated[Geheel, Field(ge=5, le=180)]
    max_omweg: Annotated[Geheel, Field(ge=0, le=120)]
    loon: PerUur
    leiding: PerUur
    kilometer: PerKilometer
    uitstroom_per_groep: Annotated[Geheel, Field(ge=0, le=20)]
    terugkeer_maanden: Annotated[Geheel, Field(ge=1, le=120)]
    waarschuwing_weken: Annotated[Geheel, Field(ge=1, le=52)]

    def to_gegevens(self) -> service.BeleidGegevens:
        """What the verb gets."""
        return service.BeleidGegevens(**self.model_dump(exclude={"versie"}))


class LaagForm(VersieForm):
    """The tier that is to count before the one above it."""

    laag: KorteTekst


async def show_beleid(request: Request) -> Response:
    """The form, filled in, and the wishes in order."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write the bounds and costs."""
    return await save_planned(
        request,
        await read_form(request, BeleidForm),
        lambda conn, actor, data: service.edit_beleid(
            conn, actor, bij(request), data.versie, data.to_gegevens()
        ),
        lambda form: _page(request, form),
        (f"{home_of(request)}/bedrijf", "Het beleid is opgeslagen."),
    )


async def raise_one(request: Request) -> Response:
    """Let a tier count earlier."""
    return await save_planned(
        request,
        await read_form(request, LaagForm),
        lambda conn, actor, data: service.raise_laag(conn, actor, bij(request), data.versie, data.laag),
        lambda form: _page(request, lagen=form),
        (f"{home_of(request)}/bedrijf/beleid#lagen", "De volgorde is veranderd."),
    )


def _filled(beleid: Beleid) -> Form[BaseModel]:
    """The form as the beleid is now."""
    stored = {name: getattr(beleid, name) for name in LABELS}
    return filled(**stored | {name: euros_text(stored[name]) for name in MONEY})


async def _page(
    request: Request, form: Form[BaseModel] | None = None, *, lagen: Form[BaseModel] | None = None
) -> Response:
    """The page with its forms as they stand."""
    bedrijf = await planned_bedrijf(request)
    shown, moved = form or _filled(bedrijf.beleid), lagen or filled()
    actor, conn = actor_as(request, *PLANT_MENSEN), await connection(request)
    return show_bedrijf(
        request,
        "bedrijf/beleid.html",
        bedrijf,
        shown,
        moved,
        form=shown,
        lagenform=moved,
        labels=LABELS,
        dit=f"{home_of(request)}/bedrijf/beleid",
        lagen=say_lagen(bedrijf.beleid.lagen),
        momenten=await list_geschiedenis(conn, actor, "detacheringsbeleid", bedrijf.id),
    )


ROUTES = [
    Route(f"{PAD}/bedrijf/beleid", show_beleid),
    Route(f"{PAD}/bedrijf/beleid", save, methods=["POST"]),
    Route(f"{PAD}/bedrijf/lagen", raise_one, methods=["POST"]),
]
