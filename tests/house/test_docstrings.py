"""Every module and public thing says in a sentence what it is, and every function what it returns."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

from marketplace.settings import ROOT

CODES = r"[A-Z]+[0-9]+(?:, ?[A-Z]+[0-9]+)*"
EXEMPTION = re.compile(rf"# (?:noqa: {CODES}|noqa\b|type: ignore(?:\[[^]]*\])?|pragma: no \w+)(?P<reason>.*)")
SHORTEST_REASON = 4


def test_every_module_has_a_docstring(modules: Mapping[Path, ast.Module]) -> None:
    assert not [path for path, module in modules.items() if not ast.get_docstring(module)]


def test_every_function_says_what_it_returns(modules: Mapping[Path, ast.Module]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, module in modules.items()
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None
    ]
    assert not found


def test_every_exemption_has_its_reason(tracked: tuple[Path, ...]) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked
        if path.suffix == ".py" and path.name != "test_docstrings.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for exemption in EXEMPTION.finditer(line)
        if len(exemption["reason"].strip(" #-()")) < SHORTEST_REASON
    ]
    assert not found
