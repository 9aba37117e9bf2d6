"""The wishes: points of a plan, never negative. A wish is one file here and one row in WISHES."""

from collections.abc import Mapping

from solver.roulatie.rule import Wish
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
