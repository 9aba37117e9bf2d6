"""The locks pin everything by hash and name no place; no file of ours tells where it was made."""

import json
import re
from pathlib import Path

import pytest

from marketplace.settings import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-node.lock")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
PLACES = re.compile(r"(https?|file)://|find-links|index-url|trusted-host")
MACHINE = re.compile(r"/(root|home/\w+|opt/(pypi|wheels)|tmp/(try|brief)|work/(main|shared))/")


def _read(name: str) -> str:
    """A file of the top level."""
    return (ROOT / name).read_text(encoding="utf-8")


def _pins(name: str) -> dict[str, str]:
    """The version of each package in a lock."""
    return dict(PIN.findall(_read(name)))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place(name: str) -> None:
    assert not PLACES.search(_read(name))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_each_package(name: str) -> None:
    for block in re.split(r"\n(?=[a-z])", _read(name)):
        if PIN.match(block):
            assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_test_lock_has_the_versions_of_the_run_time_lock() -> None:
    run, test = _pins("requirements.lock"), _pins("requirements-test.lock")
    assert {name: test.get(name) for name in run} == run


def test_redis_stays_below_six_so_that_arq_does_not_fall_back() -> None:
    pins = _pins("requirements.lock")
    assert int(pins["redis"].partition(".")[0]) < 6
    assert pins["arq"] >= "0.28"


def test_node_comes_only_where_npm_is_missing() -> None:
    assert not [name for name in _pins("requirements-test.lock") if "node" in name]


def test_the_npm_lock_names_no_place_to_fetch_from() -> None:
    packages = json.loads(_read("marketplace/web/package-lock.json"))["packages"]
    assert packages
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)


def test_no_file_tells_where_it_was_made(tracked: tuple[Path, ...]) -> None:
    found = []
    for path in tracked:
        if path.name == "test_locks.py":
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in MACHINE.finditer(text)]
    assert not found
