"""The cell rules: may someone be at a plek in a block. A rule is one file here and one row in CELL_RULES."""

from solver.roulatie.cell_rules import dagdelen, gesloten, leiding, reistijd, verboden
from solver.roulatie.rule import CellRule

CELL_RULES: tuple[CellRule, ...] = (reistijd, dagdelen, gesloten, leiding, verboden)
