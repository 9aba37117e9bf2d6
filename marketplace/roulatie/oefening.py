"""What oordelen say of practice: weeks that do not count, and what somebody can do alone by now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marketplace.rekenruns.weken import Weken
from marketplace.roulatie.model import Cohort, Oordeel, RoulatieDeelnemer, Stand
from solver.roulatie.instance import Leerdoel, Plek

Weeks = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oefening:
    """With what practice is counted on a day: the calendar, the month of each week, and the plekken."""

    cohort: Cohort
    vandaag: date
    weken: Weken
    maand: tuple[int, ...]
    plekken: Mapping[int, Plek]

    def leerdoelen(self, deelnemer: RoulatieDeelnemer) -> tuple[Leerdoel, ...]:
        """The agreed werkprocessen of somebody; who does one alone is ready with it.

        Of who stops before the end nothing is asked: they practise what they can until then.
        """
        if deelnemer.gestopt_op is not None:
            return tuple(Leerdoel(werkproces=each, weken=0) for each in deelnemer.leerdoelen)
        return tuple(
            Leerdoel(werkproces=werkproces, weken=weeks, geoefend=weeks)
            if self._does_alone(deelnemer, werkproces)
            else Leerdoel(werkproces=werkproces, weken=weeks + self.lost_weeks(deelnemer, werkproces))
            for werkproces, weeks in deelnemer.leerdoelen.items()
        )

    def all_lost_weeks(self) -> Weeks:
        """The same of all, by (deelnemer, werkproces), where there are any."""
        found = {
            (each.kandidaat_id, werkproces): self.lost_weeks(each, werkproces)
            for each in self.cohort.deelnemers
            for werkproces in each.leerdoelen
        }
        return {key: weeks for key, weeks in found.items() if weeks}

    def lost_weeks(self, deelnemer: RoulatieDeelnemer, werkproces: int) -> int:
        """The weeks in which the rooster has somebody practise, and the praktijkopleider saw none of it."""
        return sum(
            self._offered_weeks(deelnemer, each, werkproces)
            for each in self._oordelen(deelnemer)
            if self._was_not_practised(each, werkproces)
        )

    def _oordelen(self, deelnemer: RoulatieDeelnemer) -> list[Oordeel]:
        """What was seen of somebody."""
        return [each for each in self.cohort.oordelen if each.kandidaat_id == deelnemer.kandidaat_id]

    def _does_alone(self, deelnemer: RoulatieDeelnemer, werkproces: int) -> bool:
        """Whether somebody was seen to do it alone."""
        return any(each.standen.get(werkproces) is Stand.ZELFSTANDIG for each in self._oordelen(deelnemer))

    def _was_not_practised(self, oordeel: Oordeel, werkproces: int) -> bool:
        """Whether it was only seen, or left out of an oordeel on a block that is over."""
        stand = oordeel.standen.get(werkproces)
        if stand is not None:
            return stand is Stand.GEZIEN
        blok = self.cohort.blok(oordeel.blok_id)
        return bool(oordeel.standen) and blok is not None and blok.tot <= self.vandaag

    def _offered_weeks(self, deelnemer: RoulatieDeelnemer, oordeel: Oordeel, werkproces: int) -> int:
        """In how many weeks of a block the plek teaches it, in its season, while somebody is there."""
        blok, plek = self.cohort.blok(oordeel.blok_id), self.plekken.get(oordeel.leerwerkplek_id)
        if blok is None or plek is None:
            return 0
        return sum(
            1
            for monday in blok.maandagen
            if deelnemer.is_there(monday) and self._teaches(plek, werkproces, self.weken.index(monday))
        )

    def _teaches(self, plek: Plek, werkproces: int, week: int) -> bool:
        """Whether a plek teaches a werkproces in a week."""
        return week not in plek.gesloten and any(
            each.werkproces == werkproces
            and self.maand[week] in each.maanden
            and each.van_week <= week
            and (each.tot_week is None or week < each.tot_week)
            for each in plek.aanbod
        )
