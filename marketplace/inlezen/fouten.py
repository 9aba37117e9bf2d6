"""The faults of a file in words: what is wrong in the same way in many rows is told once."""

from collections.abc import Sequence
from dataclasses import replace

from marketplace.bsn import holds_bsn
from marketplace.errors import BSN
from marketplace.imports.model import Fault

MOST_LISTED, MOST_NAMED = 200, 8


def listed(faults: Sequence[Fault]) -> tuple[list[str], int]:
    """The first faults in words, in the order of the file, and how many others there are."""
    alike: dict[tuple[int | None, str], list[Fault]] = {}
    for fault in sorted(faults, key=lambda each: (each.row or 0, each.column or 0)):
        alike.setdefault((fault.column, fault.sentence), []).append(fault)
    groups = list(alike.values())
    told = groups[:MOST_LISTED]
    return [_told(group) for group in told], len(faults) - sum(map(len, told))


def _told(group: Sequence[Fault]) -> str:
    """Faults that are alike, with the first places; never what could be a BSN."""
    first = group[0]
    safe = replace(first, sentence=BSN) if holds_bsn(first.sentence) else first
    return safe.told_at([each.place for each in group[:MOST_NAMED]], len(group) - MOST_NAMED)
