"""Rows of the catalogue, told in plain words first; official codes come on demand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fase(StrEnum):
    """How protected a plek is; only some SW-bedrijven use it."""

    BINNEN = "binnen"
    BUITEN_BESCHERMD = "buiten_beschermd"
    REGULIER = "regulier"


FASE_WOORDEN = {
    Fase.BINNEN: "binnen bij het SW-bedrijf",
    Fase.BUITEN_BESCHERMD: "beschermd buiten",
    Fase.REGULIER: "gewone werkplek",
}

# The index is the level that is stored: 0 to 4.
TAALNIVEAUS = (
    "geen Nederlands",
    "enkele woorden Nederlands",
    "eenvoudig Nederlands",
    "redelijk Nederlands",
    "goed Nederlands",
)

NIVEAUS = {1: "entree (niveau 1)", 2: "niveau 2", 3: "niveau 3", 4: "niveau 4"}


@dataclass(frozen=True, slots=True)
class Keuze:
    """Something people choose from a list: a code, its Dutch name and a sentence that explains it."""

    code: str
    naam: str
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector with its full and its short name."""

    code: str
    naam: str
    kort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsingsvorm:
    """A legal form of a plaatsing; without erkenning only a form that does not ask one is possible."""

    code: str
    naam: str
    eist_erkenning: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kwalificatie:
    """An occupation that one can learn, by its crebo."""

    crebo: int
    naam: str
    niveau: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkproces:
    """A unit of an occupation: `uitleg` says it in plain words, `titel` and `code` are the dossier's own.

    `crebo` is None where all kwalificaties of the dossier share it; `voorbeeld` marks an invented code (VB-).
    """

    id: int
    dossier_crebo: int
    crebo: int | None
    kwalificatie: str | None
    code: str
    titel: str
    uitleg: str
    sector: str
    voorbeeld: bool
    bron: str
    gearchiveerd: bool
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzen:
    """What can be chosen on a day: of werkprocessen the ids, of kwalificaties the crebo's."""

    sectoren: frozenset[str]
    vormen: frozenset[str]
    voorwaarden: frozenset[str]
    werkprocessen: frozenset[int]
    crebos: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class KwalificatieGegevens:
    """What a kwalificatie is called, where it belongs and who says so; its crebo is what it is known by."""

    naam: str
    niveau: int
    sector: str
    dossier: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KwalificatieRegel(KwalificatieGegevens):
    """A kwalificatie in the catalogue, valid in [van, tot), with how many werkprocessen are in use."""

    crebo: int
    dossier_crebo: int
    van: date
    tot: date | None
    versie: int
    werkprocessen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKwalificatie(KwalificatieGegevens):
    """What somebody adds to the catalogue, valid in [van, tot)."""

    crebo: int
    dossier_crebo: int
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkprocesGegevens:
    """How a werkproces is said: by the dossier, in plain words, and where that stands."""

    titel: str
    uitleg: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWerkproces(WerkprocesGegevens):
    """What somebody adds to a kwalificatie, or with `gedeeld` to all of its dossier.

    A code that begins with VB- is an invented one.
    """

    code: str
    gedeeld: bool = False
