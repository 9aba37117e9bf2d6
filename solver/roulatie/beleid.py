"""What the planner decides of a roulatie: bounds on stays, and the order and weight of the wishes."""

from dataclasses import dataclass, field

from solver.roulatie.wishes import WISHES
from solver.tiers import Tier, require_tiers
from solver.validate import require, require_unsigned


def standard_tiers() -> tuple[Tier, ...]:
    """The order in which wishes count unless a planner says otherwise."""
    return (
        Tier(name="leren", gewichten={"dekking": 1}),
        Tier(name="voorkeur", gewichten={"voorkeur": 3, "eindplek": 6, "stabiliteit": 2}),
        Tier(name="reizen", gewichten={"reizen": 1}),
        Tier(name="samen", gewichten={"bezetting": 4, "opleider": 2, "gezelschap": 1, "ontmoeten": 1}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """Bounds on a roulatie.

    Someone is at a plek in at most `max_blokken` blocks, stays at least `min_weken` weeks in a row but in the
    last stay, and comes at no fewer than `min_werkgevers` werkgevers. `fase_volgorde`: nobody goes back to a
    more protected fase. `volgorde` are (first, then): where `then` is taught, `first` is practised before or
    there too.
    """

    max_blokken: int = 2
    min_weken: int = 0
    min_werkgevers: int = 1
    fase_volgorde: bool = False
    volgorde: tuple[tuple[int, int], ...] = ()
    tiers: tuple[Tier, ...] = field(default_factory=standard_tiers)

    def __post_init__(self) -> None:
        """Refuse bounds that nobody can keep."""
        for name in ("max_blokken", "min_weken", "min_werkgevers"):
            require_unsigned("beleid", name, getattr(self, name))
        require(self.max_blokken >= 1, "beleid: max_blokken is 0")
        require_tiers(self.tiers, WISHES)
        for first, then in self.volgorde:
            require(first != then, f"beleid: volgorde has werkproces {first} before itself")
