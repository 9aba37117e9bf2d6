"""Logs are lines of JSON, or lines for a person, without what anybody typed."""

import asyncio
import json
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

import pytest
import structlog
from pydantic import TypeAdapter, ValidationError

from marketplace.logs import configure_logs, tell_uncaught

PRIVATE = "Sanne Jansen 123456782 sanne@voorbeeld.nl"


@pytest.fixture
def logs(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """What this process logs; the test sets it up, the fixture undoes that."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = list(root.handlers), root.level
    yield capsys
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook


def told(logs: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What was logged; nothing of it is private."""
    said = logs.readouterr().err
    for word in PRIVATE.split():
        assert word not in said
    return [json.loads(line) for line in said.splitlines()]


def broken() -> Exception:
    """An error that quotes what somebody typed, caught."""
    try:
        int(PRIVATE)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_line_is_json_with_level_time_and_event(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    structlog.get_logger("proef").warning("run taken", rekenrun=7)
    (line,) = told(logs)
    assert str(line.pop("timestamp")).endswith("Z")
    assert line == {"event": "run taken", "level": "warning", "rekenrun": 7}


def test_for_a_person_a_line_is_no_json(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs(readable=True)
    structlog.get_logger("proef").error("run taken", rekenrun=7, exc_info=broken())
    said = logs.readouterr().err
    assert "run taken" in said
    assert "rekenrun=7" in said
    assert "ValueError" in said
    assert "Sanne" not in said


def test_an_exception_that_is_handed_over_tells_its_kind_and_place(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    log = structlog.get_logger("proef")
    log.error("stuk", exc_info=broken())
    with suppress(ValueError):
        try:
            int(PRIVATE)
        except ValueError:
            log.exception("stuk")
            raise
    first, second = told(logs)
    assert first["kind"] == second["kind"] == "ValueError"
    assert re.fullmatch(r"tests/marketplace/test_logs\.py:\d+ broken", first["frames"][0])


def test_where_a_library_broke_is_told_beside_our_own_frames(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    with suppress(ValueError):
        try:
            json.loads(PRIVATE)
        except ValueError:
            structlog.get_logger().exception("stuk")
    with suppress(ValidationError):
        try:
            TypeAdapter(int).validate_python(PRIVATE)
        except ValidationError:
            structlog.get_logger().exception("stuk")
    first, second = told(logs)
    assert len(first["frames"]) == len(second["frames"]) == 1
    assert re.fullmatch(r"decoder\.py:\d+ JSONDecoder\.raw_decode", first["library"])
    assert second["library"].startswith("pydantic/type_adapter.py:")


def test_a_module_that_lacks_is_named_because_it_is_code(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    with suppress(ImportError):
        try:
            import_module("marketplace.niet_gemaakt")
        except ImportError:
            structlog.get_logger().exception("stuk")
    (line,) = told(logs)
    assert (line["kind"], line["module"]) == ("ModuleNotFoundError", "marketplace.niet_gemaakt")


def test_a_library_is_quoted_without_what_it_is_about(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    library = logging.getLogger("bibliotheek")
    library.warning("no room for %s\n%s", PRIVATE, PRIVATE)
    library.error("failed", exc_info=broken())
    library.error(broken())
    library.error(OSError(98, PRIVATE))
    library.info("nothing")
    told_lines = told(logs)
    assert [line["event"] for line in told_lines] == ["no room for %s", "failed", "error", "error"]
    assert {line["logger"] for line in told_lines} == {"bibliotheek"}
    assert told_lines[3]["reason"] == "Address already in use"


async def test_a_task_that_nobody_waits_for_tells_no_more(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    context = {"message": f"Task exception was never retrieved\n{PRIVATE}", "exception": broken()}
    asyncio.get_running_loop().default_exception_handler(context)
    (line,) = told(logs)
    assert (line["event"], line["kind"]) == ("Task exception was never retrieved", "ValueError")


def test_what_nobody_caught_tells_no_more(logs: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    assert sys.excepthook is tell_uncaught
    tell_uncaught(ValueError, broken(), None)
    tell_uncaught(KeyboardInterrupt, KeyboardInterrupt(), None)
    (line,) = told(logs)
    assert (line["event"], line["kind"]) == ("uncaught", "ValueError")
