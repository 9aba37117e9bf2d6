"""The verbs on groups of a concept: start, change, end one, in a week or until the end of the plan."""

from dataclasses import dataclass, replace
from datetime import date

from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.plan.bord import Bord, Held, NoGroup, move, when
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling
from marketplace.groepsdetachering.plan.ritten import choose_stops
from marketplace.groepsdetachering.plan.zet import Plek, Zet
from marketplace.groepsdetachering.werkdagen import say_days
from solver.groepsdetachering.dagen import WERKDAGEN


class NoDays(Conflict):
    """Kies ten minste één dag waarop deze opdracht werk heeft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepWens:
    """How the group of an opdracht runs in a week, with `verder` until the end of the plan.

    On the days of `invaldagen` the `invaller` leads.
    """

    opdracht_id: int
    week: date
    werkleider_id: int
    dagen: int
    bus_id: int | None = None
    invaller_id: int | None = None
    invaldagen: int = 0
    verder: bool = False

    def leiding(self, dagen: int) -> tuple[tuple[int, int], ...]:
        """Who leads on each of these weekdays."""
        stand_in = self.invaldagen if self.invaller_id is not None else 0
        return tuple(
            (dag, self.invaller_id if stand_in >> dag & 1 and self.invaller_id else self.werkleider_id)
            for dag in WERKDAGEN
            if dagen >> dag & 1
        )


async def change_group(conn: Connection, bord: Bord, wens: GroepWens) -> None:
    """Let an opdracht have a group that runs so, also where it had none; nobody stays on a day it ended.

    It runs on days on which there is work. The bus passes the stops of who cannot come alone. With `verder`
    weeks in which its werkleider is pinned, or without work, stay as they are. Raises Held, NoDays, WeekOver,
    LedElsewhere, RidesElsewhere or NotFound.
    """
    weken = bord.weken(wens.week, verder=wens.verder)
    opdracht = bord.wereld.opdracht(wens.opdracht_id)
    leider = bord.wereld.werkleider(wens.werkleider_id)
    if opdracht is None or leider is None or not _knows(bord, wens):
        raise NotFound
    opgave = await bord.opgave(conn) if wens.bus_id is not None else None
    groups: dict[Plek, Groep] = {}
    places: dict[Plek, Indeling | None] = {}
    for week in weken:
        present = bord.concept.groep(opdracht.id, week)
        if present is not None and present.vast and present.werkleider_id != leider.id:
            if week == wens.week:
                raise Held
            continue
        dagen = wens.dagen & opdracht.work_days(week)
        if not dagen:
            if week == wens.week:
                raise NoDays
            continue
        people = [each.kandidaat_id for each in bord.concept.people(opdracht.id, week)]
        groups[opdracht.id, week] = Groep(
            opdracht_id=opdracht.id,
            week=week,
            werkleider_id=leider.id,
            leiding=wens.leiding(dagen),
            bus_id=wens.bus_id,
            opstapplaatsen=choose_stops(opgave, opdracht.id, wens.bus_id, people)
            if opgave and wens.bus_id
            else (),
            vast=present is not None and present.vast,
        )
        places |= _left(bord.concept, opdracht.id, week, dagen)
    dagen = groups[opdracht.id, wens.week].dagen
    words = f"{opdracht.kort}: {say_days(dagen)} met {leider.naam}{when(weken)}"
    await move(conn, bord, words, Zet(groups, places))


def _knows(bord: Bord, wens: GroepWens) -> bool:
    """Whether the bus and who stands in are of this SW-bedrijf."""
    bussen = {each.id for each in bord.wereld.bedrijf.bussen} | {None}
    leaders = {each.id for each in bord.wereld.bedrijf.werkleiders} | {None}
    return wens.bus_id in bussen and wens.invaller_id in leaders


async def end_group(
    conn: Connection, bord: Bord, opdracht_id: int, week: date, *, verder: bool = False
) -> None:
    """Let an opdracht have no group; its people work inside. With `verder` pinned groups of later weeks stay.

    Raises Held, NoGroup, WeekOver or NotFound.
    """
    weken = bord.weken(week, verder=verder)
    opdracht = bord.wereld.opdracht(opdracht_id)
    if opdracht is None:
        raise NotFound
    if bord.concept.groep(opdracht_id, week) is None:
        raise NoGroup
    groups: dict[Plek, Groep | None] = {}
    places: dict[Plek, Indeling | None] = {}
    for each in weken:
        present = bord.concept.groep(opdracht_id, each)
        if present is not None and present.vast and each == week:
            raise Held
        if present is not None and not present.vast:
            groups[opdracht_id, each] = None
            places |= _left(bord.concept, opdracht_id, each, 0)
    await move(conn, bord, f"{opdracht.kort}: geen groep{when(weken)}", Zet(groups, places))


def _left(plan: Groepsplan, opdracht_id: int, week: date, dagen: int) -> dict[Plek, Indeling | None]:
    """Who is in a group when it runs on other days; raises Held for who is pinned and would go."""
    found: dict[Plek, Indeling | None] = {}
    for each in plan.people(opdracht_id, week):
        kept = each.dagen & dagen
        if not kept and each.vast:
            raise Held
        if kept != each.dagen:
            found[each.kandidaat_id, week] = replace(each, dagen=kept) if kept else None
    return found
