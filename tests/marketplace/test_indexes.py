"""No query reads a large table from end to end: every statement of the house is planned with indexes only.

A run and a call of every function send them; `verzonden.py` says which lines of the house sent nothing.
Planned as their superuser, so without the policies that the database adds, which read what somebody may see.
The planner may take no sequential scan and no join but by looking up. What it still reads whole has no index
that could help, or wants every row; the latter stand in `WHOLE` with the reason.
"""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection, create_pool, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.matching.planner import MATCHING
from marketplace.matching.service import request_first
from marketplace.rekenruns import claims
from marketplace.rekenruns.rekenproces import Rekenproces
from marketplace.rekenruns.uitvoering import Uitvoering
from seed.gebied import REGIO
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_functies import FUNCTIONS, OWNER, open_wandeling
from tests.marketplace.verzonden import Verzonden, note_statements

# Twenty example regions have more than a thousand of what one has fifty of; these grow by being used.
MANY = 50
GROWING = {
    "gebeurtenissen",
    "persoonsgegevens_inzagen",
    "plan_niet_geplaatst",
    "plannen",
    "rekenrun_voortgang",
    "rekenruns",
    "roulatie_aanbiedingen",
    "roulatie_afwezig",
    "roulatie_blokken",
    "roulatie_cellen",
    "roulatie_deelnemers",
    "roulatie_leerdoelen",
    "roulatie_oordeel_werkprocessen",
    "roulatie_oordelen",
    "roulatie_overeenkomsten",
    "roulatie_roosters",
    "roulatie_terugblikken",
    "roulatie_voorkeuren",
    "roulatie_zetten",
    "sessies",
    "uitsluitingen",
}
# Lists that do not grow with regions; there are some 4,000 postcodes of four digits.
NATIONAL = {"gemeente_regios", "gemeenten", "kwalificaties", "plaatsen", "postcodes", "werkprocessen"}
# (table, words of the query): why it reads all of it.
ANY = ""
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
    ("rekenruns", "order by run.id desc limit $2"): "the newest first, until the page is full",
    ("leerwerkplekken", "as tekst from leerwerkplekken plek"): "a search compares with all that one may see",
    (ANY, "with dag as (select $1::date as vandaag)"): "a check is about every row",
    (ANY, "select count(*) from only"): "a backup counts every row",
}
# Functions with a statement that is not planned here, by the reason.
UNSENT = {
    "says who acts": "db.transaction inlezen.proces._work inlezen.proces.tell web.links.niemand.as_nobody",
    "asks which migration ran, of one row": "migrate.is_current web.health.klaar",
    "of the owner, who makes, copies or fills a database": """
        cluster.create_roles migrate.check_roles regios.writes.insert_postcode reservekopie.backup.backup
        reservekopie.restore._allow""",
}
LOOK_UP_ONLY = "enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material", "enable_memoize"
SCANS = {"Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Index Scan"}
STATEMENT = re.compile(r"\s*(select|insert|update|delete|with)\b")  # what asyncpg sends itself is in capitals
COUNT = "select count(*) from {}"
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


@pytest.fixture(scope="module")
async def verzonden(
    databases: Databases, seeded_template: str, clock: FixedClock
) -> AsyncIterator[tuple[Dsns, Verzonden]]:
    """The example region with a plan, and what a run and every function of the house sent."""
    name = await databases.clone(seeded_template)
    dsns = databases.dsns(name)
    with note_statements() as noted:
        await compute(dsns, clock)
        async with open_wandeling(databases) as wandeling:
            for function in FUNCTIONS:
                await wandeling.call(wandeling.conn, function, OWNER)
    yield dsns, noted
    await databases.drop(name)


async def compute(dsns: Dsns, clock: FixedClock) -> None:
    """Ask for a run and carry it out."""
    conn, worker = await asyncpg.connect(dsns.eigenaar), await create_pool(dsns.worker, size=3)
    await prepare_connection(conn)
    await request_first(conn, regio_code=REGIO, clock=clock, hoogstens=0.1)
    await conn.close()
    async with transaction(worker, None) as claiming:
        await claims.sweep_rekenruns(claiming, silent_since=clock.now(), now=clock.now())
        claim = await claims.claim_rekenrun(claiming, "proef", clock.now())
    assert claim is not None
    proces = Rekenproces()
    await proces.warm()
    assert await Uitvoering(worker, clock, claim, MATCHING, proces).perform() == "geslaagd"
    await proces.close()
    await worker.close()


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
    verzonden: tuple[Dsns, Verzonden], databases: Databases
) -> None:
    dsns, noted = verzonden
    async with databases.superuser(dsns.app.rpartition("/")[2]) as conn:
        large = await large_tables(conn)
        partial = {row[0] for row in await conn.fetch(PARTIAL)}
        await say_many(conn, large - GROWING)
        await conn.execute(PLAN)
        for setting in LOOK_UP_ONLY:
            await conn.execute(f"set {setting} = off")
        found = []
        for statement in sorted(each for each in noted.statements if STATEMENT.match(each)):
            plan = await conn.fetchval("select plan_of($1)", statement)
            words = " ".join(statement.split())
            for table, how in scans(plan[0]["Plan"], partial):
                known = any(name in (table, ANY) and part in words for name, part in WHOLE)
                if table in large and not known:
                    found.append(f"{how} on {table}: {words}")
    assert not found, "\n".join(found)


async def test_every_statement_of_the_house_is_among_them(verzonden: tuple[Dsns, Verzonden]) -> None:
    _, noted = verzonden
    assert noted.unsent() == {name for names in UNSENT.values() for name in names.split()}
