"""What a file is by its first bytes, and whether that is what its name says."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, BinaryIO

from marketplace.imports.archive import MACROS, PASSWORD
from marketplace.imports.csv import open_csv
from marketplace.imports.limits import MIB, MOST_BYTES
from marketplace.imports.model import Source, Unreadable
from marketplace.imports.xlsx import open_xlsx
from marketplace.tables.table import Table

FORMATS: dict[str, Callable[[Table[Any], BinaryIO], Source]] = {"xlsx": open_xlsx, "csv": open_csv}
TEXT_NAMES = frozenset({"csv", "txt", "tsv"})
SAVE_AS = "Sla uw tabel op als .xlsx of als CSV UTF-8."
ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
STRANGE = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
    (b"PK\x05\x06", "een leeg ingepakt bestand"),
    (b"{\\rtf", "een tekst met opmaak"),
)
MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta")


def open_source(table: Table[Any], file: BinaryIO, name: str) -> Source:
    """The rows of a file; raises Unreadable."""
    kind = _kind_of(file)
    suffix = PurePath(name).suffix.removeprefix(".").lower()
    if suffix == "xlsm":
        raise Unreadable(MACROS)
    said = "csv" if suffix in TEXT_NAMES else suffix
    if said in FORMATS and said != kind:
        told = {"xlsx": "een Excel-bestand", "csv": "tekst"}
        raise Unreadable(f"De naam van dit bestand eindigt op .{suffix}, maar het is {told[kind]}. {SAVE_AS}")
    file.seek(0)
    return FORMATS[kind](table, file)


def _kind_of(file: BinaryIO) -> str:
    """The format by the first bytes; raises Unreadable for what is none of ours."""
    if file.seek(0, 2) > MOST_BYTES:
        raise Unreadable(f"Dit bestand is te groot. Het mag hooguit {MOST_BYTES // MIB} MB zijn.")
    file.seek(0)
    head = file.read(1024)
    if not head.strip():
        raise Unreadable("Dit bestand is leeg.")
    if head.startswith(OLE):
        raise Unreadable(
            PASSWORD
            if OLE_ENCRYPTED in head + file.read()
            else f"Dit is een oud Excel-bestand (.xls). {SAVE_AS}"
        )
    for start, what in STRANGE:
        if head.startswith(start):
            raise Unreadable(f"Dit is geen tabel, maar {what}. {SAVE_AS}")
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(MARKUP):
        raise Unreadable(f"Dit is geen tabel, maar een webpagina. {SAVE_AS}")
    return "xlsx" if head.startswith(ZIP) else "csv"
