"""Why a rooster is as it is: what it changes for whom and why, and what it gives beside what is there."""

from collections.abc import Callable
from dataclasses import dataclass

from marketplace.rekenruns.regelbreuk import Regelbreuk
from marketplace.roulatie.model import Cohort, Rooster, RoulatieDeelnemer
from marketplace.roulatie.overzicht import Overzicht
from marketplace.roulatie.publicatie import Verschil, differences, in_order
from marketplace.roulatie.toets import NOG_LEEG, Stand, is_at, look
from marketplace.roulatie.waardering import eindplek, wens

Points = Callable[[Cohort, RoulatieDeelnemer, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarom:
    """A change, and why: what would be wrong if it were not made, or where somebody comes more gladly.

    `blijvend`: it is their last block, and the new plek suits better as a lasting place. With none of these
    somebody makes room for others.
    """

    verschil: Verschil
    redenen: tuple[Regelbreuk, ...]
    liever: bool
    blijvend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitleg:
    """A rooster beside the one that is there: what people know, else what is on the board."""

    waarom: tuple[Waarom, ...]
    dit: Stand
    nu: Stand | None

    @property
    def mensen(self) -> int:
        """How many people notice something."""
        return len({each.verschil.kandidaat_id for each in self.waarom})


def explain(over: Overzicht, rooster: Rooster) -> Uitleg | None:
    """Explain a rooster by the rules of now; None where there is no question yet."""
    if over.opgave is None:
        return None
    base = over.gepubliceerd or over.concept
    before = look(over.opgave, base.cellen) if base else None
    return Uitleg(
        waarom=tuple(
            _why(over.cohort, each, before) for each in in_order(over.cohort, differences(base, rooster))
        ),
        dit=look(over.opgave, rooster.cellen),
        nu=before,
    )


def _why(cohort: Cohort, verschil: Verschil, before: Stand | None) -> Waarom:
    """Why somebody changes plek in a block."""
    is_last = bool(cohort.blokken) and cohort.blokken[-1].id == verschil.blok_id
    return Waarom(
        verschil=verschil,
        redenen=_reasons(verschil, before),
        liever=_gains(cohort, verschil, wens),
        blijvend=is_last and _gains(cohort, verschil, eindplek),
    )


def _gains(cohort: Cohort, verschil: Verschil, points: Points) -> bool:
    """Whether the new plek has more of these points for somebody than the former one."""
    deelnemer, was, wordt = cohort.deelnemer(verschil.kandidaat_id), verschil.was, verschil.wordt
    if deelnemer is None or was is None or wordt is None:
        return False
    return points(cohort, deelnemer, wordt) > points(cohort, deelnemer, was)


def _reasons(verschil: Verschil, before: Stand | None) -> tuple[Regelbreuk, ...]:
    """What is wrong with where somebody was."""
    if before is None or verschil.was is None:
        return ()
    return tuple(
        each
        for each in before.conflicten
        if each.regel != NOG_LEEG and is_at(each, verschil.kandidaat_id, verschil.blok_id, verschil.was)
    )
