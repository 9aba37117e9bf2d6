"""Sentences about a roulatie with names for their placeholders, each a link where there is a page."""

from typing import Any

from markupsafe import Markup, escape

from marketplace.roulatie.namen import Namen
from solver.spreektaal import PLACEHOLDER

LAGEN = {
    "leren": "Leren wat is afgesproken",
    "voorkeur": "Wat mensen graag willen",
    "reizen": "Eerlijk reizen",
    "samen": "Elkaar leren kennen",
}
WENSEN = {
    "dekking": "Hoe vroeg mensen oefenen wat is afgesproken",
    "voorkeur": "Hoe graag mensen ergens komen",
    "eindplek": "Of het laatste blok past als blijvende plek",
    "stabiliteit": "Plaatsen die blijven zoals ze gepubliceerd zijn",
    "reizen": "Hoe kort degene reist die het verst moet",
    "bezetting": "Blokken waarin een bedrijf iemand heeft",
    "opleider": "Hoe weinig mensen van praktijkopleider wisselen",
    "ontmoeten": "Mensen die elkaar leren kennen",
    "gezelschap": "Plaatsen waar iemand niet alleen is",
}
PAGES = {"deelnemer": "/roulaties/{0}/deelnemers/{1}", "plek": "/roulaties/{0}/bedrijven#plek-{1}"}


def say_proven(lagen: list[dict[str, Any]] | None) -> str:
    """What a run proved of a rooster, of the first goal that may be better."""
    if lagen is None:
        return ""
    for laag in lagen:
        subject = LAGEN[laag["naam"]].lower()
        if laag["grens"] is None:
            return f"Voor het doel ‘{subject}’ is nog niet bewezen hoeveel beter het kan."
        if laag["grens"] > laag["waarde"]:
            return (
                f"Voor het doel ‘{subject}’ kan het hooguit van {laag['waarde']} naar {laag['grens']} punten."
            )
    return "Bewezen: beter kan niet, in de volgorde van uw doelen."


def link_names(roulatie_id: int, sentence: str, namen: Namen) -> Markup:
    """A sentence with names for its placeholders."""
    parts: list[str | Markup] = []
    end = 0
    for found in PLACEHOLDER.finditer(sentence):
        kind, number = found[1], int(found[2])
        parts.append(escape(sentence[end : found.start()]))
        name = namen.name(kind, number)
        if kind in PAGES:
            where = PAGES[kind].format(roulatie_id, number)
            parts.append(Markup('<a class="naam-link" href="{}">{}</a>').format(where, name))
        else:
            parts.append(escape(name))
        end = found.end()
    parts.append(escape(sentence[end:]))
    return Markup("").join(parts)
