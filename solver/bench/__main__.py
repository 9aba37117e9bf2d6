"""Compare methods on invented instances: python -m solver.bench toewijzing --size region --tightness busy."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from solver.bench import compare, generator, regio
from solver.bench.methods import METHODS
from solver.bench.race import race, table
from solver.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Make an instance, run every method, print the table."""
    options = _parser().parse_args(arguments)
    budget = Budget(seconds=options.seconds, workers=options.workers, seed=options.seed)
    print(options.run(options, budget))
    return 0


def _matching(options: argparse.Namespace, budget: Budget) -> str:
    size = generator.Size(
        kandidaten=options.kandidaten,
        plekken=options.plekken,
        begeleiding=options.begeleiding,
        vouchers=options.vouchers,
    )
    return compare.table(compare.compare(generator.generate(size, options.seed), budget))


def _toewijzing(options: argparse.Namespace, budget: Budget) -> str:
    maat = regio.with_supervision(regio.SIZES[options.size], options.tightness)
    problem = regio.make_regio(maat, options.seed)
    return table(problem, race(problem, options.methods, budget))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver.bench", description=__doc__)
    problems = parser.add_subparsers(required=True, metavar="matching | toewijzing")
    matching = problems.add_parser("matching", help="today's practice, greedy and the matching solver")
    matching.add_argument("--kandidaten", type=int, default=160)
    matching.add_argument("--plekken", type=int, default=70)
    matching.add_argument("--begeleiding", type=int, default=240, help="minutes a week per praktijkopleider")
    matching.add_argument("--vouchers", type=int, default=8)
    matching.set_defaults(run=_matching)
    generic = problems.add_parser("toewijzing", help="every method on a generic problem")
    generic.add_argument("--size", choices=regio.SIZES, default="region")
    generic.add_argument("--tightness", choices=regio.TIGHTNESS, default="busy", help="of supervision")
    generic.add_argument("--methods", type=_methods, default=list(METHODS), help="names with commas between")
    generic.set_defaults(run=_toewijzing)
    for each in (matching, generic):
        each.add_argument("--seconds", type=float, default=5.0)
        each.add_argument("--workers", type=int, default=2)
        each.add_argument("--seed", type=int, default=1)
    return parser


def _methods(names: str) -> list[str]:
    asked = names.split(",")
    if unknown := set(asked) - set(METHODS):
        raise argparse.ArgumentTypeError(f"{min(unknown)!r} is none of {', '.join(METHODS)}")
    return asked


if __name__ == "__main__":
    raise SystemExit(main())
