"""Words and ids as places in a vocabulary, and sets of them as bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from solver.arrays import to_words
from solver.vocabulary import Plaatsingsvorm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from solver.arrays import BitArray, IntArray

Word = TypeVar("Word", int, str, Plaatsingsvorm)


def ints(values: Iterable[int]) -> IntArray:
    """A column of whole numbers."""
    return np.fromiter(values, dtype=np.int64)


def vocabulary(values: Iterable[Word]) -> dict[Word, int]:
    """The place of each word among all of them, sorted."""
    return {value: index for index, value in enumerate(sorted(set(values)))}


def mask(values: Iterable[Word], known: dict[Word, int]) -> int:
    """The bits of these values."""
    bits = 0
    for value in values:
        bits |= 1 << known[value]
    return bits


def words(rows: Iterable[Iterable[Word]], known: dict[Word, int]) -> BitArray:
    """The bits of the values of each row, in words."""
    return to_words([mask(row, known) for row in rows], len(known))
