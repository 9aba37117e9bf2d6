"""The verbs on groups of a concept: start, change, end one, in a week or until the end of the plan."""

from dataclasses import replace
from datetime import date

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.groepsdetachering.plan.bord import Bord, Held, NoGroup, move, when
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling
from marketplace.groepsdetachering.plan.zet import Plek, Zet
from marketplace.groepsdetachering.werkdagen import say_days


async def change_group(conn: Connection, bord: Bord, changed: Groep, *, verder: bool = False) -> None:
    """Let the group of an opdracht run as `changed`, also where it did not; nobody stays on a day it ended.

    With `verder` in the weeks after it too, those in which its werkleider is pinned left as they are.
    Raises Held, WeekOver, LedElsewhere, RidesElsewhere or NotFound.
    """
    weken = bord.weken(changed.week, verder=verder)
    opdracht = bord.wereld.opdracht(changed.opdracht_id)
    leider = bord.wereld.werkleider(changed.werkleider_id)
    if opdracht is None or leider is None:
        raise NotFound
    groups: dict[Plek, Groep | None] = {}
    places: dict[Plek, Indeling | None] = {}
    for week in weken:
        present = bord.concept.groep(opdracht.id, week)
        if present is not None and present.vast and present.werkleider_id != changed.werkleider_id:
            if week == changed.week:
                raise Held
            continue
        groups[opdracht.id, week] = replace(changed, week=week, vast=present is not None and present.vast)
        places |= _left(bord.concept, opdracht.id, week, changed.dagen)
    words = f"{opdracht.kort}: {say_days(changed.dagen)} met {leider.naam}{when(weken)}"
    await move(conn, bord, words, Zet(groups, places))


async def end_group(
    conn: Connection, bord: Bord, opdracht_id: int, week: date, *, verder: bool = False
) -> None:
    """Let an opdracht have no group; its people work inside. Raises Held, NoGroup, WeekOver or NotFound."""
    weken = bord.weken(week, verder=verder)
    opdracht = bord.wereld.opdracht(opdracht_id)
    if opdracht is None:
        raise NotFound
    if bord.concept.groep(opdracht_id, week) is None:
        raise NoGroup
    groups: dict[Plek, Groep | None] = {}
    places: dict[Plek, Indeling | None] = {}
    for each in weken:
        if bord.concept.groep(opdracht_id, each) is not None:
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
