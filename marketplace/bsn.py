"""Whether a text holds a number that could be a BSN; the database asks the same (`bevat_bsn`)."""

import re
import unicodedata

LENGTH = 9
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
# Format characters (Unicode Cf): nobody sees them, so they separate nothing. `bevat_bsn` has the same list.
INVISIBLE = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
GROUP = re.compile(r"([0-9]+)([^0-9]*)")
# Three signs at most, none a Latin letter, leave two groups of digits one number: 111 - 222 - 333.
CLOSE = re.compile(r"[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{1,3}")


def holds_bsn(text: str) -> bool:
    """Whether digits that stand together, or in groups close together, are nine and pass the 11-test."""
    open_numbers: list[str] = []
    for digits, between in GROUP.findall(_plain(text)):
        longer = [head + digits for head in (*open_numbers, "")]
        open_numbers = [number for number in longer if len(number) <= LENGTH]
        if any(_passes(number) for number in open_numbers):
            return True
        if not CLOSE.fullmatch(between):
            open_numbers = []
    return False


def _plain(text: str) -> str:
    """The same text with every digit of any script as 0-9, and without what nobody sees."""
    shown = INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return "".join(char if char.isascii() else str(unicodedata.decimal(char, char)) for char in shown)


def _passes(number: str) -> bool:
    """The 11-test."""
    if len(number) != LENGTH or number == "0" * LENGTH:
        return False
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11 == 0
