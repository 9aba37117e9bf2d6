"""The application on the small region."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.regio_site import RegioSite, open_regio_site


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application with what is in it."""
    async with open_regio_site(database, clock) as opened:
        yield opened
