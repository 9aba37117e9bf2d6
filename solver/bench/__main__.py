"""Compare methods on invented instances: python -m solver.bench toewijzing --size region --tightness busy."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from solver.bench import (
    compare,
    detach,
    generator,
    groepsdetachering,
    outcome,
    regio,
    rotate,
    roulatie,
    uitval,
)
from solver.bench.gap import AGENTS, JOBS, KINDS, make_gap
from solver.bench.methods import GENERAL, METHODS
from solver.bench.picture import draw_race
from solver.bench.race import race, table
from solver.budget import Budget
from solver.groepsdetachering.codec import encode_instance as encode_groepsdetachering
from solver.roulatie.codec import encode_instance
from solver.toewijzing.fileformat import write_json
from solver.toewijzing.writing import write_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Make an instance, run every method, print the table; options that mean nothing are told and end it."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        budget = Budget(seconds=options.seconds, workers=options.workers, seed=options.seed)
    except ValueError as error:
        parser.error(str(error))
    try:
        print(options.run(options, budget))
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")
    return 0


def _matching(options: argparse.Namespace, budget: Budget) -> str:
    size = generator.SIZES.get(options.size) or generator.Size(
        kandidaten=options.kandidaten, plekken=options.plekken, vouchers=options.vouchers
    )
    size = replace(size, begeleiding=options.begeleiding)
    return compare.table(compare.compare(generator.generate(size, options.seed), budget))


def _toewijzing(options: argparse.Namespace, budget: Budget) -> str:
    maat = regio.with_supervision(regio.SIZES[options.size], options.tightness)
    maat = replace(maat, plaatsen=options.plaatsen / 100, budget=options.budget / 100)
    problem = regio.make_regio(maat, options.seed)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    if options.instance:
        write_problem(options.instance, problem)
    outcomes = race(problem, options.methods, budget)
    told = table(problem, outcomes)
    if options.out:
        name = f"{options.size}-{options.tightness}-{options.seed}"
        (options.out / f"{name}.md").write_text(f"{told}\n", encoding="utf-8")
        (options.out / f"{name}.svg").write_text(draw_race(problem, outcomes), encoding="utf-8")
    return told


def _gap(options: argparse.Namespace, budget: Budget) -> str:
    told = []
    for kind in options.types:
        problem = make_gap(kind, options.seed, options.agents, options.jobs)
        outcomes = race(problem, options.methods, budget)
        told.append(f"Type {kind}, {options.agents} x {options.jobs}\n\n{table(problem, outcomes)}\n")
    return "\n".join(told)


def _roulatie(options: argparse.Namespace, budget: Budget) -> str:
    make = uitval.make_uitval if options.uitval else roulatie.make_roulatie
    maat = replace(roulatie.SIZES[options.size], per_week=options.per_week)
    instance = make(maat, options.seed)
    if options.instance:
        write_json(options.instance, encode_instance(instance))
    names = [tier.name for tier in instance.beleid.tiers]
    return outcome.table(names, rotate.compare(instance, budget))


def _groepsdetachering(options: argparse.Namespace, budget: Budget) -> str:
    instance = groepsdetachering.make_groepsdetachering(groepsdetachering.SIZES[options.size], options.seed)
    if options.instance:
        write_json(options.instance, encode_groepsdetachering(instance))
    names = [tier.name for tier in instance.beleid.tiers]
    against = options.against or options.seconds
    return outcome.table(names, detach.compare(instance, budget, against))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver.bench", description=__doc__)
    problems = parser.add_subparsers(
        required=True, metavar="matching | toewijzing | gap | roulatie | groepsdetachering"
    )
    matching = problems.add_parser("matching", help="today's practice, greedy and the matching solver")
    matching.add_argument("--size", choices=generator.SIZES, help="instead of the three numbers below")
    matching.add_argument("--kandidaten", type=_count, default=160)
    matching.add_argument("--plekken", type=_count, default=70)
    matching.add_argument("--vouchers", type=_count, default=8)
    matching.add_argument(
        "--begeleiding", type=_count, default=240, help="minutes a week per praktijkopleider"
    )
    matching.set_defaults(run=_matching)
    generic = problems.add_parser("toewijzing", help="every method on a generic problem")
    generic.add_argument("--size", choices=regio.SIZES, default="region")
    generic.add_argument("--tightness", choices=regio.TIGHTNESS, default="busy", help="of supervision")
    generic.add_argument("--plaatsen", type=_count, default=100, help="seats, in percent of a busy region")
    generic.add_argument("--budget", type=_count, default=100, help="money, in percent; 0 counts none")
    generic.add_argument("--methods", type=_chosen(METHODS), default=list(METHODS))
    generic.add_argument("--out", type=Path, help="a folder for the table and a picture of gap over time")
    generic.add_argument("--instance", type=Path, help="write the problem to this file too")
    generic.set_defaults(run=_toewijzing)
    gap = problems.add_parser("gap", help="generalised assignment: the engine and the general solvers")
    gap.add_argument("--types", type=_chosen(KINDS), default=list(KINDS))
    gap.add_argument("--agents", type=_count, default=AGENTS)
    gap.add_argument("--jobs", type=_count, default=JOBS)
    gap.add_argument("--methods", type=_chosen(METHODS), default=list(GENERAL))
    gap.set_defaults(run=_gap)
    rotation = problems.add_parser("roulatie", help="a straightforward model and the solver on a roulatie")
    rotation.add_argument("--size", choices=roulatie.SIZES, default="middel")
    rotation.add_argument("--per-week", action="store_true", help="guidance follows the hidden plan by week")
    rotation.add_argument("--uitval", action="store_true", help="mend a plan from which somebody dropped out")
    rotation.add_argument("--instance", type=Path, help="write the instance to this file too")
    rotation.set_defaults(run=_roulatie)
    detached = problems.add_parser("groepsdetachering", help="the same on groups under a werkleider")
    detached.add_argument("--size", choices=groepsdetachering.SIZES, default="middel")
    detached.add_argument(
        "--against", type=float, help="seconds of the straightforward model, if not the same"
    )
    detached.add_argument("--instance", type=Path, help="write the instance to this file too")
    detached.set_defaults(run=_groepsdetachering)
    for each in (matching, generic, gap, rotation, detached):
        each.add_argument("--seconds", type=float, default=5.0)
        each.add_argument("--workers", type=int, default=2)
        each.add_argument("--seed", type=int, default=1)
    return parser


def _count(text: str) -> int:
    """A whole number that is not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of at least 0")
    return int(text)


def _chosen(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Names with commas between, each one that is known."""

    def read(names: str) -> list[str]:
        asked = names.split(",")
        if unknown := set(asked) - set(known):
            raise argparse.ArgumentTypeError(f"{min(unknown)!r} is none of {', '.join(known)}")
        return asked

    return read


if __name__ == "__main__":
    raise SystemExit(main())
