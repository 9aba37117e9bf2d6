"""The commands of the service, from web to replay. Each loads only what it needs."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from marketplace.logs import configure_logs
from marketplace.settings import ROOT, Settings, SettingsError, read_readable

if TYPE_CHECKING:
    from marketplace.embedded import Dsns

PORT = 8000
LARGEST = 2**63 - 1


def main() -> int:
    """Run one command; its exit code, 2 when the environment is not complete."""
    arguments = _parser().parse_args()
    try:
        configure_logs(readable=read_readable())
        return int(arguments.run(arguments))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m marketplace", description=__doc__)
    commands = parser.add_subparsers(required=True)
    web = commands.add_parser("web", help="serve the pages (PLEKWIJS_HOST, PLEKWIJS_PORT)")
    web.set_defaults(run=run_web)
    worker = commands.add_parser("worker", help="compute the rekenruns that are asked for")
    worker.set_defaults(run=run_worker)
    migrate = commands.add_parser("migrate", help="bring the database to the newest revision, as its owner")
    migrate.set_defaults(run=run_migrate)
    seed = commands.add_parser("seed", help="fill an empty database with the example region, as its owner")
    seed.add_argument("--scale", type=_positive, default=1)
    seed.set_defaults(run=run_seed)
    begin = commands.add_parser("begin", help="fill an empty database for a real region, as its owner")
    begin.add_argument("regio", help="AM09 for the Achterhoek")
    begin.add_argument("email", help="of the first beheerder")
    begin.add_argument("naam", help="of the first beheerder")
    begin.set_defaults(run=run_begin)
    replay = commands.add_parser("replay", help="compute a stored rekenrun again and compare")
    replay.add_argument("rekenrun", type=_positive)
    replay.add_argument("--data", type=Path, default=None, help="of the demo that runs on this directory")
    replay.set_defaults(run=run_replay)
    check = commands.add_parser("check", help="ask of the whole database whether every invariant holds")
    check.add_argument("--data", type=Path, default=None, help="of the demo that runs on this directory")
    check.set_defaults(run=run_check)
    for name, run, told in (
        ("backup", run_backup, "write the whole database to a new file, as its owner"),
        ("restore", run_restore, "put such a file back in an empty database, as its owner"),
    ):
        copying = commands.add_parser(name, help=told)
        copying.add_argument("file", type=Path)
        copying.add_argument("--data", type=Path, default=None, help="of the demo on this directory")
        if name == "restore":
            copying.add_argument("--replace", action="store_true", help="throw away what is there now")
        copying.set_defaults(run=run)
    postcodes = commands.add_parser(
        "postcodes", help="look up four-digit postcodes and add them, as the owner"
    )
    postcodes.add_argument("pc4", nargs="+")
    postcodes.set_defaults(run=run_postcodes)
    demo = commands.add_parser("demo", help="everything on this machine, with an example region")
    demo.add_argument("--port", type=_positive, default=PORT)
    demo.add_argument("--data", type=Path, default=None)
    demo.add_argument("--reset", action="store_true", help="throw the data away and begin anew")
    demo.add_argument("--scale", type=_positive, default=1, help="how many times the example region")
    demo.set_defaults(run=run_demo)
    return parser


def _positive(text: str) -> int:
    """A whole number of at least one, as large as the database counts."""
    if not text.isdecimal() or not 1 <= int(text) <= LARGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {LARGEST}")
    return int(text)


def run_web(_arguments: argparse.Namespace) -> int:
    """Serve; paths are not logged, because a path can be a key.

    Behind a proxy set FORWARDED_ALLOW_IPS, which uvicorn reads, to the address of the proxy: the limit on
    logins counts by the address of the visitor.
    """
    import uvicorn

    from marketplace.app import create_app
    from marketplace.process import keep_loaded

    settings = Settings.from_environment()
    app = create_app(settings)
    keep_loaded()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        server_header=False,
        log_config=None,  # what uvicorn says goes where all logs go
        timeout_graceful_shutdown=3,
    )
    return 0


def run_worker(_arguments: argparse.Namespace) -> int:
    """Compute until told to stop."""
    from marketplace.worker import main as work

    return work(Settings.from_environment())


def run_migrate(_arguments: argparse.Namespace) -> int:
    """Migrate as the owner; says which roles lack."""
    from marketplace.migrate import MissingRoles, migrate

    try:
        migrate(Settings.from_environment().url_of_owner())
    except MissingRoles as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def run_seed(arguments: argparse.Namespace) -> int:
    """Fill an empty database."""
    from seed.load import main as seed

    seed(Settings.from_environment(), arguments.scale)
    return 0


def run_begin(arguments: argparse.Namespace) -> int:
    """Fill an empty database for a real region and print the link of its first beheerder."""
    from seed.begin import CannotBegin
    from seed.begin import main as begin

    try:
        print(begin(Settings.from_environment(), arguments.regio, arguments.email, arguments.naam))
    except CannotBegin as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def run_backup(arguments: argparse.Namespace) -> int:
    """Make a reservekopie."""
    from marketplace.reservekopie.command import run_backup as make

    return make(arguments.file, arguments.data)


def run_restore(arguments: argparse.Namespace) -> int:
    """Put a reservekopie back."""
    from marketplace.reservekopie.command import run_restore as put_back

    return put_back(arguments.file, arguments.data, replace=arguments.replace)


def run_postcodes(arguments: argparse.Namespace) -> int:
    """Add postcodes to the gazetteer with the Locatieserver (PLEKWIJS_LOCATIESERVER)."""
    from marketplace.regios.gazetteer import main as add_postcodes

    return add_postcodes(Settings.from_environment(), arguments.pc4)


def run_check(arguments: argparse.Namespace) -> int:
    """Tell what breaks an invariant, in the database of the environment or of the demo that runs."""
    from marketplace.clock import clock_at
    from marketplace.controle.command import run as check

    if arguments.data is None and os.environ.get("DATABASE_URL"):
        settings = Settings.from_environment()
        return check(settings.url_of_owner(), clock_at(settings.vandaag).today())
    return check(_find_demo(arguments.data).eigenaar, clock_at(None).today())


def run_replay(arguments: argparse.Namespace) -> int:
    """Compute a stored rekenrun again, of the database in the environment or of the demo that runs."""
    from marketplace.replay import main as replay

    if arguments.data is None and os.environ.get("DATABASE_URL"):
        return replay(Settings.from_environment().url_of_worker(), arguments.rekenrun)
    return replay(_find_demo(arguments.data).worker, arguments.rekenrun)


def _find_demo(data: Path | None) -> "Dsns":
    """The addresses of the demo that runs on a directory; raises SettingsError where none does."""
    from marketplace.embedded import find_running

    data = data or ROOT / ".data"
    found = find_running(data / "postgres")
    if found is None:
        raise SettingsError(
            f"No demo runs on {data}: start it with ./dev demo, or set DATABASE_URL and those of other roles."
        )
    return found


def run_demo(arguments: argparse.Namespace) -> int:
    """Play the demonstration."""
    from marketplace.demo import main as demo

    return demo(arguments)


if __name__ == "__main__":
    sys.exit(main())
