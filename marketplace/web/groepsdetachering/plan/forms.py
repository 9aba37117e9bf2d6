"""The forms of the week board; each names the week and the view to come back to."""

from typing import Annotated

from pydantic import Field, model_validator

from marketplace.web.fields import Geheel, KorteTekst, Maandag, Nummer, Vinkje, Werkdagen
from marketplace.web.saving import VersieForm

BEELDEN = ("groepen", "mensen", "bussen")
MOST_ANDERS = 999


class BordForm(VersieForm):
    """A move, and where it was made."""

    week: Maandag
    beeld: KorteTekst = "groepen"
    verder: Vinkje = False

    @property
    def terug(self) -> str:
        """The view and week to come back to, as a query."""
        shown = self.beeld if self.beeld in BEELDEN else BEELDEN[0]
        return f"?week={self.week.isoformat()}&beeld={shown}" + ("&verder=ja" if self.verder else "")


class ZetForm(BordForm):
    """Put somebody in a group, or without an opdracht inside; with `per_dag` on the days that are ticked.

    Else on all days that they share.
    """

    kandidaat: Nummer
    opdracht: Nummer | None = None
    dagen: Werkdagen = 0
    per_dag: Vinkje = False

    @model_validator(mode="after")
    def _on_a_day(self) -> "ZetForm":
        if self.per_dag and not self.dagen:
            message = "Kies ten minste één dag."
            raise ValueError(message)
        return self


class GroepForm(BordForm):
    """Let an opdracht have a group: who leads, on which days, by which bus; and by day who stands in."""

    opdracht: Nummer
    werkleider: Nummer
    dagen: Werkdagen
    bus: Nummer | None = None
    invaller: Nummer | None = None
    invaldagen: Werkdagen = 0


class GroepWegForm(BordForm):
    """Let an opdracht have no group."""

    opdracht: Nummer


class VastForm(BordForm):
    """Pin or let go: a place, a werkleider of a group, or everything in this week."""

    vast: bool
    kandidaat: Nummer | None = None
    opdracht: Nummer | None = None


class OvernemenForm(BordForm):
    """Lay an alternative on the board."""

    plan: Nummer


class RekenForm(BordForm):
    """Ask for a plan; how much of the published one may change at most, empty: any number."""

    max_plaatsen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None
    max_mensen: Annotated[Geheel, Field(ge=0, le=MOST_ANDERS)] | None = None

    @property
    def limits(self) -> dict[str, int]:
        """The limits that were asked."""
        limits = {"max_plaatsen": self.max_plaatsen, "max_mensen": self.max_mensen}
        return {name: number for name, number in limits.items() if number is not None}
