"""A stay takes a plaats at a plek and minutes of a praktijkopleider, week by week."""

from dataclasses import dataclass
from datetime import date, timedelta

TO_FRIDAY = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verblijf:
    """A stay of `weken` weeks from a Monday, agreed in a voorstel."""

    voorstel_id: int
    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date
    weken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezetting:
    """One week of one person at one plek; `voorstel_id` or `roulatie_id` says what took it."""

    kandidaat_id: int
    leerwerkplek_id: int
    praktijkopleider_id: int
    week: date
    minuten: int
    voorstel_id: int | None
    roulatie_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezige:
    """Who has a plaats at a plek, from the first Monday to the last; a voorstel only reserves it.

    `kandidaat_id`, `kenmerk` and `voorstel_id` are None for whom they are hidden.
    """

    kandidaat_id: int | None
    kenmerk: str | None
    voorstel_id: int | None
    gereserveerd: bool
    eerste_week: date
    laatste_week: date

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.laatste_week + TO_FRIDAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekstand:
    """One week of a plek: plaatsen taken, and the minutes taken of who leads it, at all plekken together."""

    week: date
    bezet: int
    plaatsen: int
    praktijkopleider: str | None
    gebruikt: int
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkweek:
    """One week of a praktijkopleider: people and minutes at all plekken together, out of how many."""

    week: date
    mensen: int
    gebruikt: int
    minuten: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InWeek:
    """Who takes a plaats in a week; `kandidaat_id` and `kenmerk` are None for whom they are hidden."""

    week: date
    leerwerkplek_id: int
    titel: str
    kandidaat_id: int | None
    kenmerk: str | None
    gereserveerd: bool
    minuten: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Weeks in a row, by their first and last Monday, in which the same is taken of the same whole."""

    eerste_week: date
    laatste_week: date
    bezet: int
    totaal: int

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.laatste_week + TO_FRIDAY
