"""The workbench on a database of the test's own."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.werkbank import Werkbank, open_werkbank


@pytest.fixture
async def bank(database: Dsns, clock: FixedClock) -> AsyncIterator[Werkbank]:
    """The running application on the small region."""
    async with open_werkbank(database, clock) as opened:
        yield opened
