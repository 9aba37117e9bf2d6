"""Plekken at the invented firms: the rows of `plekken.csv`, and copies of them for a larger region."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.dagdelen import PATRONEN
from seed.gebied import REGIO
from seed.soorten import get_soort
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seed.kalender import Kalender
    from seed.rijen import Rijen

EINDE = 104
"""Weeks between which a plek exists unless its row says otherwise."""


class Plek(NamedTuple):
    """What the rest of the story must know of a plek that was added."""

    id: int
    praktijkopleider_id: int
    plaatsen: int


def add_plekken(
    rijen: Rijen,
    kalender: Kalender,
    vestigingen: Mapping[str, int],
    praktijkopleiders: Mapping[tuple[str, str], int],
    werkprocessen: Mapping[str, int],
    kopie: int,
) -> dict[str, Plek]:
    """Add one set of plekken with their werkprocessen and lead; returns them by titel."""
    found: dict[str, Plek] = {}
    for row in read_tabel("plekken"):
        lead = praktijkopleiders[row["werkgever"], row["praktijkopleider"]]
        titel = row["titel"] if kopie == 0 else f"{row['titel']} ({kopie + 1})"
        plek_id = add_plek(rijen, kalender, row, titel, vestigingen[row["werkgever"]])
        for sleutel in get_soort(row["soort"]).werkprocessen:
            rijen.add(
                "leerwerkplek_werkprocessen", leerwerkplek_id=plek_id, werkproces_id=werkprocessen[sleutel]
            )
        rijen.add(
            "leerwerkplek_praktijkopleiders",
            leerwerkplek_id=plek_id,
            praktijkopleider_id=lead,
            periode=kalender.periode(int(row["vanaf_week"]), EINDE),
        )
        found[titel] = Plek(plek_id, lead, int(row["plaatsen"]))
    return found


def add_plek(rijen: Rijen, kalender: Kalender, row: Mapping[str, str], titel: str, vestiging_id: int) -> int:
    """Add the row of one plek; conditions and language come from its kind of work."""
    soort = get_soort(row["soort"])
    return rijen.add_numbered(
        "leerwerkplekken",
        vestiging_id=vestiging_id,
        regio_code=REGIO,
        titel=titel,
        omschrijving=soort.omschrijving,
        sector=soort.sector,
        niveau=soort.niveau,
        plaatsen=int(row["plaatsen"]),
        periode=kalender.periode(int(row["vanaf_week"]), EINDE),
        dagdelen=PATRONEN[row["dagdelen"]],
        minuten_min=int(row["uren_min"]) * 60,
        minuten_max=int(row["uren_max"]) * 60,
        taal=soort.taal,
        fase=row["fase"] or None,
        vervoer_geregeld=row["vervoer"] == "ja",
        vormen=split_cell(row["vormen"]),
        voorwaarden=sorted({*soort.voorwaarden, *split_cell(row["voorwaarden"])}),
        status="gepubliceerd",
        voorbeeld=True,
    )
