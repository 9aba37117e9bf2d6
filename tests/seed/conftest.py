"""The example region in memory, for tests that need no database."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from seed.rijen import Rijen
from seed.wereld import build_wereld

Row = dict[str, Any]
FindKandidaat = Callable[[str], Row]
FindPlek = Callable[[str], Row]


@pytest.fixture(scope="session")
def wereld(vandaag: date) -> Rijen:
    """All rows of the story."""
    return build_wereld(vandaag)


@pytest.fixture(scope="session")
def kandidaat(wereld: Rijen) -> FindKandidaat:
    """Find a person by kenmerk."""
    found: dict[str, Row] = {str(row["kenmerk"]): row for row in wereld.tables["kandidaten"]}
    return found.__getitem__


@pytest.fixture(scope="session")
def plek(wereld: Rijen) -> FindPlek:
    """Find a plek by titel."""
    found: dict[str, Row] = {str(row["titel"]): row for row in wereld.tables["leerwerkplekken"]}
    return found.__getitem__
