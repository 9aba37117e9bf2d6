"""The form of a policy, made from the kind of its value."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, create_model

from marketplace.regios.model import KINDS
from marketplace.web.fields import Datum, Geheel, VeiligeTekst
from marketplace.web.formats import getal, hoofdletter
from marketplace.web.geschiedenis.onderwerp import say_name, say_numbers

Aantal = Annotated[Geheel, Field(ge=0, le=100_000)]
ALONE = "waarde"


class RedenForm(BaseModel):
    """Why something is withdrawn."""

    reden: VeiligeTekst


def parts_of(sleutel: str) -> dict[str, str]:
    """The numbers that one policy is made of, with their labels; none for a single value."""
    kind = KINDS[sleutel]
    if issubclass(kind, int):
        return {}
    return {each.name: hoofdletter(say_name(each.name)) for each in fields(kind)}


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
