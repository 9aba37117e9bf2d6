"""The wishes: points of a plan, never negative. A wish is one file here and one row in WISHES.

Where the points are the sum of what everyone's own route gives, it may have a row in OF_ROUTES too.
One whose model grows with the square of the people says how large it is: LARGE.
"""

from collections.abc import Mapping

from solver.roulatie.rule import Large, OfRoutes, Wish
from solver.roulatie.wishes import (
    bezetting,
    dekking,
    eindplek,
    gezelschap,
    ontmoeten,
    opleider,
    reizen,
    stabiliteit,
    voorkeur,
)

WISHES: Mapping[str, Wish] = {
    wish.NAME: wish
    for wish in (
        dekking,
        voorkeur,
        eindplek,
        stabiliteit,
        reizen,
        bezetting,
        opleider,
        ontmoeten,
        gezelschap,
    )
}

OF_ROUTES: Mapping[str, OfRoutes] = {
    "dekking": dekking,
    "voorkeur": voorkeur,
    "eindplek": eindplek,
    "stabiliteit": stabiliteit,
}
LARGE: Mapping[str, Large] = {"ontmoeten": ontmoeten}
