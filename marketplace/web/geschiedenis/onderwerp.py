"""How one kind of record tells its history: words for what happens to it and for its fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from marketplace.datum import datum
from marketplace.regios.waarden import GEEN, say_name
from marketplace.web.formats import opsomming


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerp:
    """The words of one onderwerp; what lacks is said as well as its own name allows.

    `velden` are short labels; `say` tells a value, as JSON holds it, of a field where that needs more.
    """

    soorten: Mapping[str, str]
    velden: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)


def laatste_dag(tot: str) -> str:
    """The last day of a period that ends before this one."""
    return datum(date.fromisoformat(tot) - timedelta(days=1))


def say_numbers(numbers: Mapping[str, int]) -> str:
    """Steeds ernaast 480, af en toe 240 en op afroep 90."""
    return opsomming(f"{say_name(name)} {number}" for name, number in numbers.items())


def say_shares(shares: Mapping[str, int]) -> str:
    """Beschut werk 50 % en wsw 40 %; geen."""
    return opsomming(f"{say_name(code)} {procent} %" for code, procent in shares.items()) or GEEN
