"""The forms of leerwerkplekken: filters and the plek itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from marketplace.leerwerkplekken.model import BINNENKORT, Leerwerkplek, PlekFilter, PlekStatus
from marketplace.leerwerkplekken.wijziging import NewInzet, PlekGegevens
from marketplace.web.fields import (
    Dagdelen,
    Datum,
    Geheel,
    Keuzes,
    KleinNummer,
    KorteTekst,
    Nummer,
    Nummers,
    Vinkje,
    VrijeTekst,
    WerkUren,
)
from marketplace.web.filters import Filters
from marketplace.web.forms import Form, filled, first_day_after, hours_text, last_day, ticked
from marketplace.web.saving import VersieForm
from marketplace.werkprocessen.model import Fase


def _some(chosen: list[str]) -> list[str]:
    """Refuse an empty choice."""
    if not chosen:
        message = "Kies er ten minste één."
        raise ValueError(message)
    return chosen


class FilterForm(Filters):
    """What the list is narrowed to."""

    woorden: KorteTekst | None = None
    status: PlekStatus | None = None
    sector: KorteTekst | None = None
    gemeente: KleinNummer | None = None
    organisatie: Nummer | None = None
    eindigt: Literal["binnenkort"] | None = None

    def to_filter(self, ids: tuple[int, ...] | None, vandaag: date) -> PlekFilter:
        """The filter of the query; `ids` were searched."""
        return PlekFilter(
            ids=ids,
            eindigt=vandaag + BINNENKORT if self.eindigt else None,
            status=self.status,
            sector=self.sector,
            gemeente_id=self.gemeente,
            organisatie_id=self.organisatie,
            vanaf=self.vanaf,
            aantal=self.aantal,
        )


class PlekForm(BaseModel):
    """A plek as people type it; `tot` is the last day."""

    titel: KorteTekst
    omschrijving: VrijeTekst = ""
    sector: KorteTekst
    werkprocessen: Nummers
    niveau: Annotated[Geheel, Field(ge=1, le=4)]
    plaatsen: Annotated[Geheel, Field(ge=1, le=50)]
    van: Datum
    tot: Datum | None = None
    dagdelen: Dagdelen
    minuten_min: WerkUren
    minuten_max: WerkUren
    taal: Annotated[Geheel, Field(ge=0, le=4)]
    fase: Fase | None = None
    vervoer_geregeld: Vinkje = False
    voorwaarden: Keuzes
    vormen: Annotated[Keuzes, AfterValidator(_some)]
    praktijkopleider: Nummer | None = None

    def to_gegevens(self) -> PlekGegevens:
        """The fields of the plek itself."""
        copied = self.model_dump(
            exclude={"praktijkopleider", "praktijkopleider_vanaf", "vestiging", "versie", "tot"}
        )
        for name in ("werkprocessen", "voorwaarden", "vormen"):
            copied[name] = tuple(dict.fromkeys(copied[name]))
        return PlekGegevens(**copied, tot=first_day_after(self.tot))

    def to_inzet(self) -> NewInzet | None:
        """Who is to lead the plek."""
        if self.praktijkopleider is None:
            return None
        return NewInzet(praktijkopleider_id=self.praktijkopleider)


class NewPlekForm(PlekForm):
    """A plek that is not there yet, with the vestiging where it will be."""

    vestiging: Nummer


class EditPlekForm(PlekForm, VersieForm):
    """A plek that is there, in the version that was looked at."""

    praktijkopleider_vanaf: Datum | None = None

    def to_inzet(self) -> NewInzet | None:
        """Who is to lead the plek, from which day on."""
        inzet = super().to_inzet()
        return None if inzet is None else replace(inzet, vanaf=self.praktijkopleider_vanaf)


def form_of(plek: Leerwerkplek) -> Form[BaseModel]:
    """The form as it is opened, with what is there now."""
    leads = plek.inzet[-1] if plek.inzet else None
    return filled(
        **{
            name: getattr(plek, name)
            for name in ("titel", "omschrijving", "sector", "niveau", "plaatsen", "van")
        },
        **{
            name: getattr(plek, name)
            for name in ("taal", "fase", "vervoer_geregeld", "voorwaarden", "vormen", "versie")
        },
        werkprocessen=plek.werkprocessen,
        tot=last_day(plek.tot),
        dagdelen=ticked(plek.dagdelen),
        minuten_min=hours_text(plek.minuten_min),
        minuten_max=hours_text(plek.minuten_max),
        praktijkopleider=leads.praktijkopleider_id if leads else None,
        praktijkopleider_vanaf=leads.van if leads and len(plek.inzet) > 1 else None,
    )


def new_form(vestiging_id: int | None, vandaag: date) -> Form[BaseModel]:
    """The empty form; it begins next Monday, on working days, with the simplest forms of plaatsing."""
    return filled(
        vestiging=vestiging_id,
        niveau=1,
        plaatsen=1,
        van=vandaag + timedelta(days=7 - vandaag.weekday()),
        dagdelen=ticked(0b11_1111_1111),
        minuten_min=16,
        minuten_max=32,
        taal=1,
        vormen=("proefplaatsing",),
    )
