"""Regions, the places in them, and the policy of a region as it holds on one day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TypeAlias

from marketplace.errors import Conflict

DOELGROEP = re.compile("[a-z_]+")
MOST_ONDERGRENZEN = 3


class IncompleteBeleid(Conflict):
    """Het beleid van deze regio is nog niet compleet. Vraag de beheerder om het aan te vullen."""


@dataclass(frozen=True, slots=True)
class Regio:
    """One of the arbeidsmarktregios."""

    code: str
    naam: str


def number_of(regio_code: str) -> int:
    """The number by which the record knows a regio: 9 of AM09."""
    return int(regio_code.removeprefix("AM"))


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A gemeente of a region."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place of the gazetteer in degrees (WGS84); `regio_code` is None outside every known region.

    `inwoners` is 0 where nobody counted them, and for a name without a postcode of its own.
    """

    id: int
    naam: str
    gemeente_id: int
    gemeente: str
    regio_code: str | None
    lat: float
    lon: float
    inwoners: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """Where a postcode lies, as a geocoder found it."""

    plaats: str
    gemeente_id: int
    gemeente: str
    lat: float
    lon: float


def largest_places(plaatsen: Iterable[Plaats]) -> frozenset[int]:
    """The ids of the largest place of each gemeente: those whose names a small map shows."""
    largest: dict[int, Plaats] = {}
    for plaats in plaatsen:
        known = largest.get(plaats.gemeente_id)
        if known is None or plaats.inwoners > known.inwoners:
            largest[plaats.gemeente_id] = plaats
    return frozenset(plaats.id for plaats in largest.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewichten:
    """How heavily the wishes weigh against each other; the names are those of the solver's Gewichten."""

    per_wachtweek: int
    werkproces_dekking: int
    sectorwens: int
    reistijd: int
    niveau: int
    spoed: int
    stabiliteit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BegeleidingMinuten:
    """Minutes a week that go with what an employer says of nearness; the region's table, always editable."""

    steeds_ernaast: int
    af_en_toe: int
    op_afroep: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreiding:
    """So many plaatsingen of a plan at one werkgever cost nothing, each further one `prijs` points."""

    plaatsingen: int
    prijs: int


@dataclass(frozen=True, slots=True)
class Ondergrenzen:
    """Which percentage of a doelgroep gets a plek at least, where that can be, by its code."""

    procenten: Mapping[str, int]


Kind: TypeAlias = type[bool | int | Gewichten | BegeleidingMinuten | Spreiding | Ondergrenzen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """The policy of a region on one day; weeks are counts, `vouchers` is what is left."""

    wachttermijn_weken: int
    startweken_om_de: int
    startweken_aantal: int
    horizon_weken: int
    niveau_is_eis: bool
    fase_volgorde: bool
    vouchers: int
    gewichten: Gewichten
    begeleiding_minuten: BegeleidingMinuten
    ondergrenzen: Ondergrenzen
    ondergrens_prijs: int
    spreiding: Spreiding
    rekenseconden: int
    pin_weken: int

    def latest_pin(self, today: date) -> date:
        """The last day until which a voorstel can be pinned."""
        return today + timedelta(weeks=self.pin_weken)


def read_beleid(values: Mapping[str, object]) -> Beleid:
    """Type a region's policy; raises IncompleteBeleid naming each key that lacks or is wrong."""
    wrong = [key for key, kind in KINDS.items() if not fits(values.get(key), kind)]
    if wrong:
        raise IncompleteBeleid(
            "Het beleid van deze regio is nog niet compleet. Vraag de beheerder om het aan te vullen: "
            f"{', '.join(key.replace('_', ' ') for key in wrong)}."
        )
    simple = {key: values[key] for key, kind in KINDS.items() if kind in (int, bool)}
    return Beleid(
        **simple,  # type: ignore[arg-type]  # fits has just checked each value against KINDS
        gewichten=Gewichten(**_numbers(values["gewichten"])),
        begeleiding_minuten=BegeleidingMinuten(**_numbers(values["begeleiding_minuten"])),
        ondergrenzen=Ondergrenzen(_numbers(values["ondergrenzen"])),
        spreiding=Spreiding(**_numbers(values["spreiding"])),
    )


KINDS: Mapping[str, Kind] = {
    "wachttermijn_weken": int,
    "startweken_om_de": int,
    "startweken_aantal": int,
    "horizon_weken": int,
    "niveau_is_eis": bool,
    "fase_volgorde": bool,
    "vouchers": int,
    "gewichten": Gewichten,
    "begeleiding_minuten": BegeleidingMinuten,
    "ondergrenzen": Ondergrenzen,
    "ondergrens_prijs": int,
    "spreiding": Spreiding,
    "rekenseconden": int,
    "pin_weken": int,
}


def _is_count(value: object) -> bool:
    """A whole number that is not negative; JSON's true is no number."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_share(code: object, procent: object) -> bool:
    """The code of a doelgroep with a percentage of it."""
    known = isinstance(code, str) and DOELGROEP.fullmatch(code)
    return bool(known) and _is_count(procent) and procent in range(1, 101)


def fits(value: object, kind: Kind) -> bool:
    """Whether a JSON value is what a key asks."""
    if kind is bool:
        return isinstance(value, bool)
    if kind is Ondergrenzen:
        shares = value.items() if isinstance(value, dict) else None
        return (
            shares is not None
            and len(shares) <= MOST_ONDERGRENZEN
            and all(_is_share(*each) for each in shares)
        )
    if issubclass(kind, int):
        return _is_count(value)
    names = {each.name for each in fields(kind)}
    return isinstance(value, dict) and value.keys() == names and all(map(_is_count, value.values()))


def _numbers(value: object) -> dict[str, int]:
    """The numbers of a JSON object that has been checked."""
    return dict(value) if isinstance(value, dict) else {}
