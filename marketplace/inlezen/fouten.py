"""The faults of a file: in words, where what is wrong alike is told once, and as a file with a row each."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from marketplace.bsn import holds_bsn
from marketplace.errors import BSN
from marketplace.exports.csv import csv_writer
from marketplace.imports.limits import MOST_FAULTS
from marketplace.imports.model import Fault
from marketplace.tables.column import Column
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text

MOST_LISTED, MOST_NAMED = 200, 8
MOST_IN_THE_WAY = 500  # places of a reason, for which there is no file


@dataclass(frozen=True, slots=True, kw_only=True)
class FoutRij:
    """A fault as people read it beside their own file."""

    plaats: Annotated[str | None, Column("Cel", "Waar de fout staat.", Text())]
    rij: Annotated[int | None, Column("Rij", "De rij van uw bestand.", Whole())]
    kolom: Annotated[str | None, Column("Kolom", "De naam van de kolom.", Text())]
    fout: Annotated[str, Column("Fout", "Wat er fout is.", Text())]


FOUTEN = Table.of(FoutRij, "Fouten")


def listed(faults: Sequence[Fault], named: int = MOST_NAMED) -> tuple[list[str], int]:
    """The first faults in words, in the order of the file, and how many others there are."""
    alike: dict[tuple[int | None, str], list[Fault]] = {}
    for fault in _in_order(faults):
        alike.setdefault((fault.column, fault.sentence), []).append(fault)
    groups = list(alike.values())
    told = groups[:MOST_LISTED]
    return [_told(group, named) for group in told], len(faults) - sum(map(len, told))


def reasons(faults: Sequence[Fault]) -> list[str]:
    """Why nothing is written or undone, with the rows that are in the way."""
    told, others = listed(faults, MOST_IN_THE_WAY)
    return [*told, f"En nog {others}."] if others else told


def as_csv(faults: Sequence[Fault]) -> bytes | None:
    """A file of the faults in their order, as many as are kept; None without any."""
    if not faults:
        return None
    file = io.BytesIO()
    with csv_writer(FOUTEN, file) as write:
        for each in _in_order(faults)[:MOST_FAULTS]:
            fault = _safe(each)
            write(
                FoutRij(
                    plaats=fault.place or None, rij=fault.row, kolom=fault.header or None, fout=fault.sentence
                )
            )
    return file.getvalue()


def _in_order(faults: Sequence[Fault]) -> list[Fault]:
    """As they stand in the file; what has no place comes first."""
    return sorted(faults, key=lambda each: (each.row or 0, each.column or 0))


def _safe(fault: Fault) -> Fault:
    """The fault without what could be a BSN."""
    return replace(fault, sentence=BSN) if holds_bsn(fault.sentence) else fault


def _told(group: Sequence[Fault], named: int) -> str:
    """Faults that are alike, with the first places."""
    return _safe(group[0]).told_at([each.place for each in group[:named]], len(group) - named)
