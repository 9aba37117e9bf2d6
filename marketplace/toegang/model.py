"""Who acts: the roles that exist, where an account holds them, and the Actor that every query asks for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
    """What a login attempt is checked against."""

    account_id: int
    wachtwoord_hash: str
    actief: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as the beheerder of its regio sees it; `sessies` counts the sessions that are live now."""

    id: int
    naam: str
    email: str
    actief: bool
    rollen: tuple[str, ...]
    sessies: int
