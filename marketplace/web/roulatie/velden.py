"""Fields that the forms of a roulatie share."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, Field

from marketplace.datum import datum
from marketplace.web.fields import Datum, Geheel, Nummer, Vinkje
from marketplace.web.saving import VersieForm


def _monday(day: date) -> date:
    """Refuse a day that is no Monday, and say which one is meant."""
    if day.weekday():
        message = f"Dit is geen maandag. De maandag van die week is {datum(day - timedelta(day.weekday()))}."
        raise ValueError(message)
    return day


def _monday_after(day: date) -> date:
    """The Monday after the week of a last day."""
    return day + timedelta(7 - day.weekday())


class PaarForm(VersieForm):
    """Two werkprocessen of which one comes first, or with `weg` does so no more."""

    eerst: Nummer
    dan: Nummer
    weg: Vinkje = False

    def apply(self, volgorde: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The order with this pair, or without it."""
        mine = (self.eerst, self.dan)
        others = [each for each in volgorde if each != mine]
        return others if self.weg else [*others, mine]


EchteMaandag = Annotated[Datum, AfterValidator(_monday)]
# Typed as the last day, read as the half-open end.
LaatsteDag = Annotated[Datum, AfterValidator(_monday_after)]
Weken = Annotated[Geheel, Field(ge=1, le=52)]
Mensen = Annotated[Geheel, Field(ge=0, le=50)]
