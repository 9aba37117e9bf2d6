"""What a file would change: every row compared with what is there, every fault by its cell."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from marketplace.bsn import holds_bsn
from marketplace.errors import BSN
from marketplace.imports.model import Fault, Reading, Row
from marketplace.inlezen.cellen import text_of_cell
from marketplace.inlezen.fouten import listed
from marketplace.inlezen.model import RijStand, Uitkomst, Verschil
from marketplace.inlezen.soort import Huidig, Stapel
from marketplace.tables.choices import Codes, plain
from marketplace.tables.column import Column
from marketplace.tables.text import Text

MOST_SHOWN = 50
A_STEP = 500
Tell = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Daad:
    """A row that is right and does something: makes (`now` None) or changes."""

    row: Row[Any]
    now: Huidig | None

    @property
    def stand(self) -> RijStand:
        """What is remembered of it until it is written."""
        return RijStand(self.row.number, *((self.now.id, self.now.versie) if self.now else (None, None)))


@dataclass(slots=True)
class Nazicht:
    """What came out of comparing a file with what is there."""

    daden: list[Daad] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    verschillen: list[Verschil] = field(default_factory=list)
    gelijk: int = 0


async def compare(stapel: Stapel, reading: Reading[Any], tell: Tell) -> Nazicht:
    """Hold every row that could be read against what is there now."""
    found, seen = Nazicht(), dict[str, int]()
    current = {stapel.key(each.rij): each async for each in stapel.stream()}
    absent = [column.name for column in stapel.table.columns if column.name not in reading.columns]
    texts = [column.name for column in stapel.table.columns if isinstance(column.kind, Text)]
    for count, row in enumerate(reading.rows):
        if count % A_STEP == 0:
            await tell(f"Rij {count} van {len(reading.rows)} is vergeleken.")
        key = stapel.key(row.value)
        now = current.get(key)
        value = row.value
        if now is not None and absent:
            value = replace(value, **{name: getattr(now.rij, name) for name in absent})
        value = stapel.settle(value, now)
        # What is new may not differ in capitals and spaces alone.
        first = seen.setdefault(key if now else plain(key), row.number)
        faults = _faults_of_row(stapel, reading, row, first)
        faults += [reading.fault(row, name, BSN) for name in texts if _holds_bsn(getattr(value, name))]
        differences = [] if now is None else list(_differences(stapel, now.rij, value))
        if now is not None and not differences and not faults:
            found.gelijk += 1
            continue
        wrong = await stapel.check(value, now)
        faults += [reading.fault(row, name, sentence) for name, sentence in wrong.items()]
        if faults:
            found.faults += faults
            continue
        found.daden.append(Daad(Row(row.number, value), now))
        room = MOST_SHOWN - len(found.verschillen)
        found.verschillen += [_told(row.number, now, row.value, stapel, *each) for each in differences[:room]]
    return found


def _faults_of_row(stapel: Stapel, reading: Reading[Any], row: Row[Any], first: int) -> list[Fault]:
    """A key that stood in the file already."""
    if first == row.number:
        return []
    name = stapel.table.columns[0].name
    return [reading.fault(row, name, f"Dit staat ook al in rij {first}. Laat één van de twee staan.")]


def _holds_bsn(value: object) -> bool:
    """Whether a text could hold a BSN."""
    return isinstance(value, str) and holds_bsn(value)


def _differences(stapel: Stapel, old: object, new: object) -> Iterator[tuple[Column, object, object]]:
    """The columns in which two rows differ; codes have no order, unless the noun gives them one."""
    for column in stapel.table.columns:
        before, after = getattr(old, column.name), getattr(new, column.name)
        loose = isinstance(column.kind, Codes) and column.name not in stapel.ordered
        if before != after and not (loose and frozenset(before) == frozenset(after)):
            yield column, before, after


def _told(
    number: int,
    now: Huidig | None,
    row: object,
    stapel: Stapel,
    column: Column,
    before: object,
    after: object,
) -> Verschil:
    """A difference in words."""
    sleutel = str(getattr(now.rij if now else row, stapel.table.columns[0].name))
    return Verschil(
        number, sleutel, column.header, text_of_cell(column, before) or "", text_of_cell(column, after) or ""
    )


def outcome(reading: Reading[Any], found: Nazicht) -> Uitkomst:
    """What people are told of a file."""
    faults = [*reading.faults, *found.faults]
    lijst, others = listed(faults)
    made = sum(each.now is None for each in found.daden)
    return Uitkomst(
        nieuw=made,
        gewijzigd=len(found.daden) - made,
        gelijk=found.gelijk,
        fouten=len(faults) + reading.unlisted,
        foute_rijen=len({fault.row for fault in faults if fault.row is not None}),
        deelbaar=bool(reading.rows) and all(map(_is_of_row, faults)),
        opmerkingen=[note for note in reading.notes if not holds_bsn(note)],
        lijst=lijst,
        ongenoemd=others + reading.unlisted,
        verschillen=found.verschillen,
    )


def _is_of_row(fault: Fault) -> bool:
    """Whether a fault leaves the other rows as they are: merged or shifted cells do not."""
    return fault.row is not None and (fault.column is None or bool(fault.header))
