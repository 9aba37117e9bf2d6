"""A move on the week board: groups and places that become others, and how it is kept to be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import asyncpg

from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.groepsdetachering.plan import writes
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, Stuk

R = TypeVar("R")
Plek = tuple[int, date]


class LedElsewhere(Conflict):
    """Deze werkleider leidt op een van die dagen al een andere groep. Kies iemand anders of andere dagen."""


class RidesElsewhere(Conflict):
    """Deze bus rijdt op een van die dagen al voor een andere groep. Kies een andere bus of andere dagen."""


@dataclass(frozen=True, slots=True)
class Zet:
    """What stands after a move: groups by (opdracht, week), places by (kandidaat, week); None is gone."""

    groepen: Mapping[Plek, Groep | None] = field(default_factory=dict)
    indelingen: Mapping[Plek, Indeling | None] = field(default_factory=dict)

    def back(self, plan: Groepsplan) -> "Zet":
        """The move that brings back what stands there now."""
        return Zet(
            {key: plan.groep(*key) for key in self.groepen},
            {key: plan.where(*key) for key in self.indelingen},
        )

    def on(self, stuk: Stuk) -> Stuk:
        """A part of a plan after this move."""
        groups = {(each.opdracht_id, each.week): each for each in stuk.groepen} | dict(self.groepen)
        places = {(each.kandidaat_id, each.week): each for each in stuk.indelingen} | dict(self.indelingen)
        return Stuk(
            groepen=tuple(sorted(_standing(groups.values()))),
            indelingen=tuple(sorted(_standing(places.values()))),
        )

    @property
    def weken(self) -> set[date]:
        """The weeks in which anything changes."""
        return {week for _, week in (*self.groepen, *self.indelingen)}

    def to_plain(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "groepen": [
                [key[0], key[1].isoformat(), _plain_group(each)] for key, each in self.groepen.items()
            ],
            "indelingen": [
                [
                    key[0],
                    key[1].isoformat(),
                    None if each is None else [each.opdracht_id, each.dagen, each.vast],
                ]
                for key, each in self.indelingen.items()
            ],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Zet":
        """From that JSON."""
        groups = {(key, date.fromisoformat(week)): state for key, week, state in plain["groepen"]}
        places = {(key, date.fromisoformat(week)): state for key, week, state in plain["indelingen"]}
        return cls(
            {key: None if state is None else _group(key, state) for key, state in groups.items()},
            {
                key: None
                if state is None
                else Indeling(
                    kandidaat_id=key[0], week=key[1], opdracht_id=state[0], dagen=state[1], vast=state[2]
                )
                for key, state in places.items()
            },
        )


def _plain_group(group: Groep | None) -> dict[str, Any] | None:
    """A group as JSON."""
    if group is None:
        return None
    return {
        "werkleider": group.werkleider_id,
        "leiding": [list(each) for each in group.leiding],
        "bus": group.bus_id,
        "opstapplaatsen": list(group.opstapplaatsen),
        "vast": group.vast,
    }


def _group(key: Plek, state: Mapping[str, Any]) -> Groep:
    """A group from JSON."""
    return Groep(
        opdracht_id=key[0],
        week=key[1],
        werkleider_id=state["werkleider"],
        leiding=tuple((dag, leider) for dag, leider in state["leiding"]),
        bus_id=state["bus"],
        opstapplaatsen=tuple(state["opstapplaatsen"]),
        vast=state["vast"],
    )


async def write_zet(conn: Connection, plan: Groepsplan, zet: Zet) -> None:
    """Let groups and places be as a move says; raises LedElsewhere or RidesElsewhere."""
    gone = [key for key, each in zet.indelingen.items() if each is None]
    ended = [key for key, each in zet.groepen.items() if each is None]
    await writes.delete_indelingen(conn, plan.id, gone)
    await writes.delete_dagen(conn, plan.id, list(zet.groepen))
    await writes.delete_groepen(conn, plan.id, ended)
    try:
        await writes.put_groepen(conn, plan.id, plan.organisatie_id, _standing(zet.groepen.values()))
    except asyncpg.UniqueViolationError as error:
        is_bus = error.constraint_name == "bus_bij_een_groep"
        raise (RidesElsewhere if is_bus else LedElsewhere) from error
    await writes.put_indelingen(conn, plan.id, plan.organisatie_id, _standing(zet.indelingen.values()))


def _standing(rows: Iterable[R | None]) -> list[R]:
    """Those that are there."""
    return [each for each in rows if each is not None]
