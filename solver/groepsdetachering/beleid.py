"""What the SW-bedrijf decides: order of treden, bounds on rides, what hours cost, and the order of wishes."""

from dataclasses import dataclass, field

from solver.groepsdetachering.wishes import WISHES
from solver.tiers import Tier, require_tiers
from solver.validate import require_unsigned


def standard_tiers() -> tuple[Tier, ...]:
    """The order in which wishes count unless a planner says otherwise."""
    return (
        Tier(name="opdrachten", gewichten={"belofte": 2, "vervulling": 1}),
        Tier(name="ontwikkeling", gewichten={"doorgroei": 2, "leren": 2, "niveau": 1}),
        Tier(name="continuiteit", gewichten={"groep": 1, "leider": 4, "gezelschap": 1, "stabiliteit": 2}),
        Tier(name="reizen", gewichten={"reistijd": 1, "reisverdeling": 4}),
        Tier(name="productie", gewichten={"bezetting": 1}),
        Tier(name="marge", gewichten={"marge": 1}),
        Tier(name="uitstroom", gewichten={"uitstroom": 1}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """Policy of the SW-bedrijf.

    With `fase_volgorde` nobody skips a trede, and moves one only when klaar. Nobody rides longer than
    `max_rit` minutes, and a bus is at most `max_omweg` minutes longer under way than without stops. Costs are
    in cents: `loon` and `leiding` for an hour, `kilometer` of a bus. `uitstroom_per_groep` people who are
    expected to leave are as many as a group can bear to lose.
    """

    fase_volgorde: bool = False
    max_rit: int = 60
    max_omweg: int = 30
    loon: int = 0
    leiding: int = 0
    kilometer: int = 0
    uitstroom_per_groep: int = 1
    tiers: tuple[Tier, ...] = field(default_factory=standard_tiers)

    def __post_init__(self) -> None:
        """Refuse negative numbers and a wish in two tiers."""
        for name in ("max_rit", "max_omweg", "loon", "leiding", "kilometer", "uitstroom_per_groep"):
            require_unsigned("beleid", name, getattr(self, name))
        require_tiers(self.tiers, WISHES)
