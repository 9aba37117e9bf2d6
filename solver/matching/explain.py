"""Explanations of a plan, without solving and without OR-Tools.

All that is said holds in this plan; nothing is called impossible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.alternatives import find_alternatives, measure
from solver.matching.check import pair_violations, waarderingen
from solver.matching.explanation import Alternatief, NietGeplaatst, Proef, Waarom
from solver.matching.shortfall import Look
from solver.matching.survey import Survey
from solver.matching.unplaced import tell_unplaced
from solver.rule import Label, Violation
from solver.spreektaal import count

if TYPE_CHECKING:
    from solver.matching.instance import Instance
    from solver.matching.solution import Solution

ALTERNATIVES = 2


class Explainer:
    """Explains one plan of one instance; remembers what it worked out."""

    def __init__(self, instance: Instance, solution: Solution) -> None:
        """Survey the plan once."""
        self._survey = Survey(instance, solution)

    def toewijzing(self, kandidaat: int) -> Waarom:
        """Why this kandidaat stands where it does; KeyError when it has no plek in the plan."""
        survey = self._survey
        stay = survey.plan[kandidaat]
        person, plek = survey.kandidaten[kandidaat], survey.plekken[stay.plek]
        return Waarom(
            kandidaat=kandidaat,
            plek=stay.plek,
            startweek=stay.startweek,
            waarderingen=waarderingen(survey.instance, person, plek, stay.startweek),
            alternatieven=find_alternatives(survey, kandidaat, ALTERNATIVES),
            blijft=self._held(kandidaat),
        )

    def why_not(self, kandidaat: int, plek: int) -> tuple[Violation, ...]:
        """All that is short for this pair in its best startweek beside the rest of the plan.

        Empty when it fits.
        """
        survey = self._survey
        held = "" if plek == survey.stayers.get(kandidaat) else self._held(kandidaat)
        stay = survey.cancel(kandidaat)
        violations = Look(survey, kandidaat, np.array([survey.plek_index[plek]])).tell(0).violations
        if held:
            violations += (Violation(rule="verplaatst", label=Label.BELEID, sentence=held, unit="mensen"),)
        if stay:
            survey.book(stay)
        return violations

    def try_stay(self, kandidaat: int, plek: int, startweek: int) -> Proef:
        """Try one stay, whatever the pair rules say of it."""
        survey = self._survey
        person, place = survey.kandidaten[kandidaat], survey.plekken[plek]
        wanted = survey.stay(kandidaat, plek, startweek)
        former = survey.cancel(kandidaat)
        short = survey.ledger.violations(survey.ledger.shortages(wanted.uses))
        if former:
            survey.book(former)
        return Proef(
            regels=tuple(pair_violations(survey.instance, person, place, startweek)),
            ruimte=short,
            wensen=waarderingen(survey.instance, person, place, startweek),
            alternatief=measure(survey, wanted),
        )

    def _held(self, kandidaat: int) -> str:
        """That someone keeps a plek because nobody more may be moved; "" where that is not so."""
        survey = self._survey
        stay = survey.plan.get(kandidaat)
        if stay is None or survey.stayers.get(kandidaat) != stay.plek:
            return ""
        if survey.may_move({kandidaat: None}):
            return ""
        most = survey.instance.max_verplaatst
        if not most:
            return "De kandidaat blijft zitten: het plan mag niemand verplaatsen."
        number = count(most, "persoon", "mensen")
        return f"De kandidaat blijft zitten: het plan mag hooguit {number} verplaatsen en doet dat al."

    def alternatief(self, kandidaat: int, plek: int) -> Alternatief | None:
        """What it would cost to give this kandidaat this plek; None when a rule or a pin forbids it."""
        stays = self._survey.options(kandidaat, plek)
        found = [each for stay in stays if (each := measure(self._survey, stay))]
        return max(found, key=lambda each: (each.verschil, -each.startweek), default=None)

    def unplaced(self, kandidaat: int) -> NietGeplaatst:
        """Why this kandidaat has no plek in the plan, and what would change that."""
        return tell_unplaced(self._survey, kandidaat)
