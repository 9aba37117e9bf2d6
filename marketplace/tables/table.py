"""A table is a frozen dataclass whose fields say in `Annotated` what their column is.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class PlekRij:
        titel: Annotated[str, Column("Titel", "Hoe de plek heet.", Text(80))]
        begint: Annotated[date | None, Column("Begint op", "Leeg: nu al.", Day())] = None

    PLEKKEN = Table.of(PlekRij, "Leerwerkplekken")

A field that takes None may be left empty; so may codes of which none is asked.
"""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

from marketplace.tables.choices import Codes, plain
from marketplace.tables.column import Column, Kind, Written

T = TypeVar("T")
UNIONS = (types.UnionType, typing.Union)
NO_TITLE = frozenset("[]:*?/\\'")
LONGEST_TITLE = 31  # of the name of a sheet
OTHER_SHEETS = frozenset({"uitleg", "codes", "keuzes"})  # beside the table in a template


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """The columns of a kind of row, in their order; `title` is also the name of the sheet."""

    row: type[T]
    title: str
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        fits = 0 < len(self.title) <= LONGEST_TITLE and not NO_TITLE.intersection(self.title)
        if not fits or plain(self.title) in OTHER_SHEETS:
            raise ValueError(f"no name for a sheet: {self.title}")
        if len({plain(column.header) for column in self.columns}) < len(self.columns):
            raise ValueError(f"two columns of {self.title} have the same header")

    @classmethod
    def of(cls, row: type[T], title: str) -> "Table[T]":
        """The table of a dataclass; refuses a field without a column or of another type than its kind."""
        if not is_dataclass(row):
            raise TypeError(row)
        hints = typing.get_type_hints(row, include_extras=True)
        return cls(row, title, tuple(_column(field.name, hints[field.name]) for field in fields(row)))

    def with_kinds(self, **kinds: Kind) -> "Table[T]":
        """The same table with other kinds for these fields: choices and codes that are only known later."""
        columns = {column.name: column for column in self.columns}
        for name, kind in kinds.items():
            columns[name] = replace(columns[name], kind=kind, example="")
        return replace(self, columns=tuple(columns.values()))

    def make(self, values: dict[str, object]) -> T:
        """The row of these values."""
        return self.row(**values)

    def cells(self, row: T) -> Iterator[Written | None]:
        """What is written in the cells of a row."""
        return (column.write(getattr(row, column.name)) for column in self.columns)


def _column(name: str, hint: Any) -> Column:  # noqa: ANN401 (a type as it is annotated, of any form)
    """The column of a field."""
    found = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Column)]
    if len(found) != 1:
        raise TypeError(f"{name} does not say what its column is")
    column = found[0]
    bare = hint.__origin__
    parts = typing.get_args(bare) if typing.get_origin(bare) in UNIONS else (bare,)
    optional = type(None) in parts or (isinstance(column.kind, Codes) and column.kind.least == 0)
    if not all(part is type(None) or column.kind.accepts(part) for part in parts):
        raise TypeError(f"{name} cannot hold what its column reads")
    if column.example:
        column.kind.read(column.example)
    return replace(column, name=name, required=not optional)
