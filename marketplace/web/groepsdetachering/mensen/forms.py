"""The form of a medewerker, and how it is opened."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model

from marketplace.errors import InvalidInput
from marketplace.groepsdetachering.mensen.model import Medewerker, Stap
from marketplace.groepsdetachering.mensen.wijzigen import MOST_STAPPEN, MedewerkerGegevens
from marketplace.web.fields import Datum, Geheel, Nummer, Nummers, Vinkje, Werkdagen
from marketplace.web.forms import Form, filled, hours_text, ticked
from marketplace.web.groepsdetachering.mensen.woorden import BEHOEFTE, say_behoefte
from marketplace.web.groepsdetachering.opdrachten.velden import DagUren
from marketplace.web.saving import VersieForm

LABELS = {
    "afdeling": "Afdeling",
    "dagen": "Op welke dagen werkt deze medewerker?",
    "uren": "Hoeveel uur per dag hooguit?",
    "behoefte": "Hoeveel begeleiding vraagt deze medewerker?",
    "trede": "Trede",
    "wil_buiten": "Wil naar buiten",
    "naam_delen": "De inlener mag de voornaam weten",
    "stappen": "Stappen naar buiten",
    "opnieuw": "Tel de weken vanaf deze week opnieuw",
    "leerdoelen": "Wat wil deze medewerker leren?",
    "uit_dienst_op": "Uit dienst vanaf",
    "kenmerk": "Kenmerk van de ander",
    "soort": "Wat geldt er voor deze twee?",
}
MOST_BEHOEFTE = 20
USUAL_WEKEN = 10
SAME = ("dagen", "behoefte", "trede", "wil_buiten", "naam_delen", "uit_dienst_op")
ROWS = range(1, MOST_STAPPEN + 1)
PAIR = "Vul bij elke stap het aantal dagen en het aantal weken in."


class MedewerkerForm(VersieForm):
    """A medewerker as people type one; steps and weeks of learning goals have fields of their own."""

    afdeling: Nummer | None = None
    dagen: Werkdagen
    uren: DagUren
    behoefte: Annotated[Geheel, Field(ge=0, le=MOST_BEHOEFTE)]
    trede: Annotated[Geheel, Field(ge=1, le=9)]
    wil_buiten: Vinkje = False
    naam_delen: Vinkje = False
    opnieuw: Vinkje = False
    leerdoelen: Nummers = Field(default_factory=list)
    uit_dienst_op: Datum | None = None

    def to_gegevens(self) -> MedewerkerGegevens:
        """What is to be written; raises InvalidInput for a step of which a half is missing."""
        return MedewerkerGegevens(
            afdeling_id=self.afdeling,
            max_minuten_dag=self.uren,
            stappen=tuple(self._steps()),
            leerdoelen={each: getattr(self, f"weken_{each}", USUAL_WEKEN) for each in self.leerdoelen},
            **{name: getattr(self, name) for name in SAME},
        )

    def _steps(self) -> Iterable[Stap]:
        """The rows that are filled in, in order."""
        for row in ROWS:
            dagen, weken = getattr(self, f"stap_dagen_{row}"), getattr(self, f"stap_weken_{row}")
            if (dagen is None) != (weken is None):
                raise InvalidInput(fields={"stappen": PAIR})
            if dagen is not None:
                yield Stap(dagen=dagen, weken=weken)


def form_for(wie: Medewerker) -> type[MedewerkerForm]:
    """The form with its steps, and the weeks of what somebody learns already."""
    fields: dict[str, Any] = {}
    for row in ROWS:
        fields[f"stap_dagen_{row}"] = (Annotated[Geheel, Field(ge=1, le=5)] | None, None)
        fields[f"stap_weken_{row}"] = (Annotated[Geheel, Field(ge=1, le=26)] | None, None)
    for each in wie.leerdoelen:
        fields[f"weken_{each}"] = (Annotated[Geheel, Field(ge=1, le=52)], USUAL_WEKEN)
    return create_model("EditForm", __base__=MedewerkerForm, **fields)


def form_of(wie: Medewerker) -> Form[BaseModel]:
    """The form as it is opened, with what is there now."""
    stored: dict[str, object] = {name: getattr(wie, name) for name in SAME}
    stored |= {f"weken_{each}": weken for each, weken in wie.leerdoelen.items()}
    for row, stap in enumerate(wie.stappen, start=1):
        stored |= {f"stap_dagen_{row}": stap.dagen, f"stap_weken_{row}": stap.weken}
    stored |= {
        "afdeling": wie.afdeling_id,
        "dagen": ticked(wie.dagen),
        "uren": hours_text(wie.max_minuten_dag),
        "leerdoelen": list(wie.leerdoelen),
    }
    return filled(**stored)


def behoefte_options(now: int) -> list[tuple[int, str]]:
    """How much is asked, in words, with what stands there now."""
    return [(each, say_behoefte(each)) for each in sorted({*BEHOEFTE, now})]
