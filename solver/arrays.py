"""Names for the numpy arrays that the solver works on, and the steps on them that numpy has no word for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]
FloatArray: TypeAlias = NDArray[np.float64]
ShortArray: TypeAlias = NDArray[np.int16]
MediumArray: TypeAlias = NDArray[np.int32]
BitArray: TypeAlias = NDArray[np.uint64]


def unroll(lengths: IntArray) -> tuple[IntArray, IntArray]:
    """Rows of these lengths, one after the other: of every entry its row, and its place in that row."""
    row = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    place = np.arange(len(row), dtype=np.int64) - np.repeat(lengths.cumsum() - lengths, lengths)
    return row, place


def count_common(masks: BitArray, others: BitArray) -> IntArray:
    """How many bits two masks have in common: rows of words, of the same length."""
    shared: IntArray = np.bitwise_count(masks & others).sum(axis=-1, dtype=np.int64)
    return shared


def to_words(masks: Sequence[int], width: int) -> BitArray:
    """Masks of at most `width` bits as rows of words of 64."""
    words = max(1, -(-width // 64))
    joined = b"".join(mask.to_bytes(8 * words, "little") for mask in masks)
    return np.frombuffer(joined, dtype="<u8").astype(np.uint64).reshape(len(masks), words)


def is_in(values: IntArray, ascending: IntArray) -> BoolArray:
    """Which values stand in an ascending array."""
    place = np.searchsorted(ascending, values)
    found = np.zeros(len(values), dtype=np.bool_)
    inside = place < len(ascending)
    found[inside] = ascending[place[inside]] == values[inside]
    return found
