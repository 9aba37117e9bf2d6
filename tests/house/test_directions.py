"""Who may lean on whom; the contracts themselves stand in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import pytest

from marketplace.settings import ROOT

HEAVY = ("ortools", "pandas", "numba", "solver.matching.solve", "solver.toewijzing.solve")
NOT_FOR_SOLVER = ("marketplace", "asyncpg", "starlette", "arq", "pydantic", "jinja2")


def _loaded_after(statement: str) -> set[str]:
    """The modules that a fresh Python has loaded after a statement."""
    program = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_the_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_the_web_process_never_loads_the_solving_half() -> None:
    assert not _loaded_after("import marketplace.app").intersection(HEAVY)


@pytest.mark.parametrize("module", ["solver.matching.solve", "solver.matching.explain", "solver.codec"])
def test_the_solver_loads_nothing_of_the_service(module: str) -> None:
    assert not _loaded_after(f"import {module}").intersection(NOT_FOR_SOLVER)


@pytest.mark.parametrize("module", ["solver", "solver.matching.check", "solver.matching.explain"])
def test_rules_checks_and_explanations_load_without_ortools(module: str) -> None:
    assert "ortools" not in _loaded_after(f"import {module}")
