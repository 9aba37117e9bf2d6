"""The verbs of access: log in, log out, and what a beheerder does with an account."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import Forbidden, NotFound
from marketplace.toegang import queries
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Account, Actor, Sessie
from marketplace.toegang.wachtwoorden import verify_password

SESSION_LENGTH = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class NewSessie:
    """A session just started; the token goes into the cookie and is stored nowhere."""

    token: str
    account_id: int


def hash_token(token: str) -> bytes:
    """What is stored of a session token."""
    return hashlib.sha256(token.encode()).digest()


async def login(conn: Connection, *, clock: Clock, email: str, password: str) -> NewSessie | None:
    """Start a session with a fresh token when address and password fit an active account; None otherwise."""
    inlog = await queries.get_inlog(conn, email)
    usable = inlog if inlog is not None and inlog.actief else None
    if not await verify_password(usable.wachtwoord_hash if usable else None, password) or usable is None:
        return None
    token = secrets.token_urlsafe(32)
    now = clock.now()
    await queries.insert_sessie(
        conn,
        token_hash=hash_token(token),
        account_id=usable.account_id,
        csrf=secrets.token_urlsafe(32),
        now=now,
        ends=now + SESSION_LENGTH,
    )
    return NewSessie(token=token, account_id=usable.account_id)


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
    await queries.update_actief(conn, account_id, actief=actief)
    if not actief:
        await queries.revoke_sessies(conn, account_id, clock.now())
    await _record(conn, actor, clock, account_id, "account_aangezet" if actief else "account_uitgezet")
    return account


async def revoke_account_sessies(conn: Connection, actor: Actor, *, clock: Clock, account_id: int) -> int:
    """End every session of an account of the own regio; returns how many."""
    await _visible(conn, actor, clock, account_id)
    ended = await queries.revoke_sessies(conn, account_id, clock.now())
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
