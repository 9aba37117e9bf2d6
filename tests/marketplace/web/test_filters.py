"""A list that is searched and leafed through: the address carries what was narrowed from page to page."""

import re
from dataclasses import dataclass

from starlette.requests import Request

from marketplace.web.fields import KorteTekst
from marketplace.web.filters import PER_PAGE, Filters, read_filters
from marketplace.web.templating import environment


class Proef(Filters):
    """An example."""

    sector: KorteTekst | None = None


@dataclass(frozen=True)
class Lijst:
    """A page of a list."""

    regels: tuple[int, ...]
    totaal: int


def asked(query: str) -> Proef:
    """What an address asks."""
    request = Request({"type": "http", "query_string": query.encode(), "headers": []})
    return read_filters(request, Proef)[1]


def show(filters: Filters, lijst: Lijst, macro: str) -> str:
    """What a macro makes of it, on one line."""
    text = '{% import "layout/lijst.html" as l with context %}{{ ' + macro + " }}"
    html = environment().from_string(text).render(filters=filters, lijst=lijst, pad="/plek")
    return re.sub(r"\s+", " ", html)


def test_a_page_knows_the_rows_before_it() -> None:
    assert (asked("").vanaf, asked("pagina=3").vanaf) == (0, 2 * PER_PAGE)


def test_nonsense_narrows_nothing() -> None:
    assert asked("sector=groen&pagina=nul") == Proef()


def test_the_next_page_keeps_what_was_narrowed() -> None:
    lijst = Lijst(tuple(range(PER_PAGE)), 3 * PER_PAGE)
    links = show(asked("sector=groen&pagina=2"), lijst, "l.bladeren(filters, lijst)")
    assert 'href="/plek?sector=groen&amp;pagina=1"' in links
    assert 'href="/plek?sector=groen&amp;pagina=3"' in links
    assert "51 tot en met 100" in show(
        asked("pagina=2"), lijst, 'l.telling(filters, lijst, "plek", "plekken")'
    )


def test_a_list_of_one_page_has_no_other() -> None:
    lijst = Lijst((1,), 1)
    assert "href" not in show(asked(""), lijst, "l.bladeren(filters, lijst)")
    assert "1 plek<" in show(asked(""), lijst, 'l.telling(filters, lijst, "plek", "plekken")')


def test_an_empty_list_says_whether_anything_was_asked() -> None:
    macro = 'l.niets(filters, "Niets", "Niets gevonden.", "Er is nog niets.", "Toon alles")'
    nothing = Lijst((), 0)
    assert "Er is nog niets." in show(asked(""), nothing, macro)
    assert "Toon alles" not in show(asked(""), nothing, macro)
    assert "Niets gevonden." in show(asked("sector=zorg"), nothing, macro)
    assert 'href="/plek"' in show(asked("sector=zorg"), nothing, macro)
