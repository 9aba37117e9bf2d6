"""PostgreSQL's own programs that copy a database: out of the wheel, else those on PATH."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from marketplace.cluster import EmbeddedError, binaries
from marketplace.reservekopie.archive import ReservekopieError

NAMES = ("pg_dump", "pg_restore", "psql")


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder they lie in, and their version."""

    folder: Path
    major: int

    def command(self, name: str, *options: str) -> list[str]:
        """A program with its options."""
        return [str(self.folder / name), *options]


def find_programs(server: int) -> Programs:
    """Programs that know a server of this major version; raises ReservekopieError when there are none."""
    try:
        folders = [binaries()]
    except EmbeddedError:
        folders = []
    on_path = shutil.which("pg_dump")
    if on_path:
        folders.append(Path(on_path).parent)
    for folder in folders:
        major = _major(folder / "pg_dump")
        if major >= server and all((folder / name).exists() for name in NAMES):
            return Programs(folder, major)
    raise ReservekopieError(
        f"Voor een reservekopie zijn pg_dump, pg_restore en psql van PostgreSQL {server} of hoger nodig. "
        f"Installeer ze (op Debian of Ubuntu: postgresql-client-{server}) en probeer het opnieuw."
    )


def _major(program: Path) -> int:
    """The major version that a program says it is of."""
    said = subprocess.run([program, "--version"], check=False, capture_output=True, text=True).stdout
    found = re.search(r"\) (\d+)", said)
    return int(found[1]) if found else 0


def without_password(dsn: str) -> tuple[str, Mapping[str, str]]:
    """An address for a command line, which everybody on the machine can read, and the password apart."""
    parts = urlsplit(dsn)
    user, _, host = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    address = urlunsplit(parts._replace(netloc=f"{name}@{host}" if name else host))
    environment = {**os.environ, "PGCLIENTENCODING": "UTF8"}
    return f"--dbname={address}", environment | ({"PGPASSWORD": unquote(password)} if password else {})
