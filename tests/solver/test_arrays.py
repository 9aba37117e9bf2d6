"""The steps on arrays that numpy has no word for."""

import numpy as np

from solver.arrays import count_common, unroll


def test_rows_are_unrolled_in_order_and_empty_rows_leave_no_trace() -> None:
    row, place = unroll(np.array([2, 0, 3]))
    assert row.tolist() == [0, 0, 2, 2, 2]
    assert place.tolist() == [0, 1, 0, 1, 2]


def test_no_rows_unroll_to_nothing() -> None:
    row, place = unroll(np.array([], dtype=np.int64))
    assert (len(row), len(place)) == (0, 0)
    assert row.dtype == place.dtype == np.int64


def test_marks_in_common_are_counted_for_every_two_rows() -> None:
    rows = np.array([[True, True, False], [False, False, False]])
    others = np.array([[True, True, True], [False, True, True], [False, False, True]])
    assert count_common(rows, others).tolist() == [[2, 1, 0], [0, 0, 0]]
    assert count_common(rows, others).dtype == np.int64
