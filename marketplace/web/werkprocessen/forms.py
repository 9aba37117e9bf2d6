"""The forms of the catalogue."""

from typing import Annotated

from pydantic import BaseModel, Field

from marketplace.web.fields import Datum, Geheel, KorteTekst, VeiligeTekst
from marketplace.web.filters import Filters
from marketplace.web.saving import VersieForm, WaaromForm

LABELS = {
    "crebo": "Crebo",
    "naam": "Naam",
    "dossier_crebo": "Crebo van het dossier",
    "dossier": "Naam van het dossier",
    "niveau": "Niveau",
    "sector": "Sector",
    "van": "Geldig vanaf",
    "code": "Code",
    "titel": "Officiële naam",
    "uitleg": "In gewone woorden",
    "bron": "Bron",
    "tot": "Laatste dag",
    "reden": "Waarom?",
}


class FilterForm(Filters):
    """What the catalogue is narrowed to."""

    woorden: KorteTekst | None = None
    sector: KorteTekst | None = None
    niveau: Annotated[Geheel, Field(ge=1, le=4)] | None = None


Crebo = Annotated[Geheel, Field(ge=10_000, le=99_999)]


class KwalificatieForm(BaseModel):
    """A kwalificatie as it is added."""

    naam: KorteTekst
    crebo: Crebo
    niveau: Annotated[Geheel, Field(ge=1, le=4)]
    sector: KorteTekst
    dossier: KorteTekst
    dossier_crebo: Crebo
    van: Datum
    bron: VeiligeTekst


class NewForm(BaseModel):
    """A werkproces as it is added."""

    code: KorteTekst
    titel: KorteTekst
    uitleg: VeiligeTekst
    bron: VeiligeTekst


class UitlegForm(VersieForm):
    """The plain words of a werkproces."""

    uitleg: VeiligeTekst


class EindeForm(WaaromForm):
    """Until when a kwalificatie can be learned; `tot` is the last day."""

    tot: Datum | None = None
