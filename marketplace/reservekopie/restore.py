"""Put a reservekopie back: one transaction that empties, fills and checks, or changes nothing."""

import asyncio
import subprocess
import tempfile
from pathlib import Path
from typing import IO

import asyncpg

from marketplace.migrate import check_roles, newest_revision
from marketplace.reservekopie.archive import Inhoud, ReservekopieError, read_archive, tell_disk
from marketplace.reservekopie.backup import feed, last_words
from marketplace.reservekopie.programs import Programs, find_programs, without_password
from marketplace.reservekopie.queries import EMPTY, IS_EMPTY, MAJOR, OTHERS, write_check

PSQL = ("--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=terse")


async def restore(dsn: str, path: Path, *, replace: bool) -> Inhoud:
    """Fill an empty database from a file, as its owner, or with `replace` any database that rests.

    Raises ReservekopieError, or MissingRoles when the database lacks a role that the file grants to.
    """
    inhoud = await asyncio.to_thread(_read, path)
    await check_roles(dsn)
    programs = await _allow(dsn, inhoud, replace=replace)
    await asyncio.to_thread(_pour, programs, dsn, path, inhoud, replace=replace)
    return inhoud


def _read(path: Path) -> Inhoud:
    """What a file holds."""
    try:
        with path.open("rb") as file:
            return read_archive(file)
    except OSError as error:
        raise ReservekopieError(tell_disk(error)) from None


async def _allow(dsn: str, inhoud: Inhoud, *, replace: bool) -> Programs:
    """Raise ReservekopieError unless this may be put back here; gives the programs to do it."""
    if inhoud.revisie > newest_revision():
        raise ReservekopieError(
            f"Deze reservekopie is van een nieuwere versie ({inhoud.revisie}) dan dit programma "
            f"({newest_revision()}). Er is niets veranderd. Gebruik het programma dat erbij hoort."
        )
    conn = await asyncpg.connect(dsn)
    try:
        server, others = await conn.fetchval(MAJOR), await conn.fetchval(OTHERS)
        empty = await conn.fetchval(IS_EMPTY)
    finally:
        await conn.close()
    if server < inhoud.major:
        raise ReservekopieError(
            f"Deze reservekopie komt van PostgreSQL {inhoud.major}; deze database is PostgreSQL {server}. "
            f"Er is niets veranderd. Gebruik PostgreSQL {inhoud.major} of hoger."
        )
    if others:
        raise ReservekopieError("De database is in gebruik. Er is niets veranderd. Stop eerst web en worker.")
    if not empty and not replace:
        raise ReservekopieError(
            "Deze database is niet leeg. Er is niets veranderd. Met --replace komt de reservekopie in de "
            "plaats van alles wat er nu staat."
        )
    return find_programs(server)


def _pour(programs: Programs, dsn: str, path: Path, inhoud: Inhoud, *, replace: bool) -> None:
    """Run it all as one transaction of psql, which only our last word commits."""
    address, environment = without_password(dsn)
    with (
        path.open("rb") as file,
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            programs.command("psql", *PSQL, address),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env=environment,
        ) as psql,
    ):
        assert psql.stdin is not None  # noqa: S101 (a pipe was asked for)
        unpacked = _write_transaction(programs, psql.stdin, file, inhoud, replace=replace)
        if psql.wait() != 0 or not unpacked:
            raise ReservekopieError(
                f"De reservekopie kon niet worden teruggezet. Er is niets veranderd. {last_words(said)}"
            )


def _write_transaction(
    programs: Programs, pipe: IO[bytes], file: IO[bytes], inhoud: Inhoud, *, replace: bool
) -> bool:
    """Write the transaction; without its last line, when something lacks, nothing comes of it."""
    try:
        with pipe:
            pipe.write(f"begin;\n{EMPTY if replace else ''}".encode())
            pipe.flush()
            unpacked = _unpack_into(programs, pipe, file)
            if unpacked:
                pipe.write(f"{write_check(inhoud)}commit;\n".encode())
    except BrokenPipeError:
        return False
    return unpacked


def _unpack_into(programs: Programs, pipe: IO[bytes], file: IO[bytes]) -> bool:
    """Let pg_restore write its SQL into a pipe; whether it could say all."""
    with subprocess.Popen(
        programs.command("pg_restore", "--no-owner", "--file=-"),
        stdin=subprocess.PIPE,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
    ) as child:
        feed(child, file)
        return child.wait() == 0
