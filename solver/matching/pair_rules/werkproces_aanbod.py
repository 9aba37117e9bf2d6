"""At least one werkproces that the kandidaat wants really occurs at the plek; only for praktijkleren."""

from __future__ import annotations

from typing import TYPE_CHECKING

from solver.arrays import count_common
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "werkproces_aanbod"
LABEL = Label.BELEID
TIMED = False
STEP = 1


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, _startweek: IntArray) -> BoolArray:
    """Array form: by what is wanted and occurs."""
    people = columns.kandidaat
    shared = count_common(people.werkproces[kandidaat], columns.plek.werkproces[plek]) > 0
    fits: BoolArray = shared | ~people.praktijkleren[kandidaat]
    return fits


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, _startweek: int
) -> Violation | None:
    """Single form: says how many werkprocessen are wanted."""
    if not kandidaat.praktijkleren or any(each in plek.werkprocessen for each in kandidaat.werkprocessen):
        return None
    number = len(kandidaat.werkprocessen)
    sentence = f"Geen van de {number} gewenste werkprocessen komt hier voor."
    if number == 1:
        sentence = "Het gewenste werkproces komt hier niet voor."
    if number == 0:
        sentence = "Er zijn nog geen werkprocessen gekozen."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, unit="werkproces")


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als een van de gewenste werkprocessen hier ook voorkomt en het bedrijf daarvoor erkend is."
