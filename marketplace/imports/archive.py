"""Looking at a ZIP before anything in it is parsed: how large it becomes, and what it says it is."""

import zipfile
import zlib
from typing import BinaryIO

from marketplace.imports.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, MOST_UNPACKED_PART
from marketplace.imports.model import Unreadable

DAMAGED = (
    "Dit Excel-bestand is beschadigd. Open het in Excel, sla het opnieuw op als .xlsx en probeer het weer."
)
TOO_LARGE = "Dit bestand is te groot als het wordt uitgepakt. Zet alleen de tabel in een nieuw bestand."
MACROS = "Dit bestand heeft macro’s. Die lezen we niet. Sla het op als .xlsx, zonder macro’s."
PASSWORD = "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."  # noqa: S105 (a sentence)
NO_WORKBOOK = "Dit is een ander ingepakt bestand, geen Excel. Sla uw tabel op als .xlsx of als CSV UTF-8."
STRICT = "Dit bestand is van de soort ‘Strict Open XML’. Sla het op als gewone Excel-werkmap (.xlsx)."
TYPES = "[Content_Types].xml"
MACRO_TYPE = b"macroEnabled"
WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"
STRICT_SPACE = b"purl.oclc.org/ooxml"
LARGE_PARTS = ("xl/worksheets/", "xl/sharedstrings.xml", "xl/media/")
ENCRYPTED = 1


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """The archive of a workbook that is safe to parse; raises Unreadable."""
    try:
        archive = zipfile.ZipFile(file)
        _check_sizes(archive)
        _check_kind(archive)
        if archive.testzip() is not None:  # what unpacks to other than it says, fails here
            raise Unreadable(DAMAGED)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError, NotImplementedError):
        raise Unreadable(DAMAGED) from None
    return archive


def _check_sizes(archive: zipfile.ZipFile) -> None:
    """Refuse what unpacks to too much, in whole or in a part that is held in memory."""
    entries = archive.infolist()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Unreadable(PASSWORD)
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise Unreadable(DAMAGED)
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    whole = [entry for entry in entries if not entry.filename.lower().startswith(LARGE_PARTS)]
    if (
        len(entries) > MOST_ENTRIES
        or unpacked > MOST_UNPACKED
        or unpacked > MOST_RATIO * packed
        or any(entry.file_size > MOST_UNPACKED_PART for entry in whole)
    ):
        raise Unreadable(TOO_LARGE)


def _check_kind(archive: zipfile.ZipFile) -> None:
    """Refuse what is no plain workbook."""
    names = {name.lower() for name in archive.namelist()}
    types = archive.read(TYPES) if TYPES in archive.namelist() else b""
    if MACRO_TYPE in types or any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable(MACROS)
    if WORKBOOK_TYPE not in types or "xl/workbook.xml" not in names:
        raise Unreadable(NO_WORKBOOK)
    if STRICT_SPACE in archive.read("xl/workbook.xml")[:2000]:
        raise Unreadable(STRICT)
