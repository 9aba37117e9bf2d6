"""What people fill in of an organisatie and what belongs to it, and which fields an edit changes."""

from dataclasses import dataclass, fields
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisatieGegevens:
    """The fields of an organisatie; `soort` is the code of its kind, `kvk` eight figures."""

    naam: str
    soort: str
    kvk: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VestigingGegevens:
    """The fields of a vestiging; its place is one of the gazetteer."""

    naam: str
    plaats_id: int
    leerbedrijf_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewErkenning:
    """What SBB recognised: a crebo in [van, tot), limited to these werkprocessen; none is all."""

    crebo: int
    van: date
    tot: date | None
    werkprocessen: tuple[int, ...]
    gecontroleerd_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ErkenningEdit:
    """What can change of an erkenning: its end, its limits and the day on which it was checked."""

    tot: date | None
    werkprocessen: tuple[int, ...]
    gecontroleerd_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOpleiding:
    """What a school offers in [van, tot) to kandidaten who live in these regios."""

    crebo: int
    van: date
    tot: date | None
    regio_codes: tuple[str, ...]


Edit = OrganisatieGegevens | VestigingGegevens | ErkenningEdit


def changes(old: object, new: Edit) -> dict[str, list[object]]:
    """Old and new of every field of an edit that differs in `old`; lists have no order."""
    found: dict[str, list[object]] = {}
    for each in fields(new):
        before, after = _plain(getattr(old, each.name)), _plain(getattr(new, each.name))
        if before != after:
            found[each.name] = [before, after]
    return found


def _plain(value: object) -> object:
    """A value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, tuple) else value
