"""Vouchers of the region: a kandidaat on the voucher route takes one.

Without a number in the policy none is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from solver.matching.rule import Row, Usage
from solver.rule import Label, Violation

if TYPE_CHECKING:
    from solver.arrays import IntArray
    from solver.matching.columns import Columns
    from solver.matching.instance import Instance, Kandidaat, Leerwerkplek

NAME = "vouchers"
LABEL = Label.BELEID
STEP = 1


def weeks(_columns: Columns) -> int:
    """Vouchers are counted once, not by the week."""
    return 1


def capacities(columns: Columns) -> IntArray:
    """One column, or none without a number in the policy."""
    number = columns.instance.beleid.vouchers
    return np.array([] if number is None else [number], dtype=np.int64)


def needs(columns: Columns) -> IntArray:
    """Whether the kandidaat is on that route."""
    return columns.kandidaat.voucher[:, None].astype(np.int64)


def usage(columns: Columns, kandidaat: IntArray, _plek: IntArray, _startweek: IntArray) -> Usage:
    """One for each pair of a kandidaat on the route."""
    counted = columns.instance.beleid.vouchers is not None
    stay = np.flatnonzero(columns.kandidaat.voucher[kandidaat] & counted).astype(np.int64)
    return Usage(stay, np.zeros_like(stay), np.ones_like(stay), np.ones_like(stay))


def capacity(instance: Instance) -> dict[Row, int]:
    """The number in the policy."""
    number = instance.beleid.vouchers
    return {} if number is None else {Row(NAME, 0, 0): number}


def uses(instance: Instance, kandidaat: Kandidaat, _plek: Leerwerkplek, _startweek: int) -> dict[Row, int]:
    """One voucher for a kandidaat on the route."""
    return {Row(NAME, 0, 0): 1} if kandidaat.voucher and instance.beleid.vouchers is not None else {}


def violation(_row: Row, _until: int, capacity: int, shortfall: int) -> Violation:
    """Say that the vouchers are used up, and how many lack where that is more than one."""
    sentence = f"De {capacity} vouchers van deze periode zijn op."
    if capacity == 1:
        sentence = "De voucher van deze periode is op."
    if capacity == 0:
        sentence = "Er zijn geen vouchers meer in deze periode."
    if shortfall > 1:
        sentence += f" Er zijn er {shortfall} te weinig."
    return Violation(rule=NAME, label=LABEL, sentence=sentence, shortfall=shortfall, unit="vouchers")


def wel_als(broken: Violation) -> str:
    """Offer more vouchers."""
    if broken.shortfall == 1:
        return "Wel als er 1 voucher bij komt."
    return f"Wel als er {broken.shortfall} vouchers bij komen."
