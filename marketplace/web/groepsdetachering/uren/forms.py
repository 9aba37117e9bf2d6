"""The form of the hours of a week: a field for everybody on each weekday, and how it is opened."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, ValidationError, create_model

from marketplace.groepsdetachering.uren.invullen import field_of
from marketplace.groepsdetachering.uren.model import MOST_MINUTES, Urenweek, Uur
from marketplace.groepsdetachering.werkdagen import LANG
from marketplace.web.fields import Geheel, KorteTekst, Nummer, Nummers, Uren
from marketplace.web.forms import Form, filled, hours_text
from solver.groepsdetachering.dagen import WERKDAGEN

MOST_ROWS = 100


def _within_a_day(minutes: int) -> int:
    """Refuse more than anybody works in a day."""
    if minutes > MOST_MINUTES:
        message = "Vul hooguit 12 uur per dag in."
        raise ValueError(message)
    return minutes


DagUren = Annotated[Uren, AfterValidator(_within_a_day)]
_DAY: TypeAdapter[int] = TypeAdapter(DagUren)
_WHO: TypeAdapter[int] = TypeAdapter(Nummer)


class WieForm(BaseModel):
    """Who stands in the table, the version of the week, and who is to stand in it too."""

    versie: Annotated[Geheel, Field(ge=0, le=2**31 - 1)]
    medewerker: Annotated[Nummers, Field(max_length=MOST_ROWS)] = []
    kenmerk: KorteTekst | None = None


class UrenForm(WieForm):
    """The same with hours, in fields that are made for who stands in the table."""

    def to_uren(self) -> list[Uur]:
        """The hours of who was there; empty and 0 is not there."""
        return [
            Uur(who, dag, minutes)
            for who in dict.fromkeys(self.medewerker)
            for dag in WERKDAGEN
            if (minutes := getattr(self, field_of(who, dag)))
        ]


def listed(form: Form[WieForm]) -> list[int]:
    """Who stands in the table of a form, also where something else in it is wrong."""
    return list(_read_numbers(form.many("medewerker")))[:MOST_ROWS]


def _read_numbers(typed: Iterable[str]) -> Iterator[int]:
    """What the form reads as a number of somebody, as the form reads it."""
    for each in typed:
        with suppress(ValidationError):
            yield _WHO.validate_python(each)


def uren_form(medewerkers: Iterable[int]) -> type[UrenForm]:
    """The form for these people."""
    fields: dict[str, Any] = {
        field_of(who, dag): (DagUren | None, None) for who in set(medewerkers) for dag in WERKDAGEN
    }
    return create_model("UrenVanWeek", __base__=UrenForm, **fields)


def form_of(urenweek: Urenweek) -> Form[BaseModel]:
    """The form as it is opened: with what was filled in, else with what was planned."""
    hours = {
        field_of(each.kandidaat_id, each.dag): hours_text(each.minuten)
        for each in urenweek.uren
        if each.minuten
    }
    return filled(medewerker=sorted(urenweek.mensen), versie=urenweek.versie, **hours)


def labels_of(kenmerken: Mapping[int, str]) -> dict[str, str]:
    """What each field is called."""
    hours = {
        field_of(who, dag): f"{kenmerk} op {LANG[dag]}"
        for who, kenmerk in kenmerken.items()
        for dag in WERKDAGEN
    }
    return {"kenmerk": "Kenmerk van wie inviel"} | hours


def totals(form: Form[BaseModel], medewerkers: Iterable[int]) -> dict[str, int]:
    """Minutes by person, by weekday (`dag_0`) and altogether, of what can be read of a form."""
    found = {"alles": 0} | {f"dag_{dag}": 0 for dag in WERKDAGEN}
    for who in medewerkers:
        found[f"wie_{who}"] = 0
        for dag in WERKDAGEN:
            minutes = _minutes(form.one(field_of(who, dag)))
            for place in ("alles", f"dag_{dag}", f"wie_{who}"):
                found[place] += minutes
    return found


def _minutes(typed: str) -> int:
    """What was typed in a field; 0 where that cannot be read."""
    try:
        return _DAY.validate_python(typed) if typed.strip() else 0
    except ValidationError:
        return 0


def days_of(week: date) -> list[tuple[int, str, date]]:
    """The weekdays of a week: number, name and date."""
    return [(dag, LANG[dag], date.fromordinal(week.toordinal() + dag)) for dag in WERKDAGEN]
