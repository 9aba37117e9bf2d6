"""A stay takes a plaats at a plek and minutes of a praktijkopleider, week by week."""

from dataclasses import dataclass
from datetime import date


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
    """One week of one person at one plek; `voorstel_id` only where a voorstel reserved it."""

    kandidaat_id: int
    leerwerkplek_id: int
    praktijkopleider_id: int
    week: date
    minuten: int
    voorstel_id: int | None
