"""The answer to a what-if in words: who moves when, and what changes in days, money, travel, development."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from marketplace.groepsdetachering.werkdagen import say_weeks
from marketplace.rekenruns.weken import Weken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from marketplace.groepsdetachering.plan.antwoord import Antwoord

ONTWIKKELING = {
    "doorgroei": "weken waarin iemand een trede hoger werkt",
    "leren": "weken waarin iemand oefent wat nog ontbreekt",
    "niveau": "weken op het eigen niveau",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhuizing:
    """Somebody who goes from one group to another (None: inside) in some weeks."""

    wie: str
    kandidaat_id: int
    van: str | None
    naar: str | None
    weken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verteld:
    """What differs: `dagen` by opdracht in days of one person, `marge` in cents, `reistijd` in minutes."""

    verhuizingen: tuple[Verhuizing, ...]
    mensen: int
    dagen: tuple[tuple[str, int], ...]
    marge: int
    reistijd: int
    tekort: int
    ontwikkeling: tuple[tuple[str, int], ...]
    eerste_week: date | None
    loopt: bool
    kostendekkend: int | None


def tell(antwoord: Antwoord, names: Mapping[str, Mapping[int, str]]) -> Verteld | None:
    """An answer with names for its numbers; None where it has no difference."""
    found: dict[str, Any] = antwoord.wat_als or {}
    verschil = found.get("verschil")
    if verschil is None or antwoord.week0 is None:
        return None
    weken = Weken(antwoord.week0)
    opdrachten = names["opdracht"]
    moves = _moves(verschil["verplaatsingen"], names["medewerker"], opdrachten, weken)
    first = found.get("eerste_week")
    return Verteld(
        verhuizingen=tuple(moves),
        mensen=len({each.kandidaat_id for each in moves}),
        dagen=tuple(
            (opdrachten.get(int(each), "de tweede groep"), number)
            for each, number in verschil["dagen"].items()
        ),
        marge=verschil["marge"],
        reistijd=verschil["reistijd"],
        tekort=verschil["tekort"],
        ontwikkeling=tuple(
            (ONTWIKKELING[name], number) for name, number in verschil["ontwikkeling"].items() if number
        ),
        eerste_week=None if first is None else weken.monday(first),
        loopt=first is not None,
        kostendekkend=found.get("kostendekkend"),
    )


def _moves(
    rows: Sequence[Mapping[str, Any]],
    people: Mapping[int, str],
    opdrachten: Mapping[int, str],
    weken: Weken,
) -> list[Verhuizing]:
    """Moves of one person from and to the same, as one, by name."""
    gathered: dict[tuple[int, int | None, int | None], list[int]] = defaultdict(list)
    for each in rows:
        gathered[each["medewerker"], each["van"], each["naar"]].append(each["week"])
    found = [
        Verhuizing(
            wie=people.get(who, "?"),
            kandidaat_id=who,
            van=None if van is None else opdrachten.get(van, "de tweede groep"),
            naar=None if naar is None else opdrachten.get(naar, "de tweede groep"),
            weken=say_weeks(weken.monday(each) for each in weeks),
        )
        for (who, van, naar), weeks in gathered.items()
    ]
    return sorted(found, key=lambda each: (each.wie, each.weken))
