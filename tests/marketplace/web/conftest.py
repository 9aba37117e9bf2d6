"""A site with five accounts in two regios, for what the frame itself must do."""

from collections.abc import AsyncIterator
from functools import cache

import asyncpg
import pytest
from argon2 import PasswordHasher

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.site import PASSWORD, Site, open_site

ACCOUNTS = (
    (1, "accountmanager@hier.nl", "Anna Hier", "accountmanager", "AM09", None, True),
    (2, "werkgever@hier.nl", "Bram Hier", "werkgever", None, 1, True),
    (3, "beheerder@hier.nl", "Carla Hier", "beheerder", "AM09", None, True),
    (4, "beheerder@daar.nl", "Dirk Daar", "beheerder", "AM07", None, True),
    (5, "uit@hier.nl", "Els Hier", "accountmanager", "AM09", None, False),
)


@cache
def password_hash() -> str:
    """One hash for all, and a cheap one: a real one takes a fifth of a second to check."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


async def insert_accounts(conn: asyncpg.Connection, clock: FixedClock) -> None:
    """Two regios, one organisatie and the accounts."""
    await conn.execute("insert into regios values ('AM09', 'Achterhoek'), ('AM07', 'Midden-Gelderland')")
    await conn.execute("insert into organisatiesoorten values ('werkgever', 'Werkgever')")
    await conn.execute(
        "insert into organisaties (naam, soort, regio_code) values ('Voorbeeld Groen', 'werkgever', 'AM09')"
    )
    roles = [
        ("accountmanager", "Accountmanager", True, []),
        ("werkgever", "Werkgever", False, ["werkgever"]),
        ("beheerder", "Beheerder", True, ["werkgever"]),
    ]
    await conn.executemany("insert into rollen values ($1, $2, $3, $4)", roles)
    for number, email, naam, rol, regio_code, organisatie_id, actief in ACCOUNTS:
        await conn.execute(
            """
            insert into accounts (id, email, naam, wachtwoord_hash, actief, aangemaakt_op)
            overriding system value values ($1, $2, $3, $4, $5, $6)
            """,
            number,
            email,
            naam,
            password_hash(),
            actief,
            clock.now(),
        )
        await conn.execute(
            "insert into account_rollen values ($1, $2, $3, $4)", number, rol, regio_code, organisatie_id
        )
    await conn.execute("select setval(pg_get_serial_sequence('accounts', 'id'), 100)")


@pytest.fixture
async def site(database: Dsns, clock: FixedClock) -> AsyncIterator[Site]:
    """The application with these accounts."""
    conn = await asyncpg.connect(database.eigenaar)
    await insert_accounts(conn, clock)
    await conn.close()
    async with open_site(database, clock) as opened:
        yield opened
