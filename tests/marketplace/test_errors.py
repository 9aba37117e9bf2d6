"""Refusals in words, also those that the database gives."""

import asyncpg
import pytest

from marketplace import errors
from marketplace.db import Connection
from marketplace.errors import CapacityReached, Conflict, InvalidInput, Refusal, refusal_from_database

FAMILY = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Refusal)]


@pytest.mark.parametrize("kind", FAMILY)
def test_every_refusal_is_a_dutch_sentence_with_a_status(kind: type[Refusal]) -> None:
    assert str(kind()).endswith(".")
    assert 400 <= kind.status < 500


def test_an_instance_may_say_it_more_precisely() -> None:
    refusal = InvalidInput("Kijk naar de postcode.", fields={"pc4": "Deze postcode kennen we niet."})
    assert str(refusal) == "Kijk naar de postcode."
    assert refusal.fields == {"pc4": "Deze postcode kennen we niet."}


async def _error(conn: Connection, sql: str) -> asyncpg.PostgresError:
    """What the database says to a statement."""
    with pytest.raises(asyncpg.PostgresError) as caught:
        async with conn.transaction():
            await conn.execute(sql)
    return caught.value


@pytest.mark.parametrize(("state", "kind"), [("PW001", CapacityReached), ("PW003", Conflict)])
async def test_a_sentence_of_a_trigger_reaches_the_person(
    conn: Connection, state: str, kind: type[Refusal]
) -> None:
    sql = f"do $$ begin raise exception 'Er is geen plaats meer.' using errcode = '{state}'; end $$"
    refusal = refusal_from_database(await _error(conn, sql))
    assert type(refusal) is kind
    assert str(refusal) == "Er is geen plaats meer."


@pytest.mark.parametrize("state", ["40001", "40P01"])
async def test_two_people_in_each_others_way_is_a_conflict(conn: Connection, state: str) -> None:
    sql = f"do $$ begin raise exception 'deadlock' using errcode = '{state}'; end $$"
    assert type(refusal_from_database(await _error(conn, sql))) is Conflict


async def test_a_bsn_in_a_text_is_refused_in_words(conn: Connection) -> None:
    refusal = refusal_from_database(await _error(conn, "select '111222333'::vrije_tekst"))
    assert isinstance(refusal, InvalidInput)
    assert "burgerservicenummer" in str(refusal)


async def test_our_own_mistakes_are_no_refusal(conn: Connection) -> None:
    assert refusal_from_database(await _error(conn, "select 1 / 0")) is None
    assert refusal_from_database(ValueError()) is None


async def test_every_named_constraint_exists(conn: Connection) -> None:
    rows = await conn.fetch(
        "select conname from pg_constraint"
        " union all select indexrelid::regclass::text from pg_index where indisunique"
    )
    found = {row["conname"] for row in rows}
    assert set(errors.CONSTRAINTS) <= found
