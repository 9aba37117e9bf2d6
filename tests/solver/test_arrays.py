"""The steps on arrays that numpy has no word for."""

import numpy as np

from solver.arrays import count_common, is_in, to_words, unroll


def test_rows_are_unrolled_in_order_and_empty_rows_leave_no_trace() -> None:
    row, place = unroll(np.array([2, 0, 3]))
    assert row.tolist() == [0, 0, 2, 2, 2]
    assert place.tolist() == [0, 1, 0, 1, 2]


def test_no_rows_unroll_to_nothing() -> None:
    row, place = unroll(np.array([], dtype=np.int64))
    assert (len(row), len(place)) == (0, 0)
    assert row.dtype == place.dtype == np.int64


def test_bits_in_common_are_counted_over_all_words() -> None:
    masks = to_words([0b11, 0, 1 << 100 | 1], 101)
    others = to_words([0b110, 0b1, 1 << 100 | 0b11], 101)
    assert masks.shape == (3, 2)
    assert count_common(masks, others).tolist() == [1, 0, 2]
    assert count_common(masks, others).dtype == np.int64


def test_no_masks_are_no_rows_and_no_width_is_one_word() -> None:
    assert to_words([], 70).shape == (0, 2)
    assert to_words([0], 0).shape == (1, 1)


def test_values_are_found_in_an_ascending_array() -> None:
    values = np.array([0, 3, 4, 9])
    assert is_in(values, np.array([3, 4, 8])).tolist() == [False, True, True, False]
    assert is_in(values, np.array([], dtype=np.int64)).tolist() == [False] * 4
