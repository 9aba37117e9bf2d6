"""Groups registered at once: groen 8, 9 and 8, Zelhem's 7, Groenlo's 6, and 16 people who withdrew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seed.gebied import REGIO
from seed.roulatieverhaal import settle
from seed.verhaal import (
    GROEP_GROEN_DERDE,
    GROEP_GROEN_EERST,
    GROEP_GROEN_VERVOLG,
    GROEP_GROENLO,
    GROEP_ZELHEM,
    ZELHEM_WEKEN,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from seed.persoon import Persoon
    from seed.rijen import Rijen
    from seed.trekking import Trekking

GROENLO_REDEN = "De werkplaats had te weinig tijd voor begeleiding. De groep is daarom niet begonnen."
INGETROKKEN_REDEN = "De voor-aanmelding is ingetrokken. De gemeente koos een andere route."
INBURGERAARS = 16
DERDE = 8
SAMEN_BEGELEID = (75, 75, 60, 60, 60, 45, 45, 45, 30)
"""Guidance of each one in a group that is guided together, in minutes a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """A group and the state that all its people share."""

    naam: str
    sector: str
    status: str
    reden: str | None = None
    soort: str
    plaats: str | None
    aantal: int
    kandidaat_status: str
    weken: tuple[int, int]


GROEPEN = (
    Groep(
        naam=GROEP_GROEN_EERST,
        sector="groen",
        status="afgerond",
        soort="groen_onderhoud",
        plaats=None,
        aantal=8,
        kandidaat_status="afgerond",
        weken=(-40, -14),
    ),
    Groep(
        naam=GROEP_GROEN_VERVOLG,
        sector="groen",
        status="gestart",
        soort="groen_onderhoud",
        plaats=None,
        aantal=9,
        kandidaat_status="lopend",
        weken=(-12, 44),
    ),
    Groep(
        naam=GROEP_ZELHEM,
        sector="industrie",
        status="gestart",
        soort="productie",
        plaats="Zelhem",
        aantal=7,
        kandidaat_status="lopend",
        weken=ZELHEM_WEKEN,
    ),
    Groep(
        naam=GROEP_GROENLO,
        sector="industrie",
        status="geannuleerd",
        reden=GROENLO_REDEN,
        soort="productie",
        plaats="Groenlo",
        aantal=6,
        kandidaat_status="niet_gestart",
        weken=(-12, 14),
    ),
)


def list_leden(trekking: Trekking, groep: Groep) -> list[Persoon]:
    """Draw the people of a group and give them its state."""
    leden = [trekking.draw(groep.soort, groep.plaats) for _ in range(groep.aantal)]
    if groep.kandidaat_status == "matchbaar":
        return leden
    return [
        replace(
            lid,
            status=groep.kandidaat_status,
            status_reden=groep.reden,
            wachtweken=None,
            periode=groep.weken,
            weken=groep.weken[1] - groep.weken[0],
            begeleiding=SAMEN_BEGELEID,
            bewezen=lid.gewenst if groep.status == "afgerond" else (),
            gewenst=() if groep.status == "afgerond" else lid.gewenst,
        )
        for lid in leden
    ]


def list_derde_groep(trekking: Trekking) -> list[Persoon]:
    """The eight of the groen-roulatie that is being prepared: they wait, and are planned together."""
    return settle(GROEP_GROEN_DERDE, [trekking.draw("groen_onderhoud") for _ in range(DERDE)])


def list_inburgeraars(trekking: Trekking) -> list[Persoon]:
    """The sixteen whose voor-aanmelding was withdrawn; they count nowhere as a start."""
    return [
        replace(
            trekking.draw(),
            status="teruggetrokken",
            status_reden=INGETROKKEN_REDEN,
            wachtweken=None,
            doelgroepen=("inburgeraar", "anderstalig"),
            taal=1,
            sw=False,
            fase=None,
        )
        for _ in range(INBURGERAARS)
    ]


def add_derde_groep(rijen: Rijen, leden: Sequence[int]) -> None:
    """Add the third groen group, which goes on from the second."""
    groepen = rijen.tables["groepen"]
    groep = rijen.add_numbered(
        "groepen",
        regio_code=REGIO,
        naam=GROEP_GROEN_DERDE,
        sector="groen",
        status="aangemeld",
        reden=None,
        vervolg_op=next(row["id"] for row in groepen if row["naam"] == GROEP_GROEN_VERVOLG),
        voorbeeld=True,
    )
    for kandidaat_id in leden:
        rijen.add("groep_kandidaten", groep_id=groep, kandidaat_id=kandidaat_id)


def add_groepen(rijen: Rijen, leden: Mapping[str, Sequence[int]]) -> None:
    """Add the groups with their people; the second groen group goes on from the first."""
    numbers: dict[str, int] = {}
    for groep in GROEPEN:
        numbers[groep.naam] = rijen.add_numbered(
            "groepen",
            regio_code=REGIO,
            naam=groep.naam,
            sector=groep.sector,
            status=groep.status,
            reden=groep.reden,
            vervolg_op=numbers[GROEP_GROEN_EERST] if groep.naam == GROEP_GROEN_VERVOLG else None,
            voorbeeld=True,
        )
    for groep in GROEPEN:
        for kandidaat_id in leden[groep.naam]:
            rijen.add("groep_kandidaten", groep_id=numbers[groep.naam], kandidaat_id=kandidaat_id)
