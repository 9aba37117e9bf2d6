"""Make a roulatie of a group, or as the next of a former one with its companies."""

from datetime import timedelta
from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.clock import monday
from marketplace.kandidaten.groepen import list_groepen
from marketplace.kandidaten.model import Groep
from marketplace.roulatie.cohort import BEGINS, list_opleiders, make_cohort
from marketplace.roulatie.leerlijnen import list_leerlijnen
from marketplace.roulatie.model import Cohort
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.writes import NieuweRoulatie
from marketplace.toegang.rechten import BESLIST
from marketplace.web.fields import Datum, Geheel, KorteTekst, Nummer, VeiligeTekst
from marketplace.web.forms import Form, check_form, filled, read_form
from marketplace.web.request import actor_as, clock, connection
from marketplace.web.roulatie.velden import EchteMaandag, Weken
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

AFSPRAAK = (
    "Wij leren samen mensen op. Tijdens deze roulatie en tot de dag hieronder vragen wij geen deelnemers die "
    "bij een ander bedrijf of bij het SW-bedrijf horen om bij ons in dienst te komen. Wil een deelnemer zelf "
    "bij ons werken? Dan laten wij dat weten aan de accountmanager en zeggen wij waarom."
)
TERM = timedelta(weeks=26)
LABELS = {
    "groep": "Welke groep?",
    "naam": "Naam van de roulatie",
    "opleider": "Welke mbo-opleider?",
    "leerlijn": "Welke leerlijn?",
    "van": "Eerste maandag",
    "blokken": "Hoeveel blokken?",
    "weken": "Hoeveel weken per blok?",
    "afspraak": "Wat spreken de bedrijven af over niet overnemen?",
    "afspraak_tot": "Tot welke dag geldt de afspraak?",
}


class RoulatieForm(BaseModel):
    """A new roulatie; its blocks are of equal length."""

    groep: Nummer
    naam: KorteTekst
    opleider: Nummer | None = None
    leerlijn: Nummer | None = None
    van: EchteMaandag
    blokken: Annotated[Geheel, Field(ge=1, le=26)]
    weken: Weken
    afspraak: VeiligeTekst
    afspraak_tot: Datum | None = None
    vervolg_op: Nummer | None = None

    def to_nieuw(self, regio_code: str) -> NieuweRoulatie:
        """What is asked; without a day the afspraak holds half a year longer than the roulatie."""
        tot = self.van + timedelta(weeks=self.blokken * self.weken)
        return NieuweRoulatie(
            regio_code=regio_code,
            groep_id=self.groep,
            naam=self.naam,
            opleider_id=self.opleider,
            leerlijn_id=self.leerlijn,
            vervolg_op=self.vervolg_op,
            van=self.van,
            tot=tot,
            afspraak=self.afspraak,
            afspraak_tot=self.afspraak_tot or tot + TERM,
        )


class BeginForm(BaseModel):
    """With what the form opens, in the address."""

    groep: Nummer | None = None
    vervolg_op: Nummer | None = None


async def show_new(request: Request) -> Response:
    """The form, filled in as far as the address says."""
    actor_as(request, *BESLIST)
    asked = check_form(
        BeginForm, {name: tuple(request.query_params.getlist(name)) for name in BeginForm.model_fields}
    )
    begin = asked.data or BeginForm()
    former = await _former(request, begin.vervolg_op)
    values: dict[str, object] = {"groep": begin.groep, "afspraak": AFSPRAAK, "blokken": 4, "weken": 6}
    values["van"] = monday(clock(request).today()) + timedelta(weeks=4)
    if former is not None:
        values |= {
            "naam": f"{former.roulatie.naam}, vervolg",
            "opleider": former.roulatie.opleider_id,
            "leerlijn": former.roulatie.leerlijn_id,
            "afspraak": former.roulatie.afspraak,
            "blokken": len(former.blokken) or 4,
            "weken": former.blokken[0].weken if former.blokken else 6,
            "vervolg_op": former.roulatie.id,
        }
    return await _form(request, filled(**values))


async def create(request: Request) -> Response:
    """Make the roulatie; what cannot be written comes back as it was typed."""
    actor = actor_as(request, *BESLIST)

    async def write(data: RoulatieForm) -> Response:
        groepen = {each.id: each for each in await list_groepen(await connection(request), actor)}
        groep = groepen.get(data.groep)
        regio_code = groep.regio_code if groep else actor.regios_als(*BESLIST)[0]
        roulatie_id = await make_cohort(
            await connection(request),
            actor,
            clock=clock(request),
            nieuw=data.to_nieuw(regio_code),
            blokken=data.blokken,
        )
        return redirect(request, f"/roulaties/{roulatie_id}", melding="De roulatie is gemaakt.")

    form = await read_form(request, RoulatieForm)
    return await save_form(request, form, write, partial(_form, request))


async def _former(request: Request, roulatie_id: int | None) -> Cohort | None:
    """The roulatie to go on from; None for one that is not there."""
    if roulatie_id is None:
        return None
    return await get_cohort(await connection(request), actor_as(request, *BESLIST), roulatie_id)


async def _form(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    conn, actor = await connection(request), actor_as(request, *BESLIST)
    own = actor.regios_als(*BESLIST)
    begin = check_form(BeginForm, {"vervolg_op": form.many("vervolg_op")}).data or BeginForm()
    groepen = [
        each for each in await list_groepen(conn, actor) if each.regio_code in own and each.status in BEGINS
    ]
    opleiders = [each for regio in own for each in await list_opleiders(conn, regio)]
    return render(
        request,
        "roulatie/nieuw.html",
        status_code=form.status,
        form=form,
        labels=LABELS,
        former=await _former(request, begin.vervolg_op),
        groepen=[(each.id, _say_groep(each)) for each in groepen],
        opleiders=list(dict.fromkeys(opleiders)),
        leerlijnen=[(each.id, each.naam) for each in await list_leerlijnen(conn, actor)],
    )


def _say_groep(groep: Groep) -> str:
    """A group with how many people it has."""
    return f"{groep.naam} ({groep.aantal} {'persoon' if groep.aantal == 1 else 'personen'})"


ROUTES = [Route("/roulaties/nieuw", show_new), Route("/roulaties/nieuw", create, methods=["POST"])]
