"""Settings of one process, read once from the environment; the lowest module, it imports none of ours."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
MAX_PORT = 65_535
OVER_DE_WEG = ("lopen", "fiets", "e_bike", "auto")
"""The vervoermiddelen that a routing service can know; ov and taxibus have no road of their own."""
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
MIN_TOKEN = 16


class SettingsError(ValueError):
    """The environment lacks a setting or holds one that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a process must know; the three addresses are one database seen by three roles."""

    database_url: str = field(repr=False)
    database_url_eigenaar: str = field(default="", repr=False)
    database_url_worker: str = field(default="", repr=False)
    redis_url: str = field(default="", repr=False)
    metrics_token: str = field(default="", repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = ROOT / ".data"
    base_url: str = "http://127.0.0.1:8000"
    hartslag: Path | None = None
    solve_seconds: float = 8.0
    vandaag: date | None = None
    osrm: Mapping[str, str] = field(default_factory=dict)
    valhalla: str = ""
    locatieserver: str = ""
    voorbeeld: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings; raises SettingsError when DATABASE_URL lacks or a value cannot be read."""
        if not environment.get("DATABASE_URL"):
            raise SettingsError("DATABASE_URL lacks: set it, or run ./dev demo, which brings a PostgreSQL.")
        host = environment.get("PLEKWIJS_HOST") or "127.0.0.1"
        port = _read_port(environment.get("PLEKWIJS_PORT") or "8000")
        osrm = _read_osrm(environment.get("PLEKWIJS_OSRM", ""))
        valhalla = _read_address("PLEKWIJS_VALHALLA", environment.get("PLEKWIJS_VALHALLA", ""))
        if osrm and valhalla:
            raise SettingsError("PLEKWIJS_OSRM and PLEKWIJS_VALHALLA are both set: choose one of them.")
        return cls(
            database_url=environment["DATABASE_URL"],
            database_url_eigenaar=environment.get("DATABASE_URL_EIGENAAR", ""),
            database_url_worker=environment.get("DATABASE_URL_WORKER", ""),
            redis_url=_read_redis(environment.get("REDIS_URL") or ""),
            metrics_token=_read_token(environment.get("PLEKWIJS_METRICS_TOKEN") or ""),
            host=host,
            port=port,
            data=Path(environment.get("PLEKWIJS_DATA") or ROOT / ".data"),
            hartslag=Path(environment["PLEKWIJS_HARTSLAG"]) if environment.get("PLEKWIJS_HARTSLAG") else None,
            base_url=(environment.get("PLEKWIJS_BASE_URL") or f"http://{host}:{port}").rstrip("/"),
            solve_seconds=_read_seconds(environment.get("PLEKWIJS_SOLVE_SECONDS") or "8"),
            vandaag=_read_date(environment.get("PLEKWIJS_VANDAAG")),
            osrm=osrm,
            valhalla=valhalla,
            locatieserver=_read_address(
                "PLEKWIJS_LOCATIESERVER", environment.get("PLEKWIJS_LOCATIESERVER", "")
            ),
            voorbeeld=environment.get("PLEKWIJS_VOORBEELD") == "ja",
        )

    def url_of_owner(self) -> str:
        """The address for migrations and seeds; raises SettingsError when it lacks."""
        if not self.database_url_eigenaar:
            raise SettingsError("DATABASE_URL_EIGENAAR lacks: the address of the database for its owner.")
        return self.database_url_eigenaar

    def url_of_worker(self) -> str:
        """The address for the worker; raises SettingsError when it lacks."""
        if not self.database_url_worker:
            raise SettingsError("DATABASE_URL_WORKER lacks: the address of the database for role worker.")
        return self.database_url_worker


def read_readable(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether logs are for a person at a terminal instead of lines of JSON; asked before all else."""
    form = environment.get("PLEKWIJS_LOGS") or "json"
    if form not in {"json", "readable"}:
        raise SettingsError(f"PLEKWIJS_LOGS must be json or readable, not {form!r}.")
    return form == "readable"


def _read_redis(text: str) -> str:
    """The address of Redis, or none; it can hold a password, so it is not repeated."""
    if text and not text.startswith(REDIS_SCHEMES):
        raise SettingsError(
            f"REDIS_URL must begin with {', '.join(REDIS_SCHEMES[:-1])} or {REDIS_SCHEMES[-1]}."
        )
    return text


def _read_token(text: str) -> str:
    """What a reader of the metrics must show, or none; it is not repeated."""
    if text and len(text) < MIN_TOKEN:
        raise SettingsError(f"PLEKWIJS_METRICS_TOKEN must have at least {MIN_TOKEN} characters.")
    return text


def _read_port(text: str) -> int:
    """A TCP port; 0 asks the system for a free one."""
    if not text.isdecimal() or int(text) > MAX_PORT:
        raise SettingsError(f"PLEKWIJS_PORT must be a number from 0 to {MAX_PORT}, not {text!r}.")
    return int(text)


def _read_seconds(text: str) -> float:
    """A positive number of seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise SettingsError(f"PLEKWIJS_SOLVE_SECONDS must be a positive number of seconds, not {text!r}.")
    return seconds


def _read_date(text: str | None) -> date | None:
    """A fixed business date (YYYY-MM-DD), or None for the real one."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"PLEKWIJS_VANDAAG must be a date like 2026-11-20, not {text!r}.") from None


def _read_address(name: str, text: str) -> str:
    """The address of a service, without a slash at its end; empty when nothing was set."""
    address = text.strip().rstrip("/")
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or parts.query or parts.fragment or " " in address:
        raise SettingsError(f"{name} must be an address like http://127.0.0.1:5000, not {text!r}.")
    return address


def _read_osrm(text: str) -> dict[str, str]:
    """The address of OSRM for each vervoermiddel, because one OSRM knows one way of travelling."""
    found: dict[str, str] = {}
    for part in text.split():
        name, _, address = part.partition("=")
        if name not in OVER_DE_WEG or name in found or not address:
            raise SettingsError(
                "PLEKWIJS_OSRM must be like 'fiets=http://127.0.0.1:5001 auto=http://127.0.0.1:5002', "
                f"each of {', '.join(OVER_DE_WEG)} once at most; {part!r} is not."
            )
        found[name] = _read_address("PLEKWIJS_OSRM", address)
    return found
