"""What people edit of a profile, and which fields an edit really changes."""

from dataclasses import dataclass, fields
from datetime import date

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.werkprocessen.model import Fase

MAX_STEPS = 8
MAX_WEEKS = 52
MAX_SECTOREN = 5
# Of these the record says that they changed and not what they were: where somebody lives, and free words.
PERSONAL = frozenset({"pc4", "toelichting"})
UNORDERED = frozenset({"voorwaarden", "gewenst"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfielWijziging:
    """The fields of a profile that can be edited, in the units of KandidaatProfiel.

    `gewenst` are the ids of the werkprocessen that the person wants to learn.
    """

    crebo: int | None
    gewenst: tuple[int, ...]
    sectorwensen: tuple[str, ...]
    vormen: tuple[str, ...]
    niveau_geschat: int
    pc4: str
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    max_afstand: int | None
    reist_alleen: bool
    dagdelen: int
    interne_dagen: int
    minuten_min: int
    minuten_max: int
    van: date
    tot: date | None
    weken: int
    voorwaarden: tuple[str, ...]
    taal: int
    begeleiding: tuple[int, ...]
    fase: Fase | None
    toelichting: str


def editable(profiel: KandidaatProfiel) -> ProfielWijziging:
    """The editable part of a profile as it is."""
    return ProfielWijziging(**{each.name: getattr(profiel, each.name) for each in fields(ProfielWijziging)})


def changed_fields(profiel: KandidaatProfiel, wijziging: ProfielWijziging) -> tuple[str, ...]:
    """The names of the fields that an edit changes."""
    now = editable(profiel)
    return tuple(
        each.name
        for each in fields(ProfielWijziging)
        if _comparable(now, each.name) != _comparable(wijziging, each.name)
    )


def _comparable(wijziging: ProfielWijziging, name: str) -> object:
    """What a field says: conditions and wanted werkprocessen have no order, wishes and vormen do."""
    value = getattr(wijziging, name)
    return frozenset(value) if name in UNORDERED else value


@dataclass(frozen=True, slots=True)
class Stap:
    """From this week of the stay (1 is the first) so many minutes of begeleiding a week."""

    week: int
    minuten: int


def steps_of(begeleiding: tuple[int, ...]) -> tuple[Stap, ...]:
    """A need week by week, said as the weeks in which it changes."""
    return tuple(
        Stap(week, minuten)
        for week, minuten in enumerate(begeleiding, start=1)
        if week == 1 or minuten != begeleiding[week - 2]
    )


def weeks_of(steps: tuple[Stap, ...]) -> tuple[int, ...]:
    """The need week by week up to the last change, which goes on; steps are in order from week 1."""
    ends = [step.week for step in steps[1:]] + [steps[-1].week + 1]
    return tuple(step.minuten for step, end in zip(steps, ends, strict=True) for _ in range(step.week, end))
