"""Groepsdetachering of the example SW-bedrijf: company, people, opdrachten, plans and hours together."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from seed.detacheringsbedrijf import add_bedrijf
from seed.detacheringsplan import Planning
from seed.groepsplannen import add_plannen, add_uren
from seed.medewerkers import add_medewerkers, draw_medewerkers
from seed.mensenverhaal import add_garanties, add_gesprekken, add_paren
from seed.opdrachten import add_opdrachten
from seed.trekking import Trekking

if TYPE_CHECKING:
    from seed.detacheringsbedrijf import Basis
    from seed.detacheringsplan import Ploeg
    from seed.medewerkers import Medewerker

SEED = 2205
"""A source of our own, so that nobody else of the regio is drawn differently."""


def add_detachering(basis: Basis) -> None:
    """Add everything; the accounts and the firms must be there."""
    people = basis.rijen.tables["kandidaten"]
    trekking = Trekking(Random(SEED), {str(row["kenmerk"]) for row in people})
    medewerkers = draw_medewerkers(trekking, len(people) + 1)
    ploegen = Planning().fill(medewerkers)
    uitstroom = ploegen[0].leden[-1].id
    bedrijf = add_bedrijf(basis)
    add_medewerkers(basis, bedrijf, medewerkers, uitstroom)
    add_paren(basis, choose_paren(ploegen))
    add_gesprekken(basis, medewerkers, uitstroom)
    add_garanties(basis, bedrijf, medewerkers)
    opdrachten = add_opdrachten(basis)
    add_plannen(basis, bedrijf, opdrachten, ploegen)
    add_uren(basis, opdrachten, ploegen)


def choose_paren(ploegen: list[Ploeg]) -> list[tuple[Medewerker, Medewerker, str]]:
    """Pairs that the plan keeps: two gladly together in each of three groups, two apart, two on all days."""
    found = [(each.leden[0], each.leden[2], "liever") for each in ploegen[:3]]
    found += [(one.leden[1], other.leden[1], "apart") for one, other in (ploegen[:2], ploegen[3:5])]
    return [*found, (*_on_the_same_days(ploegen), "samen")]


def _on_the_same_days(ploegen: list[Ploeg]) -> tuple[Medewerker, Medewerker]:
    """Two of a group who work on the same days and are outside on the same days in all weeks."""
    return next(
        (one, other)
        for ploeg in ploegen
        for number, one in enumerate(ploeg.leden)
        for other in ploeg.leden[number + 3 :]
        if one.dagen == other.dagen
        and all(
            mask == ploeg.dagen.get((other.id, week))
            for (wie, week), mask in ploeg.dagen.items()
            if wie == one.id
        )
        and one.weg == other.weg
    )
