"""A week of hours on a rolled-back connection."""

import pytest

from marketplace.db import Connection
from tests.marketplace.groepsdetachering.uren.kleine_uren import KleineUren, make_uren


@pytest.fixture
async def kleine(conn: Connection) -> KleineUren:
    """A group that worked last week, of which nothing was filled in."""
    return await make_uren(conn)
