"""Passwords: argon2id in a thread, never more than two at once, and the same work for an unknown account."""

import secrets
from functools import cache

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


@cache
def _limiter() -> CapacityLimiter:
    """A hash takes 64 MB and a core; two at a time keep the server standing under a flood of logins."""
    return CapacityLimiter(2)


@cache
def _dummy() -> str:
    """The hash of a password nobody has."""
    return _HASHER.hash(secrets.token_urlsafe(32))


def hash_password(password: str) -> str:
    """An argon2id hash with its own salt (about 0.2 s)."""
    return _HASHER.hash(password)


async def make_hash(password: str) -> str:
    """A hash made beside the loop, when one of the two is free."""
    return await to_thread.run_sync(hash_password, password, limiter=_limiter())


def _verify(wachtwoord_hash: str | None, password: str) -> bool:
    """Check against the given hash, or against the dummy so that a stranger learns nothing from the time."""
    try:
        _HASHER.verify(wachtwoord_hash or _dummy(), password)
    except (VerificationError, InvalidHashError):
        return False
    return wachtwoord_hash is not None


async def verify_password(wachtwoord_hash: str | None, password: str) -> bool:
    """Whether the password fits; None (no such account) takes as long as a wrong password."""
    return await to_thread.run_sync(_verify, wachtwoord_hash, password, limiter=_limiter())
