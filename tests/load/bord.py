"""What a move on the board of a large roulatie takes: python -m tests.load.bord [--times 60].

An instance of solver.bench beside the example region, in a PostgreSQL of its own, and the whole application
in this process, asked as a browser asks it. Of every answer it is told what went to the database, to the
rules and to the template. What the figures mean stands in README.md.
"""

import argparse
import asyncio
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import date
from pathlib import Path
from random import Random
from statistics import median, quantiles
from types import ModuleType

import asyncpg
import httpx2
import jinja2

from marketplace.clock import Clock, clock_at
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.preparation import prepare_database
from marketplace.process import keep_loaded
from marketplace.roulatie import overzicht
from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.web.roulatie import beeld, bord
from solver.bench.roulatie import Maat
from tests.load.grote_roulatie import Groot, insert_roulatie
from tests.marketplace.web.site import Visitor, open_site

VANDAAG = date(2026, 11, 20)
ACCOUNT = "accountmanager@voorbeeld.plekwijs.nl"
MOST_SIZE, MOST_TIMES, WARM, SEED = (40, 12, 26), 1000, 5, 1
SEE_OTHER, OK, WILD = 303, 200, 200
KINDS = ("queries", "rules", "template")
# What is timed apart: by the kind, where it is called and its name there.
RULES = (
    *((overzicht, name) for name in ("build_opgave", "look")),
    *((beeld, name) for name in ("weigh", "differences")),
    (bord, "compare_plekken"),
)
QUERIES = ("fetch", "fetchrow", "fetchval", "execute", "executemany")


class Shares:
    """How long each kind of work took since it was last asked."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)

    def take(self) -> tuple[dict[str, float], int]:
        """What was measured since, and how many statements that were."""
        taken = dict(self.seconds), self.calls["queries"]
        self.seconds.clear()
        self.calls.clear()
        return taken

    @contextmanager
    def of(self, kind: str) -> Iterator[None]:
        """Count what happens here as this kind."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[kind] += time.perf_counter() - began
            self.calls[kind] += 1

    def time_call(self, place: ModuleType | type, name: str, kind: str) -> None:
        """Let a function that is there be timed, and do as it does."""
        inner: Callable[..., object] = getattr(place, name)

        def timed(*given: object, **named: object) -> object:
            with self.of(kind):
                return inner(*given, **named)

        setattr(place, name, timed)

    def time_await(self, place: type, name: str, kind: str) -> None:
        """The same for what is awaited."""
        inner: Callable[..., Awaitable[object]] = getattr(place, name)

        async def timed(*given: object, **named: object) -> object:
            with self.of(kind):
                return await inner(*given, **named)

        setattr(place, name, timed)

    @classmethod
    def over_everything(cls) -> "Shares":
        """Time statements, rules and templates wherever the application asks them."""
        shares = cls()
        for name in QUERIES:
            shares.time_await(asyncpg.Connection, name, "queries")
        for place, name in RULES:
            shares.time_call(place, name, "rules")
        shares.time_call(jinja2.Template, "render", "template")
        return shares


class Board:
    """Somebody at the board, with the page as it is now."""

    def __init__(self, visitor: Visitor, groot: Groot, token: str) -> None:
        self.visitor, self.groot, self.token = visitor, groot, token
        self.path, self.random, self.versie = f"/roulaties/{groot.id}/bord", Random(SEED), ""

    async def look(self) -> None:
        """The whole page."""
        self._read(await self.visitor.get(self.path))

    async def move(self) -> None:
        """Put somebody elsewhere, and see the board as it is then."""
        await self._send(
            "zetten",
            kandidaat=self.random.choice(self.groot.deelnemers),
            blok=self.random.choice(self.groot.blokken),
            plek=self.random.choice(self.groot.plekken),
        )

    async def swap(self) -> None:
        """Drag one place on another, and see the board."""
        one, other = self.random.sample(self.groot.deelnemers, 2)
        blok = self.random.choice(self.groot.blokken)
        await self._send("wisselen", kandidaat=one, blok=blok, met_kandidaat=other, met_blok=blok)

    async def undo(self) -> None:
        """Undo that, and see the board."""
        await self._send("ongedaan")

    async def pick(self) -> None:
        """Ask what each plek would do in a place."""
        place = f"{self.random.choice(self.groot.deelnemers)}-{self.random.choice(self.groot.blokken)}"
        self._read(await self.visitor.get(f"{self.path}?kies={place}"))

    async def _send(self, verb: str, **fields: int) -> None:
        """Do as the script of the board does: send the move, follow to the board."""
        data = {
            "csrf": self.token,
            "versie": self.versie,
            **{name: str(each) for name, each in fields.items()},
        }
        answer = await self.visitor.client.post(
            f"{self.path}/{verb}", data=data, headers={"sec-fetch-site": "same-origin"}
        )
        assert answer.status_code == SEE_OTHER, answer.text
        await self.look()

    def _read(self, answer: httpx2.Response) -> None:
        """The version that the next move goes over."""
        assert answer.status_code == OK, answer.text
        found = re.search(r'data-versie="(\d+)"', answer.text)
        assert found is not None
        self.versie = found[1]


async def measure(board: Board, shares: Shares, name: str, times: int) -> None:
    """Do one thing so many times, and tell how long it took; moves are undone outside the measure."""
    verb: Callable[[], Awaitable[None]] = getattr(board, name)
    clock, work, parts, statements = [], [], defaultdict(list), 0
    for number in range(times + WARM):
        if name == "undo":
            await board.move()
        shares.take()
        began, worked = time.perf_counter(), time.process_time()
        await verb()
        took = time.perf_counter() - began, time.process_time() - worked
        part, statements = shares.take()
        if number >= WARM:
            clock.append(took[0])
            work.append(took[1])
            for kind in KINDS:
                parts[kind].append(part.get(kind, 0.0))
        if name in {"move", "swap"}:
            await board.undo()
    cuts = [1000 * each for each in quantiles(clock, n=20)]
    shown = " | ".join(f"{1000 * median(each):.0f}" for each in (work, *(parts[kind] for kind in KINDS)))
    print(f"| {name} | {cuts[9]:.0f} | {cuts[18]:.0f} | {shown} | {statements} |", flush=True)


async def measure_all(board: Board, shares: Shares, times: int) -> None:
    """One thing after another, on the board as it is."""
    page = await board.visitor.get(board.path)
    conflicts = re.search(r"(\d+) (regel klopt|regels kloppen) niet", page.text)
    broken = conflicts[1] if conflicts else 0
    print(f"\n{broken} rules are broken, the page has {len(page.content) // 1024} kB")
    print("| ms | p50 | p95 | of it here | queries | rules | template | statements |")
    print("|---|---|---|---|---|---|---|---|")
    for name in ("move", "swap", "undo", "pick", "look"):
        await measure(board, shares, name, times)


@asynccontextmanager
async def open_board(dsns: Dsns, clock: Clock, maat: Maat) -> AsyncIterator[Board]:
    """The roulatie in the database, and somebody at its board."""
    conn = await asyncpg.connect(dsns.eigenaar)
    await prepare_connection(conn)
    account = await conn.fetchval("select id from accounts where email = $1", ACCOUNT)
    role = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code="AM09")
    actor = Actor(account_id=account, naam="voorbeeld", email=ACCOUNT, toekenningen=(role,))
    groot = await insert_roulatie(conn, actor, clock, maat, SEED)
    await conn.close()
    async with open_site(dsns, clock) as site, site.logged_in(ACCOUNT) as visitor:
        board = Board(visitor, groot, await visitor.token())
        await board.look()
        yield board


async def visit(dsns: Dsns, maat: Maat, times: int) -> None:
    """Measure on a board that keeps every rule, and again after so many wild moves."""
    async with open_board(dsns, clock_at(VANDAAG), maat) as board:
        print(f"{maat.deelnemers} deelnemers, {maat.plekken} plekken, {maat.blokken} blokken, {times} times")
        keep_loaded()
        shares = Shares.over_everything()
        await measure_all(board, shares, times)
        for _ in range(WILD):
            await board.move()
        await measure_all(board, shares, times)


def main() -> None:
    """Prepare, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs=3, default=(40, 12, 8), metavar=("WHO", "WHERE", "WHEN"))
    parser.add_argument("--times", type=int, default=60)
    given = parser.parse_args()
    people, plekken, blokken = (min(each, most) for each, most in zip(given.size, MOST_SIZE, strict=True))
    maat = Maat(deelnemers=people, plekken=plekken, blokken=blokken)
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder), fsync=False) as dsns:
        prepare_database(dsns.eigenaar, scale=1, vandaag=VANDAAG, say=print)
        asyncio.run(visit(dsns, maat, min(given.times, MOST_TIMES)))


if __name__ == "__main__":
    main()
