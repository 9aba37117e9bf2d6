"""The forms of organisaties and what belongs to them."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from marketplace.organisaties.model import Nabijheid, OrganisatieFilter
from marketplace.organisaties.wijziging import (
    ErkenningEdit,
    NewErkenning,
    NewOpleiding,
    OrganisatieGegevens,
    VestigingGegevens,
)
from marketplace.web.fields import (
    Datum,
    Geheel,
    Keuzes,
    KleinNummer,
    KorteTekst,
    Nummer,
    Nummers,
    Vinkje,
)
from marketplace.web.filters import Filters
from marketplace.web.forms import first_day_after
from marketplace.web.saving import VersieForm, WaaromForm


def _kvk(text: str) -> str:
    """Refuse what is no number of the Handelsregister; spaces and dots may stand between."""
    figures = re.sub(r"[ .]", "", text)
    if not re.fullmatch(r"[0-9]{8}", figures):
        message = "Een KVK-nummer heeft 8 cijfers. Vul ze alle 8 in of laat het veld leeg."
        raise ValueError(message)
    return figures


class FilterForm(Filters):
    """What the list is narrowed to."""

    woorden: KorteTekst | None = None
    soort: KorteTekst | None = None
    plaats: Nummer | None = None
    sector: KorteTekst | None = None
    archief: Vinkje = False

    def to_filter(self, ids: tuple[int, ...] | None) -> OrganisatieFilter:
        """The filter of the query; `ids` were searched."""
        return OrganisatieFilter(
            ids=ids,
            soort=self.soort,
            plaats_id=self.plaats,
            sector=self.sector,
            gearchiveerd=self.archief,
            vanaf=self.vanaf,
            aantal=self.aantal,
        )


class OrganisatieForm(BaseModel):
    """An organisatie as people type it."""

    naam: KorteTekst
    soort: KorteTekst
    kvk: Annotated[KorteTekst, AfterValidator(_kvk)] | None = None

    def to_gegevens(self) -> OrganisatieGegevens:
        """The fields of the organisatie."""
        return OrganisatieGegevens(naam=self.naam, soort=self.soort, kvk=self.kvk)


class NewOrganisatieForm(OrganisatieForm):
    """An organisatie that is not there yet, with the regio where it will be."""

    regio: KorteTekst


class EditOrganisatieForm(OrganisatieForm, VersieForm):
    """An organisatie that is there, in the version that was looked at."""


class VestigingForm(BaseModel):
    """A vestiging as people type it; `plaats` is one of the list."""

    naam: KorteTekst
    plaats: Nummer
    leerbedrijf_id: KorteTekst | None = None

    def to_gegevens(self) -> VestigingGegevens:
        """The fields of the vestiging."""
        return VestigingGegevens(naam=self.naam, plaats_id=self.plaats, leerbedrijf_id=self.leerbedrijf_id)


class EditVestigingForm(VestigingForm, VersieForm):
    """A vestiging that is there, in the version that was looked at."""


class PraktijkopleiderForm(BaseModel):
    """A praktijkopleider and the time for guidance, which may be left open."""

    naam: KorteTekst
    nabijheid: Nabijheid | None = None
    minuten: Annotated[Geheel, Field(ge=0, le=2400)] | None = None


class EditPraktijkopleiderForm(PraktijkopleiderForm, VersieForm):
    """A praktijkopleider who is there, in the version that was looked at."""


class VertrekForm(WaaromForm):
    """The last working day of a praktijkopleider and who takes over."""

    laatste_dag: Datum
    opvolger: Nummer | None = None


class NewErkenningForm(BaseModel):
    """An erkenning that SBB gave; it is limited to werkprocessen afterwards, when the crebo is known."""

    crebo: KleinNummer
    van: Datum
    tot: Datum | None = None
    gecontroleerd_op: Datum

    def to_erkenning(self) -> NewErkenning:
        """What is recorded."""
        return NewErkenning(
            crebo=self.crebo,
            van=self.van,
            tot=first_day_after(self.tot),
            werkprocessen=(),
            gecontroleerd_op=self.gecontroleerd_op,
        )


class EditErkenningForm(WaaromForm):
    """What can change of an erkenning; `gezien` says that the consequences were read."""

    tot: Datum | None = None
    werkprocessen: Nummers
    gecontroleerd_op: Datum
    gezien: Vinkje = False

    def to_edit(self) -> ErkenningEdit:
        """What is written."""
        return ErkenningEdit(
            tot=first_day_after(self.tot),
            werkprocessen=tuple(sorted(set(self.werkprocessen))),
            gecontroleerd_op=self.gecontroleerd_op,
        )


class NewOpleidingForm(BaseModel):
    """What a school is going to offer."""

    crebo: KleinNummer
    van: Datum
    tot: Datum | None = None
    regios: Keuzes

    def to_opleiding(self) -> NewOpleiding:
        """What is recorded."""
        return NewOpleiding(
            crebo=self.crebo,
            van=self.van,
            tot=first_day_after(self.tot),
            regio_codes=tuple(dict.fromkeys(self.regios)),
        )


class EndOpleidingForm(VersieForm):
    """The last day of an opleiding; empty means that it goes on."""

    tot: Datum | None = None
