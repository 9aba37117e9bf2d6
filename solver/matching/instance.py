"""The question of a matching run, frozen and pseudonymous: ids are opaque numbers, weeks count from 0.

A stay takes the weeks [startweek, startweek + weken). Weeks at or past `Instance.weken` are beyond the
horizon and use nothing. Masks hold ten dagdelen: bit 0 is maandagochtend, bit 9 vrijdagmiddag.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from solver.matching import validate


class Vervoermiddel(StrEnum):
    """How a kandidaat travels."""

    LOPEN = "lopen"
    FIETS = "fiets"
    E_BIKE = "e_bike"
    OV = "ov"
    AUTO = "auto"
    TAXIBUS = "taxibus"


class Plaatsingsvorm(StrEnum):
    """The legal form of a plaatsing that a plek takes and a voorstel names."""

    EIGEN_WERKNEMER = "eigen_werknemer"
    PROEFPLAATSING = "proefplaatsing"
    BEHOUD_UITKERING = "behoud_uitkering"
    DETACHERING = "detachering"
    DIENSTVERBAND_LKS = "dienstverband_lks"
    GROEIBAAN = "groeibaan"


class Fase(StrEnum):
    """How protected a plek is; whether the order binds is a policy."""

    BINNEN = "binnen"
    BUITEN_BESCHERMD = "buiten_beschermd"
    REGULIER = "regulier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """What the optimiser may know of a person: functional needs and wishes only.

    `zone` indexes the reistabel; `begeleiding[w]` is the need in minutes in week w of the stay (the last
    value goes on); `minuten_*` are working minutes a week; `werkprocessen` are wanted and not yet proven;
    `sectorwensen` and `vormen` stand in order of preference; `taal` is 0 (none) to 4 (B2 or higher);
    `wachtweken` is the waiting time on the day of asking; `eerste_week`..`laatste_week` (inclusive) may be
    startweek.
    """

    id: int
    zone: int
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    max_afstand: int | None = None
    reist_alleen: bool = True
    dagdelen: int
    minuten_min: int
    minuten_max: int
    eerste_week: int = 0
    laatste_week: int
    weken: int
    niveau: int
    praktijkleren: bool = True
    crebo: int | None = None
    werkprocessen: tuple[int, ...] = ()
    sectorwensen: tuple[str, ...] = ()
    vormen: tuple[Plaatsingsvorm, ...]
    begeleiding: tuple[int, ...]
    voorwaarden: frozenset[str] = frozenset()
    taal: int = 4
    fase: Fase | None = None
    wachtweken: int = 0
    groep: int | None = None
    voucher: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be a kandidaat."""
        validate.validate_kandidaat(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenning:
    """Recognition of a leerbedrijf for a crebo; `werkprocessen` None means all of them; weeks half-open."""

    crebo: int
    werkprocessen: frozenset[int] | None
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        validate.validate_period(f"erkenning {self.crebo}", self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzet:
    """Which praktijkopleider leads a plek in the weeks [van_week, tot_week)."""

    praktijkopleider: int
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        validate.validate_period(f"inzet of {self.praktijkopleider}", self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerwerkplek:
    """A plek: `plaatsen[w]` is what is still free in week w, the window is [van_week, tot_week).

    `werkprocessen` really occur there; `voorwaarden` are the functional conditions it can offer; `taal` is
    the least level it asks; `vervoer_geregeld` means someone who cannot travel alone is brought or
    accompanied.
    """

    id: int
    werkgever: int
    zone: int
    sector: str
    niveau: int
    plaatsen: tuple[int, ...]
    van_week: int
    tot_week: int
    dagdelen: int
    minuten_min: int
    minuten_max: int
    werkprocessen: frozenset[int]
    erkenningen: tuple[Erkenning, ...] = ()
    vormen: frozenset[Plaatsingsvorm]
    voorwaarden: frozenset[str] = frozenset()
    taal: int = 0
    fase: Fase | None = None
    inzet: tuple[Inzet, ...]
    vervoer_geregeld: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be a plek."""
        validate.validate_plek(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkopleider:
    """`minuten[w]` is the guidance still free in week w of the horizon."""

    id: int
    minuten: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse negative minutes."""
        validate.validate_praktijkopleider(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opleiding:
    """A school in reach offers this kwalificatie to starters in the weeks [van_week, tot_week)."""

    crebo: int
    van_week: int
    tot_week: int

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        validate.validate_period(f"opleiding {self.crebo}", self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reistabel:
    """Travel between zones: `minuten[vervoermiddel][van][naar]` (None: no way), `kilometers[van][naar]`."""

    minuten: dict[Vervoermiddel, tuple[tuple[int | None, ...], ...]]
    kilometers: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a table that is not square."""
        validate.validate_reistabel(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewichten:
    """Exchange rates: tier b adds `per_wachtweek` to the 100 of a placed person.

    The rest weighs tier c's points.
    """

    per_wachtweek: int = 2
    werkproces_dekking: int = 6
    sectorwens: int = 5
    reistijd: int = 3
    niveau: int = 2
    spoed: int = 2
    stabiliteit: int = 4

    def __post_init__(self) -> None:
        """Refuse negative weights."""
        validate.validate_gewichten(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleid:
    """The region's policy at the time of the question.

    `startweken` are the weeks in which people may begin.
    """

    wachttermijn_weken: int
    startweken: tuple[int, ...]
    niveau_is_eis: bool = False
    fase_volgorde: bool = False
    vouchers: int | None = None
    gewichten: Gewichten = field(default_factory=Gewichten)

    def __post_init__(self) -> None:
        """Refuse startweken out of order."""
        validate.validate_beleid(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """A kandidaat at a plek, where known from which week."""

    kandidaat: int
    plek: int
    startweek: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything a run needs: `vast` pairs must hold, `verboden` may not, `vorige` is the plan to stay near.

    `vast` may only name known ids; in `verboden` and `vorige` an unknown id simply means nothing.
    """

    weken: int
    kandidaten: tuple[Kandidaat, ...]
    plekken: tuple[Leerwerkplek, ...]
    praktijkopleiders: tuple[Praktijkopleider, ...]
    opleidingen: tuple[Opleiding, ...] = ()
    reistabel: Reistabel
    beleid: Beleid
    vast: tuple[Paar, ...] = ()
    verboden: frozenset[tuple[int, int]] = frozenset()
    vorige: tuple[Paar, ...] = ()

    def __post_init__(self) -> None:
        """Refuse rows that do not belong together."""
        validate.validate_instance(self)
