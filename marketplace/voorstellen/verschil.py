"""The difference between two plans, told by person."""

from collections.abc import Iterable
from dataclasses import dataclass

from marketplace.voorstellen.plan import PlanRegel


@dataclass(frozen=True, slots=True)
class Verplaatst:
    """One person in both plans, with the old line and the new one."""

    oud: PlanRegel
    nieuw: PlanRegel


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """Who is new, who is gone, who goes elsewhere, who starts in another week, and how many stay the same."""

    nieuw: tuple[PlanRegel, ...]
    weg: tuple[PlanRegel, ...]
    verplaatst: tuple[Verplaatst, ...]
    andere_start: tuple[Verplaatst, ...]
    gelijk: int

    @property
    def is_empty(self) -> bool:
        """Whether both plans say the same."""
        return not (self.nieuw or self.weg or self.verplaatst or self.andere_start)


def compare(oud: Iterable[PlanRegel], nieuw: Iterable[PlanRegel]) -> Verschil:
    """Tell what changed from the old plan to the new one; against no plan everything is new."""
    before = {regel.kandidaat_id: regel for regel in oud}
    after = {regel.kandidaat_id: regel for regel in nieuw}
    both = [Verplaatst(before[person], after[person]) for person in after if person in before]
    same_plek = [pair for pair in both if pair.oud.leerwerkplek_id == pair.nieuw.leerwerkplek_id]
    shifted = tuple(pair for pair in same_plek if pair.oud.startweek != pair.nieuw.startweek)
    return Verschil(
        nieuw=tuple(regel for person, regel in after.items() if person not in before),
        weg=tuple(regel for person, regel in before.items() if person not in after),
        verplaatst=tuple(pair for pair in both if pair not in same_plek),
        andere_start=shifted,
        gelijk=len(same_plek) - len(shifted),
    )
