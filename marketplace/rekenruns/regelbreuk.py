"""A broken rule as people see it, and what a change does: which rules it breaks, mends, makes worse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solver.rule import Label, Violation
from solver.spreektaal import PLACEHOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbreuk:
    """A broken rule: its sentence with placeholders, what these name as (kind, id), and by how much."""

    regel: str
    wet: bool
    zin: str
    over: frozenset[tuple[str, int]]
    tekort: int

    def names(self, kind: str) -> frozenset[int]:
        """The ids of one kind that it names."""
        return frozenset(number for each, number in self.over if each == kind)

    def is_about_same(self, other: "Regelbreuk") -> bool:
        """Whether both are of one rule about the same; one may name more people, or begin in another week."""
        mine, theirs = ({each for each in one.over if each[0] != "week"} for one in (self, other))
        return self.regel == other.regel and (mine <= theirs or theirs <= mine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """What a change does: broken rules that come, go, grow and shrink."""

    erbij: tuple[Regelbreuk, ...]
    eraf: tuple[Regelbreuk, ...]
    erger: tuple[Regelbreuk, ...]
    minder: tuple[Regelbreuk, ...]

    @property
    def last(self) -> int:
        """How much worse it becomes; a rule of law counts as ten of beleid, below 0 is better."""
        return _weight(self.erbij + self.erger) - _weight(self.eraf + self.minder)


def _weight(broken: Iterable[Regelbreuk]) -> int:
    """How bad broken rules are together."""
    return sum(10 if each.wet else 1 for each in broken)


def to_regelbreuken(broken: Iterable[Violation]) -> tuple[Regelbreuk, ...]:
    """Broken rules with the ids that their sentences name, law first."""
    found = [
        Regelbreuk(
            regel=each.rule,
            wet=each.label is Label.WET,
            zin=each.sentence,
            over=frozenset((kind, int(number)) for kind, number in PLACEHOLDER.findall(each.sentence)),
            tekort=each.shortfall,
        )
        for each in broken
    ]
    return tuple(sorted(found, key=lambda each: not each.wet))


def differ(now: Sequence[Regelbreuk], then: Sequence[Regelbreuk]) -> Verandering:
    """What differs; one that only says otherwise what it said is told where it grew or shrank."""
    before, after = set(now), set(then)
    gone = [each for each in now if each not in after]
    come: list[Regelbreuk] = []
    changed: list[tuple[Regelbreuk, int]] = []
    for each in then:
        if each not in before:
            former = next((one for one in gone if one.is_about_same(each)), None)
            if former is None:
                come.append(each)
            else:
                gone.remove(former)
                changed.append((each, each.tekort - former.tekort))
    return Verandering(
        erbij=tuple(come),
        eraf=tuple(sorted(gone, key=lambda each: each.zin)),
        erger=tuple(each for each, more in changed if more > 0),
        minder=tuple(each for each, more in changed if more < 0),
    )
