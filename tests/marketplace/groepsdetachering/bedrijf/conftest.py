"""The small SW-bedrijf on a rolled-back connection."""

import pytest

from marketplace.db import Connection
from tests.marketplace.groepsdetachering.klein_bedrijf import KleinBedrijf, make_bedrijf


@pytest.fixture
async def klein(conn: Connection) -> KleinBedrijf:
    """A SW-bedrijf that has begun."""
    return await make_bedrijf(conn)
