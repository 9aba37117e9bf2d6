"""The forms of one deelnemer; those with a field for each werkproces or plek are made for the occasion."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from marketplace.errors import InvalidInput
from marketplace.roulatie.deelnemers import DeelnemerGegevens
from marketplace.roulatie.model import Cohort, PaarSoort, RoulatieDeelnemer
from marketplace.web.fields import Nummer, Nummers
from marketplace.web.forms import Form, filled
from marketplace.web.roulatie.velden import EchteMaandag, Weken
from marketplace.web.saving import VersieForm

LABELS = {
    "moederbedrijf": "Bij welk bedrijf hoort deze deelnemer?",
    "van": "Begint deze deelnemer later? Op welke maandag?",
    "werkproces": "Wat komt erbij?",
    "werkproces_weken": "Hoeveel weken?",
    "apart": "Wie komt deze deelnemer niet tegen?",
    "samen": "Wie blijft bij deze deelnemer?",
    "reist_met": "Met wie reist deze deelnemer mee?",
    "afwezig_van": "Eerste maandag",
    "afwezig_tot": "Maandag van de laatste week",
}


class GegevensForm(VersieForm):
    """Where somebody belongs, and when they begin if later."""

    moederbedrijf: Nummer | None = None
    van: EchteMaandag | None = None

    def to_gegevens(self) -> DeelnemerGegevens:
        """The change that is asked."""
        return DeelnemerGegevens(moederbedrijf_id=self.moederbedrijf, van=self.van)


class AnderenForm(VersieForm):
    """With whom somebody is, and with whom not."""

    apart: Nummers = Field(default_factory=list)
    samen: Nummers = Field(default_factory=list)
    reist_met: Nummers = Field(default_factory=list)

    def to_paren(self) -> Mapping[PaarSoort, list[int]]:
        """The others by what they are."""
        return {soort: getattr(self, soort.value) for soort in PaarSoort}


class AfwezigForm(VersieForm):
    """Weeks by their first and last Monday; one week without the last."""

    afwezig_van: EchteMaandag
    afwezig_tot: EchteMaandag | None = None


class LeerdoelenForm(VersieForm):
    """A werkproces that comes with the others, each of which has a field `weken_ID`."""

    werkproces: Nummer | None = None
    werkproces_weken: Weken | None = None


def leerdoelen_form(werkprocessen: Iterable[int]) -> type[LeerdoelenForm]:
    """The form with a field for each of these; one that is emptied goes."""
    fields: dict[str, Any] = {f"weken_{each}": (Weken | None, None) for each in werkprocessen}
    return create_model("LeerdoelenForm", __base__=LeerdoelenForm, **fields)


def read_leerdoelen(data: LeerdoelenForm, known: Collection[int]) -> dict[int, int]:
    """Weeks by werkproces; raises InvalidInput for half a row."""
    weken = _numbered(data, "weken_")
    if data.werkproces is None:
        return weken
    if data.werkproces not in known:
        raise InvalidInput(fields={"werkproces": "Maak een keuze uit de lijst."})
    if data.werkproces_weken is None:
        raise InvalidInput(fields={"werkproces_weken": "Vul in hoeveel weken dit geoefend wordt."})
    return weken | {data.werkproces: data.werkproces_weken}


def wensen_form(plekken: Iterable[int]) -> type[VersieForm]:
    """The form with a field for each of these plekken."""
    fields: dict[str, Any] = {f"wens_{each}": (Literal["100", "50", "0"] | None, None) for each in plekken}
    return create_model("WensenForm", __base__=VersieForm, **fields)


def read_wensen(data: BaseModel) -> dict[int, int]:
    """Points by plek."""
    return _numbered(data, "wens_")


def _numbered(data: BaseModel, begin: str) -> dict[int, int]:
    """The fields that are filled in, by the number in their name."""
    return {
        int(name.removeprefix(begin)): int(value)
        for name, value in data.model_dump().items()
        if name.startswith(begin) and value is not None
    }


def fill_all(cohort: Cohort, deelnemer: RoulatieDeelnemer) -> dict[str, Form[BaseModel]]:
    """The forms as they are stored."""
    me = deelnemer.kandidaat_id
    others: dict[str, list[int]] = {soort.value: [] for soort in PaarSoort}
    for each in cohort.paren:
        if each.kandidaat_id == me:
            others[each.soort.value].append(each.ander_id)
        elif each.ander_id == me and each.soort is not PaarSoort.REIST_MET:
            others[each.soort.value].append(each.kandidaat_id)
    return {
        "gegevens": filled(moederbedrijf=deelnemer.moederbedrijf_id, van=deelnemer.van),
        "leerdoelen": filled(**{f"weken_{each}": weken for each, weken in deelnemer.leerdoelen.items()}),
        "wensen": filled(**{f"wens_{each}": wens for each, wens in deelnemer.voorkeuren.items()}),
        "anderen": filled(**others),
    }
