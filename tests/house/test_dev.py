"""The one script."""

import ast
import subprocess
import sys

from marketplace.settings import ROOT

DEV = ROOT / "dev"


def test_without_a_command_it_tells_what_it_can() -> None:
    done = subprocess.run([sys.executable, DEV], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    for command in ("demo", "test", "lint", "format", "coverage", "mutate", "lock", "schema"):
        assert f"\n  {command} " in done.stderr


def test_it_needs_nothing_but_the_standard_library() -> None:
    imports = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(DEV.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imports <= sys.stdlib_module_names


def test_scripts_can_be_started() -> None:
    for script in (DEV, ROOT / ".ci" / "run"):
        assert script.stat().st_mode & 0o111
