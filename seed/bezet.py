"""Who already is at a plek: Zelhem's seven, and people who learn at their own work without a voorstel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seed.verhaal import GEVALLEN

if TYPE_CHECKING:
    from seed.kalender import Kalender
    from seed.persoon import Persoon
    from seed.plekken import Plek
    from seed.rijen import Rijen
    from seed.trekking import Trekking

ZELHEM_PLEK = "Montagehal in Zelhem"


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenWerkplek:
    """Someone who learns at the own work: where, in which kind of work, with how many minutes a week."""

    titel: str
    soort: str
    plaats: str
    minuten: int
    weken: tuple[int, int]
    kenmerk: str | None = None


EIGEN_WERKPLEKKEN = (
    EigenWerkplek(
        titel="Spuitgietmachines in Varsseveld",
        soort="productie",
        plaats="Varsseveld",
        minuten=150,
        weken=(-4, 48),
        kenmerk=GEVALLEN["volle_praktijkopleider"].kandidaten[0],
    ),
    EigenWerkplek(
        titel="Montage bij het ontwikkelbedrijf",
        soort="productie",
        plaats="Doetinchem",
        minuten=120,
        weken=(-8, 18),
    ),
    EigenWerkplek(
        titel="Groenploeg van het ontwikkelbedrijf",
        soort="groen_onderhoud",
        plaats="Doetinchem",
        minuten=120,
        weken=(-2, 24),
    ),
    EigenWerkplek(
        titel="Groenonderhoud in Zelhem",
        soort="groen_onderhoud",
        plaats="Zelhem",
        minuten=60,
        weken=(-10, 6),
    ),
    EigenWerkplek(
        titel="Magazijn in Doetinchem", soort="magazijn", plaats="Doetinchem", minuten=60, weken=(-3, 13)
    ),
)


def make_lerende(trekking: Trekking, werkplek: EigenWerkplek) -> Persoon:
    """Draw the person who learns at this own workplace."""
    persoon = trekking.draw(werkplek.soort, werkplek.plaats)
    return replace(
        persoon,
        kenmerk=werkplek.kenmerk or persoon.kenmerk,
        status="lopend",
        wachtweken=None,
        vormen=("eigen_werknemer",),
        begeleiding=(werkplek.minuten,),
        periode=werkplek.weken,
        weken=werkplek.weken[1] - werkplek.weken[0],
        doelgroepen=("ongeschoold",),
    )


def add_bezetting(
    rijen: Rijen, kalender: Kalender, plek: Plek, kandidaat_id: int, persoon: Persoon, weken: tuple[int, int]
) -> None:
    """Take a seat and guidance in each of these weeks; the need goes on at its last value."""
    last = len(persoon.begeleiding) - 1
    for week in range(*weken):
        rijen.add(
            "bezetting",
            kandidaat_id=kandidaat_id,
            leerwerkplek_id=plek.id,
            praktijkopleider_id=plek.praktijkopleider_id,
            week=kalender.week(week),
            minuten=persoon.begeleiding[min(week - weken[0], last)],
            bron="eigen_werkplek" if persoon.vormen == ("eigen_werknemer",) else "plaatsing",
            roulatie_id=None,
        )
