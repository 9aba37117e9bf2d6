"""The pages of a werkleider: who leads, how much, when, and what they can show others."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request

from marketplace.groepsdetachering.bedrijf import werkleiders as service
from marketplace.groepsdetachering.bedrijf.model import Bedrijf, Werkleider
from marketplace.groepsdetachering.bedrijf.vastleggen import Onderdeel
from marketplace.web.fields import Geheel, KorteTekst, Nummers, Werkdagen, WerkUren
from marketplace.web.forms import Form, filled, hours_text, ticked
from marketplace.web.groepsdetachering.bedrijf.afwezig import AFWEZIG_LABELS, afwezig_routes
from marketplace.web.groepsdetachering.bedrijf.onderdeel import OnderdeelForm, Onderdeelpagina
from marketplace.web.groepsdetachering.velden import DAG_OPTIONS, Trainingen
from marketplace.web.keuzes import load_keuzes
from marketplace.web.request import connection

LABELS = {
    "naam": "Naam",
    "uren": "Uren per week",
    "span": "Hoeveel begeleiding tegelijk?",
    "dagen": "Werkdagen",
    "trainingen": "Trainingen",
    "werkprocessen": "Wat kan deze werkleider voordoen?",
}


class WerkleiderForm(OnderdeelForm):
    """What is filled in of a werkleider."""

    naam: KorteTekst
    uren: WerkUren
    span: Annotated[Geheel, Field(ge=service.LEAST_SPAN, le=service.MOST_SPAN)]
    dagen: Werkdagen
    trainingen: Trainingen = ()
    werkprocessen: Nummers = Field(default_factory=list)

    def to_gegevens(self) -> service.WerkleiderGegevens:
        """What the verb gets."""
        return service.WerkleiderGegevens(
            naam=self.naam,
            minuten=self.uren,
            span=self.span,
            dagen=self.dagen,
            trainingen=self.trainingen,
            werkprocessen=frozenset(self.werkprocessen),
        )


def _fill(now: Werkleider) -> Form[BaseModel]:
    """The form of a werkleider as stored."""
    return filled(
        naam=now.naam,
        uren=hours_text(now.minuten),
        span=now.span,
        dagen=ticked(now.dagen),
        trainingen=", ".join(now.trainingen),
        werkprocessen=now.werkprocessen,
    )


async def _context(request: Request, _: Bedrijf, now: Werkleider | None) -> Mapping[str, object]:
    """The days and the catalogue to choose from."""
    chosen = {str(each) for each in now.werkprocessen} if now else set()
    keuzes = await load_keuzes(await connection(request))
    return {"dag_options": DAG_OPTIONS, "groepen": keuzes.groups(chosen=chosen)}


WERKLEIDERS = Onderdeelpagina(
    onderdeel=Onderdeel.WERKLEIDER,
    form=WerkleiderForm,
    labels=LABELS | AFWEZIG_LABELS,
    add=service.add_werkleider,
    edit=service.edit_werkleider,
    archive=service.archive_werkleider,
    fill=_fill,
    new=filled(dagen=ticked(31)),
    context=_context,
)
ROUTES = [*WERKLEIDERS.routes(), *afwezig_routes(WERKLEIDERS)]
