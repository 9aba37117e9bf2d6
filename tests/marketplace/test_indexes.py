"""No query reads a large table from end to end: what pages and worker send is planned with indexes only.

Planned as their superuser, so without the policies that the database adds, which read what somebody may see.
The planner may take no sequential scan and no join but by looking up. What it still reads whole has no index
that could help, or wants every row; the latter stand in `WHOLE` with the reason.
"""

import re
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery

from marketplace import db
from marketplace.clock import FixedClock
from marketplace.db import Connection, create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.matching.rekenproces import Rekenproces
from marketplace.matching.service import request_first
from marketplace.matching.uitvoering import Uitvoering
from marketplace.rekenruns import claims
from marketplace.web.routes import ROOMS
from seed.accounts import ACCOUNTS
from seed.gebied import REGIO
from tests.databases import Databases
from tests.marketplace.web.site import Visitor, open_site

# Twenty example regions have more than a thousand of what one has fifty of; these grow by being used.
MANY = 50
GROWING = {
    "gebeurtenissen",
    "persoonsgegevens_inzagen",
    "plan_niet_geplaatst",
    "plannen",
    "rekenrun_voortgang",
    "rekenruns",
    "sessies",
    "uitsluitingen",
}
# Lists that do not grow with regions.
NATIONAL = {"gemeente_regios", "gemeenten", "kwalificaties", "plaatsen", "werkprocessen"}
# (table, words of the query): why it reads all of it.
WHOLE = {
    (
        "leerwerkplekken",
        "(vestiging.organisatie_id = any($1::bigint[]) or plek.regio_code = any($2::text[]))",
    ): ("those of my organisatie or of my regio: an OR over two tables, a few ms for ten regions"),
    ("organisaties", "(organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))"): (
        "some fifty in a regio, all of them in a list: each side of the OR has an index once there are more"
    ),
    ("erkenningen", "upper(erkenning.periode) >= $3"): "all of a regio that end soon, few in each vestiging",
    ("erkenningen", "where kwalificatie.sector = $6"): "the filter by sector wants all of one sector",
    ("plannen", "order by plan.id desc limit $2"): "the newest first, until the page is full",
    ("rekenruns", "order by run.id desc limit $2"): "the newest first, until the page is full",
}
LOOK_UP_ONLY = "enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material", "enable_memoize"
SCANS = {"Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Index Scan"}
STATEMENT = re.compile(r"\s*(select|insert|update|delete|with)\b")  # what asyncpg sends itself is in capitals
NEWEST, COUNT = "select max({}) from {}", "select count(*) from {}"
KEYS = """
    select indrelid::regclass::text as name, attname as key from pg_index
    join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indisprimary and indnkeyatts = 1 and indrelid in (select oid from pg_class where relkind = 'r')
"""
PARTIAL = "select relname from pg_index join pg_class on pg_class.oid = indexrelid where indpred is not null"
# One region holds all rows of the example: with statistics of many regions a planner looks up where it can.
KEYS_OF_OTHERS = """
    select attname from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and conrelid = $1::regclass
"""
AS_IF_MANY = "alter table {} alter column {} set (n_distinct = 1000)"
PLAN = """
    create function plan_of(statement text) returns setof json language plpgsql as $$
    begin return query execute 'explain (generic_plan, format json) ' || statement; end $$
"""


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every statement that goes through a pool, once."""
    statements: set[str] = set()
    prepare = db.prepare_connection

    async def prepare_and_listen(conn: Connection) -> None:
        await prepare(conn)

        def note(query: LoggedQuery) -> None:
            if STATEMENT.match(query.query):
                statements.add(query.query)

        conn.add_query_logger(note)

    monkeypatch.setattr(db, "prepare_connection", prepare_and_listen)
    return statements


@pytest.fixture
async def walked(seeded_database: Dsns, clock: FixedClock, sent: set[str]) -> tuple[Dsns, set[str]]:
    """What a run and a walk along every page as every role sent."""
    await compute(seeded_database, clock)
    async with open_site(seeded_database, clock) as site:
        conn = await asyncpg.connect(seeded_database.eigenaar)
        paths = await addresses(conn)
        await conn.close()
        for account in ACCOUNTS:
            async with site.logged_in(account.email) as visitor:
                for method, path in paths:
                    await visit(visitor, method, path)
    return seeded_database, sent


async def compute(dsns: Dsns, clock: FixedClock) -> None:
    """Ask for a run and carry it out."""
    conn, worker = await asyncpg.connect(dsns.eigenaar), await create_pool(dsns.worker, size=3)
    await prepare_connection(conn)
    await request_first(conn, regio_code=REGIO, clock=clock, hoogstens=0.1)
    await conn.close()
    async with transaction(worker, None) as claiming:
        await claims.sweep_rekenruns(claiming, silent_since=clock.now(), now=clock.now())
        opdracht = await claims.claim_rekenrun(claiming, "proef", clock.now())
    assert opdracht is not None
    proces = Rekenproces()
    await proces.warm()
    assert await Uitvoering(worker, clock, opdracht, proces).perform() == "geslaagd"
    await proces.close()
    await worker.close()


async def addresses(conn: Connection) -> list[tuple[str, str]]:
    """Every page and form; a number in it is that of a row of its table, where there is one."""
    keys = {row["name"]: row["key"] for row in await conn.fetch(KEYS)}
    found: list[tuple[str, str]] = []
    for route in (each for room in ROOMS for each in room):
        table = route.path.split("/")[1]
        row = await conn.fetchval(NEWEST.format(keys[table], table)) if table in keys else 1
        path = re.sub(r"{\w+(:\w+)?}", str(row), route.path)
        if not path.endswith("/voortgang"):  # a stream, which has no end
            found.extend((method, path) for method in sorted(route.methods or {"GET"}) if method != "HEAD")
    return sorted(found)  # forms last


async def visit(visitor: Visitor, method: str, path: str) -> None:
    """Ask for a page; forms come empty and without a token that is theirs to log out with."""
    if method == "GET":
        answer = await visitor.get(path)
        assert answer.status_code < 500, path
        for name in ("zoek", "status", "sorteer"):
            await visitor.get(f"{path}?{name}=a")
    elif path not in {"/uitloggen", "/inloggen"}:
        await visitor.post(path, {"versie": "1"})


def scans(node: dict[str, Any], partial: set[str]) -> Iterator[tuple[str, str]]:
    """The tables that a plan reads from end to end, and how; an index of few rows may be read whole."""
    if node["Node Type"] in SCANS and "Index Cond" not in node and node.get("Index Name") not in partial:
        yield node.get("Relation Name") or node["Index Name"], node["Node Type"]
    for part in node.get("Plans", ()):
        yield from scans(part, partial)


async def large_tables(conn: Connection) -> set[str]:
    """The tables that have more than a thousand rows in ten example regions."""
    tables = await conn.fetch(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
    )
    counted = {row[0]: await conn.fetchval(COUNT.format(row[0])) for row in tables}
    return {name for name, count in counted.items() if count > MANY} - NATIONAL | GROWING


async def say_many(conn: Connection, tables: set[str]) -> None:
    """Let the planner believe that what a row refers to is one of many."""
    for table in tables:
        for row in await conn.fetch(KEYS_OF_OTHERS, table):
            await conn.execute(AS_IF_MANY.format(table, row[0]))
        await conn.execute(f"analyze {table}")


async def test_every_query_finds_its_rows_in_a_large_table_by_an_index(
    walked: tuple[Dsns, set[str]], databases: Databases
) -> None:
    dsns, statements = walked
    async with databases.superuser(dsns.app.rpartition("/")[2]) as conn:
        large = await large_tables(conn)
        partial = {row[0] for row in await conn.fetch(PARTIAL)}
        await say_many(conn, large - GROWING)
        await conn.execute(PLAN)
        for setting in LOOK_UP_ONLY:
            await conn.execute(f"set {setting} = off")
        found = []
        for statement in sorted(statements):
            plan = await conn.fetchval("select plan_of($1)", statement)
            for table, how in scans(plan[0]["Plan"], partial):
                words = " ".join(statement.split())
                if table in large and not any(table == name and part in words for name, part in WHOLE):
                    found.append(f"{how} on {table}: {words}")
    assert len(statements) > MANY
    assert not found, "\n".join(found)
