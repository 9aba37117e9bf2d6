"""The forms of the catalogue."""

from dataclasses import fields
from typing import Annotated, Any

from pydantic import BaseModel, Field

from marketplace.web.fields import Datum, Geheel, KorteTekst, VeiligeTekst
from marketplace.web.filters import Filters
from marketplace.web.saving import VersieForm, WaaromForm
from marketplace.werkprocessen.model import KwalificatieGegevens, WerkprocesGegevens

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


class KwalificatieVelden(BaseModel):
    """What a kwalificatie is called, where it belongs and who says so."""

    naam: KorteTekst
    niveau: Annotated[Geheel, Field(ge=1, le=4)]
    sector: KorteTekst
    dossier: KorteTekst
    bron: VeiligeTekst

    def to_gegevens(self) -> KwalificatieGegevens:
        """The edit that is asked."""
        return KwalificatieGegevens(**_of(self, KwalificatieGegevens))


class NewKwalificatieForm(KwalificatieVelden):
    """A kwalificatie as it is added."""

    crebo: Crebo
    dossier_crebo: Crebo
    van: Datum


class EditKwalificatieForm(KwalificatieVelden, VersieForm):
    """A kwalificatie as it is mended."""


class WerkprocesVelden(BaseModel):
    """How a werkproces is said."""

    titel: KorteTekst
    uitleg: VeiligeTekst
    bron: VeiligeTekst

    def to_gegevens(self) -> WerkprocesGegevens:
        """The edit that is asked."""
        return WerkprocesGegevens(**_of(self, WerkprocesGegevens))


class NewWerkprocesForm(WerkprocesVelden):
    """A werkproces as it is added."""

    code: KorteTekst


class EditWerkprocesForm(WerkprocesVelden, VersieForm):
    """A werkproces as it is said otherwise."""


def _of(form: BaseModel, model: type[KwalificatieGegevens | WerkprocesGegevens]) -> dict[str, Any]:
    """What was typed of a form that belongs to a model."""
    return form.model_dump(include={each.name for each in fields(model)})


class EindeForm(WaaromForm):
    """Until when a kwalificatie can be learned; `tot` is the last day."""

    tot: Datum | None = None
