"""Many random calls on a PostgreSQL of its own: python -m tests.marketplace.toeval [10000] [--seed 1]."""

import argparse
import asyncio
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from marketplace.embedded import DATABASE, EmbeddedPostgres
from marketplace.migrate import migrate
from tests.databases import Databases, make_unbound
from tests.marketplace.toeval.machine import machine_on
from tests.marketplace.toeval.wereld import make_wereld

STEPS = 100


def bounded(examples: int, steps: int = STEPS) -> settings:
    """How long to try: so many examples of at most so many steps, nothing stored."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # an example is told as it was found: making it smaller takes many minutes
        suppress_health_check=list(HealthCheck),
    )


def play(databases: Databases, limits: settings, number: int | None = None) -> Counter[tuple[str, str]]:
    """Let chance have its way; what was done and refused by verb."""
    told: Counter[tuple[str, str]] = Counter()
    with asyncio.Runner() as runner:
        name = runner.run(databases.clone(DATABASE))
        opened = databases.superuser(name)
        conn = runner.run(opened.__aenter__())
        try:
            wereld = runner.run(make_wereld(conn))
            machine = machine_on(runner, wereld, told)
            run_state_machine_as_test(machine if number is None else seed(number)(machine), settings=limits)
        finally:
            runner.run(opened.__aexit__(None, None, None))
            runner.run(databases.drop(name))
    return told


def main() -> int:
    """Play until so many calls were made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    data = Path(tempfile.mkdtemp(prefix="plekwijs-toeval-"))
    cluster = EmbeddedPostgres(data / "data", fsync=False)
    cluster.start()
    try:
        migrate(cluster.dsns().eigenaar)
        asyncio.run(make_unbound(cluster.dsn("postgres", "postgres")))
        databases, told, number = Databases(cluster), Counter[tuple[str, str]](), arguments.seed
        began = time.monotonic()
        while told.total() < arguments.calls:
            told += play(databases, bounded(20), number)
            number += 1
            print(f"{told.total()} calls, {time.monotonic() - began:.0f} s", flush=True)
    finally:
        cluster.stop()
        shutil.rmtree(data)
    for name in sorted({name for name, _ in told}):
        print(f"{name:24} done {told[name, 'done']:5}  refused {told[name, 'refused']:5}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
