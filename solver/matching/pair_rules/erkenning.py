"""The leerbedrijf is erkend for the kwalificatie and a wanted werkproces there, during the whole stay.

Only for praktijkleren, and not for a pair that can go as proefplaatsing: erkenning does not gate that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.arrays import count_common, unroll
from solver.matching.instance import Plaatsingsvorm
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "erkenning"
LABEL = Label.WET
TIMED = True
STEP = 1
TRIAL = 1 << list(Plaatsingsvorm).index(Plaatsingsvorm.PROEFPLAATSING)


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> BoolArray:
    """Array form: some spell of the erkenning covers the whole stay for a werkproces that is wanted."""
    people, spells = columns.kandidaat, columns.erkenning
    crebo = people.crebo[kandidaat]
    fits = ~people.praktijkleren[kandidaat] | (people.vorm[kandidaat] & columns.plek.vorm[plek] & TRIAL > 0)
    asked = np.flatnonzero(~fits & (crebo >= 0))
    key = plek[asked] * len(columns.crebos) + crebo[asked]
    low = np.searchsorted(spells.key, key)
    stay, place = unroll(np.searchsorted(spells.key, key, side="right") - low)
    spell, stay = low[stay] + place, asked[stay]
    begin, who = startweek[stay], kandidaat[stay]
    whole = (spells.van_week[spell] <= begin) & (begin + people.weken[who] <= spells.tot_week[spell])
    fits[stay[whole & (count_common(spells.werkproces[spell], people.werkproces[who]) > 0)]] = True
    return fits


def violation(
    _instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Violation | None:
    """Single form: walks the weeks of the stay and names what is missing."""
    trial = Plaatsingsvorm.PROEFPLAATSING
    if not kandidaat.praktijkleren or (trial in kandidaat.vormen and trial in plek.vormen):
        return None
    return missing(kandidaat, plek, startweek)


def missing(kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> Violation | None:
    """Say what erkenning lacks for praktijkleren here, whatever the plaatsingsvorm.

    None when nothing lacks.
    """
    if kandidaat.crebo is None:
        return _say(
            "Er is nog geen kwalificatie gekozen. Zonder kwalificatie geldt geen erkenning.",
            1,
            "kwalificatie",
        )
    rows = [each for each in plek.erkenningen if each.crebo == kandidaat.crebo]
    if not rows:
        return _say(
            f"Het bedrijf is niet erkend voor de kwalificatie {{crebo:{kandidaat.crebo}}}.", 1, "erkenning"
        )
    best: int | None = None
    for code in kandidaat.werkprocessen:
        if code not in plek.werkprocessen:
            continue
        periods = [
            (each.van_week, each.tot_week)
            for each in rows
            if each.werkprocessen is None or code in each.werkprocessen
        ]
        weeks = range(startweek, startweek + kandidaat.weken)
        short = sum(1 for week in weeks if not any(van <= week < tot for van, tot in periods))
        best = short if best is None else min(best, short)
    if best is None:
        return _say("De erkenning geldt niet voor een gewenst werkproces dat hier voorkomt.", 1, "werkproces")
    if best == 0:
        return None
    if best == kandidaat.weken:
        return _say(
            "In deze periode is het bedrijf niet erkend voor wat de kandidaat wil leren.", best, "weken"
        )
    words = "1 week" if best == 1 else f"{best} weken"
    return _say(f"De erkenning geldt {words} van de {kandidaat.weken} weken niet.", best, "weken")


def _say(sentence: str, shortfall: int, unit: str) -> Violation:
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit=unit)


def wel_als(_broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return "Wel als het bedrijf de hele periode erkend is voor deze kwalificatie."
