"""The region's policy in an instance, and the exchange rates of its wishes."""

from dataclasses import dataclass, field, fields
from itertools import pairwise

from solver.validate import require, require_unsigned

# A tier with n of them is held by 2^n lines in the tiers after it.
MOST_ONDERGRENZEN = 3
# A stay has at most 100 points of each wish: with this all of them together fit in 64 bits.
HEAVIEST = 1 << 53


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewichten:
    """Exchange rates: tier b adds `per_wachtweek` to the 100 of a placed person.

    The rest weighs tier c's points.
    """

    per_wachtweek: int = 2
    werkproces_dekking: int = 6
    sectorwens: int = 5
    reistijd: int = 3
    niveau: int = 2
    spoed: int = 2
    stabiliteit: int = 4

    def __post_init__(self) -> None:
        """Refuse weights that are negative or past what tiers can count; zero switches a wish off."""
        for each in fields(self):
            weight = getattr(self, each.name)
            require(weight >= 0, f"gewichten: {each.name} is negative ({weight})")
            require(weight < HEAVIEST, f"gewichten: {each.name} is too large ({weight})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondergrens:
    """At least `minstens` people of these groepen have a plek; each one missing costs `prijs` in tier b."""

    groepen: frozenset[int]
    minstens: int
    prijs: int

    def __post_init__(self) -> None:
        """Refuse negative numbers."""
        require_unsigned("ondergrens", "minstens", self.minstens)
        require_unsigned("ondergrens", "prijs", self.prijs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreiding:
    """So many people of a plan go to one werkgever for nothing; each further one costs `prijs` in tier c."""

    vrij: int
    prijs: int

    def __post_init__(self) -> None:
        """Refuse negative numbers."""
        require_unsigned("spreiding", "vrij", self.vrij)
        require_unsigned("spreiding", "prijs", self.prijs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """The region's policy at the time of the question.

    `startweken` are the weeks in which people may begin.
    """

    wachttermijn_weken: int
    startweken: tuple[int, ...]
    niveau_is_eis: bool = False
    fase_volgorde: bool = False
    vouchers: int | None = None
    gewichten: Gewichten = field(default_factory=Gewichten)
    ondergrenzen: tuple[Ondergrens, ...] = ()
    spreiding: Spreiding | None = None

    def __post_init__(self) -> None:
        """Refuse startweken out of order, and more ondergrenzen than tiers can be held to."""
        require_unsigned("beleid", "wachttermijn_weken", self.wachttermijn_weken)
        require_unsigned("beleid", "vouchers", self.vouchers)
        require(all(a < b for a, b in pairwise(self.startweken)), "beleid: startweken is not ascending")
        require(min(self.startweken, default=0) >= 0, "beleid: startweken has a negative week")
        many = len(self.ondergrenzen)
        require(
            many <= MOST_ONDERGRENZEN, f"beleid: {many} ondergrenzen, which is more than {MOST_ONDERGRENZEN}"
        )
