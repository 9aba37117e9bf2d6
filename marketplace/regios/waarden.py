"""The value of a policy in one cell: a number, ja or nee, or a name and a number for each of its parts."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import cast

from marketplace.regios.model import DOELGROEP, KINDS, MOST_ONDERGRENZEN, Ondergrenzen
from marketplace.tables.choices import YesNo, listed, plain, shown
from marketplace.tables.column import Unfit
from marketplace.tables.numbers import Whole

# Parts of a policy whose name says too little.
NAMES = {
    "werkproces_dekking": "wat iemand wil leren",
    "per_wachtweek": "per week wachten",
    "plaatsingen": "plaatsingen zonder punten",
    "prijs": "punten voor elke plaatsing meer",
}
GETAL = Whole(0, 100_000)
PROCENT = Whole(1, 100)
GEEN = "geen"
SHARES = (
    f"Vul in als: beschut werk 50; wsw 40. Dat zijn procenten, van hooguit drie groepen. Of vul in: {GEEN}."
)
PART = re.compile(r"([^:=]+?)[\s:=]+([^\s:=]+)")


def say_name(name: str) -> str:
    """A policy or a part of one in words."""
    return NAMES.get(name, name.replace("_", " "))


def parts_of(sleutel: str) -> dict[str, str]:
    """The numbers that one policy is made of, with their names; none for a single value."""
    kind = KINDS[sleutel]
    if kind is Ondergrenzen or issubclass(kind, int):
        return {}
    return {each.name: say_name(each.name) for each in fields(kind)}


def text_of_waarde(sleutel: str, waarde: object) -> str:
    """A value as it is written in a cell."""
    if KINDS[sleutel] is Ondergrenzen:
        shares = cast("Mapping[str, int]", waarde)
        return "; ".join(f"{say_name(code)} {procent}" for code, procent in shares.items()) or GEEN
    if parts := parts_of(sleutel):
        numbers = cast("Mapping[str, int]", waarde)
        return "; ".join(f"{said} {numbers[name]}" for name, said in parts.items())
    return YesNo().write(waarde) if isinstance(waarde, bool) else str(waarde)


def waarde_of_text(sleutel: str, text: str) -> object:
    """The value that a cell holds; raises Unfit."""
    if KINDS[sleutel] is Ondergrenzen:
        return _shares(text)
    if parts := parts_of(sleutel):
        return _numbers(parts, text)
    return YesNo().read(text) if KINDS[sleutel] is bool else GETAL.read(text.strip())


def _numbers(parts: Mapping[str, str], text: str) -> dict[str, int]:
    """Every part with its number; raises Unfit."""
    by_name = {plain(said): name for name, said in parts.items()}
    found: dict[str, int] = {}
    for each in filter(None, map(str.strip, text.split(";"))):
        part = PART.fullmatch(each)
        name = by_name.get(plain(part[1])) if part else None
        if part is None or name is None:
            raise Unfit(f"{shown(each)} begrijpen we niet. {explain_waarde(parts)}")
        if name in found:
            raise Unfit(f"Hier staat twee keer: {parts[name]}. Laat één van de twee staan.")
        found[name] = GETAL.read(part[2])
    if lacking := [said for name, said in parts.items() if name not in found]:
        raise Unfit(f"Hier ontbreekt nog: {listed(lacking)}.")
    return found


def _shares(text: str) -> dict[str, int]:
    """Doelgroepen with their percentages; raises Unfit. Which doelgroepen there are is asked later."""
    found: dict[str, int] = {}
    for each in filter(None, map(str.strip, text.split(";"))):
        if plain(each) == GEEN:
            continue
        part = PART.fullmatch(each)
        code = plain(part[1]).replace(" ", "_") if part else ""
        if part is None or not DOELGROEP.fullmatch(code):
            raise Unfit(f"{shown(each)} begrijpen we niet. {SHARES}")
        if code in found:
            raise Unfit(f"Hier staat twee keer: {say_name(code)}. Laat één van de twee staan.")
        found[code] = PROCENT.read(part[2])
    if len(found) > MOST_ONDERGRENZEN:
        raise Unfit(f"Een regio heeft hooguit {MOST_ONDERGRENZEN} ondergrenzen.")
    return found


def explain_waarde(parts: Mapping[str, str]) -> str:
    """How the parts are filled in, with an example."""
    example = "; ".join(f"{said} {number}0" for number, said in enumerate(parts.values(), 1))
    return f"Vul in als: {example}."


def explain(sleutel: str) -> str:
    """What may stand in the cell of a policy."""
    if KINDS[sleutel] is Ondergrenzen:
        return SHARES
    if parts := parts_of(sleutel):
        return explain_waarde(parts)
    return "Vul ja of nee in." if KINDS[sleutel] is bool else "Vul een heel getal in."
