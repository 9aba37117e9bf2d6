"""The forms of a regio: a policy, made from the kind of its value, and a gemeente that goes elsewhere."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, create_model

from marketplace.regios.model import KINDS
from marketplace.regios.waarden import GETAL, parts_of
from marketplace.web.fields import Datum, Geheel, KleinNummer, KorteTekst, VeiligeTekst
from marketplace.web.formats import getal
from marketplace.web.geschiedenis.onderwerp import say_numbers

Aantal = Annotated[Geheel, Field(ge=GETAL.least, le=GETAL.most)]
ALONE = "waarde"


class RedenForm(BaseModel):
    """Why something is withdrawn."""

    reden: VeiligeTekst


class VerplaatsForm(BaseModel):
    """A gemeente that belongs to another regio from a day on."""

    gemeente: KleinNummer
    naar: KorteTekst
    vanaf: Datum
    bron: VeiligeTekst


class BlijftForm(RedenForm):
    """Why a gemeente stays that was to go on a day."""

    vanaf: Datum


def beleid_model(sleutel: str) -> type[BaseModel]:
    """The form of a policy: its value, the day from which it holds and where that was decided."""
    values: dict[str, Any] = dict.fromkeys(parts_of(sleutel), (Aantal, ...))
    if not values:
        values[ALONE] = (Literal["ja", "nee"] if KINDS[sleutel] is bool else Aantal, ...)
    return create_model("BeleidForm", **values, vanaf=(Datum, ...), bron=(VeiligeTekst, ...))


def value_of(sleutel: str, data: BaseModel) -> object:
    """What was filled in, as the policy holds it."""
    typed = data.model_dump()
    if parts := parts_of(sleutel):
        return {name: typed[name] for name in parts}
    return typed[ALONE] == "ja" if KINDS[sleutel] is bool else typed[ALONE]


def typed_of(sleutel: str, waarde: object) -> dict[str, object]:
    """A value as the form shows it."""
    if isinstance(waarde, Mapping):
        return {name: waarde.get(name, "") for name in parts_of(sleutel)}
    if isinstance(waarde, bool):
        return {ALONE: "ja" if waarde else "nee"}
    return {ALONE: "" if waarde is None else waarde}


def say_value(waarde: object) -> str:
    """A value as people read it."""
    if isinstance(waarde, Mapping):
        return say_numbers(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return getal(waarde) if isinstance(waarde, int) else str(waarde)
