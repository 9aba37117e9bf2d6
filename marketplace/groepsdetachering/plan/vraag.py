"""What a planner asks of a run: fill the rest, or what if; as it is stored with the run.

    {"soort": "vullen", "max_plaatsen": 10, "max_mensen": 5}    both optional: of the published plan
    {"soort": "opdracht", "opdracht": 7, "versie": 3}            can we accept it
    {"soort": "werkleider", "werkleider": 2, "van": "2026-11-30", "tot": "2026-12-21", "versie": 3}
    {"soort": "splitsen", "opdracht": 7, "versie": 3}
    {"soort": "tarief", "opdracht": 7, "versie": 3}              without it: what must it bring in at least

`versie` is that of the concept that was asked about, and `plan`, in each of them, which one that was.
"""

from enum import StrEnum

from marketplace.rekenruns.model import Json


class VraagSoort(StrEnum):
    """What is asked."""

    VULLEN = "vullen"
    OPDRACHT = "opdracht"
    WERKLEIDER = "werkleider"
    SPLITSEN = "splitsen"
    TARIEF = "tarief"


# Answers that are plans of opdrachten as they are, and so can be laid on the board.
PLANNABLE = frozenset({VraagSoort.VULLEN, VraagSoort.OPDRACHT, VraagSoort.WERKLEIDER})


def kind_of(vraag: Json) -> VraagSoort:
    """What is asked; without a word for it the rest is filled in."""
    return VraagSoort(vraag.get("soort", VraagSoort.VULLEN))


def is_what_if(vraag: Json) -> bool:
    """Whether it is a question about the plan, which stays as it is."""
    return kind_of(vraag) is not VraagSoort.VULLEN


def is_about(vraag: Json, plan_id: int, versie: int) -> bool:
    """Whether a what-if is about this version of this concept."""
    return (vraag.get("plan"), vraag.get("versie")) == (plan_id, versie)
