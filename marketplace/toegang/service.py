"""The verbs of access: log in, log out, and what a beheerder does with an account."""

import hashlib
import secrets
from datetime import timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, NotFound
from marketplace.toegang import queries
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Account, Actor, Inlog, Sessie
from marketplace.toegang.wachtwoorden import verify_password

SESSION_LENGTH = timedelta(hours=12)


def hash_token(token: str) -> bytes:
    """What is stored of a session token."""
    return hashlib.sha256(token.encode()).digest()


async def judge(inlog: Inlog | None, password: str) -> int | None:
    """The id of the account when it is active and the password fits; takes as long when there is none.

    Needs no connection, so that people who wait for their hash keep nobody else from the database.
    """
    usable = inlog if inlog is not None and inlog.actief else None
    fits = await verify_password(usable.wachtwoord_hash if usable else None, password)
    return usable.account_id if usable is not None and fits else None


async def start_sessie(conn: Connection, *, clock: Clock, account_id: int) -> str:
    """Start a session with a fresh token, which goes into the cookie and is stored nowhere."""
    token = secrets.token_urlsafe(32)
    now = clock.now()
    await queries.insert_sessie(
        conn,
        token_hash=hash_token(token),
        account_id=account_id,
        csrf=secrets.token_urlsafe(32),
        now=now,
        ends=now + SESSION_LENGTH,
    )
    return token


async def find_sessie(conn: Connection, *, clock: Clock, token: str) -> Sessie | None:
    """The live session that a cookie names, if any."""
    return await queries.get_sessie(conn, hash_token(token), clock.now())


async def logout(conn: Connection, *, clock: Clock, sessie: Sessie) -> None:
    """End this session."""
    await queries.revoke_sessie(conn, sessie.token_hash, clock.now())


async def set_account_actief(
    conn: Connection, actor: Actor, *, clock: Clock, account_id: int, actief: bool
) -> Account:
    """Switch an account of the own regio on or off; off ends its sessions, and is never for oneself."""
    account = await _visible(conn, actor, clock, account_id)
    if account.id == actor.account_id and not actief:
        message = "U kunt uw eigen account niet uitzetten. Vraag dit aan een andere beheerder."
        raise Forbidden(message)
    if not await queries.update_actief(conn, actor, account_id, actief=actief):
        raise NotFound
    if not actief:
        await queries.revoke_sessies(conn, actor, account_id, clock.now())
    await _record(conn, actor, clock, account_id, "account_aangezet" if actief else "account_uitgezet")
    return account


async def revoke_account_sessies(conn: Connection, actor: Actor, *, clock: Clock, account_id: int) -> int:
    """End every session of an account of the own regio; returns how many."""
    await _visible(conn, actor, clock, account_id)
    ended = await queries.revoke_sessies(conn, actor, account_id, clock.now())
    await _record(conn, actor, clock, account_id, "sessies_ingetrokken")
    return ended


async def _visible(conn: Connection, actor: Actor, clock: Clock, account_id: int) -> Account:
    """The account, or NotFound when it lies outside the actor's regios."""
    account = await queries.get_account(conn, actor, account_id, clock.now())
    if account is None:
        raise NotFound
    return account


async def _record(conn: Connection, actor: Actor, clock: Clock, account_id: int, soort: str) -> None:
    """Note what a beheerder did."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp="account",
        onderwerp_id=account_id,
        regio_code=await queries.get_regio_of(conn, account_id),
    )
