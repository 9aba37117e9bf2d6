"""What fifty people at once ask of two web processes: python -m tests.load.pages [--people 50] [--rounds 3].

Ten example regions in a PostgreSQL of its own, a plan, two webs; everything on 127.0.0.1 and thrown away
afterwards. Each person logs in and walks the common pages, thinking one to three seconds at each.
"""

import argparse
import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import asyncpg
import httpx2

from marketplace.clock import clock_at
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.preparation import ask_first_plan, prepare_database
from marketplace.process import free_port, start_child, stop_child
from tests.marketplace.web.site import Visitor

VANDAAG = date(2026, 11, 20)
MOST_PEOPLE, MOST_ROUNDS, MOST_SCALE = 200, 50, 10
PATIENCE = 1200
SOLVE_SECONDS = 2.0
PEOPLE = """
    with nieuw as (
        insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)
        select format('druk%s@voorbeeld.plekwijs.nl', n), 'Voorbeeld Druk', wachtwoord_hash, aangemaakt_op
        from accounts, generate_series(1, $1) n where email like 'accountmanager@%'
        returning id
    )
    insert into account_rollen (account_id, rol, regio_code) select id, 'accountmanager', 'AM09' from nieuw
"""
# A page, and which links on it may be taken for the pages after it.
WALK = (
    ("Mijn werk", "/"),
    ("plan", "/plan"),
    ("plan, open", "/plan?status=open"),
    ("voorstel", "/voorstellen/{}"),
    ("waarom niet", "/kandidaten/{}/waarom-niet"),
    ("kandidaten", "/kandidaten"),
    ("kandidaat", "/kandidaten/{}"),
    ("plekken", "/leerwerkplekken"),
    ("plek", "/leerwerkplekken/{}"),
    ("plek bewerken", "/leerwerkplekken/{}/bewerken"),
)


@dataclass(slots=True)
class Measures:
    """Seconds per page, and what was answered."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    answers: Counter[int] = field(default_factory=Counter)

    def tell(self) -> None:
        """Print a row per page."""
        print("| page | times | p50 | p95 | most |\n|---|---|---|---|---|")
        for name, all_of_it in [*self.seconds.items(), ("all but logging in", self.pages())]:
            took = sorted(all_of_it)
            p50, p95, most = (1000 * took[int(share * (len(took) - 1))] for share in (0.5, 0.95, 1))
            print(f"| {name} | {len(took)} | {p50:.0f} ms | {p95:.0f} ms | {most:.0f} ms |")
        print("answers:", dict(self.answers))

    def pages(self) -> list[float]:
        """The seconds of all pages together."""
        return [each for name, took in self.seconds.items() if name != "logging in" for each in took]


@dataclass(slots=True)
class Person:
    """Somebody who walks through the pages."""

    number: int
    visitor: Visitor
    measures: Measures
    think: float
    choose: random.Random

    async def walk(self, rounds: int, everybody: asyncio.Barrier) -> None:
        """Log in, and once everybody has, look at every page a few times."""
        began = time.perf_counter()
        answer = await self.visitor.login(f"druk{self.number}@voorbeeld.plekwijs.nl")
        self.measures.seconds["logging in"].append(time.perf_counter() - began)
        assert answer.status_code == 303, answer.text
        await everybody.wait()
        for _ in range(rounds):
            seen = ""
            for name, path in WALK:
                await asyncio.sleep(self.choose.uniform(0.5, 1.5) * self.think)
                links = re.findall(path.replace("{}", r"(\d+)") + '"', seen) if "{}" in path else []
                if links or "{}" not in path:
                    seen += await self._look(name, path.format(self.choose.choice(links or [""])))

    async def _look(self, name: str, path: str) -> str:
        """Look at one page."""
        began = time.perf_counter()
        answer = await self.visitor.get(path)
        self.measures.seconds[name].append(time.perf_counter() - began)
        self.measures.answers[answer.status_code] += 1
        return answer.text


@contextmanager
def processes(
    dsns: Dsns, folder: Path, names: tuple[str, ...]
) -> Iterator[dict[str, "subprocess.Popen[bytes]"]]:
    """Webs and workers, each by its address or name; they are stopped afterwards."""
    children = {}
    try:
        for name in names:
            url = f"http://127.0.0.1:{free_port()}"
            environment = os.environ | {
                "DATABASE_URL": dsns.app,
                "DATABASE_URL_WORKER": dsns.worker,
                "PLEKWIJS_PORT": url.rpartition(":")[2],
                "PLEKWIJS_VANDAAG": VANDAAG.isoformat(),
                "FORWARDED_ALLOW_IPS": "127.0.0.1",  # so that each person has an address
            }
            command = [sys.executable, "-m", "marketplace", name]
            children[url] = start_child(command, log=folder / f"{name}.log", environment=environment)
        yield children
    finally:
        for child in children.values():
            stop_child(child, signal.SIGTERM)


async def prepare(dsns: Dsns) -> None:
    """Accounts for everybody, and a plan."""
    conn = await asyncpg.connect(dsns.eigenaar)
    if not await conn.fetchval("select count(*) from accounts where email like 'druk%'"):
        await conn.execute(PEOPLE, MOST_PEOPLE)
    await ask_first_plan(dsns.eigenaar, clock=clock_at(VANDAAG), seconds=SOLVE_SECONDS)
    async with asyncio.timeout(PATIENCE):
        while await conn.fetchval("select count(*) from plannen") == 0:  # noqa: ASYNC110 (a table has no event)
            await asyncio.sleep(0.2)
    await conn.execute("analyze")
    people, plekken, pairs = [
        await conn.fetchval(query)
        for query in (
            "select count(*) from kandidaten",
            "select count(*) from leerwerkplekken",
            "select count(*) from plan_voorstellen",
        )
    ]
    print(f"{people} kandidaten, {plekken} leerwerkplekken, a plan of {pairs} voorstellen")
    await conn.close()


async def crowd(urls: list[str], people: int, rounds: int, think: float) -> Measures:
    """Let everybody walk at once, half of them at each web."""
    measures, everybody = Measures(), asyncio.Barrier(people)
    clients = [
        httpx2.AsyncClient(
            base_url=urls[number % len(urls)],
            headers={"x-forwarded-for": f"192.0.2.{number}"},
            timeout=60,
        )
        for number in range(1, people + 1)
    ]
    await asyncio.gather(
        *(
            Person(number, Visitor(client), measures, think, random.Random(number)).walk(rounds, everybody)
            for number, client in enumerate(clients, start=1)
        )
    )
    for client in clients:
        await client.aclose()
    return measures


def memory(pid: int) -> str:
    """What a process holds, of its own and shared (Linux)."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    found = dict(re.findall(r"^(Rss|Pss): +(\d+) kB", text, re.MULTILINE))
    return f"RSS {int(found['Rss']) // 1024} MB, PSS {int(found['Pss']) // 1024} MB"


async def wait_until_up(urls: list[str]) -> None:
    """Wait until every web is ready."""
    async with asyncio.timeout(PATIENCE), httpx2.AsyncClient() as client:
        for url in urls:
            while True:
                try:
                    if (await client.get(f"{url}/klaar")).status_code == httpx2.codes.OK:
                        break
                except httpx2.TransportError:
                    await asyncio.sleep(0.1)


def main() -> None:
    """Prepare, let the crowd in, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=int, default=10)
    parser.add_argument("--think", type=float, default=2.0, help="seconds at a page, on average")
    parser.add_argument("--data", type=Path, help="keep the database here for a next time")
    given = parser.parse_args()
    people, rounds = min(given.people, MOST_PEOPLE), min(given.rounds, MOST_ROUNDS)
    with tempfile.TemporaryDirectory() as name, EmbeddedPostgres(given.data or Path(name)) as dsns:
        prepare_database(dsns.eigenaar, scale=min(given.scale, MOST_SCALE), vandaag=VANDAAG, say=print)
        with processes(dsns, Path(name), ("worker",)):
            asyncio.run(prepare(dsns))
        with processes(dsns, Path(name), ("web", "web")) as webs:
            asyncio.run(wait_until_up(list(webs)))
            for child in webs.values():
                print("before:", memory(child.pid))
            measures = asyncio.run(crowd(list(webs), people, rounds, given.think))
            print(f"{people} people, {rounds} rounds, {given.think:.1f} s at a page")
            measures.tell()
            for child in webs.values():
                print("after:", memory(child.pid))


if __name__ == "__main__":
    main()
