"""The application on the small region, and a program of its accountmanager."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.api.program import Program, insert_sleutel, program
from tests.marketplace.web.regio_site import RegioSite, open_regio_site
from tests.marketplace.web.werkbank import Werkbank, open_werkbank


@pytest.fixture
async def huis(database: Dsns, clock: FixedClock) -> AsyncIterator[RegioSite]:
    """The running application with what is in it."""
    async with open_regio_site(database, clock) as opened:
        yield opened


@pytest.fixture
async def regio_program(huis: RegioSite) -> AsyncIterator[Program]:
    """A program that may do everything that an accountmanager of the region may."""
    token = await insert_sleutel(huis.eigenaar, rol="accountmanager", regio_code="AM09")
    async with program(huis.site.app, token) as made:
        yield made


@pytest.fixture
async def bank(database: Dsns, clock: FixedClock) -> AsyncIterator[Werkbank]:
    """The running application on a region that can be planned."""
    async with open_werkbank(database, clock) as opened:
        yield opened


@pytest.fixture
async def bank_program(bank: Werkbank) -> AsyncIterator[Program]:
    """A program of the accountmanager of that region."""
    token = await insert_sleutel(bank.eigenaar, rol="accountmanager", regio_code="AM09")
    async with program(bank.site.app, token) as made:
        yield made
