"""The startweek suits both, the stay ends within the plek's window, and someone leads in every week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.spreektaal import count
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.matching.columns import Block
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek
    from solver.matching.rule import BoolArray

NAME = "periode"
LABEL = Label.BELEID
TIMED = True
STEP = 2


def allowed(block: Block) -> BoolArray:
    """Array form: (K, P, S), with cumulative counts of weeks without a praktijkopleider."""
    kandidaat, plek, start = block.kandidaat, block.plek, block.startweken
    own = (kandidaat.eerste_week[:, None] <= start) & (start <= kandidaat.laatste_week[:, None])
    end = start[None, :] + kandidaat.weken[:, None]
    window = (plek.van_week[None, :, None] <= start) & (end[:, None, :] <= plek.tot_week[None, :, None])
    without = np.zeros((plek.lead.shape[0], plek.lead.shape[1] + 1), dtype=np.int64)
    np.cumsum(plek.lead < 0, axis=1, out=without[:, 1:])
    inside = np.minimum(end, plek.lead.shape[1])
    led = without[:, inside].transpose(1, 0, 2) == without[None, :, start]
    fits: BoolArray = own[:, None, :] & window & led
    return fits


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Violation | None:
    """Single form: the first thing that does not suit, with the weeks."""
    if startweek not in instance.beleid.startweken:
        return _say(f"In week {{week:{startweek}}} kan niemand beginnen.", 1)
    early, late = kandidaat.eerste_week - startweek, startweek - kandidaat.laatste_week
    if early > 0:
        return _say(f"De kandidaat kan pas in week {{week:{kandidaat.eerste_week}}} beginnen.", early)
    if late > 0:
        return _say(f"De kandidaat wil uiterlijk in week {{week:{kandidaat.laatste_week}}} beginnen.", late)
    return _window(kandidaat, plek, startweek) or _without_lead(instance, kandidaat, plek, startweek)


def _window(kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> Violation | None:
    """The plek is open from the first to the last week of the stay."""
    early, late = plek.van_week - startweek, startweek + kandidaat.weken - plek.tot_week
    if early > 0:
        return _say(f"De plek is pas vrij vanaf week {{week:{plek.van_week}}}.", early)
    if late > 0:
        words = count(late, "week", "weken")
        return _say(
            f"De plek houdt {words} te vroeg op. De kandidaat heeft {kandidaat.weken} weken nodig.", late
        )
    return None


def _without_lead(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Violation | None:
    """Someone leads in every week of the stay within the horizon."""
    end = min(startweek + kandidaat.weken, instance.weken)
    if any(each.van_week <= startweek and end <= each.tot_week for each in plek.inzet):
        return None
    weeks = range(startweek, end)
    alone = sum(1 for week in weeks if not any(each.van_week <= week < each.tot_week for each in plek.inzet))
    words = count(alone, "week", "weken")
    return _say(f"In {words} van de periode is er geen praktijkopleider.", alone) if alone else None


def _say(sentence: str, shortfall: int) -> Violation:
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit="weken")


def wel_als(broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible."""
    return f"Wel als de periodes {count(broken.shortfall, 'week', 'weken')} beter op elkaar aansluiten."
