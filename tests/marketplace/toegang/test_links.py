"""A link has one purpose, one object and an end; it works once, and what it widens can be taken back."""

from datetime import timedelta

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import ACT_AS, Connection
from marketplace.errors import Forbidden, LinkEnded
from marketplace.toegang import accounts, link_queries, links, service
from marketplace.toegang.model import Actor, Doel, Rol
from marketplace.toegang.queries import get_inlog
from tests.databases import act_as
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import beheerder_of, make_actor
from tests.marketplace.toegang.test_accounts import plaats_of

NEW = "nieuw wachtwoord van nu"


async def invited(conn: Connection, clock: FixedClock) -> tuple[KleineRegio, Actor, int, str]:
    """The small regio, the beheerder of its organisatie, an account without a password, and its link."""
    regio = await make_regio(conn)
    beheerder = await beheerder_of(conn, regio)
    await act_as(conn, beheerder)
    account_id, _ = await accounts.create_account(
        conn,
        beheerder,
        clock=clock,
        email="nieuw@hier.nl",
        naam="Nieuw",
        rol=Rol.WERKGEVER,
        plaats=plaats_of(regio),
    )
    token = await links.make_account_link(conn, beheerder, clock=clock, account_id=account_id)
    return regio, beheerder, account_id, token


async def test_an_invited_person_comes_in_only_after_choosing_a_password(
    conn: Connection, clock: FixedClock
) -> None:
    _, _, account_id, token = await invited(conn, clock)
    await conn.execute(ACT_AS, "")
    assert await service.judge(await get_inlog(conn, "nieuw@hier.nl"), "") is None
    found = await links.find_genodigde(conn, clock=clock, token=token)
    assert (found.id, found.email) == (account_id, "nieuw@hier.nl")
    await links.set_wachtwoord(conn, clock=clock, token=token, wachtwoord=NEW)
    assert await service.judge(await get_inlog(conn, "nieuw@hier.nl"), NEW) == account_id


async def test_a_link_works_once(conn: Connection, clock: FixedClock) -> None:
    _, _, _, token = await invited(conn, clock)
    await links.set_wachtwoord(conn, clock=clock, token=token, wachtwoord=NEW)
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=clock, token=token)
    with pytest.raises(LinkEnded):
        await links.set_wachtwoord(conn, clock=clock, token=token, wachtwoord="een ander wachtwoord")


async def test_a_new_password_ends_every_session(conn: Connection, clock: FixedClock) -> None:
    _, beheerder, account_id, token = await invited(conn, clock)
    await links.set_wachtwoord(conn, clock=clock, token=token, wachtwoord=NEW)
    session = await service.start_sessie(conn, clock=clock, account_id=account_id)
    again = await links.make_account_link(conn, beheerder, clock=clock, account_id=account_id)
    assert [each.doel for each in await link_queries.list_links(conn, account_id=account_id)] == [
        Doel.WACHTWOORD,
        Doel.UITNODIGING,
    ]
    assert await service.find_sessie(conn, clock=clock, token=session)
    await links.set_wachtwoord(conn, clock=clock, token=again, wachtwoord=NEW + "!")
    assert await service.find_sessie(conn, clock=clock, token=session) is None


async def test_only_the_hash_of_a_token_is_stored(conn: Connection, clock: FixedClock) -> None:
    _, _, _, token = await invited(conn, clock)
    await conn.execute("reset role")
    stored = await conn.fetchval("select token_hash from links")
    assert (len(stored), token.encode() in stored) == (32, False)


async def test_a_link_ends_by_itself(conn: Connection, clock: FixedClock) -> None:
    _, _, _, token = await invited(conn, clock)
    later = FixedClock(clock.now() + links.LENGTH[Doel.UITNODIGING])
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=later, token=token)
    just = FixedClock(later.now() - timedelta(seconds=1))
    assert await links.find_genodigde(conn, clock=just, token=token)


async def test_a_newer_link_a_withdrawal_and_switching_off_end_it(
    conn: Connection, clock: FixedClock
) -> None:
    _, beheerder, account_id, first = await invited(conn, clock)
    second = await links.make_account_link(conn, beheerder, clock=clock, account_id=account_id)
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=clock, token=first)
    await links.withdraw_account_links(conn, beheerder, clock=clock, account_id=account_id)
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=clock, token=second)
    third = await links.make_account_link(conn, beheerder, clock=clock, account_id=account_id)
    await accounts.set_account_actief(conn, beheerder, clock=clock, account_id=account_id, actief=False)
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=clock, token=third)


async def test_a_link_dies_when_somebody_else_gives_the_account_a_role(
    conn: Connection, clock: FixedClock
) -> None:
    """Its maker may not manage all of the account any more, and must not choose its password."""
    regio, beheerder, account_id, token = await invited(conn, clock)
    await accounts.give_rol(
        conn, beheerder, clock=clock, account_id=account_id, rol=Rol.BEHEERDER, plaats=plaats_of(regio)
    )
    assert await links.find_genodigde(conn, clock=clock, token=token)
    of_regio = await make_actor(conn, Rol.BEHEERDER, regio_code="AM09")
    await act_as(conn, of_regio)
    achterhoek = await accounts.find_plaats(conn, of_regio, "AM09")
    await accounts.give_rol(
        conn, of_regio, clock=clock, account_id=account_id, rol=Rol.ACCOUNTMANAGER, plaats=achterhoek
    )
    with pytest.raises(LinkEnded):
        await links.find_genodigde(conn, clock=clock, token=token)


async def test_no_link_is_made_for_oneself(conn: Connection, clock: FixedClock) -> None:
    _, beheerder, _, _ = await invited(conn, clock)
    with pytest.raises(Forbidden):
        await links.make_account_link(conn, beheerder, clock=clock, account_id=beheerder.account_id)


async def test_a_stranger_sees_no_link(conn: Connection, clock: FixedClock) -> None:
    regio, _, account_id, _ = await invited(conn, clock)
    await conn.execute("set local role app")
    for stranger in (regio.eigen, regio.vreemd, regio.werkgever):
        await act_as(conn, stranger)
        assert await link_queries.list_links(conn, account_id=account_id) == []
        assert await link_queries.revoke_links(conn, now=clock.now(), account_id=account_id) == 0


async def test_whoever_holds_a_link_sees_no_row_that_is_not_everybodys(
    conn: Connection, clock: FixedClock
) -> None:
    """All that a token opens comes from functions that ask for it."""
    _, _, _, token = await invited(conn, clock)
    await conn.execute("reset role")
    bound = await conn.fetch(
        """
        select relname from pg_class where relkind = 'r' and relrowsecurity
          and relnamespace = 'public'::regnamespace
          and not exists (select from pg_policy where polrelid = pg_class.oid and polcmd = 'r'
                          and pg_get_expr(polqual, polrelid) = 'true' and 'app'::regrole = any(polroles))
        """
    )
    await conn.execute("set local role app")
    await conn.execute(ACT_AS, "")
    assert await links.find_genodigde(conn, clock=clock, token=token)
    assert len(bound) > 20
    for row in bound:
        try:
            async with conn.transaction():
                seen = await conn.fetchval(f"select count(*) from {row['relname']}")  # noqa: S608 (names of tables)
        except asyncpg.InsufficientPrivilegeError:
            continue
        assert seen == 0, row["relname"]
