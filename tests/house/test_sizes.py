"""The size budgets: a reader sees a file whole and a function at a glance."""

import ast
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from marketplace.settings import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef
TEST_FILE_MAX = 500


@pytest.fixture(scope="session")
def file_lines(modules: Mapping[Path, ast.Module]) -> dict[str, int]:
    """Lines per module."""
    return {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in modules}


@pytest.fixture(scope="session")
def function_lines(modules: Mapping[Path, ast.Module]) -> dict[str, int]:
    """Lines per function, without its docstring."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": _length(node)
        for path, module in modules.items()
        for node in ast.walk(module)
        if isinstance(node, Function)
    }


def _length(function: Function) -> int:
    """The lines of a function, from its name on and without its docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def _share(values: Sequence[int], share: float) -> int:
    """The value that this share of all values does not exceed."""
    return sorted(values)[int(share * (len(values) - 1))]


def _longer(lines: Mapping[str, int], most: int) -> dict[str, int]:
    """Those that are too long."""
    return {name: count for name, count in lines.items() if count > most}


def test_no_file_is_over_350_lines(file_lines: dict[str, int]) -> None:
    assert not _longer(file_lines, 350)


def test_half_of_the_files_have_at_most_90_lines(file_lines: dict[str, int]) -> None:
    assert _share(list(file_lines.values()), 0.5) <= 90


def test_nineteen_of_twenty_files_have_at_most_250_lines(file_lines: dict[str, int]) -> None:
    assert _share(list(file_lines.values()), 0.95) <= 250, _longer(file_lines, 250)


def test_no_function_is_over_60_lines(function_lines: dict[str, int]) -> None:
    assert not _longer(function_lines, 60)


def test_half_of_the_functions_have_at_most_10_lines(function_lines: dict[str, int]) -> None:
    assert _share(list(function_lines.values()), 0.5) <= 10


def test_nineteen_of_twenty_functions_have_at_most_40_lines(function_lines: dict[str, int]) -> None:
    assert _share(list(function_lines.values()), 0.95) <= 40, _longer(function_lines, 40)


def test_no_test_file_is_over_its_looser_budget(tracked: tuple[Path, ...]) -> None:
    sizes = {str(p): len(p.read_text().splitlines()) for p in tracked if p.match("tests/**/*.py")}
    assert not _longer(sizes, TEST_FILE_MAX)


def test_dev_is_within_the_budget_of_a_file() -> None:
    assert len((ROOT / "dev").read_text().splitlines()) <= 350
