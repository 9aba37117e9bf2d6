"""Which calendars of blocks fit the dates of a roulatie: an arithmetic of weeks, and what each would mean.

Blocks differ by one week at most, the longer ones stand first or last; what does not fit stays free
at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from marketplace.rekenruns.weken import WEEK
from marketplace.roulatie.bereik import out_of_reach
from marketplace.roulatie.opgave import Rijen, build_opgave
from solver.roulatie.instance import Blok
from solver.roulatie.vooraf import reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """How many blocks are looked for, and how many weeks each may take; all with the last."""

    blokken_van: int
    blokken_tot: int
    weken_van: int
    weken_tot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalender:
    """Weeks of each block in turn, and how many weeks stay free."""

    weken: tuple[int, ...]
    vrij: int

    @property
    def code(self) -> str:
        """How a form names it: 4-4-3."""
        return "-".join(str(each) for each in self.weken)

    def periodes(self, van: date) -> list[tuple[date, date]]:
        """Its blocks from a Monday on, half open."""
        found, begin = [], van
        for weeks in self.weken:
            found.append((begin, begin + weeks * WEEK))
            begin += weeks * WEEK
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitblik:
    """A calendar, what is wrong with it before anybody solves, and who cannot learn all that was agreed.

    Sentences name its blocks by their number.
    """

    kalender: Kalender
    redenen: tuple[str, ...]
    buiten_bereik: tuple[int, ...]


def list_kalenders(weeks: int, grenzen: Grenzen) -> list[Kalender]:
    """Every calendar that fits in so many weeks; first those that leave least free."""
    found = set(_all_lengths(weeks, grenzen))
    kalenders = [Kalender(weken=each, vrij=weeks - sum(each)) for each in found]
    return sorted(kalenders, key=lambda each: (each.vrij, len(each.weken), each.weken))


def _all_lengths(weeks: int, grenzen: Grenzen) -> Iterator[tuple[int, ...]]:
    """The lengths of the blocks of each calendar, some more than once."""
    for number in range(max(1, grenzen.blokken_van), grenzen.blokken_tot + 1):
        for short in range(max(1, grenzen.weken_van), grenzen.weken_tot + 1):
            if number * short > weeks:
                break
            yield (short,) * number
            longer = weeks - number * short
            if 0 < longer < number and short < grenzen.weken_tot:
                yield (short + 1,) * longer + (short,) * (number - longer)
                yield (short,) * (number - longer) + (short + 1,) * longer


def read_code(code: str) -> tuple[int, ...] | None:
    """The lengths of the blocks that a form names; None for nonsense."""
    parts = code.split("-")
    if not all(each.isascii() and each.isdecimal() and len(each) < 3 for each in parts):  # noqa: PLR2004 (99 weeks)
        return None
    return tuple(int(each) for each in parts)


def look_ahead(rijen: Rijen, kalender: Kalender) -> Vooruitblik:
    """What a roulatie would meet with another calendar, before anything is solved.

    What praktijkopleiders saw was in the blocks as they are, and nothing that was published stands in these.
    """
    opgave = build_opgave(rijen)
    blokken = tuple(
        Blok(id=number, van_week=opgave.weken.index(van), tot_week=opgave.weken.index(tot))
        for number, (van, tot) in enumerate(kalender.periodes(rijen.cohort.roulatie.van), start=1)
    )
    instance = replace(opgave.instance, blokken=blokken, vorige=())
    return Vooruitblik(
        kalender=kalender,
        redenen=tuple(reasons(instance)),
        buiten_bereik=tuple(out_of_reach(instance)),
    )
