"""Who acts: the roles that exist, where an account holds them, and the Actor that every query asks for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"


class Rol(StrEnum):
    """The roles of the house; each holds in a regio, at an organisatie or for one person."""

    KANDIDAAT = "kandidaat"
    VERTEGENWOORDIGER = "vertegenwoordiger"
    WERKGEVER = "werkgever"
    PRAKTIJKOPLEIDER = "praktijkopleider"
    ACCOUNTMANAGER = "accountmanager"
    PLANNER = "planner"
    WERKLEIDER = "werkleider"
    CONSULENT = "consulent"
    JOBCOACH = "jobcoach"
    MBO = "mbo"
    PRO_VSO = "pro_vso"
    SBB_ADVISEUR = "sbb_adviseur"
    VOUCHERBEOORDELAAR = "voucherbeoordelaar"
    REGIOCOORDINATOR = "regiocoordinator"
    BEHEERDER = "beheerder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toekenning:
    """One role of an account and where it holds: in a regio, at an organisatie or for one kandidaat."""

    rol: Rol
    regio_code: str | None = None
    organisatie_id: int | None = None
    kandidaat_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person behind a request with every role they hold; queries use it in their WHERE."""

    account_id: int
    naam: str
    email: str
    toekenningen: tuple[Toekenning, ...]

    def heeft(self, *rollen: Rol) -> bool:
        """Whether this account holds at least one of these roles, wherever that is."""
        return any(toekenning.rol in rollen for toekenning in self.toekenningen)

    def regios_als(self, *rollen: Rol) -> tuple[str, ...]:
        """The codes of the regios in which one of these roles holds, sorted: ready for `= any($1)`."""
        return tuple(
            sorted({t.regio_code for t in self.toekenningen if t.rol in rollen and t.regio_code is not None})
        )

    def organisaties_als(self, *rollen: Rol) -> tuple[int, ...]:
        """The ids of the organisaties at which one of these roles holds, sorted."""
        found = {
            t.organisatie_id for t in self.toekenningen if t.rol in rollen and t.organisatie_id is not None
        }
        return tuple(sorted(found))

    def kandidaten_als(self, *rollen: Rol) -> tuple[int, ...]:
        """The ids of the kandidaten to whom the actor is bound today in one of these roles, sorted."""
        found = {t.kandidaat_id for t in self.toekenningen if t.rol in rollen and t.kandidaat_id is not None}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessie:
    """A live session: its actor, the CSRF token that its forms carry, and when it ends."""

    token_hash: bytes
    actor: Actor
    csrf: str
    verloopt_op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlog:
    """What a login attempt is checked against; no hash until the person chose a password."""

    account_id: int
    wachtwoord_hash: str | None
    actief: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RolPlaats:
    """Where a role can stand: a regio or an organisatie; `code` names it in forms and addresses."""

    naam: str
    regio_code: str | None = None
    organisatie_id: int | None = None

    @property
    def code(self) -> str:
        """The place as one word."""
        return self.regio_code or str(self.organisatie_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolKeuze:
    """A role as people read it."""

    rol: Rol
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRol:
    """A role that an account holds at a place."""

    id: int
    rol: Rol
    naam: str
    plaats: RolPlaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as its beheerder sees it, with the roles that lie within what this beheerder manages.

    `geheel` when that is all of its roles: only then may the account itself be changed, and only then is
    known how many `sessies` are live now and when somebody last logged in.
    """

    id: int
    naam: str
    email: str
    actief: bool
    heeft_wachtwoord: bool
    versie: int
    geheel: bool
    rollen: tuple[AccountRol, ...]
    sessies: int
    laatst_ingelogd: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenSessie:
    """One of one's own live sessions; `hier` is the one that asks."""

    begonnen_op: datetime
    verloopt_op: datetime
    hier: bool


class Doel(StrEnum):
    """What a link is for: a first or new password, a leerwerkplek, looking back, an agenda, worked hours."""

    UITNODIGING = "uitnodiging"
    WACHTWOORD = "wachtwoord"
    PLEK = "plek"
    TERUGBLIK = "terugblik"
    AGENDA = "agenda"
    UREN = "uren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as who made it sees it; the token itself is known to nobody but its holder."""

    id: int
    doel: Doel
    gemaakt_op: datetime
    verloopt_op: datetime
    gebruikt_op: datetime | None
    ingetrokken_op: datetime | None

    def holds(self, moment: datetime) -> bool:
        """Whether it can still be used."""
        return self.gebruikt_op is None and self.ingetrokken_op is None and moment < self.verloopt_op


@dataclass(frozen=True, slots=True, kw_only=True)
class Genodigde:
    """For whom a link sets a password."""

    id: int
    naam: str
    email: str
