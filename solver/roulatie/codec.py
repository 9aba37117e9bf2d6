"""Instance, solution and result of roulatie to and from plain JSON, versioned."""

from solver.codec import Plain, decode, encode
from solver.result import Result
from solver.roulatie.instance import Instance
from solver.roulatie.solution import Solution

INSTANCE_FORMAT = "roulatie/1"
SOLUTION_FORMAT = "roulatie-oplossing/1"
RESULT_FORMAT = "roulatie-uitkomst/1"


def encode_instance(instance: Instance) -> dict[str, Plain]:
    """Write an instance as a plain dict with its version in `format`."""
    return encode(instance, INSTANCE_FORMAT)


def decode_instance(plain: object) -> Instance:
    """Read an instance; another version, key or type raises CodecError, nonsense ValueError."""
    return decode(Instance, plain, INSTANCE_FORMAT)


def encode_solution(solution: Solution) -> dict[str, Plain]:
    """Write a solution as a plain dict with its version in `format`."""
    return encode(solution, SOLUTION_FORMAT)


def decode_solution(plain: object) -> Solution:
    """Read a solution; another version, key or type raises CodecError."""
    return decode(Solution, plain, SOLUTION_FORMAT)


def encode_result(result: Result[Solution]) -> dict[str, Plain]:
    """Write status, value, bound, tiers, seconds and (where there is one) the solution."""
    return encode(result, RESULT_FORMAT)
