"""The main navigation, by role; a room that wants a place in it adds a row."""

from dataclasses import dataclass

from marketplace.inlezen.soorten import SOORTEN
from marketplace.organisaties.zicht import READS
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import (
    BEOORDEELT,
    BETROKKEN,
    EIGEN,
    LEEST_MENSEN,
    LEEST_PLEKKEN,
    LEEST_REGIO,
    ZIET_PLEKKEN,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the navigation: where it leads, what it is called, who sees it.

    What is `beheer` folds away into one menu for who would otherwise see more than MOST places.
    """

    path: str
    naam: str
    rollen: frozenset[Rol]
    beheer: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A place as one visitor sees it; `hier` when the page shown lies in it."""

    path: str
    naam: str
    hier: bool


@dataclass(frozen=True, slots=True)
class Navigatie:
    """The places that are always in sight, and those in the menu beside them."""

    zichtbaar: tuple[Item, ...] = ()
    beheer: tuple[Item, ...] = ()


MOST = 7


IEDEREEN = frozenset(Rol)
# A list of people: of the regio, of the own SW-bedrijf, or those they guide.
ZIET_MENSEN = frozenset((*LEEST_REGIO, *LEEST_MENSEN, *BETROKKEN)) - frozenset(EIGEN)
PLACES = (
    Place("/", "Mijn werk", IEDEREEN),
    Place("/plan", "Plan", frozenset(LEEST_REGIO)),
    Place("/roulaties", "Roulaties", frozenset(LEEST_REGIO)),
    Place("/groepsdetachering", "Groepsdetachering", frozenset(LEEST_MENSEN)),
    Place("/kandidaten", "Kandidaten", ZIET_MENSEN),
    Place("/mijn-profiel", "Mijn profiel", frozenset(EIGEN)),
    Place("/leerwerkplekken", "Leerwerkplekken", frozenset(ZIET_PLEKKEN)),
    Place("/organisaties", "Organisaties", frozenset(READS)),
    Place("/mijn-plekken", "In het plan", frozenset(LEEST_PLEKKEN)),
    Place("/mijn-roulatie", "Roulatie", frozenset(BEOORDEELT)),
    Place("/mijn-groepen", "Groepen", frozenset(LEEST_PLEKKEN)),
    Place("/rekenruns", "Rekenruns", frozenset(LEEST_REGIO), beheer=True),
    Place(
        "/gegevens", "Gegevens", frozenset().union(*(soort.leest for soort in SOORTEN.values())), beheer=True
    ),
    Place("/kwalificaties", "Kwalificaties", IEDEREEN, beheer=True),
    Place("/regios", "Regio’s", frozenset({Rol.REGIOCOORDINATOR, Rol.BEHEERDER}), beheer=True),
    Place("/beheer/accounts", "Accounts", frozenset({Rol.BEHEERDER}), beheer=True),
    Place("/beheer/api-sleutels", "API-sleutels", frozenset({Rol.BEHEERDER}), beheer=True),
)
# Pages whose path does not start with that of the place they belong to.
BELONGS = {
    "/voorstellen": "/plan",
    "/plannen": "/plan",
    "/vestigingen": "/organisaties",
    "/praktijkopleiders": "/organisaties",
    "/erkenningen": "/organisaties",
    "/opleidingen": "/organisaties",
    "/groepen": "/kandidaten",
    "/leerlijnen": "/roulaties",
    "/werkprocessen": "/kwalificaties",
}


def _inside(path: str, place: str) -> bool:
    """Whether the page lies in this place."""
    for start, owner in BELONGS.items():
        if path.startswith(start):
            return place == owner
    return path == place if place == "/" else path == place or path.startswith(f"{place}/")


def navigation_for(actor: Actor | None, path: str) -> Navigatie:
    """What this visitor sees in the navigation: everything where that is little, else with a menu."""
    if actor is None:
        return Navigatie()
    mine = [place for place in PLACES if actor.heeft(*place.rollen)]
    seen = mine if len(mine) <= MOST else [place for place in mine if not place.beheer][:MOST]
    return Navigatie(
        tuple(_item(place, path) for place in seen),
        tuple(_item(place, path) for place in mine if place not in seen),
    )


def _item(place: Place, path: str) -> Item:
    """A place as seen from a page."""
    return Item(place.path, place.naam, _inside(path, place.path))
