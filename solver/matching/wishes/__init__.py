"""The wishes: a wish is one file here and one row in WISHES; no order is meant.

TIERS stands in strict order: nothing of a later tier outweighs one point of an earlier.
"""

from solver.matching.rule import Wish
from solver.matching.wishes import (
    geplaatst,
    niveau,
    reistijd,
    sectorwens,
    spoed,
    stabiliteit,
    wachttermijn,
    werkproces_dekking,
)

WISHES: tuple[Wish, ...] = (
    wachttermijn,
    geplaatst,
    werkproces_dekking,
    sectorwens,
    reistijd,
    niveau,
    spoed,
    stabiliteit,
)
TIERS = ("wachttermijn", "geplaatst", "wensen")
