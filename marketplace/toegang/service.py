"""The verbs of access for oneself: log in, log out, another password."""

import hashlib
import secrets
from datetime import timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.toegang import queries
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Inlog, Sessie
from marketplace.toegang.wachtwoorden import make_hash, verify_password

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


async def change_wachtwoord(conn: Connection, *, clock: Clock, sessie: Sessie, oud: str, nieuw: str) -> None:
    """Choose a new password by the old one; every other session ends. Raises InvalidInput with fields."""
    account_id = await judge(await queries.get_inlog(conn, sessie.actor.email), oud)
    if account_id != sessie.actor.account_id:
        raise InvalidInput(
            fields={"wachtwoord_oud": "Dit is niet uw wachtwoord van nu. Probeer het opnieuw."}
        )
    await queries.update_own_wachtwoord(conn, await make_hash(nieuw))
    await queries.revoke_other_sessies(conn, sessie, clock.now())
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=sessie.actor,
        soort="wachtwoord_gewijzigd",
        onderwerp="account",
        onderwerp_id=account_id,
        regio_code=await queries.get_regio_of(conn, account_id),
    )


async def logout_elsewhere(conn: Connection, *, clock: Clock, sessie: Sessie) -> int:
    """End one's own sessions but this one; returns how many there were."""
    ended = await queries.revoke_other_sessies(conn, sessie, clock.now())
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=sessie.actor,
        soort="elders_uitgelogd",
        onderwerp="account",
        onderwerp_id=sessie.actor.account_id,
        regio_code=await queries.get_regio_of(conn, sessie.actor.account_id),
    )
    return ended
