"""The board as rows and cells: deelnemers by block, companies by block, deelnemers by werkproces."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marketplace.roulatie.publicatie import differences
from marketplace.roulatie.toets import NOG_LEEG, is_at, weigh

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from marketplace.rekenruns.regelbreuk import Regelbreuk
    from marketplace.roulatie.model import Blok, Cel, Rooster, RoulatieDeelnemer, RoulatiePlek
    from marketplace.roulatie.overzicht import Overzicht
    from marketplace.roulatie.toets import Druk, Stand

# While places are empty these say no more than that.
PAS_OP_HET_EINDE = frozenset({NOG_LEEG, "leerdoelen", "werkgevers"})
# About the whole of somebody's route or time: the tables below show these in place.
ELDERS = frozenset({NOG_LEEG, "leerdoelen", "begeleiding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vakje:
    """Somebody in a block: the plek, whether it may move, and which conflicts are about it.

    Those in `eerder` are told in a row above.
    """

    kandidaat_id: int
    blok: Blok
    plek: RoulatiePlek | None
    vast: bool
    dicht: bool
    afwezig: bool
    anders: bool
    conflicten: tuple[Regelbreuk, ...]
    eerder: frozenset[Regelbreuk]

    @property
    def id(self) -> str:
        """How the page calls it."""
        return f"{self.kandidaat_id}-{self.blok.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A deelnemer with a cell for each block."""

    deelnemer: RoulatieDeelnemer
    vakjes: tuple[Vakje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekVakje:
    """A plek in a block: who comes, and the week in which its praktijkopleider has least time left."""

    blok: Blok
    mensen: int
    druk: Druk | None
    teveel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekRij:
    """A plek with a cell for each block."""

    plek: RoulatiePlek
    vakjes: tuple[PlekVakje, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """How many weeks of a werkproces somebody practises of those that were agreed; None: nothing is asked.

    `kan_het`: the praktijkopleider saw it done alone.
    """

    geoefend: int
    weken: int | None
    kan_het: bool

    @property
    def haalt_het(self) -> bool:
        """Whether it is enough."""
        return self.weken is None or self.kan_het or self.geoefend >= self.weken


@dataclass(frozen=True, slots=True, kw_only=True)
class DoelRij:
    """A deelnemer with what was agreed, in the order of the columns."""

    deelnemer: RoulatieDeelnemer
    doelen: tuple[Doel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatief:
    """A rooster beside the board, counted from the oldest: what it changes, breaks, and gives by tier."""

    nummer: int
    rooster: Rooster
    anders: int
    regels: int
    punten: tuple[int, ...]


def tier_points(over: Overzicht, stand: Stand) -> tuple[int, ...]:
    """What a rooster gives in each tier, in the order of its planner."""
    if over.opgave is None:
        return ()
    return tuple(
        sum(weight * stand.punten[wish] for wish, weight in tier.gewichten.items())
        for tier in over.opgave.instance.beleid.tiers
    )


def alternatieven(over: Overzicht, found: Sequence[Rooster]) -> list[Alternatief]:
    """Roosters beside the concept; none without one."""
    if over.opgave is None or over.concept is None:
        return []
    rows = []
    for number, each in enumerate(found):
        regels, punten = weigh(over.opgave, each.cellen)
        rows.append(
            Alternatief(
                nummer=len(found) - number,
                rooster=each,
                anders=len(differences(over.concept, each)),
                regels=regels,
                punten=punten,
            )
        )
    return rows


def count_empty(rows: Sequence[Rij]) -> int:
    """How many places on the board are still empty."""
    return sum(1 for rij in rows for vak in rij.vakjes if vak.plek is None and not vak.afwezig)


def to_tell(over: Overzicht, leeg: int) -> list[Regelbreuk]:
    """The conflicts that are told above the board; of one that is not full what is wrong by now."""
    found = over.stand.conflicten if over.stand else ()
    return [each for each in found if not leeg or each.regel not in PAS_OP_HET_EINDE]


def rijen(over: Overzicht, vandaag: date) -> list[Rij]:
    """The board."""
    shown, told = over.rooster, over.gepubliceerd
    away, conflicten = _away(over), _by_name(over)
    above: set[Regelbreuk] = set()
    found = []
    for deelnemer in over.cohort.deelnemers:
        vakjes = []
        for blok in over.cohort.blokken:
            person = deelnemer.kandidaat_id
            cel = shown.where(person, blok.id) if shown else None
            before = told.where(person, blok.id) if told else None
            plek = over.cohort.plek(cel.leerwerkplek_id) if cel else None
            here = _at(conflicten, person, blok.id, cel.leerwerkplek_id) if cel else ()
            vakjes.append(
                Vakje(
                    kandidaat_id=person,
                    blok=blok,
                    plek=plek,
                    vast=cel is not None and cel.vast,
                    dicht=blok.vergrendeld or (told is not None and blok.van <= vandaag),
                    afwezig=(person, blok.id) in away,
                    anders=told is not None and _plek_of(before) != _plek_of(cel),
                    conflicten=here,
                    eerder=frozenset(above.intersection(here)),
                )
            )
        above.update(each for vakje in vakjes for each in vakje.conflicten)
        found.append(Rij(deelnemer=deelnemer, vakjes=tuple(vakjes)))
    return found


def _plek_of(cel: Cel | None) -> int | None:
    """The plek of a cell, None where there is none."""
    return cel.leerwerkplek_id if cel else None


def _away(over: Overzicht) -> set[tuple[int, int]]:
    """Who takes no part in which block."""
    if over.opgave is None:
        return set()
    instance = over.opgave.instance
    return {
        (person.id, blok.id)
        for person in instance.deelnemers
        for blok in instance.blokken
        if not person.weken_in(blok.weken)
    }


def _by_name(over: Overzicht) -> dict[tuple[str, int], list[Regelbreuk]]:
    """The conflicts that are shown in cells, by each deelnemer they name, else by each plek."""
    found: dict[tuple[str, int], list[Regelbreuk]] = defaultdict(list)
    for each in over.stand.conflicten if over.stand else ():
        if each.regel not in ELDERS:
            kind = "deelnemer" if each.names("deelnemer") else "plek"
            for number in each.names(kind):
                found[kind, number].append(each)
    return found


def _at(
    conflicten: Mapping[tuple[str, int], Sequence[Regelbreuk]], kandidaat: int, blok: int, plek: int
) -> tuple[Regelbreuk, ...]:
    """The conflicts that are about one cell, law first."""
    near = [*conflicten.get(("deelnemer", kandidaat), ()), *conflicten.get(("plek", plek), ())]
    return tuple(
        sorted((each for each in near if is_at(each, kandidaat, blok, plek)), key=lambda each: not each.wet)
    )


def plekrijen(over: Overzicht) -> list[PlekRij]:
    """The companies: how full they are, and how busy who leads there."""
    stand = over.stand
    if stand is None:
        return []
    return [
        PlekRij(
            plek=plek,
            vakjes=tuple(
                PlekVakje(
                    blok=blok,
                    mensen=len(stand.mensen.get((plek.leerwerkplek_id, blok.id), ())),
                    druk=(druk := stand.druk.get((plek.leerwerkplek_id, blok.id))),
                    teveel=druk is not None and druk.gevraagd > druk.minuten,
                )
                for blok in over.cohort.blokken
            ),
        )
        for plek in over.cohort.plekken
    ]


def werkprocessen(over: Overzicht) -> list[int]:
    """The werkprocessen that were agreed with anybody."""
    agreed = {each for deelnemer in over.cohort.deelnemers for each in deelnemer.leerdoelen}
    return sorted(agreed, key=lambda each: over.namen.name("werkproces", each))


def doelrijen(over: Overzicht, kolommen: Sequence[int]) -> list[DoelRij]:
    """How far everybody is with what was agreed, at the end of the rooster."""
    stand, alone = over.stand, _done_alone(over)
    return [
        DoelRij(
            deelnemer=deelnemer,
            doelen=tuple(
                Doel(
                    geoefend=stand.geoefend.get((deelnemer.kandidaat_id, each), 0) if stand else 0,
                    weken=None if deelnemer.gestopt_op else deelnemer.leerdoelen.get(each),
                    kan_het=(deelnemer.kandidaat_id, each) in alone,
                )
                for each in kolommen
            ),
        )
        for deelnemer in over.cohort.deelnemers
    ]


def _done_alone(over: Overzicht) -> set[tuple[int, int]]:
    """What who does alone by now, by (deelnemer, werkproces)."""
    people = over.opgave.instance.deelnemers if over.opgave else ()
    return {
        (each.id, doel.werkproces)
        for each in people
        for doel in each.leerdoelen
        if 0 < doel.weken <= doel.geoefend
    }
