"""The cell rules: on which days somebody may be in a group at all, whatever else the plan holds.

A rule is one file here, and one row in PAIR_RULES (a medewerker and an opdracht) or WEEK_RULES (a week too).
"""

from solver.groepsdetachering.cell_rules import (
    eigen_keuze,
    leren,
    periode,
    reistijd,
    rooster,
    trede,
    uren,
    verboden,
    voorwaarden,
)
from solver.groepsdetachering.rule import CellRule, PairRule, WeekRule

PAIR_RULES: tuple[PairRule, ...] = (eigen_keuze, verboden, uren, voorwaarden, trede, reistijd)
WEEK_RULES: tuple[WeekRule, ...] = (periode, rooster, leren)
CELL_RULES: tuple[CellRule, ...] = (*PAIR_RULES, *WEEK_RULES)
