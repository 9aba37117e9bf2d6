"""An opdracht of an inlener: where, when, how many, what is done there, and what it brings in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marketplace.groepsdetachering.werkdagen import day_of
from solver.groepsdetachering.dagen import WERKDAGEN


def say_where(*names: str) -> str:
    """Names from large to small, without those that the ones before say already: Kwekerij Zelhem, Kas."""
    said = ""
    for name in names:
        if name not in said:
            said = f"{said}, {name}" if said else name
    return said


class OpdrachtStatus(StrEnum):
    """How far an opdracht is; ingetrokken is what was agreed and did not begin."""

    GEVRAAGD = "gevraagd"
    OPEN = "open"
    AFGEWEZEN = "afgewezen"
    GESTOPT = "gestopt"
    INGETROKKEN = "ingetrokken"


class Toont(StrEnum):
    """What the inlener sees of who comes."""

    AANTAL = "aantal"
    KENMERK = "kenmerk"
    VOORNAAM = "voornaam"


class AfspraakSoort(StrEnum):
    """What was agreed on somebody at an opdracht: never there, or there though the treden say no."""

    NOOIT = "nooit"
    UITZONDERING = "uitzondering"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdrachtWerkproces:
    """A werkproces that occurs: so many of those present master it, and who leads where so asked."""

    werkproces_id: int
    aantal: int
    werkleider: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenning:
    """In which days a vestiging is erkend for a werkproces, half open; `tot` None: without an end."""

    werkproces_id: int
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdrachtGegevens:
    """What the SW-bedrijf says of an opdracht: on the weekdays of a mask in [van, tot).

    `tarief` is cents for an hour of one person; `minimum` to `maximum` people, `gevraagd` wished, `toegezegd`
    promised by contract; `voorwaarden` are the working conditions that it offers, `trainingen` what is asked
    of who leads. Where this is written, an empty `kort` is made from the names.
    """

    vestiging_id: int
    naam: str
    kort: str
    kleur: int
    toelichting: str
    van: date
    tot: date
    dagen: int
    minuten: int
    minimum: int
    maximum: int
    gevraagd: int
    toegezegd: int
    waarde: int
    tarief: int
    trede: int
    niveau: int | None
    voorwaarden: tuple[str, ...]
    trainingen: tuple[str, ...]
    toont: Toont
    werkprocessen: tuple[OpdrachtWerkproces, ...] = ()
    gesloten: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht(OpdrachtGegevens):
    """An opdracht as it stands, with its inlener and in which days that is erkend for what."""

    id: int
    organisatie_id: int
    inlener_id: int
    inlener: str
    plaats: str
    lat: float
    lon: float
    status: OpdrachtStatus
    reden: str | None
    voorbeeld: bool
    versie: int
    erkenningen: tuple[Erkenning, ...] = ()

    @property
    def waar(self) -> str:
        """The inlener and its place."""
        return say_where(self.inlener, self.plaats)

    def work_days(self, week: date) -> int:
        """The weekdays of the week of a Monday on which there is work, as a mask."""
        if self.status is OpdrachtStatus.INGETROKKEN:
            return 0
        days = {dag: day_of(week, dag) for dag in WERKDAGEN if self.dagen >> dag & 1}
        return sum(
            1 << dag for dag, day in days.items() if self.van <= day < self.tot and day not in self.gesloten
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """What people agreed on somebody at an opdracht, and why."""

    opdracht_id: int
    kandidaat_id: int
    soort: AfspraakSoort
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlener:
    """A vestiging of the regio that can be the inlener of an opdracht."""

    vestiging_id: int
    vestiging: str
    organisatie: str
    plaats: str

    @property
    def waar(self) -> str:
        """The company, its vestiging and the place."""
        return say_where(self.organisatie, self.vestiging, self.plaats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overeenkomst:
    """The detacheringsovereenkomst of an opdracht: who signed when, and what was agreed."""

    nummer: str
    getekend_op: date
    namens_inlener: str
    namens_bedrijf: str
    afspraken: str
