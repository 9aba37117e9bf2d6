"""The one clock: business dates come from here, never from now() in SQL or Python."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """What tells the time to all others."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The business date in Amsterdam."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The clock of the machine, moved by whole days when a demonstration plays on another date."""

    shift: timedelta = timedelta(0)

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC) + self.shift

    def today(self) -> date:
        """The business date in Amsterdam."""
        return self.now().astimezone(AMSTERDAM).date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still; `moment` must be aware."""

    moment: datetime

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.moment.astimezone(UTC)

    def today(self) -> date:
        """The business date in Amsterdam."""
        return self.moment.astimezone(AMSTERDAM).date()


def clock_at(vandaag: date | None) -> SystemClock:
    """The machine's clock, or one that runs on from the same hour of another date."""
    clock = SystemClock()
    return clock if vandaag is None else SystemClock(vandaag - clock.today())


def monday(day: date) -> date:
    """The Monday of the ISO week of a day."""
    return day - timedelta(days=day.weekday())
