"""Problems and answers as files: one JSON object, UTF-8, gzipped when the name ends in .gz."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from solver.toewijzing.document import parse_document
from solver.toewijzing.problem import Groep, Problem, Zacht
from solver.toewijzing.solution import Uitkomst
from solver.toewijzing.validate import ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from solver.arrays import IntArray
    from solver.result import Result

PROBLEM_FORMAT = "toewijzing/1"
ANSWER_FORMAT = "toewijzing-uitkomst/1"
ARRAYS = (
    "capaciteit",
    "kandidaat",
    "waarde",
    "begin",
    "middel",
    "gebruik",
    "profiel",
    "vast",
    "verboden",
    "vorige",
    "regio",
)
INT64_MAX = (1 << 63) - 1
SHOWN = 40


def read_problem(path: Path) -> Problem:
    """Read a problem; what breaks the format raises ProblemError, what cannot be opened OSError."""
    return parse_problem(_read(path, lambda raw: parse_document(raw, ARRAYS)))


def read_json(path: Path) -> object:
    """Read a file; what is no JSON raises ProblemError, what cannot be opened OSError."""
    return _read(path, lambda raw: json.loads(raw.decode("utf-8")))


def _read(path: Path, parse: Callable[[bytes], object]) -> object:
    try:
        raw = path.read_bytes()
        return parse(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    except (ValueError, EOFError, gzip.BadGzipFile, zlib.error, RecursionError) as error:
        raise ProblemError(f"the file is no JSON in UTF-8: {error}") from None


def write_json(path: Path | None, plain: object) -> None:
    """Write one compact JSON object; without a path to standard output."""
    raw = json.dumps(plain, separators=(",", ":")).encode("utf-8")
    if path is None:
        sys.stdout.write(raw.decode("utf-8") + "\n")
        return
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)


def parse_problem(plain: object) -> Problem:
    """Read a problem from its plain form.

    Unknown keys are left alone. Raises ProblemError with key and index.
    """
    if not isinstance(plain, dict):
        raise ProblemError("the file is no JSON object")
    if plain.get("format") != PROBLEM_FORMAT:
        raise ProblemError(f"format is {str(plain.get('format'))[:SHOWN]!r}, not {PROBLEM_FORMAT!r}")
    return Problem(
        kandidaten=_int(plain, "kandidaten"),
        capaciteit=_array(plain, "capaciteit"),
        kandidaat=_array(plain, "kandidaat"),
        waarde=_array(plain, "waarde"),
        begin=_array(plain, "begin"),
        middel=_array(plain, "middel"),
        gebruik=_array(plain, "gebruik"),
        profiel=_optional_array(plain, "profiel"),
        vast=_indices(plain, "vast"),
        verboden=_indices(plain, "verboden"),
        allen=_flag(plain, "allen"),
        minimaliseer=_flag(plain, "minimaliseer"),
        groepen=tuple(_groep(row, f"groepen[{index}]") for index, row in enumerate(_rows(plain, "groepen"))),
        zacht=tuple(
            Zacht(
                middel=_int(row, "middel", f"zacht[{index}]."), prijs=_int(row, "prijs", f"zacht[{index}].")
            )
            for index, row in enumerate(_rows(plain, "zacht"))
        ),
        vorige=_optional_array(plain, "vorige"),
        wijzigingen=None if plain.get("wijzigingen") is None else _int(plain, "wijzigingen"),
        regio=_optional_array(plain, "regio"),
    )


def answer_to_plain(
    problem: Problem, result: Result[Uitkomst], tegenstrijdig: Sequence[int] = ()
) -> dict[str, object]:
    """Write an answer; without a solution it has no pairs, and prices of zero.

    `tegenstrijdig` are pins that cannot stand together.
    """
    found = result.solution
    answer: dict[str, object] = {
        "format": ANSWER_FORMAT,
        "status": result.status.value,
        "waarde": result.value,
        "grens": result.bound,
        "paren": list(found.paren) if found else [],
        "seconden": round(result.seconds, 3),
        "prijzen": list(found.prijzen) if found else [0] * len(problem.capaciteit),
        "groepprijzen": list(found.groepprijzen) if found else [0] * len(problem.groepen),
        "schaal": found.schaal if found else 1,
    }
    if problem.wijzigingen is not None:
        answer["wijzigingprijs"] = found.wijzigingprijs if found else 0
    if found and found.knapzak:
        answer["knapzak"] = {
            "grens": found.knapzak.bound,
            "middelen": list(found.knapzak.middelen),
            "kandidaatprijzen": list(found.knapzak.kandidaten),
        }
    if tegenstrijdig:
        answer["tegenstrijdig"] = list(tegenstrijdig)
    return answer


def _int(plain: Mapping[str, Any], key: str, where: str = "") -> int:
    value = plain.get(key)
    if type(value) is not int or abs(value) > INT64_MAX:
        wrong = "missing" if value is None else f"no integer of 64 bits: {str(value)[:SHOWN]}"
        raise ProblemError(f"{where}{key} is {wrong}")
    return value


def _flag(plain: Mapping[str, Any], key: str) -> bool:
    value = plain.get(key, False)
    if type(value) is not bool:
        raise ProblemError(f"{key} is neither true nor false: {str(value)[:SHOWN]}")
    return value


def _rows(plain: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = [] if plain.get(key) is None else plain[key]
    if not isinstance(value, list):
        raise ProblemError(f"{key} is no list")
    for index, row in enumerate(value):
        if not isinstance(row, dict):
            raise ProblemError(f"{key}[{index}] is no object")
    return value


def _array(plain: Mapping[str, Any], key: str, where: str = "") -> IntArray:
    value = plain.get(key)
    if isinstance(value, np.ndarray):
        return value
    if not isinstance(value, list):
        raise ProblemError(f"{where}{key} is {'missing' if value is None else 'no list'}")
    if set(map(type, value)) - {int}:
        index = next(place for place, each in enumerate(value) if type(each) is not int)
        raise ProblemError(f"{where}{key}[{index}] is no integer: {str(value[index])[:SHOWN]}")
    try:
        return np.array(value, dtype=np.int64)
    except OverflowError:
        index = next(place for place, each in enumerate(value) if abs(each) > INT64_MAX)
        raise ProblemError(f"{where}{key}[{index}] is no integer of 64 bits") from None


def _optional_array(plain: Mapping[str, Any], key: str) -> IntArray | None:
    return None if plain.get(key) is None else _array(plain, key)


def _indices(plain: Mapping[str, Any], key: str, where: str = "") -> tuple[int, ...]:
    return tuple(_array(plain, key, where).tolist()) if plain.get(key) is not None else ()


def _groep(row: Mapping[str, Any], key: str) -> Groep:
    where = f"{key}."
    return Groep(
        minstens=_int(row, "minstens", where),
        prijs=_int(row, "prijs", where),
        kandidaten=_indices(row, "kandidaten", where) if "kandidaten" in row else None,
        paren=_indices(row, "paren", where) if "paren" in row else None,
    )
