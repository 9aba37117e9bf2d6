"""In which encoding a text file is; a guess that would spoil letters is refused, never taken."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from marketplace.imports.limits import MIB
from marketplace.imports.model import Unreadable

SAVE_AS = "Sla het bestand in Excel op als ‘CSV UTF-8’ en probeer het opnieuw."
NAMES = {"utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# A sign inside a word tells that letters of DOS or an old Mac were read as Windows-1252.
SPOILT = re.compile(r"[A-Za-z]*[a-z][‚„†‡ˆ‰‹‘”•˜›¡¢£¤¥¦§¨©«¬®¯°±²³¶¸¹»¼½¾¿×÷ŠŽŸŒ][a-z]+")
# UTF-8 read as Windows-1252.
MIXED = re.compile("[A-Za-z]*[\u00c2\u00c3][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][a-z]*")
HALF = 0.4  # of the bytes of Dutch text in UTF-16 are nought, nearly all on one side


def encoding_of(file: BinaryIO) -> str:
    """The encoding of a text; raises Unreadable when none is sure enough."""
    file.seek(0)
    head = file.read(4096)
    encoding = next((name for bom, name in BOMS if head.startswith(bom)), None) or _without_bom(head)
    if encoding:
        if not _decodes(file, encoding):
            raise Unreadable(f"De tekst in dit bestand is beschadigd. {SAVE_AS}")
        return encoding
    if _decodes(file, "utf-8"):
        return "utf-8"
    _check_windows(file)
    return "cp1252"


def _without_bom(head: bytes) -> str | None:
    """UTF-16 that does not say so itself; any other nought is no text."""
    if b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > HALF * len(head) and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    raise Unreadable(f"Dit is geen tekstbestand. {SAVE_AS}")


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The text in pieces."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    while piece := file.read(MIB):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _decodes(file: BinaryIO, encoding: str) -> bool:
    """Whether every byte has its meaning."""
    try:
        for _ in _decoded(file, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _check_windows(file: BinaryIO) -> None:
    """Refuse what would read as Windows-1252 but was meant otherwise."""
    try:
        for text in _decoded(file, "cp1252"):
            if found := MIXED.search(text) or SPOILT.search(text):
                word = found.group()[:40]
                raise Unreadable(f"De letters met accenten zijn niet te lezen, zoals in ‘{word}’. {SAVE_AS}")
    except UnicodeDecodeError:
        raise Unreadable(f"De letters in dit bestand zijn niet te lezen. {SAVE_AS}") from None
