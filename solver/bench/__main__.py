"""Compare methods on an invented region: python -m solver.bench matching --kandidaten 160 --plekken 70."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from solver.bench.compare import compare, table
from solver.bench.generator import Size, generate
from solver.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Make an instance, run every method, print the table."""
    options = _parser().parse_args(arguments)
    size = Size(
        kandidaten=options.kandidaten,
        plekken=options.plekken,
        begeleiding=options.begeleiding,
        vouchers=options.vouchers,
    )
    budget = Budget(seconds=options.seconds, workers=options.workers, seed=options.seed)
    print(table(compare(generate(size, options.seed), budget)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver.bench", description=__doc__)
    parser.add_argument("problem", choices=("matching",))
    parser.add_argument("--kandidaten", type=int, default=160)
    parser.add_argument("--plekken", type=int, default=70)
    parser.add_argument("--begeleiding", type=int, default=240, help="minutes a week per praktijkopleider")
    parser.add_argument("--vouchers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
