"""The application on the small SW-bedrijf: without a plan, and with a board on which people are."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.groepsdetachering.plan.bord_site import BordSite, open_bord


@pytest.fixture
async def leeg(database: Dsns, clock: FixedClock) -> AsyncIterator[BordSite]:
    """Nothing was planned yet; two weeks can be."""
    async with open_bord(database, clock) as made:
        yield made


@pytest.fixture
async def bord(leeg: BordSite) -> BordSite:
    """A concept of two weeks: three people at Perken under Anna, by bus, and all is well."""
    spel, kleine = leeg.spel, leeg.kleine
    await spel.begin()
    await spel.start(kleine.perken, kleine.anna, verder=True, bus_id=kleine.bus)
    for wie, dagen in ((1, None), (2, 0b00011), (3, None)):
        await spel.put(wie, kleine.perken, dagen=dagen, verder=True)
    return leeg
