"""Frozen dataclasses to and from plain JSON values, led by their own annotations.

Dataclasses become objects, tuples and frozensets lists (frozensets sorted), enums their value; keys of a dict
are strings. Reading is strict: an unknown or missing key, or a value of another type, is refused with its
path.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
INT64 = 1 << 63
Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


class CodecError(ValueError):
    """A plain value that does not fit what is read from it."""


def to_plain(value: object) -> Plain:
    """Turn a frozen value into what json.dumps takes."""
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, frozenset):
        return [to_plain(each) for each in sorted(value)]
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(to_plain(key)): to_plain(each) for key, each in value.items()}
    if isinstance(value, Enum):
        return cast("Plain", value.value)
    return cast("Plain", value)


def encode(value: object, form: str) -> dict[str, Plain]:
    """Write a dataclass as a plain dict with its version in `format`."""
    return {"format": form, **cast("dict[str, Plain]", to_plain(value))}


def decode(kind: type[T], plain: object, form: str) -> T:
    """Read what `encode` wrote; another version, key or type raises CodecError, nonsense ValueError."""
    if not isinstance(plain, dict):
        raise CodecError("the file is no JSON object")
    if plain.get("format") != form:
        raise CodecError(f"format is {plain.get('format')!r:.60}, not {form!r}")
    return from_plain(kind, {key: value for key, value in plain.items() if key != "format"})


def from_plain(kind: type[T], value: object, path: str = "") -> T:
    """Read a value of this type; a value that does not fit raises CodecError with the path to it."""
    return cast("T", _read(kind, value, path))


def _read(kind: object, value: object, path: str) -> object:
    if is_dataclass(kind):
        return _read_dataclass(cast("type", kind), value, path)
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _read_optional(kind, value, path)
    if origin is dict:
        return _read_dict(kind, value, path)
    if origin in {tuple, frozenset}:
        return _read_sequence(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_enum(kind, value, path)
    if type(value) is int and not -INT64 <= value < INT64:
        raise CodecError(f"{path or 'value'} is no integer of 64 bits: {value!r:.60}")
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    raise CodecError(f"{path or 'value'} is no {getattr(kind, '__name__', kind)}: {value!r:.60}")


@cache
def _fields(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(kind)
    return tuple((each, hints[each.name]) for each in fields(kind))


def _read_dataclass(kind: type, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise CodecError(f"{path or kind.__name__} is no object")
    known = _fields(kind)
    if unknown := set(value) - {each.name for each, _ in known}:
        raise CodecError(f"{path or kind.__name__} has the unknown key {min(map(str, unknown))!r}")
    given = {}
    for each, hint in known:
        where = f"{path}.{each.name}" if path else each.name
        if each.name in value:
            given[each.name] = _read(hint, value[each.name], where)
        elif each.default is MISSING and each.default_factory is MISSING:
            raise CodecError(f"{where} is missing")
    return kind(**given)


def _read_optional(kind: object, value: object, path: str) -> object:
    if value is None and NoneType in get_args(kind):
        return None
    (inner,) = (each for each in get_args(kind) if each is not NoneType)
    return _read(inner, value, path)


def _read_dict(kind: object, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise CodecError(f"{path} is no object")
    key_kind, inner = get_args(kind)
    return {
        _read(key_kind, key, f"{path} key"): _read(inner, each, f"{path}.{key}")
        for key, each in value.items()
    }


def _read_sequence(kind: object, value: object, path: str) -> object:
    if not isinstance(value, list):
        raise CodecError(f"{path} is no list")
    origin, kinds = get_origin(kind), get_args(kind)
    if origin is tuple and Ellipsis not in kinds and len(kinds) != len(value):
        raise CodecError(f"{path} has {len(value)} values, not {len(kinds)}")
    fixed = origin is tuple and Ellipsis not in kinds
    read = [_read(kinds[index if fixed else 0], each, f"{path}[{index}]") for index, each in enumerate(value)]
    return tuple(read) if origin is tuple else frozenset(read)


def _read_enum(kind: type[Enum], value: object, path: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        raise CodecError(f"{path} is no {kind.__name__}: {value!r:.60}") from None
