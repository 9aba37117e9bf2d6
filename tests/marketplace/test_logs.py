"""Logs are lines of JSON."""

import json

import pytest
import structlog

from marketplace.logs import configure_logs


def test_a_line_is_json_with_level_time_and_event(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    try:
        structlog.get_logger("proef").warning("run taken", rekenrun=7)
    finally:
        structlog.reset_defaults()
    line = json.loads(capsys.readouterr().err)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "run taken", "level": "warning", "rekenrun": 7}
