"""The solver as a tool of its own: python -m solver toewijzing | matching FILE --seconds N --out FILE."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from solver.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, solve, write; 0 for every status, 2 with one sentence on stderr for a file that is no good."""
    options = _parser().parse_args(arguments)
    try:
        budget = Budget(seconds=options.seconds, workers=options.workers, seed=options.seed)
        problems: dict[str, Callable[[Path, Path | None, Budget], str]] = {
            "toewijzing": _solve_toewijzing,
            "matching": _solve_matching,
        }
        said = problems[options.problem](options.file, options.out, budget)
    except OSError as error:
        return _refuse(f"{error.filename or options.file}: {error.strerror or error}")
    except ValueError as error:
        return _refuse(f"{options.file}: {error}")
    sys.stderr.write(f"{said}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver", description="Solve an instance from a file.")
    parser.add_argument("problem", choices=("toewijzing", "matching"))
    parser.add_argument("file", type=Path, help="JSON, or JSON gzipped when the name ends in .gz")
    parser.add_argument("--seconds", type=float, default=10.0, help="wall time for solving (default 10)")
    parser.add_argument("--workers", type=int, default=2, help="threads (default 2)")
    parser.add_argument("--seed", type=int, default=1, help="seed (default 1)")
    parser.add_argument("--out", type=Path, help="where the answer goes (default: standard output)")
    return parser


def _refuse(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return BAD_INPUT


def _solve_toewijzing(file: Path, out: Path | None, budget: Budget) -> str:
    from solver.toewijzing.fileformat import answer_to_plain, parse_problem, read_json, write_json  # noqa: PLC0415 - each problem loads only its own

    problem = parse_problem(read_json(file))
    from solver.toewijzing.solve import solve  # noqa: PLC0415 - OR-Tools loads after the file was found good

    result = solve(problem, budget)
    write_json(out, answer_to_plain(problem, result))
    return f"{result.status}: waarde {result.value}, grens {result.bound}, {result.seconds:.2f} s"


def _solve_matching(file: Path, out: Path | None, budget: Budget) -> str:
    from solver.matching.codec import decode_instance, encode_result  # noqa: PLC0415 - each problem loads only its own
    from solver.toewijzing.fileformat import read_json, write_json  # noqa: PLC0415

    instance = decode_instance(read_json(file))
    from solver.matching.solve import solve  # noqa: PLC0415 - OR-Tools loads after the file was found good

    result = solve(instance, budget)
    write_json(out, encode_result(result))
    tiers = ", ".join(f"{tier.name} {tier.value} of {tier.bound}" for tier in result.tiers)
    return f"{result.status}: {tiers}, {result.seconds:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
