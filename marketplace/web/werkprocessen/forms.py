"""The forms of the catalogue."""

from typing import Annotated

from pydantic import BaseModel, Field

from marketplace.web.fields import Datum, Geheel, KorteTekst, VeiligeTekst, Versie
from marketplace.web.filters import Filters

LABELS = {
    "code": "Code",
    "titel": "Officiële naam",
    "uitleg": "In gewone woorden",
    "bron": "Bron",
    "tot": "Laatste dag",
}


class FilterForm(Filters):
    """What the catalogue is narrowed to."""

    woorden: KorteTekst | None = None
    sector: KorteTekst | None = None
    niveau: Annotated[Geheel, Field(ge=1, le=4)] | None = None


class NewForm(BaseModel):
    """A werkproces as it is added."""

    code: KorteTekst
    titel: KorteTekst
    uitleg: VeiligeTekst
    bron: VeiligeTekst


class UitlegForm(BaseModel):
    """The plain words of a werkproces."""

    uitleg: VeiligeTekst
    versie: Versie


class EindeForm(BaseModel):
    """Until when a kwalificatie can be learned; `tot` is the last day."""

    tot: Datum | None = None
    versie: Versie


class ArchiefForm(BaseModel):
    """The version that somebody saw."""

    versie: Versie
