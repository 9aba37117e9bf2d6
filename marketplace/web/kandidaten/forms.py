"""The forms of kandidaten: filters of the list, and the profile."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten.model import KandidaatFilter, KandidaatProfiel, KandidaatStatus
from marketplace.kandidaten.wijziging import MAX_SECTOREN, ProfielWijziging, editable, steps_of
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
from marketplace.web.forms import (
    Form,
    Typed,
    check_form,
    filled,
    first_day_after,
    hours_text,
    last_day,
    ticked,
)
from marketplace.web.kandidaten.stappen import read_steps
from marketplace.web.saving import VersieForm
from marketplace.werkprocessen.model import Fase


def _digits(value: object) -> object:
    """Refuse what are no four digits with one sentence."""
    if isinstance(value, str) and (len(value.strip()) != len("7021") or not value.strip().isdecimal()):
        message = "Vul alleen de vier cijfers van de postcode in, bijvoorbeeld 7021."
        raise ValueError(message)
    return value


BEGELEIDING = ("begeleiding_week", "begeleiding_uren")
# An error at the first says something of both.
PARTNERS = {"minuten_max": "minuten_min", "tot": "van"}
Pc4 = Annotated[str, BeforeValidator(_digits), StringConstraints(strip_whitespace=True)]


class FilterForm(Filters):
    """What the list is narrowed to."""

    status: KandidaatStatus | None = None
    gemeente: KleinNummer | None = None
    sector: KorteTekst | None = None
    groep: Nummer | None = None
    woorden: KorteTekst | None = None
    wacht: Literal["te_lang"] | None = None
    besloten: Literal["ja", "nee"] | None = None
    archief: Literal["ja"] | None = None

    def to_filter(self, grens: date | None, ids: tuple[int, ...] | None) -> KandidaatFilter:
        """The filter of the query; who waits since `grens` or before waits too long, `ids` were searched."""
        return KandidaatFilter(
            ids=ids,
            status=self.status,
            gemeente_id=self.gemeente,
            sector=self.sector,
            groep_id=self.groep,
            wacht_sinds=grens if self.wacht else None,
            besloten=None if self.besloten is None else self.besloten == "ja",
            archief=self.archief is not None,
            vanaf=self.vanaf,
            aantal=self.aantal,
        )


class ProfielVelden(BaseModel):
    """The profile as people type it; `tot` is the last day, begeleiding stands in rows of week and hours."""

    crebo: KleinNummer | None = None
    gewenst: Nummers
    sectorwensen: Annotated[Keuzes, Field(max_length=MAX_SECTOREN)]
    vormen: Annotated[Keuzes, Field(min_length=1)]
    niveau_geschat: Annotated[Geheel, Field(ge=1, le=4)]
    pc4: Pc4
    vervoermiddel: Vervoermiddel
    max_reistijd: Annotated[Geheel, Field(ge=5, le=180)]
    max_afstand: Annotated[Geheel, Field(ge=1, le=150)] | None = None
    reist_alleen: Vinkje = False
    dagdelen: Dagdelen
    interne_dagen: Annotated[Geheel, Field(ge=0, le=5)] = 0
    minuten_min: WerkUren
    minuten_max: WerkUren
    van: Datum
    tot: Datum | None = None
    weken: Annotated[Geheel, Field(ge=1, le=104)]
    voorwaarden: Keuzes
    taal: Annotated[Geheel, Field(ge=0, le=4)]
    begeleiding_week: Keuzes
    begeleiding_uren: Keuzes
    fase: Fase | None = None
    toelichting: VrijeTekst = ""


class ProfielForm(ProfielVelden, VersieForm):
    """An edit of the profile; `naar` is the page to go to when it is saved."""

    naar: str = ""


P = TypeVar("P", bound=ProfielVelden)


def form_of(profiel: KandidaatProfiel, naar: str = "") -> Form[BaseModel]:
    """The form as it is opened, with what is there now."""
    now = editable(profiel)
    steps = steps_of(now.begeleiding)
    return filled(
        crebo=now.crebo,
        gewenst=now.gewenst,
        sectorwensen=now.sectorwensen,
        vormen=now.vormen,
        niveau_geschat=now.niveau_geschat,
        pc4=now.pc4,
        vervoermiddel=now.vervoermiddel,
        max_reistijd=now.max_reistijd,
        max_afstand=now.max_afstand,
        reist_alleen=now.reist_alleen,
        dagdelen=ticked(now.dagdelen),
        interne_dagen=now.interne_dagen or None,
        minuten_min=hours_text(now.minuten_min),
        minuten_max=hours_text(now.minuten_max),
        van=now.van,
        tot=last_day(now.tot),
        weken=now.weken,
        voorwaarden=now.voorwaarden,
        taal=now.taal,
        begeleiding_week=[step.week for step in steps],
        begeleiding_uren=[hours_text(step.minuten) for step in steps],
        fase=now.fase,
        toelichting=now.toelichting,
        versie=profiel.versie,
        naar=naar,
    )


def to_wijziging(form: Form[P]) -> tuple[ProfielWijziging | None, Form[P]]:
    """The edit that a form asks for; None when something is wrong, with the form that says what."""
    steps = read_steps(form.typed.get("begeleiding_week", ()), form.typed.get("begeleiding_uren", ()))
    if isinstance(steps, str):
        form = form.with_errors({"begeleiding": steps})
    if form.data is None or isinstance(steps, str):
        return None, form
    data = form.data
    copied: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.model_dump(
            include={each.name for each in dataclasses.fields(ProfielWijziging)} - {"tot"}
        ).items()
    }
    return ProfielWijziging(**copied, tot=first_day_after(data.tot), begeleiding=steps), form


def readable_part(form: Form[P], model: type[P], opened: Typed) -> ProfielWijziging | None:
    """A form with errors as an edit that has what it was opened with where it is wrong, to check the rest."""
    names = {*form.errors, *(BEGELEIDING if "begeleiding" in form.errors else ())}
    typed = {**form.typed, **{name: opened[name] for name in names if name in opened}}
    return to_wijziging(check_form(model, typed))[0]


def with_more_errors(form: Form[P], more: Mapping[str, str]) -> Form[P]:
    """The form with the errors between fields too, except where one of the two could not be read."""
    return form.with_errors(
        {
            name: sentence
            for name, sentence in more.items()
            if name not in form.errors and PARTNERS.get(name) not in form.errors
        }
    )
