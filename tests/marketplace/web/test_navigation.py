"""The navigation shows what a role needs, never more than a handful at once, and where one is."""

import pytest

from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.web.navigation import MOST, Navigatie, navigation_for


def actor_with(*rollen: Rol) -> Actor:
    """Somebody with these roles."""
    held = tuple(Toekenning(rol=rol, regio_code="AM09") for rol in rollen)
    return Actor(account_id=1, naam="A", email="a@b", toekenningen=held)


@pytest.mark.parametrize(
    ("rol", "seen", "hidden"),
    [
        (Rol.ACCOUNTMANAGER, "Plan", "Accounts"),
        (Rol.REGIOCOORDINATOR, "Rekenruns", "Accounts"),
        (Rol.SBB_ADVISEUR, "Gegevens", "Kandidaten"),
        (Rol.PRAKTIJKOPLEIDER, "Leerwerkplekken", "Gegevens"),
        (Rol.WERKGEVER, "In het plan", "Kandidaten"),
        (Rol.BEHEERDER, "Accounts", "Kandidaten"),
    ],
)
def test_a_role_sees_its_own_places(rol: Rol, seen: str, hidden: str) -> None:
    found = navigation_for(actor_with(rol), "/")
    names = {item.naam for item in (*found.zichtbaar, *found.beheer)}
    assert seen in names
    assert hidden not in names


@pytest.mark.parametrize("rollen", [*((rol,) for rol in Rol), tuple(Rol)])
def test_nobody_sees_more_than_a_handful_at_once_and_nothing_twice(rollen: tuple[Rol, ...]) -> None:
    found = navigation_for(actor_with(*rollen), "/")
    paths = [item.path for item in (*found.zichtbaar, *found.beheer)]
    assert len(found.zichtbaar) <= MOST
    assert len(paths) == len(set(paths))


def test_what_is_used_less_folds_away_only_where_there_is_much() -> None:
    assert "/rekenruns" in {item.path for item in navigation_for(actor_with(Rol.ACCOUNTMANAGER), "/").beheer}
    assert navigation_for(actor_with(Rol.BEHEERDER), "/").beheer == ()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", "/"),
        ("/plan", "/plan"),
        ("/voorstellen/4", "/plan"),
        ("/kandidaten/3/bewerken", "/kandidaten"),
        ("/rekenruns/2", "/rekenruns"),
    ],
)
def test_one_place_is_marked_as_here(path: str, place: str) -> None:
    found = navigation_for(actor_with(Rol.ACCOUNTMANAGER), path)
    assert [item.path for item in (*found.zichtbaar, *found.beheer) if item.hier] == [place]


def test_nobody_sees_no_navigation() -> None:
    assert navigation_for(None, "/") == Navigatie()
