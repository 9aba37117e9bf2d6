"""The walk over the tables: all reach the rows that the oracle says, and every policy is needed for that."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping

import asyncpg
import pytest

from marketplace.db import ACT_AS, Connection
from marketplace.embedded import DATABASE
from tests.databases import Databases
from tests.marketplace.toegang.wandeling_feiten import FEITEN, VIEWS, held
from tests.marketplace.toegang.wandeling_regels import INVOEGEN, WIJZIGEN, ZIEN, Regel
from tests.marketplace.toegang.wandeling_wereld import DAAR, HIER, Wandelaar, make_wereld, wandelaars

IEDEREEN = {wie.account or "": wie for helft in (HIER, DAAR) for wie in wandelaars(helft)}
# The walk itself runs in the database, as a role that is bound as app is but has more grants. A lock asks
# what an update or delete may reach. A copy of a row is refused by a policy, or else by anything else.
WANDELING = """
    create role wandelaar in role app;
    grant select, insert, update, delete on all tables in schema public to wandelaar;
    create schema kopie;
    create function probeer(tabel text) returns setof text language plpgsql as $$
    declare
        kop text := (
            select string_agg(quote_ident(attname), ', ') from pg_attribute
            where attrelid = tabel::regclass and attnum > 0 and not attisdropped and attgenerated = '');
        plek text;
    begin
        for plek in execute format('select rij_van_tabel from kopie.%I', tabel)
        loop
            begin
                execute format('insert into %1$I (%2$s) overriding system value '
                               'select %2$s from kopie.%1$I where rij_van_tabel = $1', tabel, kop) using plek;
                raise exception 'made';
            exception
                when insufficient_privilege then null;
                when others then return next plek;
            end;
        end loop;
    end $$;
    create function wandel(tabel text, daad text, accounts text[]) returns table (account text, rij text)
    language plpgsql as $$
    declare
        wie text;
    begin
        foreach wie in array accounts
        loop
            perform set_config('app.account', wie, true);
            return query execute format(case daad
                when 'zien' then 'select $1, ctid::text from %I'
                when 'wijzigen' then 'select $1, ctid::text from %I for update'
                else 'select $1, probeer(%L)' end, tabel) using wie;
        end loop;
    end $$;
    do $$ declare gebonden record; begin
        for gebonden in select relname as tabel from pg_class
            where relrowsecurity and relnamespace = 'public'::regnamespace
        loop
            execute format('create table kopie.%1$I as select ctid::text as rij_van_tabel, * from %1$I',
                           gebonden.tabel);
        end loop;
    end $$;
    grant usage on schema kopie to wandelaar;
    grant select on all tables in schema kopie to wandelaar;
"""
RULES: Mapping[str, Mapping[str, Regel]] = {"zien": ZIEN, "wijzigen": WIJZIGEN, "invoegen": INVOEGEN}
Facts = Mapping[str, Mapping[str, frozenset[str]]]


@pytest.fixture(scope="module")
async def wereld(databases: Databases) -> AsyncIterator[Connection]:
    """The world, and the role with which the walk goes."""
    name = await databases.clone(DATABASE)
    async with databases.superuser(name) as conn:
        await make_wereld(conn)
        await conn.execute(VIEWS)
        await conn.execute(WANDELING)
        yield conn
        await conn.execute("drop owned by wandelaar; drop role wandelaar")
    await databases.drop(name)


@pytest.fixture(scope="module")
async def facts(wereld: Connection) -> Facts:
    """Per table and row the bonds of that row."""
    found: dict[str, dict[str, set[str]]] = {table: defaultdict(set) for table in FEITEN}
    for table, sql in FEITEN.items():
        for row in await wereld.fetch(sql):
            found[table][row["rij"]].add(row["band"])
    return {table: {row: frozenset(bonds) for row, bonds in rows.items()} for table, rows in found.items()}


async def find_wrong(conn: Connection, facts: Facts, table: str, act: str) -> list[str]:
    """Who reaches rows of a table that are not theirs, or misses those that are."""
    reached: dict[str, set[str]] = defaultdict(set)
    async with conn.transaction():
        await conn.execute("set local role wandelaar")
        accounts = [str(number) for number in IEDEREEN]
        for row in await conn.fetch("select * from wandel($1, $2, $3)", table, act, accounts):
            reached[row["account"]].add(row["rij"])
        await conn.execute("reset role")
    wrong = []
    for number, wie in IEDEREEN.items():
        expected = _expect(facts[table], RULES[act].get(table, {}), wie)
        got = reached[str(number)]
        if got != expected:
            wrong.append(f"{wie}: {act} {table} +{sorted(got - expected)} -{sorted(expected - got)}")
    return wrong


def _expect(rows: Mapping[str, frozenset[str]], regel: Regel, wie: Wandelaar) -> set[str]:
    """The rows that are theirs by this rule."""
    bonds = held(wie)
    keys = {bonds[word] for word, who in regel.items() if wie.wie in who.split() and word in bonds}
    return {row for row, bound in rows.items() if bound & keys}


async def test_every_bound_table_is_in_the_walk_and_has_rows_of_both_halves(
    wereld: Connection, facts: Facts
) -> None:
    rows = await wereld.fetch(
        "select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace"
    )
    assert {row["relname"] for row in rows} == set(FEITEN) == set(ZIEN)
    assert set(WIJZIGEN) | set(INVOEGEN) <= set(FEITEN)
    for table, bound in facts.items():
        assert len(bound) == await wereld.fetchval(f"select count(*) from {table}"), table  # noqa: S608 (names of FEITEN)
        assert len(bound) > 1, table


@pytest.mark.parametrize("act", RULES)
@pytest.mark.parametrize("table", FEITEN)
async def test_everybody_reaches_their_own_rows_and_no_others(
    wereld: Connection, facts: Facts, table: str, act: str
) -> None:
    assert await find_wrong(wereld, facts, table, act) == []


async def test_no_policy_can_be_opened_or_taken_away_unseen(wereld: Connection, facts: Facts) -> None:
    """The walk can fail: open to all, or gone, each policy gives somebody too much or too little."""
    policies = await wereld.fetch(
        """select tablename, policyname, cmd, qual from pg_policies
           where 'app' = any(roles) and schemaname = 'public'"""
    )
    unseen = []
    for table, name, cmd, qual in policies:
        opened = "with check (true)" if cmd == "INSERT" else "using (true)"
        acts = {"SELECT": ["zien"], "INSERT": ["invoegen"], "UPDATE": ["wijzigen"]}.get(cmd, list(RULES))
        mutations = [f"drop policy {name} on {table}"]
        mutations += [f"alter policy {name} on {table} {opened}"] if qual != "true" else []
        for mutation in mutations:
            transaction = wereld.transaction()
            await transaction.start()
            await wereld.execute(mutation)
            found = [await find_wrong(wereld, facts, table, act) for act in acts]
            await transaction.rollback()
            if not any(found):
                unseen.append(mutation)
    assert policies
    # Nobody's rows are new, and a lock asks to see as well: the two tests below need these.
    assert set(unseen) == {
        "drop policy aanmelden on kandidaat_betrokkenen",
        "alter policy intrekken on links using (true)",
        "alter policy uren_intrekken on links using (true)",
    }


@pytest.mark.parametrize(("policy", "account"), [("intrekken", "10"), ("uren_intrekken", "22")])
@pytest.mark.parametrize("opened", [False, True])
async def test_nobody_withdraws_links_that_they_do_not_see(
    wereld: Connection, policy: str, account: str, *, opened: bool
) -> None:
    """An update that reads nothing asks only the policy of updates."""
    transaction = wereld.transaction()
    await transaction.start()
    if opened:
        await wereld.execute(f"alter policy {policy} on links using (true)")
    await wereld.execute("set local role app")
    await wereld.execute(ACT_AS, account)
    seen = await wereld.fetchval("select count(*) from links")
    withdrawn = await wereld.execute("update links set ingetrokken_op = '2026-11-02'")
    await transaction.rollback()
    assert seen > 0
    assert (withdrawn == f"UPDATE {seen}") is not opened


@pytest.mark.parametrize(
    ("account", "kandidaat", "may"),
    [(24, 3, True), (24, 2, False), (24, 103, False), (25, 3, False), (10, 102, False), (41, 3, False)],
)
async def test_nobody_binds_themselves_but_to_whom_they_have_just_registered(
    wereld: Connection, account: int, kandidaat: int, *, may: bool
) -> None:
    transaction = wereld.transaction()
    await transaction.start()
    try:
        await wereld.execute("set local role app")
        await wereld.execute(ACT_AS, str(account))
        bind = wereld.execute(
            "insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)"
            " values ($1, $2, 'consulent', '[2026-01-01,)')",
            kandidaat,
            account,
        )
        if may:
            await bind
        else:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await bind
    finally:
        await transaction.rollback()


async def test_who_is_switched_off_learns_nobodys_name(wereld: Connection) -> None:
    for account, count in ((10, 1), (24, 1), (27, 1), (11, 0), (41, 0), (110, 0)):
        transaction = wereld.transaction()
        await transaction.start()
        await wereld.execute("set local role app")
        await wereld.execute(ACT_AS, str(account))
        shown = await wereld.fetch("select * from toon_persoonsgegevens(1, 'Een gesprek')")
        await transaction.rollback()
        assert len(shown) == count, account
