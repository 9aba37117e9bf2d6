"""The form of an oordeel: a stand for each werkproces that was practised, and what worked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, create_model

from marketplace.roulatie.model import Stand
from marketplace.roulatie.oordeel import NieuwOordeel, Verblijf
from marketplace.web.fields import Versie, VrijeTekst
from marketplace.web.forms import Form, filled

STANDEN = [
    ("", "Niet gedaan"),
    (Stand.GEZIEN.value, "Gezien"),
    (Stand.GEOEFEND.value, "Geoefend"),
    (Stand.ZELFSTANDIG.value, "Zelfstandig"),
]
STAND_WOORDEN = {Stand(code): words.lower() for code, words in STANDEN if code}
FIELD = "stand_"


def _moment(value: object) -> object:
    """The moment that the page gave; what is none was never given."""
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


class OordeelForm(BaseModel):
    """What stands in every form; `gezien` is when the oordeel was given that it showed."""

    wat_werkte: VrijeTekst = ""
    gezien: Annotated[datetime | None, BeforeValidator(_moment)] = None

    def to_oordeel(self, verblijf: Verblijf) -> NieuwOordeel:
        """As it is kept; what is no longer practised there stays as it was."""
        asked = {each: getattr(self, f"{FIELD}{each}") for each in werkprocessen(verblijf)}
        return NieuwOordeel(
            kandidaat_id=verblijf.kandidaat_id,
            blok_id=verblijf.blok_id,
            standen={each: stand for each, stand in asked.items() if stand is not None},
            wat_werkte=self.wat_werkte,
            gezien=self.gezien,
        )


class VerteldOordeelForm(OordeelForm):
    """The same over a version of the roulatie."""

    versie: Versie


def werkprocessen(verblijf: Verblijf) -> Sequence[int]:
    """What is asked: what is practised there, and what was judged before."""
    return sorted({*verblijf.werkprocessen, *verblijf.standen})


def make_model(base: type[OordeelForm], verblijf: Verblijf) -> type[OordeelForm]:
    """A form that asks for the werkprocessen of a stay."""
    fields = {f"{FIELD}{each}": (Stand | None, None) for each in werkprocessen(verblijf)}
    return create_model("Oordeel", __base__=base, **fields)  # type: ignore[call-overload,no-any-return] # fields by name


def opened(verblijf: Verblijf) -> Form[BaseModel]:
    """The form as it stands now."""
    standen = {f"{FIELD}{each}": verblijf.standen.get(each, "") for each in werkprocessen(verblijf)}
    return filled(wat_werkte=verblijf.wat_werkte, gezien=moment_text(verblijf), **standen)


def moment_text(verblijf: Verblijf) -> str:
    """When the oordeel was given, as the form carries it."""
    return verblijf.gegeven_op.isoformat() if verblijf.gegeven_op else ""


def labels(verblijf: Verblijf, namen: dict[object, str]) -> dict[str, str]:
    """The words at each field."""
    asked = {f"{FIELD}{each}": namen.get(each, "") for each in werkprocessen(verblijf)}
    return {**asked, "wat_werkte": "Wat werkte goed in de begeleiding?"}
