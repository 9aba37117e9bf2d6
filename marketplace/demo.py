"""The demonstration: PostgreSQL, web and worker as processes, an example region and a first plan.

What is printed here is read by the person who started it, so it is Dutch.
"""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from marketplace.clock import clock_at
from marketplace.cluster import EmbeddedError
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.lock import FileLock
from marketplace.preparation import ask_first_plan, first_plan_state, prepare_database
from marketplace.process import is_port_free, tail
from marketplace.settings import ROOT, Settings
from marketplace.supervisor import Child, Supervisor
from seed.accounts import ACCOUNTS

HOST = "127.0.0.1"
PORT = 8000
PLAN_SECONDS = 120.0
NAMES = {"web": "De webserver", "worker": "De rekenhulp"}
WEB_SECONDS = 30.0


class DemoError(RuntimeError):
    """The demonstration cannot go on; the message says why, in Dutch."""


class Demo:
    """One demonstration on one directory of data."""

    def __init__(self, *, port: int, data: Path, scale: int, began: float) -> None:
        self.data = data
        self.port = port
        self.scale = scale
        self.url = f"http://{HOST}:{port}"
        self._began = began
        self._postgres = None if os.environ.get("DATABASE_URL") else EmbeddedPostgres(data / "postgres")
        self._supervisor = Supervisor(self.say)

    def say(self, sentence: str) -> None:
        """Print a line with the seconds since the start."""
        print(f"[{time.time() - self._began:5.1f} s] {sentence}", flush=True)

    def start(self) -> None:
        """Bring everything up, or raise DemoError or EmbeddedError."""
        if not is_port_free(HOST, self.port):
            raise DemoError(
                f"Poort {self.port} is al in gebruik door een ander programma. "
                f"Kies een andere poort, bijvoorbeeld: ./dev demo --port {self.port + 1}"
            )
        self.say("PostgreSQL starten" if self._postgres else "Verbinden met de database uit DATABASE_URL")
        dsns = self._postgres.start() if self._postgres else _dsns_from_environment()
        settings = Settings.from_environment(self._environment(dsns))
        clock = clock_at(settings.vandaag)
        prepare_database(dsns.eigenaar, scale=self.scale, vandaag=clock.today(), say=self.say)
        asked = asyncio.run(ask_first_plan(dsns.eigenaar, clock=clock, seconds=settings.solve_seconds))
        environment = self._environment(dsns)
        self._start_part("web", environment)
        if asked:  # else the page comes first: two cores warm up one process faster than two
            self.say("Het eerste plan wordt berekend")
            self._start_part("worker", environment)
        self._wait_for(self._web_answers, WEB_SECONDS, "De webserver antwoordt niet", self.data / "web.log")
        if not asked:
            self._start_part("worker", environment)
        self._wait_for(
            lambda: asyncio.run(first_plan_state(dsns.eigenaar)) != "bezig",
            PLAN_SECONDS,
            "Het eerste plan laat op zich wachten",
            self.data / "worker.log",
        )

    def run(self) -> None:
        """Keep everything running until interrupted."""
        while True:
            self._look_after()
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop web, worker and PostgreSQL, in that order."""
        self._supervisor.stop()
        if self._postgres:
            self._postgres.stop()

    def greet(self) -> None:
        """Print where to go and who may come in."""
        self.say("Plekwijs draait.")
        print(f"\n  {self.url}\n")
        for account in ACCOUNTS:
            place = account.organisatie or account.regio_code or ", ".join(account.kandidaten)
            print(f"  {account.email:42} {account.password}   {account.rol}, {place}")
        print(
            "\n  Alle personen, plekken en bedrijven zijn verzonnen voorbeelden. Stoppen: Ctrl-C\n",
            flush=True,
        )

    def _environment(self, dsns: Dsns) -> dict[str, str]:
        """What the processes must know; the owner's address is not for them."""
        return os.environ | {
            "DATABASE_URL": dsns.app,
            "DATABASE_URL_WORKER": dsns.worker,
            "DATABASE_URL_EIGENAAR": "",
            "PLEKWIJS_HOST": HOST,
            "PLEKWIJS_PORT": str(self.port),
            "PLEKWIJS_BASE_URL": os.environ.get("PLEKWIJS_BASE_URL", self.url),
            "PLEKWIJS_DATA": str(self.data),
            "PLEKWIJS_VOORBEELD": "ja",
            "PLEKWIJS_LOGS": os.environ.get("PLEKWIJS_LOGS", "readable"),
            "REDIS_URL": "",
        }

    def _start_part(self, part: str, environment: dict[str, str]) -> None:
        """Start web or worker."""
        command = [sys.executable, "-m", "marketplace", part]
        self._supervisor.add(Child(NAMES[part], command, self.data / f"{part}.log", environment))

    def _look_after(self) -> None:
        """Start again what died, the database first."""
        if self._postgres and not self._postgres.alive():
            self.say("PostgreSQL is gestopt en start opnieuw.")
            self._postgres.start()
        self._supervisor.look_after()

    def _web_answers(self) -> bool:
        """Whether the web process takes requests."""
        try:
            with urllib.request.urlopen(f"{self.url}/gezond", timeout=2):  # noqa: S310 (our own address)
                return True
        except (urllib.error.URLError, ConnectionError):
            return False

    def _wait_for(self, is_so: Callable[[], bool], seconds: float, else_say: str, log: Path) -> None:
        """Wait while the processes are kept running; raises DemoError with the last words of a log."""
        until = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > until:
                raise DemoError(f"{else_say}. De laatste regels van {log}:\n{tail(log)}")
            self._look_after()
            time.sleep(0.1)


def main(arguments: argparse.Namespace) -> int:
    """Run the demonstration until interrupted; 0, or 1 with a Dutch sentence."""
    began = float(os.environ.get("PLEKWIJS_BEGAN") or time.time())
    data: Path = (arguments.data or ROOT / ".data").resolve()
    data.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data / "demo.lock")
    if not lock.take():
        return _already_running(lock, reset=arguments.reset)
    if arguments.reset:
        _empty(data)
    demo = Demo(port=arguments.port, data=data, scale=arguments.scale, began=began)
    lock.write_note(demo.url)
    return _play(demo)


def _play(demo: Demo) -> int:
    """Start, run and stop; SIGTERM and a closed terminal count as Ctrl-C."""
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sig, _interrupt)
    try:
        demo.start()
        demo.greet()
        demo.run()
    except KeyboardInterrupt:
        demo.say("Stoppen")
    except (DemoError, EmbeddedError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        demo.stop()
    demo.say("Alles is gestopt. De gegevens blijven bewaard.")
    return 0


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Make a request to stop the same as Ctrl-C."""
    raise KeyboardInterrupt


def _already_running(lock: FileLock, *, reset: bool) -> int:
    """Point to the demonstration that runs; beginning anew under its feet is refused."""
    print(f"De demo draait al: {lock.read_note()}")
    if reset:
        print("Stop die demo eerst; daarna kunt u met --reset opnieuw beginnen.", file=sys.stderr)
        return 1
    return 0


def _empty(data: Path) -> None:
    """Throw away the database and the logs of an earlier demonstration, and nothing else."""
    shutil.rmtree(data / "postgres", ignore_errors=True)
    for name in ("web.log", "worker.log"):
        (data / name).unlink(missing_ok=True)


def _dsns_from_environment() -> Dsns:
    """The addresses that the environment gives; raises DemoError when one lacks."""
    names = ("DATABASE_URL_EIGENAAR", "DATABASE_URL", "DATABASE_URL_WORKER")
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise DemoError(f"DATABASE_URL is gezet; zet dan ook {' en '.join(missing)}.")
    return Dsns(*(os.environ[name] for name in names))
