"""Something happened: one form each, and the repair that Plekwijs then proposes."""

from abc import abstractmethod
from functools import partial
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from marketplace.rekenruns.service import AlreadyRunning
from marketplace.roulatie import bord, gebeurd
from marketplace.roulatie.deelnemers import add_afwezig
from marketplace.roulatie.gebeurd import Gebeurtenis, Happening, Herstel
from marketplace.roulatie.wijziging import Wijziging
from marketplace.toegang.rechten import BESLIST
from marketplace.web.doorbell import ring_after
from marketplace.web.fields import Geheel, KorteTekst, Maandag, Nummer, VeiligeTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.saving import VersieForm, save_form
from marketplace.web.templating import redirect, render

MOST_ANDERS = 999
BEZIG = "Er wordt nog een rooster gemaakt. Wacht tot dat klaar is en leg dit dan opnieuw vast."
LABELS = {
    "deelnemer": "Wie?",
    "kenmerk": "Wie?",
    "bedrijf": "Welk bedrijf?",
    "erkenning": "Welke erkenning?",
    "vanaf": "Vanaf welke maandag?",
    "afwezig_van": "Eerste week",
    "afwezig_tot": "Laatste week",
    "reden": "Waarom?",
    "max_mensen": "Hoeveel mensen mogen er hooguit iets van merken?",
    "max_cellen": "Hoeveel plaatsen op het bord mogen er hooguit veranderen?",
}
Reden = Annotated[VeiligeTekst, Field(min_length=5)]


class GebeurdForm(VersieForm):
    """What every form asks: how many people may notice the repair at most, and how many places may change."""

    wat: ClassVar[str]
    max_mensen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None
    max_cellen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None

    @abstractmethod
    def happening(self) -> Happening:
        """What is to be written down."""


class VanafForm(GebeurdForm):
    """Something that lasts, with its reason."""

    vanaf: Maandag
    reden: Reden

    @property
    def gebeurtenis(self) -> Gebeurtenis:
        """From when, and why."""
        return Gebeurtenis(vanaf=self.vanaf, reden=self.reden)


class AfwezigForm(GebeurdForm):
    """Somebody is away."""

    wat = "afwezig"
    deelnemer: Nummer
    afwezig_van: Maandag
    afwezig_tot: Maandag

    def happening(self) -> Happening:
        """These weeks."""
        return partial(
            add_afwezig, kandidaat_id=self.deelnemer, eerste=self.afwezig_van, laatste=self.afwezig_tot
        )


class GestoptForm(VanafForm):
    """Somebody stops."""

    wat = "gestopt"
    deelnemer: Nummer

    def happening(self) -> Happening:
        """From that Monday on."""
        return partial(gebeurd.drop_out, kandidaat_id=self.deelnemer, gebeurtenis=self.gebeurtenis)


class BedrijfForm(VanafForm):
    """A company stops."""

    wat = "bedrijf"
    bedrijf: Nummer

    def happening(self) -> Happening:
        """From that Monday on."""
        return partial(gebeurd.company_stops, organisatie_id=self.bedrijf, gebeurtenis=self.gebeurtenis)


class ErkenningForm(VanafForm):
    """An erkenning is withdrawn."""

    wat = "erkenning"
    erkenning: Nummer

    def happening(self) -> Happening:
        """From that Monday on."""
        return partial(gebeurd.erkenning_ends, erkenning_id=self.erkenning, gebeurtenis=self.gebeurtenis)


class ErbijForm(GebeurdForm):
    """Somebody joins later."""

    wat = "erbij"
    kenmerk: KorteTekst
    vanaf: Maandag

    def happening(self) -> Happening:
        """From that Monday on."""
        return partial(gebeurd.late_joiner, kenmerk=self.kenmerk, vanaf=self.vanaf)


FORMS: dict[str, type[GebeurdForm]] = {
    made.wat: made for made in (AfwezigForm, GestoptForm, BedrijfForm, ErkenningForm, ErbijForm)
}
SOORTEN = (
    ("afwezig", "Iemand is een tijd afwezig"),
    ("gestopt", "Iemand stopt"),
    ("bedrijf", "Een bedrijf stopt"),
    ("erkenning", "Een erkenning is ingetrokken"),
    ("erbij", "Iemand komt er later bij"),
)


async def show_gebeurd(request: Request) -> Response:
    """The choice of what happened, and the form of it."""
    return await _page(request, filled())


async def _page(request: Request, form: Form[BaseModel]) -> Response:
    """The page as it is now, with what was typed."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    cohort = await bord.own_cohort(conn, actor, path_id(request))
    wat = request.query_params.get("wat", "")
    return render(
        request,
        "roulatie/gebeurd.html",
        status_code=form.status,
        roulatie=cohort.roulatie,
        cohort=cohort,
        soorten=SOORTEN,
        wat=wat if wat in FORMS else "",
        form=form,
        labels=LABELS,
        erkenningen=await gebeurd.list_erkenningen_van(conn, cohort),
    )


async def happen(request: Request) -> Response:
    """Write down what happened and ask for a repair."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    model = FORMS.get(request.query_params.get("wat", ""))
    if model is None:
        return await _page(request, filled().with_errors({"": "Kies wat er gebeurde."}))
    form = await read_form(request, model)
    where = f"/roulaties/{path_id(request)}/bord"

    async def write(data: GebeurdForm) -> Response:
        wijziging = Wijziging(clock=clock(request), roulatie_id=path_id(request), versie=data.versie)
        herstel = Herstel(
            max_mensen=data.max_mensen,
            max_cellen=data.max_cellen,
            hoogstens=settings(request).solve_seconds,
        )
        made = await gebeurd.happen(conn, actor, wijziging, herstel, data.happening())
        melding = "Het is vastgelegd. Plekwijs zoekt een rooster dat weer past."
        return ring_after(request, redirect(request, where, melding=melding), made)

    async def overtaken(_: GebeurdForm) -> Response:
        return await _page(request, form.moved_on())

    try:
        return await save_form(request, form, write, partial(_page, request), overtaken)
    except AlreadyRunning:
        return await _page(request, form.with_errors({"": BEZIG}))
