"""How the figures and codes of a plan are said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup, escape

from marketplace.clock import AMSTERDAM
from marketplace.matching.namen import Namen
from marketplace.web.formats import getal
from solver.matching.spreektaal import PLACEHOLDER

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
    """What is proven of a plan, in one sentence."""
    lagen = cijfers.get("lagen", [])
    if cijfers.get("status") == "optimal":
        return "Bewezen: binnen deze regels en wensen is geen beter plan mogelijk."
    open_ended = [laag for laag in lagen if laag["grens"] is None or laag["grens"] > laag["waarde"]]
    if not open_ended:
        return "Er is nog niets bewezen over hoe goed dit plan is."
    first = open_ended[0]
    subject = LAGEN.get(first["naam"], first["naam"])
    if first["grens"] is None:
        return f"Voor {subject} is nog niet bewezen hoeveel beter het kan."
    more, value = first["grens"] - first["waarde"], first["waarde"]
    # Rounded up, because it is a promise: not more than this.
    size = f"{getal(-(-1000 * more // value) / 10)} %" if value > 0 else f"{getal(more)} punten"
    return f"Bewezen: hooguit {size} beter mogelijk, gerekend naar {subject}."


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
    parts: list[str | Markup] = []
    end = 0
    for found in PLACEHOLDER.finditer(sentence):
        parts.append(escape(sentence[end : found.start()]))
        parts.append(_link(found[1], int(found[2]), namen))
        end = found.end()
    parts.append(escape(sentence[end:]))
    return Markup("").join(parts)


def named_kandidaten(sentence: str) -> list[int]:
    """The ids of the kandidaten that a sentence of the solver names."""
    return [int(found[2]) for found in PLACEHOLDER.finditer(sentence) if found[1] == "kandidaat"]


def _link(kind: str, number: int, namen: Namen) -> Markup:
    """One name, as a link where there is a page."""
    name = namen.name(kind, number)
    if kind not in PAGES:
        return escape(name)
    return Markup('<a class="naam-link" href="{}">{}</a>').format(PAGES[kind].format(number), name)
