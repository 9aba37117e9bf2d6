"""The form of an opdracht, and how it is opened."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints, create_model

from marketplace.bordnaam import MAX_KORT
from marketplace.clock import monday
from marketplace.groepsdetachering.opdrachten.model import (
    Opdracht,
    OpdrachtGegevens,
    OpdrachtWerkproces,
    Toont,
)
from marketplace.web.fields import (
    Datum,
    Geheel,
    Keuzes,
    KorteTekst,
    Nummer,
    Nummers,
    Versie,
    Vinkje,
    VrijeTekst,
    Werkdagen,
)
from marketplace.web.forms import Form, euros_text, filled, hours_text, last_day, ticked
from marketplace.web.groepsdetachering.opdrachten.velden import (
    DagUren,
    GeslotenDagen,
    Mensen,
    MensenOfGeen,
    days_text,
)
from marketplace.web.groepsdetachering.velden import PerUur, Trainingen

LABELS = {
    "vestiging": "Bij welk bedrijf?",
    "naam": "Hoe heet de opdracht?",
    "kort": "Korte naam",
    "kleur": "Kleur",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "dagen": "Op welke dagen?",
    "minuten": "Hoeveel uur per dag?",
    "gesloten": "Op welke dagen is de inlener dicht?",
    "minimum": "Met minder gaat het niet",
    "maximum": "Meer kunnen er niet bij",
    "gevraagd": "Zoveel mensen wil de inlener",
    "toegezegd": "Zoveel mensen zegt u toe",
    "werkprocessen": "Welk werk komt er voor?",
    "trede": "Bij welke trede hoort het werk?",
    "niveau": "Op welk niveau is het werk?",
    "voorwaarden": "Wat kan deze opdracht bieden?",
    "trainingen": "Welke trainingen moet de werkleider hebben?",
    "tarief": "Tarief per persoon per uur, in euro’s",
    "waarde": "Hoe zwaar telt deze opdracht?",
    "toont": "Wat ziet de inlener van wie er komt?",
    "toelichting": "Opmerkingen",
}
WAARDEN = [
    (1, "1: het minst"),
    (2, "2: heel weinig"),
    (3, "3: weinig"),
    (4, "4: iets minder dan gewoon"),
    (5, "5: gewoon"),
    (6, "6: iets meer dan gewoon"),
    (7, "7: vrij veel"),
    (8, "8: veel"),
    (9, "9: heel veel"),
    (10, "10: het meest"),
]
TOONT = [
    (Toont.AANTAL.value, "Alleen hoeveel mensen er komen"),
    (Toont.KENMERK.value, "Het kenmerk van wie er komt"),
    (Toont.VOORNAAM.value, "De voornaam, van wie dat goedvindt", "Van anderen ziet de inlener het kenmerk."),
]
GEWOON = 5


class OpdrachtForm(BaseModel):
    """An opdracht as people type it; `tot` is the last day."""

    vestiging: Nummer
    naam: KorteTekst
    kort: Annotated[KorteTekst, StringConstraints(max_length=MAX_KORT)] | None = None
    kleur: Annotated[Geheel, Field(ge=1, le=12)]
    van: Datum
    tot: Datum
    dagen: Werkdagen
    minuten: DagUren
    gesloten: GeslotenDagen = ()
    minimum: Mensen
    maximum: Mensen
    gevraagd: Mensen
    toegezegd: MensenOfGeen = 0
    werkprocessen: Nummers = Field(default_factory=list)
    trede: Annotated[Geheel, Field(ge=1, le=9)]
    niveau: Annotated[Geheel, Field(ge=1, le=4)] | None = None
    voorwaarden: Keuzes = Field(default_factory=list)
    trainingen: Trainingen = ()
    tarief: PerUur = 0
    waarde: Annotated[Geheel, Field(ge=1, le=10)]
    toont: Toont
    toelichting: VrijeTekst = ""

    def to_gegevens(self) -> OpdrachtGegevens:
        """What is to be written."""
        return OpdrachtGegevens(
            vestiging_id=self.vestiging,
            kort=self.kort or "",
            tot=self.tot + timedelta(days=1),
            gesloten=frozenset(self.gesloten),
            voorwaarden=tuple(dict.fromkeys(self.voorwaarden)),
            werkprocessen=tuple(
                OpdrachtWerkproces(
                    werkproces_id=each,
                    aantal=getattr(self, f"aantal_{each}", 0),
                    werkleider=getattr(self, f"leidt_{each}", False),
                )
                for each in sorted(set(self.werkprocessen))
            ),
            **{name: getattr(self, name) for name in SAME},
        )


SAME = (
    *("naam", "kleur", "van", "dagen", "minuten", "minimum", "maximum", "gevraagd", "toegezegd", "trede"),
    *("niveau", "trainingen", "tarief", "waarde", "toont", "toelichting"),
)


def edit_form(werkprocessen: Iterable[OpdrachtWerkproces]) -> type[OpdrachtForm]:
    """The form over a version, with for each werkproces how many master it and whether who leads does."""
    fields: dict[str, Any] = {"versie": (Versie, ...)}
    for each in werkprocessen:
        fields[f"aantal_{each.werkproces_id}"] = (MensenOfGeen, 0)
        fields[f"leidt_{each.werkproces_id}"] = (Vinkje, False)
    return create_model("EditForm", __base__=OpdrachtForm, **fields)


def new_form(vandaag: date, kleur: int) -> Form[BaseModel]:
    """The empty form; it begins next Monday, on four days."""
    return filled(
        kleur=kleur,
        van=monday(vandaag) + timedelta(weeks=1),
        dagen=ticked(0b1111),
        minuten=6,
        toegezegd=0,
        waarde=GEWOON,
        toont=Toont.AANTAL,
    )


def form_of(opdracht: Opdracht) -> Form[BaseModel]:
    """The form as it is opened, with what is there now."""
    stored = {name: getattr(opdracht, name) for name in SAME}
    for each in opdracht.werkprocessen:
        stored[f"aantal_{each.werkproces_id}"] = each.aantal
        stored[f"leidt_{each.werkproces_id}"] = each.werkleider
    stored |= {
        "vestiging": opdracht.vestiging_id,
        "kort": opdracht.kort,
        "tot": last_day(opdracht.tot),
        "dagen": ticked(opdracht.dagen),
        "minuten": hours_text(opdracht.minuten),
        "gesloten": days_text(opdracht.gesloten),
        "werkprocessen": [each.werkproces_id for each in opdracht.werkprocessen],
        "voorwaarden": opdracht.voorwaarden,
        "trainingen": ", ".join(opdracht.trainingen),
        "tarief": euros_text(opdracht.tarief),
    }
    return filled(**stored)
