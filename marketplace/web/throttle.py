"""How often a login may be tried: per account and per address, counted in the memory of this process.

An address counts only who did not come in, so that an office behind one address is not locked out. It is
the address that uvicorn sees: behind a proxy set FORWARDED_ALLOW_IPS to the address of the proxy (uvicorn
then takes X-Forwarded-For from it), or everybody counts as one visitor.
"""

import hashlib
from typing import cast

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter
from starlette.requests import Request

from marketplace.errors import TooManyAttempts

PER_ACCOUNT = RateLimitItemPerMinute(8, 15, namespace="account")
PER_KEY = RateLimitItemPerMinute(6000, 1, namespace="sleutel")
PER_ADDRESS = RateLimitItemPerMinute(40, 15, namespace="adres")


class TooManyCalls(TooManyAttempts):
    """Met deze sleutel is te veel gevraagd. Wacht een minuut en probeer het dan opnieuw."""


class Throttle:
    """Counts attempts before they are judged, so that many at once gain nothing."""

    def __init__(self) -> None:
        self._memory = MemoryStorage()
        self._accounts = MovingWindowRateLimiter(self._memory)
        # A moving window cannot give a hit back.
        self._windows = FixedWindowRateLimiter(self._memory)

    def count(self, *, email: str, address: str) -> None:
        """Count one attempt; raises TooManyAttempts when there were too many in a quarter of an hour."""
        if not self._windows.hit(PER_ADDRESS, address) or not self._accounts.hit(PER_ACCOUNT, _key(email)):
            raise TooManyAttempts

    def count_call(self, sleutel_id: int) -> None:
        """Count one request of a program; raises TooManyCalls when its key asked too much in a minute."""
        if not self._windows.hit(PER_KEY, str(sleutel_id)):
            raise TooManyCalls

    def forgive(self, *, email: str, address: str) -> None:
        """Forget the attempts at an account once somebody came in, and this one attempt at the address."""
        self._accounts.clear(PER_ACCOUNT, _key(email))
        self._memory.decr(PER_ADDRESS.key_for(address))


def throttle_of(request: Request) -> Throttle:
    """The one that counts for this process."""
    return cast("Throttle", request.app.state.throttle)


def _key(email: str) -> str:
    """No address in memory longer than needed, and one length whatever was typed."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()
