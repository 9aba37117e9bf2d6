"""What people did in weeks that are over, by the plans that held: steps kept up, werkprocessen practised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from marketplace.groepsdetachering.mensen.model import Medewerker, Stap
from marketplace.groepsdetachering.opdrachten.model import Opdracht
from marketplace.groepsdetachering.plan.model import Groep, Indeling

ZONDER_STAPPEN = Stap(dagen=5, weken=1)


def step_after(stappen: tuple[Stap, ...], weken: int) -> tuple[int, int]:
    """On which step somebody is after so many weeks that were kept up, from 0, and how many of them on it."""
    for number, stap in enumerate(stappen[:-1]):
        if weken < stap.weken:
            return number, weken
        weken -= stap.weken
    return max(0, len(stappen) - 1), weken


def days_after(stappen: tuple[Stap, ...], weken: int) -> int:
    """How many days outside are allowed after so many weeks that were kept up."""
    number, _ = step_after(stappen, weken)
    return (stappen or (ZONDER_STAPPEN,))[number].dagen


class Verleden:
    """The groups of weeks that are over, and who was in them on which days."""

    def __init__(
        self, groepen: Iterable[Groep], indelingen: Iterable[Indeling], opdrachten: Iterable[Opdracht]
    ) -> None:
        self.leaders = {(each.opdracht_id, each.week): each.werkleider_id for each in groepen}
        self.opdrachten = {each.id: each for each in opdrachten}
        self.places: Mapping[int, list[Indeling]] = defaultdict(list)
        for each in sorted(indelingen):
            self.places[each.kandidaat_id].append(each)

    def in_week(self, week: date) -> list[Indeling]:
        """Who was where in a week."""
        return [each for places in self.places.values() for each in places if each.week == week]

    def leaders_in(self, week: date) -> frozenset[tuple[int, int]]:
        """Who was at the head of which group in a week, as (opdracht, werkleider)."""
        return frozenset(
            (opdracht, leader) for (opdracht, each), leader in self.leaders.items() if each == week
        )

    def volgehouden(self, wie: Medewerker) -> int:
        """In how many weeks all days of a step were worked outside, since the steps count."""
        done = 0
        for each in self.places[wie.kandidaat_id]:
            if each.week >= wie.opbouw_vanaf:
                done += each.dagen.bit_count() >= days_after(wie.stappen, done)
        return done

    def buiten(self, wie: Medewerker) -> int:
        """In how many weeks somebody was outside at all, since the steps count."""
        return sum(1 for each in self.places[wie.kandidaat_id] if each.week >= wie.opbouw_vanaf)

    def geoefend(self, wie: Medewerker, werkproces: int) -> int:
        """In how many weeks somebody was where a werkproces occurs and was erkend."""
        return sum(1 for each in self.places[wie.kandidaat_id] if self._teaches(each, werkproces))

    def _teaches(self, each: Indeling, werkproces: int) -> bool:
        opdracht = self.opdrachten.get(each.opdracht_id)
        return opdracht is not None and any(
            one.werkproces_id == werkproces
            and one.van <= each.week
            and (one.tot is None or each.week < one.tot)
            for one in opdracht.erkenningen
        )
