"""The names behind the placeholders of explanations: kenmerken of people, never their names."""

from collections.abc import Iterable
from dataclasses import dataclass

from solver.spreektaal import PLACEHOLDER, fill

KINDS = ("kandidaat", "plek", "praktijkopleider", "werkproces", "crebo")


@dataclass(frozen=True, slots=True)
class Namen:
    """By kind (kandidaat, plek, praktijkopleider, werkproces, crebo) and id."""

    by_kind: dict[str, dict[int, str]]

    def name(self, kind: str, number: int) -> str:
        """One name; an id that is not known any more says so."""
        return self.by_kind.get(kind, {}).get(number, f"{kind} {number}")

    def fill(self, sentence: str) -> str:
        """A sentence with its placeholders replaced by plain names."""
        return fill(sentence, self.name)


def named_in(told: Iterable[str]) -> dict[str, list[int]]:
    """By kind the ids that the placeholders of sentences name."""
    found: dict[str, list[int]] = {}
    for sentence in told:
        for kind, number in PLACEHOLDER.findall(sentence):
            found.setdefault(kind, []).append(int(number))
    return found
