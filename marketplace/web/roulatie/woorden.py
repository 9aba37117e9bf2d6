"""Sentences about a roulatie with names for their placeholders, each a link where there is a page."""

from markupsafe import Markup, escape

from marketplace.roulatie.namen import Namen
from solver.spreektaal import PLACEHOLDER

LAGEN = {
    "leren": "Leren wat is afgesproken",
    "voorkeur": "Wat mensen graag willen",
    "reizen": "Eerlijk reizen",
    "samen": "Elkaar leren kennen",
}
PAGES = {"deelnemer": "/roulaties/{0}/deelnemers/{1}", "plek": "/roulaties/{0}/bedrijven#plek-{1}"}


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
