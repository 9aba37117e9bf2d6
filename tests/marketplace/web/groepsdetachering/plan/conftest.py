"""The application on the small SW-bedrijf: without a plan, and with a board on which people are."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import DATABASE, Dsns
from tests.databases import Databases
from tests.marketplace.web.groepsdetachering.plan.bord_site import BordSite, open_bord


async def _fill(leeg: BordSite) -> BordSite:
    """A concept of two weeks: three people at Perken under Anna, by bus, and all is well."""
    spel, kleine = leeg.spel, leeg.kleine
    await spel.begin()
    await spel.start(kleine.perken, kleine.anna, verder=True, bus_id=kleine.bus)
    for wie, dagen in ((1, None), (2, 0b00011), (3, None)):
        await spel.put(wie, kleine.perken, dagen=dagen, verder=True)
    return leeg


@pytest.fixture
async def leeg(database: Dsns, clock: FixedClock) -> AsyncIterator[BordSite]:
    """Nothing was planned yet; two weeks can be."""
    async with open_bord(database, clock) as made:
        yield made


@pytest.fixture
async def bord(leeg: BordSite) -> BordSite:
    """A board of the test's own."""
    return await _fill(leeg)


@pytest.fixture(scope="session")
async def bekeken(databases: Databases, clock: FixedClock) -> AsyncIterator[BordSite]:
    """A board for tests that change nothing on it."""
    name = await databases.clone(DATABASE)
    async with open_bord(databases.dsns(name), clock) as made:
        yield await _fill(made)
    await databases.drop(name)
