"""A JSON document as json.loads gives it, but with named flat arrays of integers as int64 arrays.

A file of millions of pairs is read in the memory of its bytes and its arrays. Every array that the scanner
takes is one that JSON allows where it stands, so the document is good or bad as it is without it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.scan import find_arrays, read_array

if TYPE_CHECKING:
    from collections.abc import Collection


def parse_document(raw: bytes, keys: Collection[str]) -> object:
    """Read a document; ValueError or RecursionError as json.loads raises them.

    Arrays under these keys of the outermost object come as int64 arrays, where no integer of theirs has more
    than 18 digits and nothing else stands in them; of a key that stands there twice the last one counts.
    """
    names = {key.encode() for key in keys}
    column = np.frombuffer(raw, dtype=np.uint8)
    found = [row for row in find_arrays(column).tolist() if raw[row[1] : row[2]] in names]
    if not found:
        return json.loads(raw.decode("utf-8"))
    members: list[tuple[str, object]] = []

    def keep(pairs: list[tuple[str, object]]) -> dict[str, object]:
        """Remember the members of the object that ends last: the outermost."""
        members[:] = pairs
        return dict(pairs)

    try:
        json.loads(_emptied(raw, [(row[3], row[4]) for row in found]), object_pairs_hook=keep)
    except ValueError:
        return json.loads(raw.decode("utf-8"))  # says where, in the file as it is
    for member, _, _, begin, _, count in found:
        members[member] = (members[member][0], read_array(column, begin, count))
    return dict(members)


def _emptied(raw: bytes, spans: list[tuple[int, int]]) -> str:
    """The text with an empty array in the place of each span."""
    view = memoryview(raw)
    places = [0, *(place for span in spans for place in span), len(raw)]
    between = [view[low:high] for low, high in zip(places[::2], places[1::2], strict=True)]
    return b"[]".join(between).decode("utf-8")
