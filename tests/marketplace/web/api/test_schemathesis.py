"""Schemathesis asks every operation of a running service what fits its schema and what does not, seeded."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from marketplace.db import prepare_connection
from marketplace.embedded import Dsns
from marketplace.web.api.resource import ROOT
from marketplace.web.api.routes import OPERATIONS
from marketplace.web.openapi import describe
from tests.live import Live, start_live
from tests.marketplace.web.api.program import insert_sleutel

EXAMPLES = 8
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
CALM = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
async def service(seeded_database: Dsns, tmp_path: Path) -> AsyncIterator[tuple[Live, str]]:
    """The web on an example region of its own, and a key with every scope."""
    conn = await asyncpg.connect(seeded_database.eigenaar)
    await prepare_connection(conn)
    token = await insert_sleutel(conn, rol="accountmanager", regio_code="AM09")
    await conn.close()
    live = start_live(seeded_database, tmp_path, parts=("web",))
    try:
        await asyncio.to_thread(live.wait_until_up)
        yield live, token
    finally:
        live.stop()


def ask_everything(url: str, token: str) -> int:
    """Send some requests of both kinds to every operation and check each answer; returns how many."""
    schema = schemathesis.openapi.from_dict(describe(OPERATIONS, url))
    schema.config.update(base_url=url + ROOT)
    sent = 0
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # a test before this one says it is valid
        for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:

            @seed(20261120)
            @CALM
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:  # noqa: ANN401 (a Case of whatever is sent)
                nonlocal sent
                sent += 1
                case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

            ask()
    return sent


async def test_whatever_is_asked_the_answers_fit_the_document(service: tuple[Live, str]) -> None:
    live, token = service
    sent = await asyncio.to_thread(ask_everything, live.url, token)
    assert sent > len(OPERATIONS) * EXAMPLES
