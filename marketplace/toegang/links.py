"""Signed links: one purpose, one object, an end; shown once to who makes it, and stored as a hash only.

Looking at what a link opens changes nothing, because mail scanners follow links; using it works once.
"""

import secrets
from datetime import timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, LinkEnded
from marketplace.toegang import link_queries as queries
from marketplace.toegang.accounts import record_account, whole_account
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Account, Actor, Doel, Genodigde
from marketplace.toegang.service import hash_token
from marketplace.toegang.wachtwoorden import make_hash

LENGTH = {
    Doel.UITNODIGING: timedelta(days=14),
    Doel.WACHTWOORD: timedelta(days=2),
    Doel.PLEK: timedelta(days=30),
    Doel.UREN: timedelta(days=30),
}
OWN = "U wijzigt uw eigen wachtwoord bij Mijn account."
SWITCHED_OFF = "Dit account staat uit. Zet het eerst aan."


async def make_link(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    doel: Doel,
    account_id: int | None = None,
    leerwerkplek_id: int | None = None,
) -> tuple[int, str]:
    """Make a link in the place of those still open to the same object; returns its id and its token."""
    now, token = clock.now(), secrets.token_urlsafe(32)
    await queries.revoke_links(conn, now=now, account_id=account_id, leerwerkplek_id=leerwerkplek_id)
    link_id = await queries.insert_link(
        conn,
        token_hash=hash_token(token),
        doel=doel,
        account_id=account_id,
        leerwerkplek_id=leerwerkplek_id,
        maker=actor.account_id,
        now=now,
        ends=now + LENGTH[doel],
    )
    return link_id, token


def doel_of(account: Account) -> Doel:
    """What a link to this account is for."""
    return Doel.WACHTWOORD if account.heeft_wachtwoord else Doel.UITNODIGING


async def make_account_link(conn: Connection, actor: Actor, *, clock: Clock, account_id: int) -> str:
    """Make the link with which somebody chooses a first or a new password; returns its token."""
    account = await whole_account(conn, actor, clock, account_id)
    if account_id == actor.account_id:
        raise Forbidden(OWN)
    if not account.actief:
        raise Forbidden(SWITCHED_OFF)
    link_id, token = await make_link(conn, actor, clock=clock, doel=doel_of(account), account_id=account_id)
    plaats = account.rollen[0].plaats
    await record_account(conn, actor, clock, account_id, "wachtwoordlink_gemaakt", plaats, {"link": link_id})
    return token


async def withdraw_account_links(conn: Connection, actor: Actor, *, clock: Clock, account_id: int) -> None:
    """Let no link to this account work any more."""
    account = await whole_account(conn, actor, clock, account_id)
    if await queries.revoke_links(conn, now=clock.now(), account_id=account_id):
        plaats = account.rollen[0].plaats
        await record_account(conn, actor, clock, account_id, "wachtwoordlink_ingetrokken", plaats)


async def find_genodigde(conn: Connection, *, clock: Clock, token: str) -> Genodigde:
    """For whom this link sets a password; raises LinkEnded when it does not or no longer."""
    found = await queries.get_genodigde(conn, hash_token(token), clock.now())
    if found is None:
        raise LinkEnded
    return found


async def set_wachtwoord(conn: Connection, *, clock: Clock, token: str, wachtwoord: str) -> None:
    """Use a link to choose a password; ends every session of the account and every other link to it."""
    await find_genodigde(conn, clock=clock, token=token)  # before the work of a hash
    wachtwoord_hash = await make_hash(wachtwoord)
    used = await queries.set_wachtwoord(conn, hash_token(token), wachtwoord_hash, clock.now())
    if used is None:
        raise LinkEnded
    account_id, link_id = used
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=None,
        soort="wachtwoord_gekozen",
        onderwerp="account",
        onderwerp_id=account_id,
        regio_code=None,
        gegevens={"link": link_id},
    )
