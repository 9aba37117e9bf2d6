"""A text as the words that are compared, and a word as it sounds in Dutch."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
_SOUNDS = (
    (re.compile("ij|e[iy]"), "y"),
    (re.compile("auw|ouw?"), "au"),
    (re.compile("ch"), "g"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("ck|c"), "k"),
    (re.compile("ph|v"), "f"),
    (re.compile("th"), "t"),
    (re.compile("qu"), "kw"),
    (re.compile("x"), "ks"),
    (re.compile("z"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("d$"), "t"),
)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return _WORD.findall(plain)


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """What is the same for spellings that sound alike: ij and y, c and k, au and ou, one letter or two."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
