"""Small words for Dutch sentences.

Ids stand in them as placeholders that the reader of the sentence fills in.
"""

import re
from collections.abc import Callable, Mapping

from solver.vocabulary import Plaatsingsvorm, Vervoermiddel

PLACEHOLDER = re.compile(
    r"\{(kandidaat|deelnemer|medewerker|plek|opdracht|werkgever|praktijkopleider|werkleider|werkproces|crebo"
    r"|bus|opstapplaats|afdeling|blok|week|dag):(-?\d+)\}"
)

VERVOER: Mapping[str, str] = {
    Vervoermiddel.LOPEN: "lopend",
    Vervoermiddel.FIETS: "met de fiets",
    Vervoermiddel.E_BIKE: "met de e-bike",
    Vervoermiddel.OV: "met het openbaar vervoer",
    Vervoermiddel.AUTO: "met de auto",
    Vervoermiddel.TAXIBUS: "met de taxibus",
}

VORMEN = {
    Plaatsingsvorm.EIGEN_WERKNEMER: "eigen werknemer",
    Plaatsingsvorm.PROEFPLAATSING: "proefplaatsing",
    Plaatsingsvorm.BEHOUD_UITKERING: "werken met behoud van uitkering",
    Plaatsingsvorm.DETACHERING: "detachering",
    Plaatsingsvorm.DIENSTVERBAND_LKS: "dienstverband met loonkostensubsidie",
    Plaatsingsvorm.GROEIBAAN: "groeibaan",
}


def fill(sentence: str, name: Callable[[str, int], str]) -> str:
    """Replace each placeholder such as {plek:4} by what `name("plek", 4)` gives."""
    return PLACEHOLDER.sub(lambda found: name(found[1], int(found[2])), sentence)


def count(number: int, one: str, many: str) -> str:
    """Write a number with its noun: 1 week, 2 weken."""
    return f"{number} {one if number == 1 else many}"


def hours(minutes: int) -> str:
    """Write minutes as hours and minutes: 90 is '1 uur en 30 minuten'."""
    whole, rest = divmod(minutes, 60)
    parts = [f"{whole} uur"] if whole else []
    if rest or not whole:
        parts.append(count(rest, "minuut", "minuten"))
    return " en ".join(parts)


def listing(words: list[str]) -> str:
    """Write words as a Dutch list: a, b en c."""
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
