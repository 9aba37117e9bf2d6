"""A no that says whose work it is."""

from collections.abc import Mapping

from marketplace.errors import Forbidden
from marketplace.toegang.model import Rol

# What people call a role whose code says it otherwise.
NAMEN: Mapping[Rol, str] = {
    Rol.MBO: "medewerker van de mbo-school",
    Rol.PRO_VSO: "medewerker van het praktijkonderwijs of vso",
    Rol.SBB_ADVISEUR: "adviseur van SBB",
    Rol.VOUCHERBEOORDELAAR: "beoordelaar van vouchers",
    Rol.REGIOCOORDINATOR: "regiocoördinator",
}


def only_for(*rollen: Rol) -> Forbidden:
    """The refusal of what is for these roles, here and nowhere else."""
    *others, last = [NAMEN.get(each, each.value) for each in dict.fromkeys(rollen)]
    said = f"{', '.join(others)} of {last}" if others else last
    return Forbidden(f"U mag dit niet doen. Dit kan hier alleen met de rol {said}.")
