"""Where a group works: when, how many, what they do there and what it brings in."""

from dataclasses import dataclass

from solver.groepsdetachering.dagen import require_days, without
from solver.validate import require, require_period, require_unique, require_unsigned

# A search counts them as bits of a number.
MOST_MIX = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """A werkproces that really occurs at an opdracht, erkend there in [van_week, tot_week)."""

    werkproces: int
    van_week: int = 0
    tot_week: int | None = None

    def __post_init__(self) -> None:
        """Refuse negative weeks."""
        require_unsigned(f"werkproces {self.werkproces}", "van_week", self.van_week)
        require_unsigned(f"werkproces {self.werkproces}", "tot_week", self.tot_week)

    def is_erkend(self, week: int) -> bool:
        """Whether it counts for a praktijkverklaring in a week."""
        return self.van_week <= week and (self.tot_week is None or week < self.tot_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vakkracht:
    """At least `aantal` of those present master a werkproces."""

    werkproces: int
    aantal: int

    def __post_init__(self) -> None:
        """Refuse a negative number."""
        require_unsigned(f"werkproces {self.werkproces}", "aantal", self.aantal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """An opdracht of an inlener.

    On each weekday of `dagen` in the weeks [van_week, tot_week) a group of `minimum` to `maximum` people
    works `minuten`, or nobody does. Of the `gevraagd` people a day `toegezegd` are promised by contract;
    `waarde` is what a day of one of them is worth. `tarief` is in cents for an hour of one person.
    `trainingen` and `vakkennis` are asked of who leads. On days of `gesloten` (5 * week + weekday) nobody
    works.
    """

    id: int
    inlener: int
    zone: int
    dagen: int
    minuten: int
    minimum: int = 1
    maximum: int
    gevraagd: int
    toegezegd: int = 0
    waarde: int = 1
    tarief: int = 0
    van_week: int = 0
    tot_week: int
    trede: int = 1
    niveau: int | None = None
    mix: tuple[Vakkracht, ...] = ()
    aanbod: tuple[Aanbod, ...] = ()
    biedt: frozenset[int] = frozenset()
    trainingen: frozenset[int] = frozenset()
    vakkennis: frozenset[int] = frozenset()
    gesloten: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a minimum above the maximum, and a period that ends before it begins."""
        what = f"opdracht {self.id}"
        require_days(what, "dagen", self.dagen)
        for name in (
            "zone",
            "minuten",
            "minimum",
            "maximum",
            "gevraagd",
            "toegezegd",
            "waarde",
            "tarief",
            "trede",
            "niveau",
        ):
            require_unsigned(what, name, getattr(self, name))
        require(self.dagen, f"{what}: dagen is empty")
        require(self.minimum >= 1, f"{what}: minimum is below 1")
        order = f"minimum {self.minimum} is above maximum {self.maximum}"
        require(self.minimum <= self.maximum, f"{what}: {order}")
        require(self.toegezegd <= self.gevraagd, f"{what}: toegezegd is above gevraagd")
        require(self.gevraagd <= self.maximum, f"{what}: gevraagd is above maximum")
        require_period(what, self.van_week, self.tot_week)
        require(len(self.mix) <= MOST_MIX, f"{what}: mix has more than {MOST_MIX} rows")
        require_unique(f"{what}: mix", [each.werkproces for each in self.mix])
        require_unique(f"{what}: aanbod", [each.werkproces for each in self.aanbod])

    def days_in(self, week: int) -> int:
        """The days of a week on which a group may work there, as a mask."""
        if not self.van_week <= week < self.tot_week:
            return 0
        return without(self.dagen, week, self.gesloten) if self.gesloten else self.dagen

    def teaches(self, week: int) -> set[int]:
        """The werkprocessen that count for a praktijkverklaring in a week."""
        return {each.werkproces for each in self.aanbod if each.is_erkend(week)}
