"""Flat arrays of integers in the bytes of a JSON object, found and read without making Python integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from solver.compiled import compiled

if TYPE_CHECKING:
    from solver.arrays import IntArray

ByteArray: TypeAlias = NDArray[np.uint8]

MOST_FOUND = 64
MOST_DIGITS = 18
QUOTE, BACKSLASH, COMMA, MINUS, ZERO, NINE = (ord(each) for each in '"\\,-09')
OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT = (ord(each) for each in "[]{}")
SPACE, TAB, NEWLINE, RETURN = (ord(each) for each in " \t\n\r")


@compiled
def find_arrays(raw: ByteArray) -> IntArray:
    """Find the members of the object in `raw` whose value is a flat array of integers of at most 18 digits.

    Rows: number of the member, where its key begins and ends within the quotes, where its array begins and
    ends, how many integers it has. Of what is no object nothing is found, and of bad JSON only what a parser
    reaches: arrays as JSON has them, outside strings, at the depth of the members.
    """
    found = np.empty((MOST_FOUND, 6), dtype=np.int64)
    number = member = depth = key = key_end = place = 0
    while place < len(raw) and number < MOST_FOUND:
        byte = raw[place]
        if byte == QUOTE:
            end = _after_string(raw, place)
            key, key_end = place + 1, end - 1
            place = end
            continue
        if byte == OPEN_LIST and depth == 0:
            break
        if byte == OPEN_LIST and depth == 1:
            end, count = _flat_array(raw, place)
            if count >= 0:
                found[number] = (member, key, key_end, place, end, count)
                number += 1
                place = end
                continue
        if byte in (OPEN_LIST, OPEN_OBJECT):
            depth += 1
        elif byte in (CLOSE_LIST, CLOSE_OBJECT):
            depth -= 1
        elif byte == COMMA and depth == 1:
            member += 1
        place += 1
    return found[:number]


@compiled
def read_array(raw: ByteArray, begin: int, count: int) -> IntArray:
    """Read an array that was found."""
    values = np.zeros(count, dtype=np.int64)
    place = begin
    for index in range(count):
        while raw[place] != MINUS and not ZERO <= raw[place] <= NINE:
            place += 1
        negative = raw[place] == MINUS
        if negative:
            place += 1
        value = np.int64(0)
        while ZERO <= raw[place] <= NINE:
            value = 10 * value + np.int64(raw[place]) - ZERO
            place += 1
        values[index] = -value if negative else value
    return values


@compiled
def _after_string(raw: ByteArray, quote: int) -> int:
    """The place after the string that begins with this quote."""
    place = quote + 1
    while place < len(raw) and raw[place] != QUOTE:
        place += 2 if raw[place] == BACKSLASH else 1
    return min(place + 1, len(raw))


@compiled
def _after_space(raw: ByteArray, place: int) -> int:
    """The first place from here on that is no white space."""
    while place < len(raw) and raw[place] in (SPACE, NEWLINE, RETURN, TAB):
        place += 1
    return place


@compiled
def _flat_array(raw: ByteArray, begin: int) -> tuple[int, int]:
    """Where the array that begins here ends and how many integers it has; -1 when it is no such array."""
    place = _after_space(raw, begin + 1)
    if place < len(raw) and raw[place] == CLOSE_LIST:
        return place + 1, 0
    count = 0
    while True:
        end = _after_integer(raw, place)
        if end == place:
            return begin, -1
        count += 1
        place = _after_space(raw, end)
        if place == len(raw):
            return begin, -1
        if raw[place] == CLOSE_LIST:
            return place + 1, count
        if raw[place] != COMMA:
            return begin, -1
        place = _after_space(raw, place + 1)


@compiled
def _after_integer(raw: ByteArray, begin: int) -> int:
    """The place after the integer that begins here, as JSON writes them; `begin` where there is none."""
    first = begin
    if first < len(raw) and raw[first] == MINUS:
        first += 1
    place = first
    while place < len(raw) and ZERO <= raw[place] <= NINE:
        place += 1
    digits = place - first
    if digits == 0 or digits > MOST_DIGITS or (digits > 1 and raw[first] == ZERO):
        return begin
    return place
