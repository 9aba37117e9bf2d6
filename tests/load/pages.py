"""What fifty people at once ask of two web processes: python -m tests.load.pages [--people 50] [--rounds 3].

Ten example regions in a PostgreSQL of its own, a plan, two webs; everything on 127.0.0.1 and thrown away
afterwards. What the figures mean stands in README.md.
"""

import argparse
import asyncio
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import asyncpg
import httpx2

from marketplace.clock import clock_at
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.preparation import ask_first_plan, prepare_database
from marketplace.process import free_port, start_child, stop_child
from marketplace.toegang.service import hash_token
from marketplace.toegang.sleutels import PREFIX
from marketplace.web.api.routes import SCOPES
from tests.load.crowd import Person, gather_crowd, let_walk

VANDAAG = date(2026, 11, 20)
MOST_PEOPLE, MOST_ROUNDS, MOST_SCALE, MOST_THINK = 200, 50, 10, 10.0
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
SLEUTEL = """
    insert into api_sleutels
        (account_id, naam, token_hash, scopes, aangemaakt_op, aangemaakt_door, verloopt_op)
    select id, 'druk', $2, $3, aangemaakt_op, id, 'infinity' from accounts where email = $1
"""


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


async def give_keys(dsns: Dsns, people: int) -> dict[str, str]:
    """The e-mail of so many accounts, each with a new key that reads all it may."""
    conn = await asyncpg.connect(dsns.eigenaar)
    given = {
        f"druk{number}@voorbeeld.plekwijs.nl": PREFIX + secrets.token_urlsafe()
        for number in range(1, people + 1)
    }
    reads = [scope for scope in SCOPES if scope.endswith(":lezen")]
    await conn.executemany(SLEUTEL, [(email, hash_token(key), reads) for email, key in given.items()])
    await conn.close()
    return given


def memory(pid: int) -> str:
    """What a process holds, of its own and shared (Linux)."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    found = dict(re.findall(r"^(Rss|Pss): +(\d+) kB", text, re.MULTILINE))
    return f"RSS {int(found['Rss']) // 1024} MB, PSS {int(found['Pss']) // 1024} MB"


def cpu_seconds(pids: list[int]) -> float:
    """What these processes and their children, dead or alive, have worked (Linux)."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += sum(int(each) for each in fields[11:15])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
        ticks += int(os.sysconf("SC_CLK_TCK") * cpu_seconds([int(child) for child in children]))
    return ticks / os.sysconf("SC_CLK_TCK")


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


async def measure(crowd: list[Person], rounds: int, think: float, webs: list[int], postgres: int) -> None:
    """Let the crowd walk, and tell how long that took of the clock and of the cores."""
    before = [cpu_seconds(webs), cpu_seconds([postgres])]
    measures = await let_walk(crowd, rounds, think)
    after = [cpu_seconds(webs), cpu_seconds([postgres])]
    print(f"\n{len(crowd)} people, {rounds} rounds, {think:.1f} s at a page")
    measures.tell()
    web, database = (1000 * (b - a) / measures.answers.total() for a, b in zip(before, after, strict=True))
    print(f"CPU of an answer: web {web:.1f} ms, PostgreSQL {database:.1f} ms")
    for pid in webs:
        print("a web holds", memory(pid))


async def visit(dsns: Dsns, webs: dict[str, int], postgres: int, given: argparse.Namespace) -> None:
    """Let everybody in, then measure once for each time to think, and once before so that all is warm."""
    await wait_until_up(list(webs))
    people = await give_keys(dsns, min(given.people, MOST_PEOPLE))
    crowd = await gather_crowd(list(webs), people)
    await let_walk(crowd[: len(webs) * 2], 1, 0)
    for think in given.think:
        await measure(
            crowd, min(given.rounds, MOST_ROUNDS), min(think, MOST_THINK), list(webs.values()), postgres
        )


def main() -> None:
    """Prepare, let the crowd in, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=int, default=10)
    parser.add_argument(
        "--think", type=float, nargs="+", default=[1.5, 0], help="seconds at a page, on average"
    )
    parser.add_argument("--data", type=Path, help="keep the database here for a next time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, EmbeddedPostgres(given.data or Path(name)) as dsns:
        prepare_database(dsns.eigenaar, scale=min(given.scale, MOST_SCALE), vandaag=VANDAAG, say=print)
        with processes(dsns, Path(name), ("worker",)):
            asyncio.run(prepare(dsns))
        with processes(dsns, Path(name), ("web", "web")) as webs:
            postgres = int((given.data or Path(name)).joinpath("pg/postmaster.pid").read_text().split()[0])
            asyncio.run(visit(dsns, {url: child.pid for url, child in webs.items()}, postgres, given))


if __name__ == "__main__":
    main()
