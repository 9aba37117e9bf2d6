"""Invented firms with their vestiging, erkenningen and praktijkopleiders; all labelled voorbeeld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.gebied import REGIO
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from seed.kalender import Kalender
    from seed.rijen import Rijen

BRON = "voorbeeld, verzonnen"
ERKEND_TOT = 156
"""Weeks from now until an erkenning must be asked for anew: ours, SBB's own terms differ."""


def add_werkgevers(
    rijen: Rijen,
    kalender: Kalender,
    plaatsen: Mapping[str, int],
    kopie: int,
    choose_plaats: Callable[[], str],
) -> dict[str, int]:
    """Add one set of firms, one vestiging each; a copy for a larger region lies elsewhere.

    Returns the id of the vestiging by the firm's code.
    """
    found: dict[str, int] = {}
    for row in read_tabel("werkgevers"):
        plaats = row["plaats"] if kopie == 0 else choose_plaats()
        organisatie_id = rijen.add_numbered(
            "organisaties",
            naam=row["naam"] if kopie == 0 else f"{row['naam']} {kopie + 1}",
            soort=row["soort"],
            regio_code=REGIO,
            voorbeeld=True,
            bron=BRON,
        )
        found[row["code"]] = rijen.add_numbered(
            "vestigingen",
            organisatie_id=organisatie_id,
            naam=plaats,
            plaats_id=plaatsen[plaats],
            leerbedrijf_id=f"VB-LB-{row['code']}-{kopie + 1}" if row["crebos"] else None,
        )
        add_erkenningen(rijen, kalender, row, found[row["code"]])
    return found


def add_erkenningen(rijen: Rijen, kalender: Kalender, row: Mapping[str, str], vestiging_id: int) -> None:
    """Add the erkenningen of one vestiging; a firm without a crebo has none."""
    for crebo in split_cell(row["crebos"]):
        rijen.add_numbered(
            "erkenningen",
            vestiging_id=vestiging_id,
            crebo=int(crebo),
            periode=kalender.periode(int(row["erkend_vanaf_week"]), ERKEND_TOT),
            gecontroleerd_op=kalender.maandag,
        )


def add_praktijkopleiders(
    rijen: Rijen, kalender: Kalender, vestigingen: Mapping[str, int]
) -> dict[tuple[str, str], int]:
    """Add the praktijkopleiders of one set of firms; returns their ids by firm and number."""
    found: dict[tuple[str, str], int] = {}
    for row in read_tabel("praktijkopleiders"):
        number = rijen.add_numbered(
            "praktijkopleiders",
            vestiging_id=vestigingen[row["werkgever"]],
            naam=row["naam"],
            voorbeeld=True,
        )
        rijen.add(
            "begeleidingscapaciteiten",
            praktijkopleider_id=number,
            periode=kalender.periode(-26, ERKEND_TOT),
            nabijheid=row["nabijheid"],
            minuten_per_week=int(row["minuten"]),
        )
        found[row["werkgever"], row["nr"]] = number
    return found
