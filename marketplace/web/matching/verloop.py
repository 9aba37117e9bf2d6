"""How a search went: of each better plan when it came, and how much better was still possible."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from marketplace.web.matching.woorden import better_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marketplace.rekenruns.model import Voortgang

LAAG = "geplaatst"


@dataclass(frozen=True, slots=True)
class Verloop:
    """The better plans of one search, in order; there is at least one."""

    stappen: tuple[Voortgang, ...]

    @classmethod
    def of(cls, steps: Sequence[Voortgang]) -> Verloop | None:
        """What of these steps tells of a better plan, since the last time that the search began."""
        found: list[Voortgang] = []
        for step in steps:
            if step.seconden is None:
                continue
            if found and step.seconden < (found[-1].seconden or 0):
                found.clear()
            found.append(step)
        return cls(tuple(found)) if found else None

    @property
    def laatste(self) -> Voortgang:
        """The best plan so far."""
        return self.stappen[-1]

    @property
    def rijen(self) -> list[tuple[float, int, float | None]]:
        """Seconds, people with a plek and how much better may be possible (percents); only what changed."""
        rows: list[tuple[float, int, float | None]] = []
        for step in self.stappen:
            row = (step.seconden or 0.0, step.geplaatst or 0, _percents(step))
            if not rows or rows[-1][1:] != row[1:]:
                rows.append(row)
        return rows


def _percents(step: Voortgang) -> float | None:
    """How much better the laag of people with a plek may be, rounded up to one decimal."""
    found = next((better_by(each) for each in step.lagen or [] if each["naam"] == LAAG), None)
    return None if found is None else ceil(10 * found) / 10
