"""Which rows hold the words that somebody typed: as they stand first, then what looks or sounds like them."""

import asyncio
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from marketplace.zoeken.woorden import sound_of, words_of

K = TypeVar("K", bound=Hashable)
MAX_WORDS = 8
EXACT, BEGINS, INSIDE, SOUNDS, LIKE = 5, 4, 3, 2, 1
LEAST_INSIDE = 3  # letters that say something within a longer word
LEAST_LIKE = 5  # letters from which one may be wrong
LEAST_CODE = 4  # letters and digits from which one may be wrong where no word fits: a kenmerk
TWO_WRONG = 9  # letters from which two may be


@dataclass(frozen=True, slots=True)
class Gevonden(Generic[K]):
    """The rows that were found, the best first.

    `lijkt_op` is what was found instead, where no row holds every word as it was typed.
    """

    sleutels: tuple[K, ...]
    lijkt_op: str | None = None


async def search(typed: str, rows: Sequence[tuple[K, str]]) -> Gevonden[K]:
    """Search rows (a key and its text) in a thread; every word must be found, in any order."""
    return await asyncio.to_thread(rank, typed, rows)


def rank(typed: str, rows: Sequence[tuple[K, str]]) -> Gevonden[K]:
    """The rows in which every typed word is found; among equals the order in which they came."""
    asked = words_of(typed)[:MAX_WORDS]
    texts = [(key, frozenset(words_of(text))) for key, text in rows]
    known = frozenset[str]().union(*(words for _, words in texts))
    likeness = [_points(word, known) for word in asked]
    scored = [(key, score) for key, words in texts if (score := _score(likeness, words))]
    scored.sort(key=lambda each: -each[1])
    return Gevonden(tuple(key for key, _ in scored), _instead(asked, likeness, scored))


def _points(word: str, known: Iterable[str]) -> Mapping[str, int]:
    """How well each known word fits a typed one, in points; words that do not are left out."""
    sound = sound_of(word)
    allowed = 0 if len(word) < LEAST_LIKE or not word.isalpha() else 1 + (len(word) >= TWO_WRONG)
    found = {}
    for other in known:
        if other == word:
            found[other] = EXACT
        elif other.startswith(word):
            found[other] = BEGINS
        elif len(word) >= LEAST_INSIDE and word in other:
            found[other] = INSIDE
        elif word.isalpha() and sound_of(other).startswith(sound):
            found[other] = SOUNDS
        elif allowed and (_near(word, other, allowed) or _near(sound, sound_of(other), allowed)):
            found[other] = LIKE
    if not found and len(word) >= LEAST_CODE and not word.isdigit():
        return {other: LIKE for other in known if _near(word, other, 1)}
    return found


def _near(word: str, other: str, allowed: int) -> bool:
    """Whether at most so many letters are wrong; two in the wrong order count as one."""
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def _score(likeness: Sequence[Mapping[str, int]], words: frozenset[str]) -> int:
    """The points of a row: 0 when a typed word is not in it."""
    total = 0
    for points in likeness:
        shared = points.keys() & words
        if not shared:
            return 0
        total += max(points[word] for word in shared)
    return total


def _instead(
    asked: Sequence[str], likeness: Sequence[Mapping[str, int]], scored: Sequence[tuple[K, int]]
) -> str | None:
    """The words that were found in the place of those that no word holds; None when each was found."""
    if not scored or all(max(points.values()) > SOUNDS for points in likeness):
        return None
    return " ".join(_nearest(word, points) for word, points in zip(asked, likeness, strict=True))


def _nearest(word: str, points: Mapping[str, int]) -> str:
    """The word itself where it was found, else the one that looks or sounds most like it."""
    if max(points.values()) > SOUNDS:
        return word
    return min(points, key=lambda other: (-points[other], OSA.distance(word, other), other))
