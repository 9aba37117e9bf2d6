"""The files of a problem: instance, solution and result as JSON, each with its version."""

from typing import Generic, TypeVar

from solver.codec import Plain, decode, encode
from solver.result import Result

Q = TypeVar("Q")
S = TypeVar("S")


class Files(Generic[Q, S]):
    """Reads and writes what belongs to a problem of this name."""

    def __init__(self, name: str, instance: type[Q], solution: type[S]) -> None:
        """Version 1 of all three."""
        self.name, self.instance, self.solution = name, instance, solution

    def encode_instance(self, instance: Q) -> dict[str, Plain]:
        """Write an instance as a plain dict with its version in `format`."""
        return encode(instance, f"{self.name}/1")

    def decode_instance(self, plain: object) -> Q:
        """Read an instance; another version, key or type raises CodecError, nonsense ValueError."""
        return decode(self.instance, plain, f"{self.name}/1")

    def encode_solution(self, solution: S) -> dict[str, Plain]:
        """Write a solution as a plain dict with its version in `format`."""
        return encode(solution, f"{self.name}-oplossing/1")

    def decode_solution(self, plain: object) -> S:
        """Read a solution; another version, key or type raises CodecError."""
        return decode(self.solution, plain, f"{self.name}-oplossing/1")

    def encode_result(self, result: Result[S]) -> dict[str, Plain]:
        """Write status, value, bound, tiers, seconds and (where there is one) the solution."""
        return encode(result, f"{self.name}-uitkomst/1")
