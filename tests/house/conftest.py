"""What the tests of the house look at: the tracked files, parsed once."""

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from marketplace.settings import ROOT

ROOMS = ("marketplace", "migrations", "seed", "solver")


@pytest.fixture(scope="session")
def tracked() -> tuple[Path, ...]:
    """The files in the repository, those not yet committed too; without git those on disk."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


@pytest.fixture(scope="session")
def modules(tracked: tuple[Path, ...]) -> Mapping[Path, ast.Module]:
    """The parsed modules of our rooms."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in tracked
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ROOMS
    }
