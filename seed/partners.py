"""Partners that the sources name, and the invented schools that offer the kwalificaties of the story.

A real organisation has no vestiging, plek or erkenning here: nothing is claimed of it but its name and kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.gebied import REGIO
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seed.kalender import Kalender
    from seed.rijen import Rijen


def add_partners(rijen: Rijen) -> None:
    """Real organisations with the source that names them."""
    for row in read_tabel("organisaties"):
        rijen.add_numbered(
            "organisaties",
            naam=row["naam"],
            soort=row["soort"],
            regio_code=row["regio"],
            voorbeeld=False,
            bron=row["bron"],
        )


def add_opleiders(rijen: Rijen, kalender: Kalender, plaatsen: Mapping[str, int]) -> None:
    """Invented schools and what they offer to people who live in the Achterhoek."""
    for row in read_tabel("opleiders"):
        number = rijen.add_numbered(
            "organisaties",
            naam=row["naam"],
            soort="mbo",
            regio_code=row["regio"],
            voorbeeld=True,
            bron="voorbeeld, verzonnen",
        )
        rijen.add_numbered(
            "vestigingen",
            organisatie_id=number,
            naam=row["plaats"],
            plaats_id=plaatsen[row["plaats"]],
            leerbedrijf_id=None,
        )
        for crebo in split_cell(row["crebos"]):
            rijen.add_numbered(
                "opleidingen",
                organisatie_id=number,
                crebo=int(crebo),
                periode=kalender.periode(-60, 104),
                regio_codes=sorted({REGIO, row["regio"]}),
            )
