"""The startweek suits both, the stay ends within the plek's window, and someone leads in every week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.rule import SEVERAL, Label, Violation, join_parts
from solver.spreektaal import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from solver.arrays import BoolArray, IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "periode"
LABEL = Label.BELEID
TIMED = True
STEP = 2


def allowed(columns: Columns, kandidaat: IntArray, plek: IntArray, startweek: IntArray) -> BoolArray:
    """Array form: by the week until which somebody leads without a break."""
    people, places = columns.kandidaat, columns.plek
    end = startweek + people.weken[kandidaat]
    fits: BoolArray = (people.eerste_week[kandidaat] <= startweek) & (
        startweek <= people.laatste_week[kandidaat]
    )
    fits &= (places.van_week[plek] <= startweek) & (end <= places.tot_week[plek])
    fits &= places.geleid_tot[plek, startweek] >= np.minimum(end, columns.instance.weken)
    return fits


def violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Violation | None:
    """Single form: all that does not suit, with the weeks."""
    if startweek not in instance.beleid.startweken:
        return join_parts(NAME, LABEL, [(f"In week {{week:{startweek}}} kan niemand beginnen.", 1, "weken")])
    own = _own_window(kandidaat, startweek)
    lead = _without_lead(instance, kandidaat, plek, startweek)
    found = [*own, *_window(kandidaat, plek, startweek), *lead]
    return join_parts(NAME, LABEL, [(sentence, weeks, "weken") for sentence, weeks in found])


def _own_window(kandidaat: Kandidaat, startweek: int) -> Iterator[tuple[str, int]]:
    """The kandidaat can and wants to begin."""
    early, late = kandidaat.eerste_week - startweek, startweek - kandidaat.laatste_week
    if early > 0:
        yield f"De kandidaat kan pas in week {{week:{kandidaat.eerste_week}}} beginnen.", early
    if late > 0:
        yield f"De kandidaat wil uiterlijk in week {{week:{kandidaat.laatste_week}}} beginnen.", late


def _window(kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int) -> Iterator[tuple[str, int]]:
    """The plek is open from the first to the last week of the stay."""
    early, late = plek.van_week - startweek, startweek + kandidaat.weken - plek.tot_week
    if early > 0:
        yield f"De plek is pas vrij vanaf week {{week:{plek.van_week}}}.", early
    if late > 0:
        words = count(late, "week", "weken")
        yield f"De plek houdt {words} te vroeg op. De kandidaat heeft {kandidaat.weken} weken nodig.", late


def _without_lead(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Iterator[tuple[str, int]]:
    """Someone leads in every week of the stay within the horizon."""
    end = min(startweek + kandidaat.weken, instance.weken)
    weeks = range(startweek, end)
    alone = sum(1 for week in weeks if not any(each.van_week <= week < each.tot_week for each in plek.inzet))
    if alone:
        words = count(alone, "week", "weken")
        yield f"In {words} van de periode is er geen praktijkopleider.", alone


def wel_als(broken: Violation, _kandidaat: Kandidaat, _plek: Leerwerkplek) -> str:
    """Name the change that would make it possible; none where more than one thing is wrong."""
    if broken.unit == SEVERAL:
        return ""
    return f"Wel als de periodes {count(broken.shortfall, 'week', 'weken')} beter op elkaar aansluiten."
