"""A groepsplan: which groups run in which weeks, under whom, by which bus, and who is in them on which days.

`week` is a Monday, `dag` a weekday from 0, `dagen` a mask of five weekdays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from marketplace.groepsdetachering.bedrijf.model import Bedrijf, Werkleider
from marketplace.groepsdetachering.mensen.model import Medewerker, Paar
from marketplace.groepsdetachering.opdrachten.model import Afspraak, Opdracht
from marketplace.rekenruns.model import Json
from marketplace.rekenruns.weken import WEEK


class PlanStatus(StrEnum):
    """One concept that people work on, alternatives beside it, one published, the former ones."""

    CONCEPT = "concept"
    ALTERNATIEF = "alternatief"
    GEPUBLICEERD = "gepubliceerd"
    HISTORIE = "historie"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Groep:
    """The group of an opdracht in a week; `leiding` is who leads on each weekday that it runs."""

    opdracht_id: int
    week: date
    werkleider_id: int
    leiding: tuple[tuple[int, int], ...]
    bus_id: int | None = None
    opstapplaatsen: tuple[int, ...] = ()
    vast: bool = False

    @property
    def dagen(self) -> int:
        """The weekdays on which it runs, as a mask."""
        return sum(1 << dag for dag, _ in self.leiding)

    def leads(self, dag: int) -> int | None:
        """Who leads on a weekday."""
        return dict(self.leiding).get(dag)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Indeling:
    """Somebody in the group of an opdracht in a week, on these weekdays; `vast` is pinned."""

    kandidaat_id: int
    week: date
    opdracht_id: int
    dagen: int
    vast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """The groups and places of some weeks."""

    groepen: tuple[Groep, ...] = ()
    indelingen: tuple[Indeling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsplan:
    """What is on a week board from the Monday `van` on; `lagen` is what a run proved of it.

    Of what was published, people were told from the week `geldt_vanaf` on.
    """

    id: int
    organisatie_id: int
    status: PlanStatus
    van: date
    aantal_weken: int
    basis_id: int | None
    rekenrun_id: int | None
    naam: str | None
    gemaakt_op: datetime
    gemaakt_door: str | None
    gepubliceerd_op: datetime | None
    gepubliceerd_door: str | None
    geldt_vanaf: date | None
    lagen: list[Json] | None
    versie: int
    groepen: tuple[Groep, ...]
    indelingen: tuple[Indeling, ...]
    _groups: Mapping[tuple[int, date], Groep] = field(init=False, repr=False, compare=False)
    _places: Mapping[tuple[int, date], Indeling] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know which groups run and where everybody is."""
        object.__setattr__(self, "_groups", {(each.opdracht_id, each.week): each for each in self.groepen})
        object.__setattr__(
            self, "_places", {(each.kandidaat_id, each.week): each for each in self.indelingen}
        )

    @property
    def tot(self) -> date:
        """The Monday after its last week."""
        return self.van + self.aantal_weken * WEEK

    @property
    def weken(self) -> tuple[date, ...]:
        """The Mondays of its weeks."""
        return tuple(self.van + number * WEEK for number in range(self.aantal_weken))

    def between(self, van: date, tot: date) -> Stuk:
        """What it holds of the weeks [van, tot)."""
        return Stuk(
            groepen=tuple(each for each in self.groepen if van <= each.week < tot),
            indelingen=tuple(each for each in self.indelingen if van <= each.week < tot),
        )

    def groep(self, opdracht_id: int, week: date) -> Groep | None:
        """The group of an opdracht in a week."""
        return self._groups.get((opdracht_id, week))

    def where(self, kandidaat_id: int, week: date) -> Indeling | None:
        """Where somebody is in a week."""
        return self._places.get((kandidaat_id, week))

    def people(self, opdracht_id: int, week: date) -> list[Indeling]:
        """Who is in a group."""
        return [each for each in self.indelingen if (each.opdracht_id, each.week) == (opdracht_id, week)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planwereld:
    """Everything that is planned with: the company, its people and the opdrachten that are open."""

    bedrijf: Bedrijf
    medewerkers: tuple[Medewerker, ...]
    opdrachten: tuple[Opdracht, ...]
    paren: tuple[Paar, ...]
    afspraken: tuple[Afspraak, ...]

    def medewerker(self, kandidaat_id: int) -> Medewerker | None:
        """One of the people."""
        return next((each for each in self.medewerkers if each.kandidaat_id == kandidaat_id), None)

    def opdracht(self, opdracht_id: int) -> Opdracht | None:
        """One of the opdrachten."""
        return next((each for each in self.opdrachten if each.id == opdracht_id), None)

    def werkleider(self, werkleider_id: int) -> Werkleider | None:
        """One of the werkleiders."""
        return next((each for each in self.bedrijf.werkleiders if each.id == werkleider_id), None)
