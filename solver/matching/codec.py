"""Instance, solution and result of matching to and from plain JSON, versioned."""

from collections.abc import Mapping
from typing import cast

from solver.codec import CodecError, Plain, from_plain, to_plain
from solver.matching.instance import Instance
from solver.matching.solution import Solution
from solver.result import Result

INSTANCE_FORMAT = "matching/1"
SOLUTION_FORMAT = "matching-oplossing/1"
RESULT_FORMAT = "matching-uitkomst/1"


def _strip(plain: object, expected: str) -> dict[str, object]:
    if not isinstance(plain, Mapping):
        raise CodecError("the file is no JSON object")
    if plain.get("format") != expected:
        raise CodecError(f"format is {plain.get('format')!r:.60}, not {expected!r}")
    return {key: value for key, value in plain.items() if key != "format"}


def encode_instance(instance: Instance) -> dict[str, Plain]:
    """Write an instance as a plain dict with its version in `format`."""
    return {"format": INSTANCE_FORMAT, **cast("dict[str, Plain]", to_plain(instance))}


def decode_instance(plain: object) -> Instance:
    """Read an instance; another version, key or type raises CodecError, nonsense ValueError."""
    return from_plain(Instance, _strip(plain, INSTANCE_FORMAT))


def encode_solution(solution: Solution) -> dict[str, Plain]:
    """Write a solution as a plain dict with its version in `format`."""
    return {"format": SOLUTION_FORMAT, **cast("dict[str, Plain]", to_plain(solution))}


def decode_solution(plain: object) -> Solution:
    """Read a solution; another version, key or type raises CodecError."""
    return from_plain(Solution, _strip(plain, SOLUTION_FORMAT))


def encode_result(result: Result[Solution]) -> dict[str, Plain]:
    """Write status, value, bound, tiers, seconds and (where there is one) the solution."""
    return {"format": RESULT_FORMAT, **cast("dict[str, Plain]", to_plain(result))}
