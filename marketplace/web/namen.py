"""Sentences of the solver with names for their placeholders, each a link where there is a page."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from solver.spreektaal import PLACEHOLDER

LINK = Markup('<a class="naam-link" href="{}">{}</a>')


def link_names(sentence: str, name: Callable[[str, int], str], pages: Mapping[str, str]) -> Markup:
    """Fill in what `name` gives for a kind and an id; `pages` has an address with {} for the id, by kind."""
    parts: list[str | Markup] = []
    end = 0
    for found in PLACEHOLDER.finditer(sentence):
        kind, number = found[1], int(found[2])
        said = escape(name(kind, number))
        parts.append(escape(sentence[end : found.start()]))
        parts.append(LINK.format(pages[kind].format(number), said) if kind in pages else said)
        end = found.end()
    return Markup("").join([*parts, escape(sentence[end:])])
