"""Why a rooster is as it is: what it changes for whom and why, and what it gives beside what is there."""

from dataclasses import dataclass

from marketplace.roulatie.model import Rooster
from marketplace.roulatie.overzicht import Overzicht
from marketplace.roulatie.publicatie import Verschil, differences
from marketplace.roulatie.toets import NOG_LEEG, Conflict, Stand, look


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarom:
    """A change, and what would be wrong if it were not made; empty for who makes room for others."""

    verschil: Verschil
    redenen: tuple[Conflict, ...]


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
            Waarom(verschil=each, redenen=_reasons(each, before)) for each in differences(base, rooster)
        ),
        dit=look(over.opgave, rooster.cellen),
        nu=before,
    )


def _reasons(verschil: Verschil, before: Stand | None) -> tuple[Conflict, ...]:
    """What is wrong with where somebody was."""
    if before is None or verschil.was is None:
        return ()
    return tuple(
        each
        for each in before.conflicten
        if each.regel != NOG_LEEG and each.is_at(verschil.kandidaat_id, verschil.blok_id, verschil.was)
    )
