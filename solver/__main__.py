"""The solver as a tool of its own: python -m solver PROBLEM FILE --seconds N --out FILE."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from solver.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Sequence

BAD_INPUT = 2
COMMANDS = {
    name: f"solver.{name}.command" for name in ("toewijzing", "matching", "roulatie", "groepsdetachering")
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, solve, write; 0 for every status, 2 with one sentence on stderr for a file that is no good."""
    options = _parser().parse_args(arguments)
    try:
        budget = Budget(seconds=options.seconds, workers=options.workers, seed=options.seed)
        said: str = import_module(COMMANDS[options.problem]).run(options, budget)
    except OSError as error:
        return _refuse(f"{error.filename or options.file}: {error.strerror or error}")
    except ValueError as error:
        return _refuse(f"{options.file}: {error}")
    except MemoryError:
        return _refuse(f"{options.file}: there is too little memory for this problem")
    sys.stderr.write(f"{said}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver", description="Solve an instance from a file.")
    problems = parser.add_subparsers(dest="problem", required=True)
    generic = problems.add_parser("toewijzing", help="the generic assignment problem")
    generic.add_argument(
        "--format",
        choices=("toewijzing", "gap-cost", "gap-profit"),
        default="toewijzing",
        help="of the file: ours, or the OR-Library's of generalised assignment with costs or profits",
    )
    generic.add_argument("--number", type=int, default=1, help="which problem of an OR-Library file")
    generic.add_argument("--all-assigned", action="store_true", help="every kandidaat must have a pair")
    matching = problems.add_parser("matching", help="kandidaten on leerwerkplekken")
    roulatie = problems.add_parser("roulatie", help="a group that rotates over companies")
    detached = problems.add_parser("groepsdetachering", help="groups under a werkleider at inleners")
    for each in (generic, matching, roulatie, detached):
        each.add_argument("file", type=Path, help="gzipped when the name ends in .gz")
        each.add_argument("--seconds", type=float, default=10.0, help="wall time for solving (default 10)")
        each.add_argument("--workers", type=int, default=2, help="threads (default 2)")
        each.add_argument("--seed", type=int, default=1, help="seed (default 1)")
        each.add_argument("--out", type=Path, help="where the answer goes (default: standard output)")
    return parser


def _refuse(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
