"""Which plaatsingsvorm a pair gets: the kandidaat's first wish that the plek takes.

A pair for praktijkleren without erkenning or opleider can only go as proefplaatsing.
"""

from solver.matching.instance import Instance, Kandidaat, Leerwerkplek, Plaatsingsvorm
from solver.matching.pair_rules import erkenning, opleider
from solver.rule import Label, Violation
from solver.spreektaal import VORMEN

NAME = "vorm"


def possible_vormen(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> tuple[Plaatsingsvorm, ...]:
    """List the vormen that this stay may have, in the kandidaat's order of preference."""
    shared = tuple(each for each in kandidaat.vormen if each in plek.vormen)
    if not kandidaat.praktijkleren:
        return shared
    if erkenning.missing(kandidaat, plek, startweek) or opleider.missing(instance, kandidaat, startweek):
        return tuple(each for each in shared if each is Plaatsingsvorm.PROEFPLAATSING)
    return shared


def choose_vorm(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int
) -> Plaatsingsvorm | None:
    """Give the first possible vorm, None where there is none."""
    return next(iter(possible_vormen(instance, kandidaat, plek, startweek)), None)


def vorm_violation(
    instance: Instance, kandidaat: Kandidaat, plek: Leerwerkplek, startweek: int, vorm: Plaatsingsvorm
) -> Violation | None:
    """Say that a stay has a vorm it may not have."""
    if vorm in possible_vormen(instance, kandidaat, plek, startweek):
        return None
    sentence = f"De plaatsingsvorm {VORMEN[vorm]} kan hier niet."
    return Violation(rule=NAME, label=Label.WET, sentence=sentence, unit="plaatsingsvorm")
