"""Refusals of what breaks the format of a generic problem: each names the key and the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray

LIMIT = 1 << 62
MOST_KANDIDATEN = 1_000_000
MOST_USES = 1 << 31


class ProblemError(ValueError):
    """A problem that breaks its format."""


def require(condition: object, message: str) -> None:
    """Raise ProblemError with this message unless the condition holds."""
    if not condition:
        raise ProblemError(message)


def require_unsigned(key: str, value: int) -> None:
    """Refuse a negative number."""
    require(value >= 0, f"{key} is {value}, not at least 0")


def require_range(key: str, values: IntArray | Sequence[int], low: int, high: int | None = None) -> None:
    """Refuse the first value outside [low, high); high None means no upper limit."""
    array = np.asarray(values, dtype=np.int64)
    if not len(array) or (array.min() >= low and (high is None or array.max() < high)):
        return
    outside = array < low if high is None else (array < low) | (array >= high)
    index = int(np.argmax(outside))
    span = f"at least {low}" if high is None else f"in {low}..{high - 1}"
    if high == low:
        span = "allowed: none is known"
    raise ProblemError(f"{key}[{index}] is {array[index]}, not {span}")


def require_length(key: str, values: IntArray, length: int) -> None:
    """Refuse another length."""
    require(len(values) == length, f"{key} has length {len(values)}, not {length}")


def require_ascending(key: str, values: IntArray, why: str = "") -> None:
    """Refuse the first value that is smaller than the one before."""
    falls = np.flatnonzero(values[1:] < values[:-1])
    if len(falls):
        raise ProblemError(f"{key}[{falls[0] + 1}] is smaller than the one before{why}")


def exact_sum(values: IntArray) -> int:
    """Sum without overflow: high and low halves apart."""
    return (int((values >> 31).sum()) << 31) + int((values & ((1 << 31) - 1)).sum())
