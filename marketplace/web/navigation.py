"""The main navigation, by role; a room that wants a place in it adds a row."""

from dataclasses import dataclass

from marketplace.organisaties.zicht import READS
from marketplace.toegang.model import Actor, Rol


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
PLACES = (
    Place("/", "Mijn werk", IEDEREEN),
    Place("/plan", "Plan", frozenset({Rol.ACCOUNTMANAGER})),
    Place("/kandidaten", "Kandidaten", frozenset({Rol.ACCOUNTMANAGER})),
    Place("/leerwerkplekken", "Leerwerkplekken", frozenset({Rol.ACCOUNTMANAGER, Rol.WERKGEVER})),
    Place("/organisaties", "Organisaties", frozenset(READS)),
    Place("/mijn-plekken", "Mijn plekken in het plan", frozenset({Rol.WERKGEVER})),
    Place("/rekenruns", "Rekenruns", frozenset({Rol.ACCOUNTMANAGER})),
    Place("/gegevens", "Gegevens", frozenset({Rol.ACCOUNTMANAGER, Rol.WERKGEVER})),
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
