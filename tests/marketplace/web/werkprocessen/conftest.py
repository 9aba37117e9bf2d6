"""The application on the small region, in which the werkgever keeps the catalogue too."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.regio_site import RegioSite, make_beheerder, open_regio_site


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application; `eigen` is beheerder as well."""
    async with open_regio_site(database, clock) as opened:
        await make_beheerder(opened.eigenaar)
        yield opened
