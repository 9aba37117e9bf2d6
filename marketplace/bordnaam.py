"""How something stands on a board: a short name and a colour that nobody else there has."""

from collections.abc import Collection, Iterable, Sequence

MAX_KORT = 14
KLEUREN = range(1, 13)
# Words that say nothing on a board.
LEGE_WOORDEN = frozenset({"voorbeeld", "bv", "b.v.", "vof", "de", "het", "en"})


def short_names(words: Iterable[str], otherwise: str) -> Iterable[str]:
    """Short names to choose from, the best first: each telling word, then the first one with numbers."""
    telling = [word.strip(",.()")[:MAX_KORT] for word in words if word.lower() not in LEGE_WOORDEN]
    telling = [word for word in telling if word] or [otherwise]
    yield from telling
    yield from (f"{telling[0][: MAX_KORT - 3]} {number}" for number in range(2, 100))


def propose_kort(words: Iterable[str], taken: Collection[str], otherwise: str) -> str:
    """The first short name that nobody has."""
    known = {each.lower() for each in taken}
    return next(name for name in short_names(words, otherwise) if name.lower() not in known)


def next_colour(used: Sequence[int]) -> int:
    """The first colour that nobody has; once all are taken the one that fewest have."""
    return min(KLEUREN, key=lambda each: (used.count(each), each))
