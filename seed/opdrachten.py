"""The opdrachten of inleners: ten on which groups work, one that begins later, one that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.detacheringsbedrijf import mask_of
from seed.detacheringsverhaal import GROEP, INLENER, PLANNER
from seed.soorten import get_soort
from seed.tabel import read_tabel, split_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seed.detacheringsbedrijf import Basis

COUNTS = ("minuten", "minimum", "maximum", "gevraagd", "toegezegd", "waarde", "tarief")
AFSPRAKEN = "De werkleider van het ontwikkelbedrijf leidt de groep. De inlener zegt wat er moet gebeuren."
NAMENS_BEDRIJF = "Pien Voorbeeld-Slinge"


def add_opdrachten(basis: Basis) -> dict[str, int]:
    """Add all opdrachten, and the overeenkomsten of those that run; gives their ids by short name."""
    found = {}
    for kleur, row in enumerate(read_tabel("opdrachten"), start=1):
        found[row["kort"]] = _add_opdracht(basis, row, kleur)
        _add_werkprocessen(basis, row, found[row["kort"]])
    for row in list_lopend():
        _add_overeenkomst(basis, row, found[row["kort"]])
    return found


def list_lopend() -> list[dict[str, str]]:
    """The rows of the opdrachten that a werkleider leads already."""
    return [row for row in read_tabel("opdrachten") if row["werkleider"]]


def offered_at(row: Mapping[str, str]) -> set[str]:
    """The working conditions of an opdracht: those of its kind of work, and its own."""
    return {*get_soort(row["soort"]).voorwaarden, *split_cell(row["voorwaarden"])}


def mix_of(row: Mapping[str, str]) -> dict[str, int]:
    """How many of those present master which werkproces."""
    pairs = (each.split(":") for each in split_cell(row["mix"]))
    return {sleutel: int(aantal) for sleutel, aantal in pairs}


def _add_opdracht(basis: Basis, row: Mapping[str, str], kleur: int) -> int:
    """One opdracht; what is asked was asked by the firm itself."""
    asked = row["status"] == "gevraagd"
    return basis.rijen.add_numbered(
        "opdrachten",
        organisatie_id=basis.organisatie_id,
        vestiging_id=basis.vestigingen[row["werkgever"]],
        naam=row["naam"],
        kort=row["kort"],
        kleur=kleur,
        status=row["status"],
        toelichting=row["toelichting"],
        periode=basis.kalender.periode(int(row["van"]), int(row["tot"])),
        dagen=mask_of(row["dagen"]),
        **{column: int(row[column]) for column in COUNTS},
        trede=GROEP,
        niveau=get_soort(row["soort"]).niveau,
        voorwaarden=sorted(offered_at(row)),
        trainingen=split_cell(row["trainingen"]),
        toont=row["toont"],
        gevraagd_door=basis.accounts[INLENER] if asked else None,
        aangemaakt_op=basis.kalender.moment(-1 if asked else min(-2, int(row["van"]) - 3)),
        voorbeeld=True,
    )


def _add_werkprocessen(basis: Basis, row: Mapping[str, str], opdracht_id: int) -> None:
    """What is done there, how many master it, and whether who leads does."""
    mix, led = mix_of(row), split_cell(row["vakkennis"])
    for sleutel in get_soort(row["soort"]).werkprocessen:
        basis.rijen.add(
            "opdracht_werkprocessen",
            organisatie_id=basis.organisatie_id,
            opdracht_id=opdracht_id,
            werkproces_id=basis.werkprocessen[sleutel],
            aantal=mix.get(sleutel, 0),
            werkleider=sleutel in led,
        )


def _add_overeenkomst(basis: Basis, row: Mapping[str, str], opdracht_id: int) -> None:
    """The agreement with the inlener, signed two weeks before the work began."""
    namens = next(
        each["naam"] for each in read_tabel("praktijkopleiders") if each["werkgever"] == row["werkgever"]
    )
    basis.rijen.add(
        "detacheringsovereenkomsten",
        opdracht_id=opdracht_id,
        organisatie_id=basis.organisatie_id,
        nummer=f"VB-{opdracht_id:03d}",
        getekend_op=basis.kalender.week(int(row["van"]) - 2),
        namens_inlener=namens,
        namens_bedrijf=NAMENS_BEDRIJF,
        afspraken=AFSPRAKEN,
        vastgelegd_door=basis.accounts[PLANNER],
    )
