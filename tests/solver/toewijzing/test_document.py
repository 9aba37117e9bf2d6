"""The reader of large files: the same result and the same error as a plain reading, whatever stands there."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.toewijzing.document import parse_document
from solver.toewijzing.fileformat import ARRAYS

NUMBERS = st.integers(-(10**20), 10**20) | st.integers(-9, 9)
LEAVES = (
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | st.text('"\\[]{},: a1é-\n', max_size=6)
)
VALUES = (
    st.lists(NUMBERS, max_size=5)
    | st.lists(st.integers(-(10**18), 10**18), max_size=5)
    | st.lists(st.lists(LEAVES, max_size=3) | LEAVES, max_size=4)
    | st.dictionaries(st.sampled_from(["middel", "prijs"]), st.lists(NUMBERS, max_size=3), max_size=2)
    | LEAVES
)
KEYS = st.sampled_from([*ARRAYS, "format", "groepen", "mid\\del", ""])
LAYOUTS = st.sampled_from([(",", ":"), (", ", ": "), (" ,\n\t", " :\r\n ")])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """An object whose keys may stand there twice, laid out in some way; now and then no object at all."""
    comma, colon = draw(LAYOUTS)
    members = draw(st.lists(st.tuples(KEYS, VALUES), max_size=5))

    def written(value: object) -> str:
        return json.dumps(value, separators=(comma, colon), ensure_ascii=draw(st.booleans()))

    text = "{" + comma.join(written(key) + colon + written(value) for key, value in members) + "}"
    return draw(st.sampled_from([text, f" {text}\n", f"[{text}]", written([key for key, _ in members])]))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A text with a byte gone, changed or added, or cut off."""
    raw = draw(texts()).encode()
    place = draw(st.integers(0, len(raw)))
    byte = draw(st.sampled_from([bytes([each]) for each in b'0-1.e,:"\\[]{}tn \xff\x00\xef']))
    return draw(
        st.sampled_from(
            [
                raw[:place],
                raw[:place] + raw[place + 1 :],
                raw[:place] + byte + raw[place:],
                raw[:place] + byte + raw[place + 1 :],
                raw + byte,
            ]
        )
    )


def plainly(raw: bytes) -> object:
    return json.loads(raw.decode("utf-8"))


def quickly(raw: bytes) -> object:
    found = parse_document(raw, ARRAYS)
    if isinstance(found, dict):
        return {key: _as_list(value) for key, value in found.items()}
    return found


def _as_list(value: object) -> object:
    if isinstance(value, np.ndarray):
        assert value.dtype == np.int64
        return value.tolist()
    return value


def outcome(reader: object, raw: bytes) -> str:
    """What a reader gives, types and all, or what it says."""
    try:
        return repr(reader(raw))  # type: ignore[operator] # one of the two readers
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


@settings(max_examples=400, deadline=None)
@given(texts())
def test_a_document_reads_as_json_reads_it(text: str) -> None:
    assert outcome(quickly, text.encode()) == outcome(plainly, text.encode())


@settings(max_examples=600, deadline=None)
@given(damaged())
def test_a_damaged_document_reads_or_fails_as_json_does(raw: bytes) -> None:
    assert outcome(quickly, raw) == outcome(plainly, raw)


@pytest.mark.parametrize(
    "text",
    [
        '{"waarde":[1,2]',
        '{"waarde":[1,2],"begin":[3,}',
        '{"waarde":[1,2]}{"waarde":[3]}',
        '{"waarde":[1,2]} x',
        '{"waarde" [1,2]}',
        '{"waarde":[01]}',
        '{"waarde":[-]}',
        '{"waarde":[- 1]}',
        '{"waarde":[1 2]}',
        '{"waarde":[1,,2]}',
        '{"waarde":[,1]}',
        '{"waarde":[1,2],"naam":"\n"}',
        '{"naam":"é","waarde":[1,2],}',
        '\ufeff{"waarde":[1,2]}',
        '{"waarde":[1],"x":"' + "\\" + '","begin":[2]}',
        '["waarde",[1,2],{"begin":[1]}]',
        '{"x":{"waarde":[1]},"waarde":[2],"x":{"waarde":[3]}}',
        '{"waarde":[1],"waarde":[2,3],"waarde":null}',
        '{"waarde":null,"waarde":[2,3]}',
        '{"naam":"\\"waarde\\":[1,2]","waarde":[-0, 999999999999999999]}',
        '{"naam":"\\",\\"","begin":[2]}',
        '{"waarde":[1000000000000000000, 9223372036854775807]}',
        '{"w\\u0061arde":[1]}',
        '{"waarde":[1]}' + " " * 5,
        "",
        "{}",
        "[",
    ],
)
def test_these_read_or_fail_as_json_does(text: str) -> None:
    assert outcome(quickly, text.encode()) == outcome(plainly, text.encode())


def test_the_arrays_that_are_asked_come_as_arrays() -> None:
    found = parse_document(b'{"waarde": [1, -20 ,300], "naam": [1], "begin":[] , "middel":[1.0]}', ARRAYS)
    assert isinstance(found, dict)
    assert {key: type(value).__name__ for key, value in found.items()} == {
        "waarde": "ndarray",
        "naam": "list",
        "begin": "ndarray",
        "middel": "list",
    }
    assert found["waarde"].tolist() == [1, -20, 300]


def test_a_document_that_is_too_deep_is_refused_as_ever() -> None:
    with pytest.raises(RecursionError):
        parse_document(b'{"waarde":[1],"x":' + b"[" * 100_000, ARRAYS)


def test_more_arrays_than_the_scanner_keeps_are_read_all_the_same() -> None:
    text = "{" + ",".join(f'"{number}":[{number}]' for number in range(100)) + ',"waarde":[5]}'
    assert outcome(quickly, text.encode()) == outcome(plainly, text.encode())
