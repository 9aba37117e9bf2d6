"""Between dates and the week numbers of an instance: week 0 begins on the Monday after the day of asking."""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.clock import monday

WEEK = timedelta(weeks=1)
# Startweken are counted from here, so that asking a week later does not move them.
EPOCH = date(1970, 1, 5)
WORKING_DAYS = 5
# A week past every horizon: the end of a period without an end.
FAR = 10_000


@dataclass(frozen=True, slots=True)
class Weken:
    """The calendar of one instance."""

    week0: date

    @classmethod
    def after(cls, vandaag: date) -> "Weken":
        """The calendar of a question that is asked on this day."""
        return cls(monday(vandaag) + WEEK)

    def monday(self, index: int) -> date:
        """The Monday of a week number."""
        return self.week0 + index * WEEK

    def index(self, day: date) -> int:
        """The number of the week in which a day lies; negative before week 0."""
        return (day - self.week0).days // 7

    def first_monday(self, day: date | None, otherwise: int) -> int:
        """The first week that begins on or after a day; for half-open periods that are asked on Mondays."""
        return otherwise if day is None else -((self.week0 - day).days // 7)

    def end_of_work(self, day: date | None, otherwise: int) -> int:
        """The first week that is not wholly worked when a period ends (not with) on a day."""
        return otherwise if day is None else (day - timedelta(days=WORKING_DAYS) - self.week0).days // 7 + 1

    def by_monday(self, van: date | None, tot: date | None) -> tuple[int, int]:
        """The weeks of a half-open period in which a week counts by its Monday, cut at week 0."""
        return within(self.first_monday(van, 0), self.first_monday(tot, FAR))

    def whole(self, van: date | None, tot: date | None) -> tuple[int, int]:
        """The weeks that a half-open period holds whole, from Monday to Friday, cut at week 0."""
        return within(self.first_monday(van, 0), self.end_of_work(tot, FAR))

    def startweken(self, om_de: int, aantal: int) -> tuple[int, ...]:
        """The next `aantal` weeks in which people may begin, one every `om_de` weeks."""
        step = max(1, om_de)
        since = (self.week0 - EPOCH).days // 7
        first = -since % step
        return tuple(range(first, first + step * aantal, step))


def within(van: int, tot: int) -> tuple[int, int]:
    """A period of weeks cut at week 0; empty ones become an empty period, never a negative one."""
    return max(0, van), max(0, van, tot)
