"""The application with a group that worked last week."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.groepsdetachering.uren.kleine_uren import KleineUren, make_uren
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import Huis, open_huis


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[Huis]:
    """A SW-bedrijf that has begun."""
    async with open_huis(database, clock, begonnen=True) as opened:
        yield opened


@pytest.fixture
async def kleine(huis: Huis) -> KleineUren:
    """Its group, of which nothing was filled in."""
    return await make_uren(huis.eigenaar, huis.klein)
