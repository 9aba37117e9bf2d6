"""The exchange rates of a region's policy: what a step of one wish is worth in steps of another."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.regios.model import Beleid, IncompleteBeleid
from marketplace.regios.queries import get_beleid
from solver.matching.exchange import Koers, rates_of_geplaatst, rates_of_wensen
from solver.matching.instance import Gewichten

# The policies that these rates come from.
WEIGHED = frozenset({"gewichten", "ondergrens_prijs", "spreiding"})


@dataclass(frozen=True, slots=True)
class Koersen:
    """The steps of one goal, and in what they are measured."""

    doel: str
    maat: str
    stappen: Sequence[Koers]

    @property
    def has_measure(self) -> bool:
        """Whether the measure weighs anything."""
        return self.stappen[0].waard is not None


def koersen_of(beleid: Beleid) -> list[Koersen]:
    """What a policy makes of each goal in which things are weighed."""
    gewichten = Gewichten(**asdict(beleid.gewichten))
    placed = rates_of_geplaatst(gewichten, beleid.ondergrens_prijs)
    wishes = rates_of_wensen(gewichten, beleid.spreiding.prijs)
    return [
        Koersen("Mensen die een plek krijgen", "In weken wachten", placed),
        Koersen("Hoe goed de plekken passen", "In kwartieren reizen", wishes),
    ]


async def read_koersen(conn: Connection, regio_code: str, op: date) -> list[Koersen]:
    """Those of a region on a day; none while its policy is not complete."""
    try:
        return koersen_of(await get_beleid(conn, regio_code, op))
    except IncompleteBeleid:
        return []
