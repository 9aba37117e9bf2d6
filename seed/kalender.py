"""Dates of the story, told in weeks from the Monday of the current week, so that the demo never ages."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from asyncpg import Range


@dataclass(frozen=True, slots=True)
class Kalender:
    """Week 0 begins on `maandag`, the Monday of the week in which the demo is filled."""

    maandag: date

    @classmethod
    def of(cls, vandaag: date) -> "Kalender":
        """The calendar of the week in which this day lies."""
        return cls(vandaag - timedelta(days=vandaag.weekday()))

    def week(self, nummer: int) -> date:
        """The Monday so many weeks from now; negative is the past."""
        return self.maandag + timedelta(weeks=nummer)

    def moment(self, nummer: int) -> datetime:
        """Nine in the morning of that Monday."""
        return datetime.combine(self.week(nummer), time(9), tzinfo=UTC)

    def periode(self, van: int, tot: int | None = None) -> "Range[date]":
        """The half-open period of these weeks; without `tot` it goes on."""
        return Range(self.week(van), None if tot is None else self.week(tot))
