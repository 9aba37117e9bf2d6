"""The forms of a regio: a policy, made from the kind of its value, and a gemeente that goes elsewhere."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, create_model

from marketplace.errors import InvalidInput
from marketplace.regios.beleid import UNKNOWN_GROEP
from marketplace.regios.model import KINDS, MOST_ONDERGRENZEN, Ondergrenzen
from marketplace.regios.waarden import GETAL, PROCENT, parts_of
from marketplace.web.fields import Datum, Geheel, KleinNummer, KorteTekst, VeiligeTekst
from marketplace.web.formats import getal
from marketplace.web.geschiedenis.onderwerp import say_numbers, say_shares

Aantal = Annotated[Geheel, Field(ge=GETAL.least, le=GETAL.most)]
Procent = Annotated[Geheel, Field(ge=PROCENT.least, le=PROCENT.most)]
ALONE = "waarde"
# The fields of a doelgroep and its percentage, a line each.
SLOTS = tuple((f"groep_{number}", f"procent_{number}") for number in range(1, MOST_ONDERGRENZEN + 1))


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
    if KINDS[sleutel] is Ondergrenzen:
        for groep, procent in SLOTS:
            values |= {groep: (KorteTekst | None, None), procent: (Procent | None, None)}
    elif not values:
        values[ALONE] = (Literal["ja", "nee"] if KINDS[sleutel] is bool else Aantal, ...)
    return create_model("BeleidForm", **values, vanaf=(Datum, ...), bron=(VeiligeTekst, ...))


def value_of(sleutel: str, data: BaseModel, doelgroepen: Collection[str]) -> object:
    """What was filled in, as the policy holds it; raises InvalidInput with fields."""
    typed = data.model_dump()
    if KINDS[sleutel] is Ondergrenzen:
        return _shares(typed, doelgroepen)
    if parts := parts_of(sleutel):
        return {name: typed[name] for name in parts}
    return typed[ALONE] == "ja" if KINDS[sleutel] is bool else typed[ALONE]


def _shares(typed: Mapping[str, Any], doelgroepen: Collection[str]) -> dict[str, int]:
    """The doelgroepen that were chosen, each with its percentage."""
    wrong, found = {}, {}
    for groep, procent in SLOTS:
        code, number = typed[groep], typed[procent]
        if code and code not in doelgroepen:
            wrong[groep] = UNKNOWN_GROEP
        elif code in found:
            wrong[groep] = "Deze doelgroep staat er al."
        elif code and number is None:
            wrong[procent] = "Vul een procent in bij deze doelgroep."
        elif number is not None and not code:
            wrong[groep] = "Kies bij welke doelgroep dit procent hoort."
        elif code:
            found[code] = number
    if wrong:
        raise InvalidInput(fields=wrong)
    return found


def typed_of(sleutel: str, waarde: object) -> dict[str, object]:
    """A value as the form shows it."""
    if KINDS[sleutel] is Ondergrenzen and isinstance(waarde, Mapping):
        lines = zip(SLOTS, waarde.items(), strict=False)
        return {name: each for names, line in lines for name, each in zip(names, line, strict=True)}
    if isinstance(waarde, Mapping):
        return {name: waarde.get(name, "") for name in parts_of(sleutel)}
    if isinstance(waarde, bool):
        return {ALONE: "ja" if waarde else "nee"}
    return {ALONE: "" if waarde is None else waarde}


def say_value(sleutel: str, waarde: object) -> str:
    """A value as people read it."""
    if KINDS[sleutel] is Ondergrenzen and isinstance(waarde, Mapping):
        return say_shares(waarde)
    if isinstance(waarde, Mapping):
        return say_numbers(waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return getal(waarde) if isinstance(waarde, int) else str(waarde)
