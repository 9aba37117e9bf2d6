"""A problem written to a file piece by piece, so that no more than a piece is ever held as text."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict, fields
from typing import IO, TYPE_CHECKING

import numpy as np

from solver.toewijzing.fileformat import PROBLEM_FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from solver.arrays import IntArray
    from solver.toewijzing.problem import Groep, Problem, Zacht

PIECE = 1 << 16


def write_problem(path: Path, problem: Problem) -> None:
    """Write a problem that `read_problem` reads back as it was; gzipped when the name ends in .gz."""
    with path.open("wb") as file:
        if path.suffix == ".gz":
            with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6) as packed:
                _write(packed, problem)
        else:
            _write(file, problem)


def _write(file: IO[bytes] | gzip.GzipFile, problem: Problem) -> None:
    file.write(b'{"format":"%s"' % PROBLEM_FORMAT.encode())
    for key, value in _members(problem):
        file.write(b',"%s":' % key.encode())
        if isinstance(value, np.ndarray):
            for text in _pieces(value):
                file.write(text.encode())
        else:
            file.write(json.dumps(value, separators=(",", ":")).encode())
    file.write(b"}\n")


def _members(problem: Problem) -> Iterator[tuple[str, object]]:
    """The keys of the format that say something."""
    for each in fields(problem):
        value = getattr(problem, each.name)
        if each.init and value is not each.default:
            yield each.name, _rows(value) if each.name in {"groepen", "zacht"} else value


def _rows(rows: Sequence[Groep | Zacht]) -> list[dict[str, object]]:
    return [{key: value for key, value in asdict(row).items() if value is not None} for row in rows]


def _pieces(values: IntArray) -> Iterator[str]:
    yield "["
    for low in range(0, len(values), PIECE):
        yield ("," if low else "") + ",".join(map(str, values[low : low + PIECE].tolist()))
    yield "]"
