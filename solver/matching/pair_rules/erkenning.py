"""The leerbedrijf is erkend for the kwalificatie and a wanted werkproces there, during the whole stay.

Only for praktijkleren, and not for a pair that can go as proefplaatsing: erkenning does not gate that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.instance import Plaatsingsvorm
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "erkenning"
LABEL = Label.WET
TIMED = True
STEP = 1


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, S), counting the covered weeks of each stay per werkproces."""
    kandidaat, plek = block.kandidaat, block.plek
    trial = list(Plaatsingsvorm).index(Plaatsingsvorm.PROEFPLAATSING)
    free = ~kandidaat.praktijkleren[:, None] | (kandidaat.vorm[:, trial, None] & plek.vorm[None, :, trial])
    fits = np.repeat(free[:, :, None], len(block.startweken), axis=2)
    for crebo, code in block.columns.crebos.items():
        rows = np.flatnonzero((kandidaat.crebo == code) & kandidaat.praktijkleren)
        if len(rows):
            plekken, covered = _covered_weeks(block, crebo)
            for row in rows:
                wanted = covered[:, kandidaat.werkproces[row]]
                fits[row, plekken] |= _covers(wanted, block.startweken, int(kandidaat.weken[row]))
    return fits


def _covered_weeks(block: Block, crebo: int) -> tuple[IntArray, IntArray]:
    """Plekken with this crebo, and per (plek, werkproces, week) how many earlier weeks are covered."""
    known = [
        (index, [each for each in plek.erkenningen if each.crebo == crebo])
        for index, plek in enumerate(block.columns.instance.plekken)
    ]
    found = [(index, rows) for index, rows in known if rows]
    horizon = max((each.tot_week for _, rows in found for each in rows), default=0)
    weeks = np.zeros((len(found), len(block.columns.werkprocessen), horizon + 1), dtype=np.int64)
    for position, (index, rows) in enumerate(found):
        for each in rows:
            mask = block.plek.werkproces[index].copy()
            if each.werkprocessen is not None:
                covered = (code in each.werkprocessen for code in block.columns.werkprocessen)
                mask &= np.fromiter(covered, dtype=np.bool_)
            weeks[position, mask, each.van_week + 1 : each.tot_week + 1] = 1
    return np.array([index for index, _ in found], dtype=np.int64), weeks.cumsum(axis=2)


def _covers(wanted: IntArray, startweken: IntArray, weken: int) -> BoolArray:
    """Whether some werkproces is covered in every week of the stay: (plekken, startweken)."""
    last = wanted.shape[2] - 1
    begin, end = np.minimum(startweken, last), np.minimum(startweken + weken, last)
    whole: BoolArray = (wanted[:, :, end] - wanted[:, :, begin] == weken).any(axis=1)
    return whole


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
