"""The wishes: points for what a plan should have. A wish is one file here and one row in WISHES."""

from solver.groepsdetachering.rule import Wish
from solver.groepsdetachering.wishes import (
    belofte,
    bezetting,
    doorgroei,
    gezelschap,
    groep,
    leider,
    leren,
    marge,
    niveau,
    reistijd,
    reisverdeling,
    stabiliteit,
    uitstroom,
    vervulling,
)

_ALL: tuple[Wish, ...] = (
    belofte,
    vervulling,
    doorgroei,
    leren,
    niveau,
    groep,
    leider,
    gezelschap,
    stabiliteit,
    reistijd,
    reisverdeling,
    bezetting,
    marge,
    uitstroom,
)
WISHES: dict[str, Wish] = {wish.NAME: wish for wish in _ALL}
