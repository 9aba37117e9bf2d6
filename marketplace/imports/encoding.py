"""In which encoding a text file is; what shows that a guess would spoil letters is refused.

Letters of DOS and the old Mac may also read as other letters: what remains in doubt is shown to people.
"""

import codecs
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from marketplace.imports.limits import MIB
from marketplace.imports.model import Unreadable

SAVE_AS = "Sla het bestand in Excel op als ‘CSV UTF-8’ en probeer het opnieuw."
NAMES = {"utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Signs that tell that letters of DOS or an old Mac were read as Windows-1252: after a letter, inside a word,
# at its begin, and a capital at its end.
SPOILT = re.compile(
    "[A-Za-z]{1,20}[‚„†‡ˆ‰ƒ‹‘˜¡¢£¤¥¦¨¬¯¿][A-Za-z]{0,20}"
    "|[A-Za-z]{1,20}[“”•›™§©«®°±²³¶¸¹»¼½¾ŠŽŸŒ][a-z]{1,20}"
    "|(?<![A-Za-z])[‚†‡ˆ‰ƒ˜™¢£¤¥][a-z]{1,20}"
    "|[A-Za-z]{0,20}[a-z][ŠŽŸŒ](?![A-Za-z])"
)
# UTF-8 read as Windows-1252.
MIXED = re.compile("[A-Za-z]{0,20}[\u00c2\u00c3][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][a-z]{0,20}")
DOUBTFUL = re.compile(r"""[^\s\d;,|"]{0,20}[^\0-\x7f’€][^\s\d;,|"]{0,20}""", re.ASCII)
MOST_WORDS = 20
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
        for line in _lines_with_accents(file):
            if found := MIXED.search(line) or SPOILT.search(line):
                word = found.group()
                raise Unreadable(f"De letters met accenten zijn niet te lezen, zoals in ‘{word}’. {SAVE_AS}")
    except UnicodeDecodeError:
        raise Unreadable(f"De letters in dit bestand zijn niet te lezen. {SAVE_AS}") from None


def _lines_with_accents(file: BinaryIO) -> Iterator[str]:
    """The lines of Windows-1252 in which not all is ASCII."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding="cp1252", newline="")
    try:
        yield from (line for line in text if not line.isascii())
    finally:
        text.detach()


def doubtful_words(file: BinaryIO) -> Sequence[str]:
    """The first words of Windows-1252 of which only people can say whether their letters are right."""
    words: dict[str, None] = {}
    for line in _lines_with_accents(file):
        words |= dict.fromkeys(DOUBTFUL.findall(line))
        if len(words) > MOST_WORDS:
            break
    return list(words)
