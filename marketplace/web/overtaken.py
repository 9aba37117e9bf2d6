"""What somebody typed beside what is there now, for a form that was overtaken (`f.ingehaald` shows it)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from marketplace.datum import datum
from marketplace.web.formats import opsomming

E = TypeVar("E")
# For a step that was overtaken: nothing was typed that could stand beside what is there now.
MOVED_ON = "Iemand anders was u voor. Er is niets opgeslagen. Hieronder staat hoe het nu is."


@dataclass(frozen=True, slots=True)
class Regel:
    """One field in which the two differ, in words."""

    label: str
    getypt: str
    nu: str


def difference(label: str, typed: str, now: str) -> list[Regel]:
    """A row when something else was typed than is there."""
    return [] if typed == now else [Regel(label, typed, now)]


def last_day_difference(label: str, typed: date | None, now: date | None) -> list[Regel]:
    """A row when another last day was typed than there is; None has no end."""
    return difference(label, *(datum(each) if each else "geen laatste dag" for each in (typed, now)))


@dataclass(frozen=True, slots=True)
class Woorden(Generic[E]):
    """How the fields of an edit are said: labels, what says more than a value, names of codes and ids."""

    labels: Mapping[str, str]
    say: Mapping[str, Callable[[E], str]]
    names: Mapping[object, str]

    def differences(self, fields: Iterable[str], typed: E, now: E) -> list[Regel]:
        """A row for each of these fields."""
        return [Regel(self.labels[name], self._words(typed, name), self._words(now, name)) for name in fields]

    def _words(self, edit: E, name: str) -> str:
        """One field as people read it."""
        if name in self.say:
            return self.say[name](edit)
        value = getattr(edit, name)
        if isinstance(value, tuple):
            parts = [self.names.get(item, str(item)) for item in value]
            sentences = all(part.endswith(".") for part in parts)
            return (" ".join(parts) if sentences else opsomming(parts)) or "niets"
        return (self.names.get(value) if isinstance(value, str) else None) or str(value) or "leeg"
