"""What the house sends to a database and from which of its lines, and every line that sends something."""

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import pytest
from asyncpg.pool import PoolConnectionProxy

from marketplace.settings import ROOT

HOUSE = ROOT / "marketplace"
SENDS = ("cursor", "execute", "executemany", "fetch", "fetchrow", "fetchval")
Line = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Verzonden:
    """The statements that were sent, and the lines (path within the house, number) that sent them."""

    statements: set[str] = field(default_factory=set)
    lines: set[Line] = field(default_factory=set)

    def unsent(self) -> set[str]:
        """The functions with a call that was not made, as module.function."""
        return {
            name
            for name, path, lines in _calls()
            if not any(each == path and number in lines for each, number in self.lines)
        }


@contextmanager
def note_statements() -> Iterator[Verzonden]:
    """Note all that code of the house sends, over whatever connection."""
    noted = Verzonden()
    with pytest.MonkeyPatch.context() as patch:
        for kind in (asyncpg.Connection, PoolConnectionProxy):
            for name in SENDS:
                patch.setattr(kind, name, _noting(getattr(kind, name), noted))
        yield noted


def _noting(send: Callable[..., Any], noted: Verzonden) -> Callable[..., Any]:
    """The same method, that notes what it is given by code of the house."""

    def note(conn: object, statement: str, *arguments: object, **more: object) -> object:
        frame = sys._getframe(1)
        if frame.f_code.co_filename.startswith(str(HOUSE)):
            noted.statements.add(statement)
            noted.lines.add((frame.f_code.co_filename.removeprefix(f"{HOUSE}/"), frame.f_lineno))
        return send(conn, statement, *arguments, **more)

    return note


def _calls() -> Iterator[tuple[str, str, range]]:
    """Every call in the house that sends a statement: function, path and lines."""
    for path in sorted(HOUSE.rglob("*.py")):
        within = path.relative_to(HOUSE)
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, ast.AsyncFunctionDef):
                name = f"{'.'.join(within.with_suffix('').parts)}.{function.name}"
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and _sends(node.func):
                        yield name, str(within), range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _sends(called: ast.expr) -> bool:
    """Whether this is a method that sends a statement; a cursor fetches what was sent before."""
    if not isinstance(called, ast.Attribute) or called.attr not in SENDS:
        return False
    return not (isinstance(called.value, ast.Name) and called.value.id == "cursor")
