"""The nouns that go out and come in as files; a noun is a file beside this one and a row here."""

from collections.abc import Mapping, Sequence

from marketplace.errors import NotFound
from marketplace.inlezen import (
    accounts,
    beleid,
    erkenningen,
    kwalificaties,
    opleidingen,
    organisaties,
    praktijkopleiders,
    vestigingen,
    werkprocessen,
)
from marketplace.inlezen.kandidaten import KANDIDATEN
from marketplace.inlezen.plekken import LEERWERKPLEKKEN
from marketplace.inlezen.soort import Soort
from marketplace.toegang.model import Actor

# In the order in which an empty region is filled.
ROWS = (
    kwalificaties.SOORT,
    werkprocessen.SOORT,
    organisaties.SOORT,
    vestigingen.SOORT,
    praktijkopleiders.SOORT,
    erkenningen.SOORT,
    opleidingen.SOORT,
    accounts.SOORT,
    LEERWERKPLEKKEN,
    KANDIDATEN,
    beleid.SOORT,
)
SOORTEN: Mapping[str, Soort] = {soort.code: soort for soort in ROWS}


def soorten_of(actor: Actor) -> Sequence[Soort]:
    """What an actor may download."""
    return [soort for soort in SOORTEN.values() if actor.heeft(*soort.leest)]


def soort_of(actor: Actor, code: str) -> Soort:
    """A noun that the actor may download; raises NotFound."""
    soort = SOORTEN.get(code)
    if soort is None or not actor.heeft(*soort.leest):
        raise NotFound
    return soort
