"""Columns whose values come from a list: yes or no, one of a few, or several codes in one cell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from marketplace.tables.column import Cell, Unfit, excel_made
from marketplace.tables.text import text_of

YES = frozenset({"ja", "j", "waar", "true", "1"})
NO = frozenset({"nee", "n", "onwaar", "false", "0"})
FEW = 8
BETWEEN_CODES = re.compile(r"[,;\s]+")


def plain(text: str) -> str:
    """A text for comparing: capitals and spaces do not count."""
    return " ".join(text.casefold().split())


def nearest(text: str, options: Iterable[str]) -> str | None:
    """The option that somebody probably meant."""
    by_plain = {plain(option): option for option in options}
    found = get_close_matches(plain(text[:100]), by_plain, n=1, cutoff=0.7)
    return by_plain[found[0]] if found else None


def suggestion(text: str, options: Iterable[str]) -> str:
    """The question whether a near option was meant, else nothing."""
    near = nearest(text, options)
    return f" Bedoelt u ‘{near}’?" if near else ""


def shown(text: str) -> str:
    """What stood in a cell, short enough for a sentence."""
    short = " ".join(text.split())
    return f"‘{short[:40]}…’" if len(short) > 40 else f"‘{short}’"  # noqa: PLR2004 (a line of a message)


def listed(options: Iterable[str]) -> str:
    """The first options in words."""
    names = list(options)
    return ", ".join(names) if len(names) <= FEW else f"{', '.join(names[:FEW])} en nog {len(names) - FEW}"


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    @property
    def empty(self) -> None:
        """Nothing: neither yes nor no."""
        return

    def accepts(self, annotation: type) -> bool:
        """Yes or no."""
        return annotation is bool

    def read(self, cell: Cell) -> bool:
        """True for yes."""
        if isinstance(cell, bool):
            return cell
        said = plain(text_of(cell))
        if said in YES or said in NO:
            return said in YES
        raise Unfit("Vul ja of nee in.")

    def write(self, value: bool) -> str:  # noqa: FBT001 (the value of a cell, one of its kind)
        """Ja or nee."""
        return "ja" if value else "nee"

    def explain(self) -> str:
        """The two words."""
        return "ja of nee."


@dataclass(frozen=True)
class Choice:
    """One of a list: `options` gives for each value the label that people see and choose.

    A list that is only known later stays empty in the declaration: see `Table.with_kinds`.
    """

    options: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self._by_label) != len(self.options):
            raise ValueError(self)

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        """The values by label."""
        return {plain(label): value for value, label in self.options.items()}

    @cached_property
    def _by_either(self) -> Mapping[str, str]:
        """The values by label, and by their own name where that is no label."""
        return {plain(value): value for value in self.options} | dict(self._by_label)

    @property
    def empty(self) -> None:
        """Nothing."""
        return

    def accepts(self, annotation: type) -> bool:
        """The type of the values."""
        return all(isinstance(value, annotation) for value in self.options)

    def read(self, cell: Cell) -> str:
        """The value of the label, or of its own name."""
        text = text_of(cell)
        value = self._by_either.get(plain(text))
        if value is None:
            near = suggestion(text, self.options.values()) or f" Kies uit: {listed(self.options.values())}."
            raise Unfit(f"{shown(text)} staat niet in de lijst.{near}")
        return value

    def write(self, value: str) -> str:
        """The label."""
        return self.options[value]

    def explain(self) -> str:
        """The labels; before there are any, that."""
        if not self.options:
            return "Er is nog niets om uit te kiezen: zet dat eerst in Plekwijs."
        return f"Kies uit de lijst: {listed(self.options.values())}."


@dataclass(frozen=True)
class Codes:
    """Several codes in one cell, with commas between them, at least `least`; `known` are all that exist."""

    known: frozenset[str] = field(default=frozenset(), repr=False)
    least: int = 0

    def __post_init__(self) -> None:
        if any(BETWEEN_CODES.search(code) for code in self.known):
            raise ValueError(self)

    @cached_property
    def _by_plain(self) -> Mapping[str, str]:
        """The codes whatever their capitals."""
        return {plain(code): code for code in self.known}

    @property
    def empty(self) -> tuple[str, ...]:
        """No codes."""
        return ()

    def accepts(self, annotation: type) -> bool:
        """A tuple of texts."""
        return annotation == tuple[str, ...]

    def read(self, cell: Cell) -> tuple[str, ...]:
        """The codes in the order of the cell."""
        if isinstance(cell, float) and not cell.is_integer():
            raise excel_made("getal")
        parts = [part for part in BETWEEN_CODES.split(text_of(cell)) if part]
        codes = tuple(self._code(part) for part in parts)
        if len(codes) < self.least:
            asked = "één code" if self.least == 1 else f"{self.least} codes"
            raise Unfit(f"Vul ten minste {asked} in.")
        if len(set(codes)) < len(codes):
            twice = next(code for code in codes if codes.count(code) > 1)
            raise Unfit(f"De code {shown(twice)} staat hier twee keer.")
        return codes

    def _code(self, text: str) -> str:
        """One code."""
        if code := self._by_plain.get(plain(text)):
            return code
        raise Unfit(f"De code {shown(text)} bestaat niet.{suggestion(text, self.known)}")

    def write(self, value: tuple[str, ...]) -> str:
        """The codes with commas between them."""
        return ", ".join(value)

    def explain(self) -> str:
        """How codes are filled in."""
        return "Een of meer codes, met een komma ertussen."
