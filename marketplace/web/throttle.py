"""How often a login may be tried: per account and per address, counted in the memory of this process."""

import hashlib

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from marketplace.errors import TooManyAttempts

PER_ACCOUNT = RateLimitItemPerMinute(8, 15, namespace="account")
PER_ADDRESS = RateLimitItemPerMinute(40, 15, namespace="adres")


class Throttle:
    """Counts attempts before they are judged, so that many at once gain nothing."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def count(self, *, email: str, address: str) -> None:
        """Count one attempt; raises TooManyAttempts when there were too many in a quarter of an hour."""
        if not self._limiter.hit(PER_ADDRESS, address) or not self._limiter.hit(PER_ACCOUNT, _key(email)):
            raise TooManyAttempts

    def forgive(self, *, email: str) -> None:
        """Forget the attempts at an account once somebody came in."""
        self._limiter.clear(PER_ACCOUNT, _key(email))


def _key(email: str) -> str:
    """No address in memory longer than needed, and one length whatever was typed."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()
