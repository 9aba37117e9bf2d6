"""The questions that a planner can ask about a concept: their forms, and each in words."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date

from pydantic import model_validator

from marketplace.clock import monday
from marketplace.groepsdetachering.plan.vraag import VraagSoort
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.weken import WEEK
from marketplace.web.fields import Datum, Nummer
from marketplace.web.saving import VersieForm
from solver.spreektaal import count

LABELS = {
    "opdracht": "Welke opdracht?",
    "splitsen": "Welke groep?",
    "tarief": "Welke opdracht?",
    "werkleider": "Wie is er niet?",
    "van": "Eerste dag",
    "tot": "Laatste dag",
}


class VraagForm(VersieForm):
    """A question about the concept at a version."""

    @abstractmethod
    def to_vraag(self) -> Json:
        """As the run gets it."""


class OpdrachtForm(VraagForm):
    """Can we accept this opdracht, or one that is not in the plan yet."""

    opdracht: Nummer

    def to_vraag(self) -> Json:
        """As the run gets it."""
        return {"soort": VraagSoort.OPDRACHT.value, "opdracht": self.opdracht}


class SplitsForm(VraagForm):
    """Can this group be two."""

    splitsen: Nummer

    def to_vraag(self) -> Json:
        """As the run gets it."""
        return {"soort": VraagSoort.SPLITSEN.value, "opdracht": self.splitsen}


class TariefForm(VraagForm):
    """What must this opdracht bring in at least."""

    tarief: Nummer

    def to_vraag(self) -> Json:
        """As the run gets it."""
        return {"soort": VraagSoort.TARIEF.value, "opdracht": self.tarief}


class WerkleiderForm(VraagForm):
    """What if this werkleider is away, the last day too."""

    werkleider: Nummer
    van: Datum
    tot: Datum

    @model_validator(mode="after")
    def _in_order(self) -> "WerkleiderForm":
        if self.tot < self.van:
            message = "De laatste dag ligt voor de eerste dag."
            raise ValueError(message)
        return self

    def to_vraag(self) -> Json:
        """As the run gets it, in whole weeks."""
        return {
            "soort": VraagSoort.WERKLEIDER.value,
            "werkleider": self.werkleider,
            "van": monday(self.van).isoformat(),
            "tot": (monday(self.tot) + WEEK).isoformat(),
        }


FORMS: dict[str, type[VraagForm]] = {
    "opdracht": OpdrachtForm,
    "werkleider": WerkleiderForm,
    "splitsen": SplitsForm,
    "tarief": TariefForm,
}


def say_vraag(vraag: Json, names: Mapping[str, Mapping[int, str]]) -> str:
    """A question in words."""
    soort = VraagSoort(vraag["soort"])
    if soort is VraagSoort.WERKLEIDER:
        van, tot = (date.fromisoformat(vraag[name]) for name in ("van", "tot"))
        who = names["werkleider"].get(vraag["werkleider"], "deze werkleider")
        weeks = count((tot - van).days // 7, "week", "weken")
        return f"Wat als {who} er niet is, {weeks} vanaf week {van.isocalendar().week}?"
    what = names["opdracht"].get(vraag["opdracht"], "deze opdracht")
    return {
        VraagSoort.OPDRACHT: f"Kunnen wij {what} aannemen?",
        VraagSoort.SPLITSEN: f"Kan de groep van {what} in tweeën?",
        VraagSoort.TARIEF: f"Wat moet {what} minstens opbrengen?",
    }[soort]
