"""An invariant as a query that finds what breaks it, and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regel:
    """`sql` gives one Dutch sentence a row for what breaks it; `service` says which words it may use."""

    naam: str
    sql: str


@dataclass(frozen=True, slots=True)
class Overtreding:
    """What breaks an invariant."""

    regel: str
    zin: str
