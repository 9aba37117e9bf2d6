"""The navigation shows what a role needs and where one is."""

import pytest

from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.web.navigation import items_for


def actor_with(rol: Rol) -> Actor:
    """Somebody with one role."""
    return Actor(account_id=1, naam="A", email="a@b", toekenningen=(Toekenning(rol=rol, regio_code="AM09"),))


@pytest.mark.parametrize(
    ("rol", "seen", "hidden"),
    [
        (Rol.ACCOUNTMANAGER, "Plan", "Accounts"),
        (Rol.WERKGEVER, "Mijn plekken in het plan", "Kandidaten"),
        (Rol.BEHEERDER, "Accounts", "Kandidaten"),
    ],
)
def test_a_role_sees_its_own_places(rol: Rol, seen: str, hidden: str) -> None:
    names = {item.naam for item in items_for(actor_with(rol), "/")}
    assert seen in names
    assert hidden not in names


@pytest.mark.parametrize(
    ("path", "place"),
    [("/", "/"), ("/plan", "/plan"), ("/voorstellen/4", "/plan"), ("/kandidaten/3/bewerken", "/kandidaten")],
)
def test_one_place_is_marked_as_here(path: str, place: str) -> None:
    assert [item.path for item in items_for(actor_with(Rol.ACCOUNTMANAGER), path) if item.hier] == [place]


def test_nobody_sees_no_navigation() -> None:
    assert items_for(None, "/") == ()
