"""How the figures and codes of a plan are said."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from math import ceil
from typing import Any

from markupsafe import Markup

from marketplace.clock import AMSTERDAM
from marketplace.matching.namen import Namen
from marketplace.web import namen as namen_web
from marketplace.web.formats import aantal, getal, hoofdletter
from solver.spreektaal import PLACEHOLDER, listing

LAGEN = {
    "wachttermijn": "mensen die te lang wachten",
    "geplaatst": "mensen die een plek krijgen",
    "wensen": "hoe goed de plekken passen",
}
WENSEN = {
    "wachttermijn": "Wachttermijn",
    "geplaatst": "Een plek krijgen",
    "werkproces_dekking": "Wat iemand wil leren",
    "sectorwens": "Sector",
    "reistijd": "Reis",
    "niveau": "Niveau",
    "spoed": "Snel beginnen",
    "stabiliteit": "Zelfde plek als eerst",
}
HALF = Fraction(1, 2)
# What beleid can be set aside.
REGELS = {
    "werkproces_aanbod": "Gewenste werkprocessen",
    "beschikbaarheid_dagdelen": "Dagdelen",
    "uren": "Uren",
    "reistijd": "Reistijd",
    "voorwaarden": "Voorwaarden",
    "taal": "Taal",
    "niveau": "Niveau",
    "fase": "Stap naar buiten",
}
# Where a name in an explanation leads.
PAGES = {"kandidaat": "/kandidaten/{}", "plek": "/leerwerkplekken/{}"}


def say_bound(cijfers: Mapping[str, Any]) -> str:
    """What is proven of a plan, of its first laag that may be better."""
    lagen = cijfers.get("lagen", [])
    if cijfers.get("status") == "optimal" or (lagen and all(better_by(each) == 0 for each in lagen)):
        return "Bewezen: beter kan niet binnen deze regels en wensen."
    first = next((each for each in lagen if better_by(each) != 0), None)
    if first is None:
        return "Er is nog niets bewezen over hoe goed dit plan is."
    subject = LAGEN[first["naam"]]
    if better_by(first) is None:
        return f"Voor {subject} is nog niet bewezen hoeveel beter het kan."
    return f"Bewezen: {say_better(first)} mogelijk, gerekend naar {subject}."


def better_by(laag: Mapping[str, Any]) -> Fraction | None:
    """How much better a laag may be at most, in percents of what it is; None where that is not known."""
    grens, waarde = laag["grens"], laag["waarde"]
    if grens is None or (waarde <= 0 < grens):
        return None
    return Fraction(100 * (grens - waarde), waarde) if grens > waarde else Fraction(0)


def say_better(laag: Mapping[str, Any]) -> str:
    """How much better a laag may be at most; rounded up, because it is a promise."""
    percents = better_by(laag)
    if percents is None:
        return "nog niet bewezen hoeveel beter"
    if percents == 0:
        return "beter kan niet"
    if percents < HALF:
        return "minder dan een half procent beter"
    return f"hooguit {getal(ceil(percents))} % beter"


def say_lagen(lagen: Iterable[Mapping[str, Any]]) -> list[str]:
    """What is proven of each laag, a line each."""
    return [f"{hoofdletter(LAGEN[each['naam']])}: {say_better(each)}." for each in lagen]


def say_mended(herstel: Mapping[str, Any]) -> str:
    """From which plan a plan was mended and who else lost a plek, with placeholders for their names."""
    said = f"Dit plan is hersteld vanaf plan {herstel['plan_id']}."
    anderen = [f"{{kandidaat:{each}}}" for each in herstel["anderen"]]
    if not anderen:
        return f"{said} Alle anderen houden dezelfde plek."
    who, got = aantal(len(anderen), "ander", "anderen"), "kreeg" if len(anderen) == 1 else "kregen"
    return f"{said} Daarbij {got} {who} een andere plek of geen plek: {listing(anderen)}."


def say_lacking(kandidaten: int, plekken: int) -> str:
    """What a region lacks before a plan can be made, where one of the two is none."""
    rows = (
        (kandidaten, "kandidaten die een plek zoeken"),
        (plekken, "leerwerkplekken die zijn gepubliceerd"),
    )
    lacking = " en geen ".join(words for number, words in rows if not number)
    return f"Er zijn nog geen {lacking}. Zodra beide er zijn, kan Plekwijs een plan maken."


def klok(moment: datetime) -> str:
    """14:05:09, as the clock says in the Netherlands."""
    return f"{moment.astimezone(AMSTERDAM):%H:%M:%S}"


def link_names(sentence: str, namen: Namen) -> Markup:
    """A sentence of the solver with names for its placeholders, each a link where there is a page."""
    return namen_web.link_names(sentence, namen.name, PAGES)


def named_kandidaten(sentence: str) -> list[int]:
    """The ids of the kandidaten that a sentence of the solver names."""
    return [int(found[2]) for found in PLACEHOLDER.finditer(sentence) if found[1] == "kandidaat"]
