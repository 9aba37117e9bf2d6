"""A no names the roles that may, as people call them."""

from marketplace.toegang.model import Rol
from marketplace.toegang.weigeren import only_for


def test_one_role_and_several_are_named() -> None:
    assert only_for(Rol.PLANNER).sentence.endswith("met de rol planner.")
    several = only_for(Rol.ACCOUNTMANAGER, Rol.SBB_ADVISEUR, Rol.MBO, Rol.ACCOUNTMANAGER)
    said = "met de rol accountmanager, adviseur van SBB of medewerker van de mbo-school."
    assert several.sentence.endswith(said)
