"""An Actor says where it holds which role."""

from marketplace.toegang.model import Actor, Rol, Toekenning

ACTOR = Actor(
    account_id=1,
    naam="Anna",
    email="anna@voorbeeld.nl",
    toekenningen=(
        Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code="AM09"),
        Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code="AM07"),
        Toekenning(rol=Rol.WERKGEVER, organisatie_id=4),
    ),
)


def test_a_role_holds_in_the_regios_where_it_was_given() -> None:
    assert ACTOR.regios_als(Rol.ACCOUNTMANAGER) == ("AM07", "AM09")
    assert ACTOR.regios_als(Rol.WERKGEVER) == ()


def test_a_role_holds_at_the_organisaties_where_it_was_given() -> None:
    assert ACTOR.organisaties_als(Rol.WERKGEVER) == (4,)
    assert ACTOR.organisaties_als(Rol.ACCOUNTMANAGER) == ()


def test_having_one_of_several_roles_is_enough() -> None:
    assert ACTOR.heeft(Rol.BEHEERDER, Rol.WERKGEVER)
    assert not ACTOR.heeft(Rol.BEHEERDER)
