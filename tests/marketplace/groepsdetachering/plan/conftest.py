"""The board of the small SW-bedrijf on a rolled-back connection: begun and empty."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from tests.marketplace.groepsdetachering.kleine_detachering import make_detachering
from tests.marketplace.groepsdetachering.plan.bordspel import Spel


@pytest.fixture
async def leeg(conn: Connection, clock: FixedClock) -> Spel:
    """A SW-bedrijf without a plan."""
    return Spel(conn, await make_detachering(conn), clock)


@pytest.fixture
async def spel(leeg: Spel) -> Spel:
    """The same with a concept of four weeks without groups."""
    await leeg.begin()
    return leeg


@pytest.fixture
async def perken(spel: Spel) -> Spel:
    """The same with a group at Perken under Anna in all weeks, and nobody in it."""
    await spel.start(spel.kleine.perken, spel.kleine.anna, verder=True)
    return spel
