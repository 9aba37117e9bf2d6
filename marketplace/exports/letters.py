"""The letters of the house on paper: Source Sans 3 as npm brings it for the pages, unpacked for typst.

Only the Latin subset is taken, which holds all of Dutch: of two files of one weight typst would take either.
Without the files it falls back on the letters that it carries.
"""

import atexit
import shutil
import struct
import tempfile
import zlib
from functools import cache
from pathlib import Path

import typst

from marketplace.settings import ROOT

SOURCE = ROOT / "marketplace" / "web" / "node_modules" / "@fontsource" / "source-sans-3" / "files"
WEIGHTS = (400, 700)
# WOFF 1.0 (W3C, 2012): a header, a directory, and tables that are compressed where that makes them smaller.
HEADER, ENTRY = struct.Struct(">4s4sIH30x"), struct.Struct(">4sIIII")
SFNT, SFNT_ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sIII")


@cache
def load_letters() -> typst.Fonts:
    """The fonts for every document of this process, from files that go with it: typst reads them late."""
    folder = Path(tempfile.mkdtemp(prefix="plekwijs-letters-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for weight in WEIGHTS:
        source = SOURCE / f"source-sans-3-latin-{weight}-normal.woff"
        if source.is_file():
            (folder / f"{weight}.ttf").write_bytes(unpack(source.read_bytes()))
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def unpack(woff: bytes) -> bytes:
    """A font as it was before it was packed for the web."""
    _, flavor, _, count = HEADER.unpack_from(woff)
    entries = [ENTRY.unpack_from(woff, HEADER.size + number * ENTRY.size) for number in range(count)]
    power = count.bit_length() - 1
    head = SFNT.pack(flavor, count, 16 << power, power, 16 * count - (16 << power))
    directory, body = b"", b""
    start = SFNT.size + count * SFNT_ENTRY.size
    for tag, offset, packed, length, checksum in entries:
        table = woff[offset : offset + packed]
        if packed < length:
            table = zlib.decompress(table)
        directory += SFNT_ENTRY.pack(tag, checksum, start + len(body), length)
        body += table + bytes(-length % 4)
    return head + directory + body
