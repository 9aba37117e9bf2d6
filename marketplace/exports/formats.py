"""The formats in which every table can be had; a format is a file beside this one and a row here."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from marketplace.exports.csv import csv_writer, write_csv_template
from marketplace.exports.template import write_xlsx_template
from marketplace.exports.xlsx import xlsx_writer
from marketplace.tables.table import Table


class Template(Protocol):
    """Writes a file to fill in; `codes` are by header those that a column takes, with their words."""

    def __call__(
        self, table: Table[Any], file: BinaryIO, codes: Mapping[str, Sequence[tuple[str, str]]] = ...
    ) -> None:
        """Write it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `writer` gives a function that writes a row, `template` writes a file to fill in."""

    label: str
    media_type: str
    writer: Callable[[Table[Any], BinaryIO], AbstractContextManager[Callable[[Any], None]]]
    template: Template


FORMATS = {
    "xlsx": Format(
        "Excel (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx_writer,
        write_xlsx_template,
    ),
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_writer, write_csv_template),
}
