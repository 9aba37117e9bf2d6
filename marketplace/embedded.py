"""A real PostgreSQL 18 for one machine: binaries out of a wheel, a directory of data, roles as in production.

The wheel only carries the binaries; we never import it, because its own launcher changes users and
permissions and leaves servers behind. The server is our child, dies with us, listens on 127.0.0.1 only, and
each role has a random password that lies in a file for its owner alone.
"""

import asyncio
import json
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from marketplace.cluster import (
    Cluster,
    EmbeddedError,
    binaries,
    create_roles,
    initialise,
    new_passwords,
    write_private,
)
from marketplace.identity import Identity, choose_identity
from marketplace.lock import FileLock
from marketplace.process import (
    command_line,
    free_port,
    is_port_free,
    start_child,
    stop_child,
    stop_leftover,
    tail,
)

HOST = "127.0.0.1"
DATABASE = "plekwijs"
DSN_ROLES = ("eigenaar", "app", "worker")
ATTEMPTS = 4
START_SECONDS = 30.0
# A refused statement is an ERROR, and its message quotes what somebody typed or the row that does not fit (a
# whole profile); PostgreSQL cannot sift those by kind. Whoever asked gets them, and logs the kind alone. What
# the server itself suffers is LOG (which stands above ERROR here), FATAL or PANIC, and stays.
QUIET = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
PORT_LINE, READY_LINE = 3, 7  # the lines of postmaster.pid with the port and with how far the server is


class AlreadyRunning(EmbeddedError):
    """Another process holds this directory of data."""


@dataclass(frozen=True, slots=True)
class Dsns:
    """The addresses of one database for each role."""

    eigenaar: str
    app: str
    worker: str


class EmbeddedPostgres:
    """One server on one directory; a context manager. Start it from the main thread."""

    def __init__(self, data: Path, *, fsync: bool = True) -> None:
        self.cluster = Cluster(data.resolve())
        self._fsync = fsync
        self._port = 0
        self._lock = FileLock(self.cluster.data / "postgres.lock")
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Dsns:
        """Start, and give the addresses."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    def start(self) -> Dsns:
        """Start the server, made first when there is none; raises AlreadyRunning or EmbeddedError.

        May be called again after the server died: it keeps its port, so that others find it back.
        """
        self.cluster.data.mkdir(parents=True, exist_ok=True, mode=0o711)
        if not self._lock.take():
            raise AlreadyRunning(f"De gegevens in {self.cluster.data} zijn al in gebruik.")
        try:
            identity = _identity_for(self.cluster)
            stop_leftover(self.cluster.path / "postmaster.pid", str(self.cluster.path))
            if self.cluster.secrets.exists():
                self._start_server(identity)
            else:
                self._start_fresh(identity)
        except BaseException:
            self.stop()
            raise
        return self.dsns()

    def stop(self) -> None:
        """Stop the server in order and let go of the directory."""
        if self._child is not None:
            stop_child(self._child, signal.SIGINT)
            self._child = None
        self._lock.release()

    def alive(self) -> bool:
        """Whether the server runs."""
        return self._child is not None and self._child.poll() is None

    def pid(self) -> int | None:
        """The process of the server."""
        return self._child.pid if self._child is not None else None

    def dsns(self, database: str = DATABASE) -> Dsns:
        """The addresses of a database of this server for each role."""
        return Dsns(*(self.dsn(role, database) for role in DSN_ROLES))

    def dsn(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for one role; `postgres` is the superuser."""
        return _address(role, self.cluster.passwords()[role], self._port, database)

    def _start_fresh(self, identity: Identity) -> None:
        """Make the cluster and its roles; the secrets come last: a half-made one is made again."""
        passwords = new_passwords()
        initialise(self.cluster, identity, passwords["postgres"], fsync=self._fsync)
        self._start_server(identity)
        superuser = _address("postgres", passwords["postgres"], self._port, "postgres")
        asyncio.run(create_roles(superuser, DATABASE, passwords))
        write_private(self.cluster.secrets, json.dumps(passwords))

    def _start_server(self, identity: Identity) -> None:
        """Start on the port of before when it is free; it may be taken between looking and listening."""
        for _ in range(ATTEMPTS):
            if not self._port or not is_port_free(HOST, self._port):
                self._port = free_port()
            command: list[str | Path] = [binaries() / "postgres", "-D", self.cluster.path, *self._options()]
            self._child = start_child(
                command, log=self.cluster.log, sig=signal.SIGINT, prepare=identity.prepare
            )
            if self._wait_until_ready(self._child):
                return
            stop_child(self._child, signal.SIGINT)
            time.sleep(0.3)
        raise EmbeddedError(f"PostgreSQL wil niet starten:\n{tail(self.cluster.log)}")

    def _options(self) -> list[str]:
        """How the server runs: only on this machine, over TCP, times in UTC."""
        options = {
            "listen_addresses": HOST,
            "port": str(self._port),
            "unix_socket_directories": "",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "max_connections": "100",
            "fsync": "on" if self._fsync else "off",
            "synchronous_commit": "on" if self._fsync else "off",
            **QUIET,
        }
        return [part for name, value in options.items() for part in ("-c", f"{name}={value}")]

    def _wait_until_ready(self, child: subprocess.Popen[bytes]) -> bool:
        """Read in the server's pid file that it takes connections; False when it ended or takes too long."""
        until = time.monotonic() + START_SECONDS
        while child.poll() is None and time.monotonic() < until:
            lines = _read_ready(self.cluster)
            if lines and lines[0] == str(child.pid):
                return True
            time.sleep(0.01)
        return False


def find_running(data: Path) -> Dsns | None:
    """The addresses of the server that some process runs on a directory of data; None when none does."""
    cluster = Cluster(data.resolve())
    lines = _read_ready(cluster)
    if not lines or str(cluster.path) not in command_line(int(lines[0])):
        return None
    passwords, port = cluster.passwords(), int(lines[PORT_LINE])
    return Dsns(*(_address(role, passwords[role], port, DATABASE) for role in DSN_ROLES))


def _read_ready(cluster: Cluster) -> list[str]:
    """The lines of the server's pid file once it takes connections; else none."""
    pidfile = cluster.path / "postmaster.pid"
    lines = pidfile.read_text(encoding="utf-8").splitlines() if pidfile.exists() else []
    return lines if len(lines) > READY_LINE and lines[READY_LINE].strip() == "ready" else []


def _identity_for(cluster: Cluster) -> Identity:
    """Who the server runs as; raises EmbeddedError in words when root cannot lend it a way to its files."""
    try:
        return choose_identity(cluster.path, binaries())
    except PermissionError as error:
        raise EmbeddedError(
            f"PostgreSQL mag niet als root draaien en een ander kan niet bij de bestanden ({error}). "
            "Start als gewone gebruiker, of zet de map op een plek waar iedereen bij kan."
        ) from None


def _address(role: str, password: str, port: int, database: str) -> str:
    """The address of a database for one role."""
    return f"postgresql://{role}:{password}@{HOST}:{port}/{database}"
