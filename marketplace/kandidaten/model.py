"""A kandidaat as planning sees one: functional needs and wishes under a kenmerk, never a name."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marketplace.geo.reistijd import Vervoermiddel
from marketplace.toegang.model import Rol
from marketplace.werkprocessen.model import Fase


class KandidaatStatus(StrEnum):
    """Where a person stands."""

    VOOR_AANGEMELD = "voor_aangemeld"
    MATCHBAAR = "matchbaar"
    LOPEND = "lopend"
    TERUGGETROKKEN = "teruggetrokken"
    NIET_GESTART = "niet_gestart"
    AFGEROND = "afgerond"


class Stand(StrEnum):
    """How far a person is with a werkproces."""

    GEWENST = "gewenst"
    GEOEFEND = "geoefend"
    BEWEZEN = "bewezen"


STAND_WOORDEN = {
    Stand.GEWENST: "wil dit leren",
    Stand.GEOEFEND: "heeft dit geoefend",
    Stand.BEWEZEN: "kan dit, het is bewezen",
}


@dataclass(frozen=True, slots=True)
class WerkprocesStand:
    """One werkproces of a person and how far they are with it."""

    werkproces_id: int
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class KandidaatProfiel:
    """Everything of a person that planning may know.

    Hours are minutes a week, `max_reistijd` minutes one way, `max_afstand` kilometres; a stay may lie in
    [van, tot); `begeleiding[w]` is the need in minutes in week w of the stay, the last of which goes on.
    `sectorwensen` and `vormen` stand in order of preference; `eigen_kenmerk` is what the sender of a file
    calls the person. Who is `besloten` is known at their SW-bedrijf only.
    """

    id: int
    kenmerk: str
    regio_code: str
    sw_bedrijf_id: int | None
    sw_bedrijf: str | None
    gemeente_id: int
    gemeente: str
    pc4: str
    plaats: str
    lat: float
    lon: float
    status: KandidaatStatus
    status_reden: str | None
    matchbaar_sinds: date | None
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
    niveau_geschat: int
    niveau_bewezen: int | None
    praktijkleren: bool
    crebo: int | None
    kwalificatie: str | None
    vormen: tuple[str, ...]
    begeleiding: tuple[int, ...]
    voorwaarden: tuple[str, ...]
    taal: int
    fase: Fase | None
    voucher: bool
    toelichting: str
    voorbeeld: bool
    gearchiveerd_op: datetime | None
    besloten: bool
    versie: int
    sectorwensen: tuple[str, ...]
    werkprocessen: tuple[WerkprocesStand, ...]
    eigen_kenmerk: str | None = None

    @property
    def gewenst(self) -> tuple[int, ...]:
        """The ids of the werkprocessen that the person wants to learn."""
        return self.with_stand(Stand.GEWENST)

    def with_stand(self, stand: Stand) -> tuple[int, ...]:
        """The ids of the werkprocessen with which the person is this far."""
        return tuple(each.werkproces_id for each in self.werkprocessen if each.stand is stand)

    def weeks_waiting(self, op: date) -> int:
        """Whole weeks since this person could be matched; 0 for one who does not wait."""
        if self.matchbaar_sinds is None:
            return 0
        return max(0, (op - self.matchbaar_sinds).days // 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """By what a person is called: our kenmerk, and that of whoever sent them, which holds at a SW-bedrijf."""

    kenmerk: str
    eigen_kenmerk: str | None
    sw_bedrijf_id: int | None
    gearchiveerd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KandidaatRegel:
    """A kandidaat as one row of a list; `sector` is the code of the first wish."""

    id: int
    kenmerk: str
    status: KandidaatStatus
    matchbaar_sinds: date | None
    plaats: str
    gemeente: str
    sector: str | None
    vervoermiddel: Vervoermiddel
    max_reistijd: int
    minuten_min: int
    minuten_max: int
    voorbeeld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KandidaatFilter:
    """What a list is narrowed to; None leaves it wide. `vanaf` counts the rows before the page.

    `wacht_sinds` leaves who can be matched since that day or before; `ids` are those that a search found, the
    best first: the order of the list. `archief` shows who was archived instead of all others, `besloten` who
    is known at their SW-bedrijf only, or who is not.
    """

    ids: tuple[int, ...] | None = None
    archief: bool = False
    besloten: bool | None = None
    status: KandidaatStatus | None = None
    gemeente_id: int | None = None
    sector: str | None = None
    groep_id: int | None = None
    wacht_sinds: date | None = None
    vanaf: int = 0
    aantal: int = 50


@dataclass(frozen=True, slots=True)
class KandidaatLijst:
    """One page of a list and how many rows there are in all."""

    regels: tuple[KandidaatRegel, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegevens:
    """Who a kandidaat is; only shown with a purpose, and every look is logged."""

    kandidaat_id: int
    naam: str
    geboortedatum: date
    telefoon: str | None
    email: str | None
    versie: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Identiteit:
    """What people fill in of who somebody is."""

    naam: str
    geboortedatum: date
    telefoon: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkene:
    """Who is bound to a kandidaat, in which role and half-open period; None where a name says who it is."""

    id: int
    naam: str | None
    rol: Rol
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """A look at persoonsgegevens: when, by whom, what for."""

    tijd: datetime
    door: str
    doel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsluiting:
    """A pair that may not be made: with one leerwerkplek, or with every plek of a vestiging."""

    id: int
    kandidaat_id: int
    leerwerkplek_id: int | None
    vestiging_id: int | None
    waar: str
    reden: str
    sinds: datetime


class GroepStatus(StrEnum):
    """How far a group is that was registered at once."""

    AANGEMELD = "aangemeld"
    GESTART = "gestart"
    AFGEROND = "afgerond"
    GEANNULEERD = "geannuleerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """People who were registered together; `vervolg_op` names the group that this one goes on from."""

    id: int
    regio_code: str
    naam: str
    sector: str
    status: GroepStatus
    reden: str | None
    vervolg_op: str | None
    aantal: int
    versie: int
