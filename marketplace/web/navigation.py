"""The main navigation, by role; a room that wants a place in it adds a row."""

from dataclasses import dataclass

from marketplace.organisaties.zicht import READS
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import BETROKKEN, EIGEN, LEEST_MENSEN, LEEST_REGIO


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the navigation: where it leads, what it is called, who sees it."""

    path: str
    naam: str
    rollen: frozenset[Rol]


@dataclass(frozen=True, slots=True)
class Item:
    """A place as one visitor sees it; `hier` when the page shown lies in it."""

    path: str
    naam: str
    hier: bool


IEDEREEN = frozenset(Rol)
# A list of people: of the regio, of the own SW-bedrijf, or those they guide.
ZIET_MENSEN = frozenset((*LEEST_REGIO, *LEEST_MENSEN, *BETROKKEN)) - frozenset(EIGEN)
PLACES = (
    Place("/", "Mijn werk", IEDEREEN),
    Place("/plan", "Plan", frozenset({Rol.ACCOUNTMANAGER})),
    Place("/kandidaten", "Kandidaten", ZIET_MENSEN),
    Place("/mijn-profiel", "Mijn profiel", frozenset(EIGEN)),
    Place("/leerwerkplekken", "Leerwerkplekken", frozenset({Rol.ACCOUNTMANAGER, Rol.WERKGEVER})),
    Place("/organisaties", "Organisaties", frozenset(READS)),
    Place("/mijn-plekken", "Mijn plekken in het plan", frozenset({Rol.WERKGEVER})),
    Place("/rekenruns", "Rekenruns", frozenset({Rol.ACCOUNTMANAGER})),
    Place("/gegevens", "Gegevens", frozenset({Rol.ACCOUNTMANAGER, Rol.WERKGEVER})),
    Place("/kwalificaties", "Kwalificaties", IEDEREEN),
    Place("/regios", "Regio’s", frozenset({Rol.REGIOCOORDINATOR, Rol.BEHEERDER})),
    Place("/beheer/accounts", "Accounts", frozenset({Rol.BEHEERDER})),
    Place("/beheer/api-sleutels", "API-sleutels", frozenset({Rol.BEHEERDER})),
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
    "/werkprocessen": "/kwalificaties",
}


def _inside(path: str, place: str) -> bool:
    """Whether the page lies in this place."""
    for start, owner in BELONGS.items():
        if path.startswith(start):
            return place == owner
    return path == place if place == "/" else path == place or path.startswith(f"{place}/")


def items_for(actor: Actor | None, path: str) -> tuple[Item, ...]:
    """What this visitor sees in the navigation."""
    if actor is None:
        return ()
    return tuple(
        Item(place.path, place.naam, _inside(path, place.path))
        for place in PLACES
        if actor.heeft(*place.rollen)
    )
