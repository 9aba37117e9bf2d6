"""`backup` and `restore` at the terminal, on the database in the environment or on that of a demo."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from marketplace.clock import clock_at
from marketplace.cluster import Cluster, EmbeddedError
from marketplace.db import AWAY
from marketplace.embedded import EmbeddedPostgres, find_running
from marketplace.migrate import MissingRoles, newest_revision
from marketplace.reservekopie.archive import Inhoud, ReservekopieError
from marketplace.reservekopie.backup import backup
from marketplace.reservekopie.restore import restore
from marketplace.settings import Settings


def run_backup(path: Path, data: Path | None) -> int:
    """Make a reservekopie; 1 with a Dutch sentence when it cannot be made."""

    def make() -> None:
        with _owner(data) as dsn:
            inhoud = asyncio.run(backup(dsn, path, clock_at(None)))
        print(f"De reservekopie staat in {path}: {_tell(inhoud)}. Bewaar haar net zo veilig als de database.")

    return _attempt(make)


def run_restore(path: Path, data: Path | None, *, replace: bool) -> int:
    """Put a reservekopie back; 1 with a Dutch sentence when it cannot be."""

    def put_back() -> None:
        with _owner(data, new=True) as dsn:
            inhoud = asyncio.run(restore(dsn, path, replace=replace))
        print(f"De reservekopie is teruggezet en nageteld: {_tell(inhoud)}.")
        if inhoud.revisie < newest_revision():
            print(f"Dit programma verwacht versie {newest_revision()}: voer nu de migraties uit.")

    return _attempt(put_back)


def _attempt(do: Callable[[], None]) -> int:
    """Do it, or say why not."""
    try:
        do()
    except (ReservekopieError, EmbeddedError, MissingRoles) as error:
        print(error, file=sys.stderr)
        return 1
    except AWAY:
        print("De database antwoordt niet. Er is niets veranderd.", file=sys.stderr)
        return 1
    return 0


def _tell(inhoud: Inhoud) -> str:
    """What a reservekopie amounts to."""
    return f"{len(inhoud.rijen)} tabellen, {inhoud.totaal} rijen, versie {inhoud.revisie}"


@contextmanager
def _owner(data: Path | None, *, new: bool = False) -> Iterator[str]:
    """The address of the database for its owner; that of a demo that does not run is started meanwhile.

    `new` lets a directory of data be made.
    """
    if data is None or os.environ.get("DATABASE_URL"):
        yield Settings.from_environment().url_of_owner()
        return
    folder = data.resolve() / "postgres"
    running = find_running(folder)
    if running is not None:
        yield running.eigenaar
        return
    if not new and not Cluster(folder).secrets.exists():
        raise ReservekopieError(f"In {data} staan geen gegevens van een demo.")
    with EmbeddedPostgres(folder) as dsns:
        yield dsns.eigenaar
