"""The pages of a bus: its seats, where it starts, and past which opstapplaatsen it comes."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request

from marketplace.groepsdetachering.bedrijf import bussen as service
from marketplace.groepsdetachering.bedrijf.model import Bedrijf, Bus
from marketplace.groepsdetachering.bedrijf.vastleggen import Onderdeel
from marketplace.web.fields import Geheel, KorteTekst, Nummer, Nummers
from marketplace.web.forms import Form, filled
from marketplace.web.groepsdetachering.bedrijf.afwezig import AFWEZIG_LABELS, afwezig_routes
from marketplace.web.groepsdetachering.bedrijf.onderdeel import OnderdeelForm, Onderdeelpagina
from marketplace.web.keuzes import load_plaatsen
from marketplace.web.request import clock, connection

LABELS = {
    "naam": "Naam",
    "plaatsen": "Hoeveel mensen kunnen mee?",
    "plaats": "Waar begint de rit?",
    "opstapplaatsen": "Langs welke opstapplaatsen komt de bus?",
}


class BusForm(OnderdeelForm):
    """What is filled in of a bus."""

    naam: KorteTekst
    plaatsen: Annotated[Geheel, Field(ge=service.LEAST_PLAATSEN, le=service.MOST_PLAATSEN)]
    plaats: Nummer
    opstapplaatsen: Annotated[Nummers, Field(max_length=service.MOST_STOPS)] = Field(default_factory=list)

    def to_gegevens(self) -> service.BusGegevens:
        """What the verb gets."""
        return service.BusGegevens(
            naam=self.naam,
            plaatsen=self.plaatsen,
            plaats_id=self.plaats,
            opstapplaatsen=tuple(self.opstapplaatsen),
        )


def _fill(now: Bus) -> Form[BaseModel]:
    """The form of a bus as stored."""
    return filled(
        naam=now.naam, plaatsen=now.plaatsen, plaats=now.plaats_id, opstapplaatsen=now.opstapplaatsen
    )


async def _context(request: Request, bedrijf: Bedrijf, now: Bus | None) -> Mapping[str, object]:
    """The places and stops to choose from."""
    own = (now.plaats_id, now.plaats) if now else None
    return {
        "plaatsen": await load_plaatsen(
            await connection(request), bedrijf.beleid.regio_code, clock(request).today(), own
        ),
        "stops": [(each.id, f"{each.naam}, {each.plaats}") for each in bedrijf.opstapplaatsen],
        "meeste_stops": min(service.MOST_STOPS, len(bedrijf.opstapplaatsen)),
    }


BUSSEN = Onderdeelpagina(
    onderdeel=Onderdeel.BUS,
    form=BusForm,
    labels=LABELS | AFWEZIG_LABELS,
    add=service.add_bus,
    edit=service.edit_bus,
    archive=service.archive_bus,
    fill=_fill,
    context=_context,
)
ROUTES = [*BUSSEN.routes(), *afwezig_routes(BUSSEN)]
