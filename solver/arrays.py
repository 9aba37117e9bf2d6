"""Names for the numpy arrays that the solver works on, and the one shape that numpy has no word for."""

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
