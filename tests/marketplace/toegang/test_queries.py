"""Accounts are switched and sessions ended by a beheerder of their regio, and by nobody else."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.toegang import account_writes as writes
from marketplace.toegang import queries
from marketplace.toegang.model import Actor, Rol, Toekenning
from tests.marketplace.kleine_regio import make_regio


def actor(regio_code: str, rol: Rol = Rol.BEHEERDER) -> Actor:
    """Somebody with one role in a regio."""
    toekenning = Toekenning(rol=rol, regio_code=regio_code)
    return Actor(account_id=1, naam="Wie", email="wie@voorbeeld.nl", toekenningen=(toekenning,))


async def account_of_werkgever(conn: Connection, clock: FixedClock) -> int:
    """An account that belongs to AM09 by its organisatie, with one live session."""
    regio = await make_regio(conn)
    await queries.insert_sessie(
        conn,
        token_hash=b"proef",
        account_id=regio.werkgever.account_id,
        csrf="proef",
        now=clock.now(),
        ends=clock.now() + timedelta(hours=1),
    )
    return regio.werkgever.account_id


async def test_the_beheerder_of_the_regio_switches_an_account_off(
    conn: Connection, clock: FixedClock
) -> None:
    account = await account_of_werkgever(conn, clock)
    assert await writes.update_actief(conn, actor("AM09"), account, actief=False)
    assert await writes.revoke_sessies(conn, actor("AM09"), account, clock.now()) == 1
    assert not await conn.fetchval("select actief from accounts where id = $1", account)


@pytest.mark.parametrize("stranger", [actor("AM07"), actor("AM09", Rol.ACCOUNTMANAGER)])
async def test_nobody_else_does(conn: Connection, clock: FixedClock, stranger: Actor) -> None:
    account = await account_of_werkgever(conn, clock)
    assert not await writes.update_actief(conn, stranger, account, actief=False)
    assert await writes.revoke_sessies(conn, stranger, account, clock.now()) == 0
    assert await conn.fetchval("select actief from accounts where id = $1", account)
