"""A plan of groups: which run when under whom, and who is in them on which days."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Leiding:
    """Who leads on a weekday; on these days the group runs."""

    dag: int
    werkleider: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Groep:
    """The group of an opdracht in a week, its werkleider, who leads by day, and its bus with its stops."""

    opdracht: int
    week: int
    werkleider: int
    leiding: tuple[Leiding, ...]
    bus: int | None = None
    opstappen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Indeling:
    """A medewerker in the group of an opdracht in a week, on the weekdays of a mask."""

    medewerker: int
    week: int
    opdracht: int
    dagen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """Groups and who is in them; whoever is in none in a week works inside."""

    groepen: tuple[Groep, ...] = ()
    indelingen: tuple[Indeling, ...] = ()
