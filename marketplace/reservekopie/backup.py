"""Make a reservekopie: one snapshot, counted and dumped, read back before the file gets its name."""

import asyncio
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import asyncpg

from marketplace.clock import Clock
from marketplace.reservekopie.archive import (
    PIECE,
    Inhoud,
    ReservekopieError,
    open_whole,
    read_archive,
    read_dump,
    tell_disk,
    write_archive,
)
from marketplace.reservekopie.programs import Programs, find_programs, without_password
from marketplace.reservekopie.queries import MAJOR, read_inhoud


async def backup(dsn: str, path: Path, clock: Clock) -> Inhoud:
    """Write the whole database to a file that is not there yet, as the owner; raises ReservekopieError."""
    conn = await asyncpg.connect(dsn)
    try:
        programs = find_programs(await conn.fetchval(MAJOR))
        async with conn.transaction(isolation="repeatable_read", readonly=True):
            try:
                inhoud = await read_inhoud(conn, clock.now())
            except asyncpg.UndefinedTableError:
                raise ReservekopieError("Deze database is leeg: er valt niets te bewaren.") from None
            snapshot = await conn.fetchval("select pg_export_snapshot()")
            await asyncio.to_thread(_write, programs, dsn, snapshot, path, inhoud)
    finally:
        await conn.close()
    return inhoud


def _write(programs: Programs, dsn: str, snapshot: str, path: Path, inhoud: Inhoud) -> None:
    """Write the file, and read it whole before it may be called a reservekopie."""
    if path.exists():
        raise ReservekopieError(f"{path} bestaat al. Kies een andere naam; er is niets overschreven.")
    try:
        with open_whole(path) as file:
            write_archive(file, inhoud, _dump(programs, dsn, snapshot))
            read_archive(file)
            _unpack(programs, file)
    except OSError as error:
        raise ReservekopieError(tell_disk(error)) from None


def _dump(programs: Programs, dsn: str, snapshot: str) -> Iterator[bytes]:
    """What pg_dump says of a snapshot."""
    address, environment = without_password(dsn)
    options = ("--format=custom", "--no-owner", "--no-password", f"--snapshot={snapshot}", address)
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            programs.command("pg_dump", *options), stdout=subprocess.PIPE, stderr=said, env=environment
        ) as child,
    ):
        assert child.stdout is not None  # noqa: S101 (a pipe was asked for)
        while piece := child.stdout.read(PIECE):
            yield piece
        if child.wait() != 0:
            raise ReservekopieError(f"pg_dump kon de database niet lezen. {last_words(said)}")


def _unpack(programs: Programs, file: IO[bytes]) -> None:
    """Let pg_restore read every row of what was written."""
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            programs.command("pg_restore", "--file=-"),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
        ) as child,
    ):
        feed(child, file)
        if child.wait() != 0:
            raise ReservekopieError(f"De reservekopie is niet te lezen. {last_words(said)}")


def feed(child: "subprocess.Popen[bytes]", file: IO[bytes]) -> None:
    """Give a child the dump in a file; it says itself why it would not have all of it."""
    assert child.stdin is not None  # noqa: S101 (a pipe was asked for)
    try:
        with child.stdin as pipe:
            for piece in read_dump(file):
                pipe.write(piece)
    except BrokenPipeError:
        return


def last_words(said: IO[bytes]) -> str:
    """The last line that a program said."""
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return f"Dit meldt PostgreSQL: {lines[-1]}" if lines else ""
