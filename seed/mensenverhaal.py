"""What is told of some medewerkers: who goes with whom, talks before a step, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.detacheringsverhaal import GARANTIES, JOBCOACH, PLANNER
from seed.medewerkers import BLIJVEN_BINNEN, WILLEN_BUITEN
from seed.tabel import read_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from seed.detacheringsbedrijf import Basis, Bedrijf
    from seed.medewerkers import Medewerker


UITSTROOM = "De inlener wil een contract aanbieden."


def add_paren(basis: Basis, paren: Iterable[tuple[Medewerker, Medewerker, str]]) -> None:
    """Add pairs, each written once."""
    for one, other, soort in paren:
        first, second = sorted((one.id, other.id))
        basis.rijen.add(
            "medewerker_paren",
            organisatie_id=basis.organisatie_id,
            kandidaat_id=first,
            ander_id=second,
            soort=soort,
        )


def add_gesprekken(basis: Basis, people: list[Medewerker], uitstroom: int) -> None:
    """Add the talks of the table, and the one with who will leave; `nummer` counts the people."""
    talks = [(row, people[int(row["nummer"])].id) for row in read_tabel("gesprekken")]
    leaving = {"weken": "2", "over": "uitstroom", "wil": "ja", "verslag": UITSTROOM}
    for row, kandidaat_id in (*talks, (leaving, uitstroom)):
        weken = int(row["weken"])
        basis.rijen.add_numbered(
            "medewerker_gesprekken",
            organisatie_id=basis.organisatie_id,
            kandidaat_id=kandidaat_id,
            gevoerd_op=basis.kalender.week(-weken),
            over=row["over"],
            wil=row["wil"] == "ja",
            verslag=row["verslag"],
            vastgelegd_door=basis.accounts[JOBCOACH],
            vastgelegd_op=basis.kalender.moment(-weken),
        )


def add_garanties(basis: Basis, bedrijf: Bedrijf, people: list[Medewerker]) -> None:
    """Add the way back of those who left for a place of their own."""
    gone = people[WILLEN_BUITEN + BLIJVEN_BINNEN :]
    for wie, garantie in zip(gone, GARANTIES, strict=True):
        basis.rijen.add_numbered(
            "terugkeergaranties",
            organisatie_id=basis.organisatie_id,
            kandidaat_id=wie.id,
            waarheen=garantie.waarheen,
            periode=basis.kalender.periode(*garantie.weken),
            afdeling_id=bedrijf.afdelingen[wie.persoon.soort],
            vastgelegd_door=basis.accounts[PLANNER],
        )
