"""Tiers of wishes, in the order in which they count; shared by the planners."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from solver.validate import require, require_unsigned


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """Wishes that weigh against each other; an earlier tier outweighs all later ones."""

    name: str
    gewichten: dict[str, int]

    def __post_init__(self) -> None:
        """Refuse an empty tier and weights below 1."""
        require(self.gewichten, f"tier {self.name}: gewichten is empty")
        for wish, weight in self.gewichten.items():
            require(weight >= 1, f"tier {self.name}: the weight of {wish} is below 1 ({weight})")
            require_unsigned(f"tier {self.name}", wish, weight)


def require_tiers(tiers: Sequence[Tier], wishes: Collection[str]) -> None:
    """Refuse a wish that is not known or stands in two tiers, and a name that is used twice."""
    for tier in tiers:
        for wish in tier.gewichten:
            require(wish in wishes, f"tier {tier.name}: {wish} is no wish")
    named = [wish for tier in tiers for wish in tier.gewichten]
    require(len(set(named)) == len(named), "beleid: a wish stands in two tiers")
    require(len({tier.name for tier in tiers}) == len(tiers), "beleid: a tier is named twice")
