"""Where the travel times of a run come from; it is kept with the question of the run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marketplace.geo.reistijd import Vervoermiddel

SCHATTING = "schatting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Of how many of the `wegen` between places a service knew the way; the rest is estimated.

    `uitgevallen` are the vervoermiddelen for which no usable answer came.
    """

    bron: str = SCHATTING
    wegen: int = 0
    gevonden: Mapping[Vervoermiddel, int] = field(default_factory=dict)
    uitgevallen: tuple[Vervoermiddel, ...] = ()

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Herkomst":
        """Read what `dataclasses.asdict` wrote, from JSON."""
        return cls(
            bron=plain["bron"],
            wegen=plain["wegen"],
            gevonden={Vervoermiddel(each): ways for each, ways in plain["gevonden"].items()},
            uitgevallen=tuple(Vervoermiddel(each) for each in plain["uitgevallen"]),
        )
