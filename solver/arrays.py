"""Names for the numpy arrays that the solver works on, and two steps on them that numpy has no word for."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]
FloatArray: TypeAlias = NDArray[np.float64]


def unroll(lengths: IntArray) -> tuple[IntArray, IntArray]:
    """Rows of these lengths, one after the other: of every entry its row, and its place in that row."""
    row = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    place = np.arange(len(row), dtype=np.int64) - np.repeat(lengths.cumsum() - lengths, lengths)
    return row, place


def count_common(rows: BoolArray, others: BoolArray) -> IntArray:
    """How many marks two rows have in common: (n, width) and (m, width) give (n, m).

    Counted in floats, which are multiplied much faster; exact as long as width is below 2^24.
    """
    return (rows.astype(np.float32) @ others.astype(np.float32).T).astype(np.int64)
