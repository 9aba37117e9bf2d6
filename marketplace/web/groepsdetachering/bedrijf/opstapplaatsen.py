"""The pages of an opstapplaats: its name and where it lies."""

from collections.abc import Mapping

from pydantic import BaseModel
from starlette.requests import Request

from marketplace.groepsdetachering.bedrijf import opstapplaatsen as service
from marketplace.groepsdetachering.bedrijf.model import Bedrijf, Opstapplaats
from marketplace.groepsdetachering.bedrijf.vastleggen import Onderdeel
from marketplace.web.fields import KorteTekst, Nummer
from marketplace.web.forms import Form, filled
from marketplace.web.groepsdetachering.bedrijf.onderdeel import OnderdeelForm, Onderdeelpagina
from marketplace.web.keuzes import load_plaatsen
from marketplace.web.request import clock, connection

LABELS = {"naam": "Naam", "plaats": "Plaats"}


class OpstapplaatsForm(OnderdeelForm):
    """What is filled in of an opstapplaats."""

    naam: KorteTekst
    plaats: Nummer

    def to_gegevens(self) -> service.OpstapplaatsGegevens:
        """What the verb gets."""
        return service.OpstapplaatsGegevens(naam=self.naam, plaats_id=self.plaats)


def _fill(now: Opstapplaats) -> Form[BaseModel]:
    """The form of an opstapplaats as stored."""
    return filled(naam=now.naam, plaats=now.plaats_id)


async def _context(request: Request, bedrijf: Bedrijf, now: Opstapplaats | None) -> Mapping[str, object]:
    """The places to choose from."""
    own = (now.plaats_id, now.plaats) if now else None
    conn, vandaag = await connection(request), clock(request).today()
    return {"plaatsen": await load_plaatsen(conn, bedrijf.beleid.regio_code, vandaag, own)}


ROUTES = Onderdeelpagina(
    onderdeel=Onderdeel.OPSTAPPLAATS,
    form=OpstapplaatsForm,
    labels=LABELS,
    add=service.add_opstapplaats,
    edit=service.edit_opstapplaats,
    archive=service.archive_opstapplaats,
    fill=_fill,
    context=_context,
).routes()
