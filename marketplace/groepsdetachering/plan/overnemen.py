"""Lay an alternative on the board; what people pinned stays, with the group that it is in."""

from dataclasses import replace

from marketplace.clock import monday
from marketplace.db import Connection
from marketplace.errors import Conflict, NotFound
from marketplace.groepsdetachering.plan import plannen
from marketplace.groepsdetachering.plan.bord import Bord, changes, move
from marketplace.groepsdetachering.plan.model import Groep, Indeling, Stuk
from marketplace.groepsdetachering.plan.zet import Plek, Zet


class NotAgreed(Conflict):
    """Dit voorstel heeft een groep voor een opdracht die niet is aangenomen."""


async def take_over(conn: Connection, bord: Bord, plan_id: int) -> None:
    """Lay an alternative on the board, as one move that can be undone.

    What was pinned meanwhile stays, and so do weeks that are over. Raises NotFound, NotAgreed for a group at
    what is not planned with, LedElsewhere or RidesElsewhere.
    """
    other = await plannen.get_plan(conn, bord.actor, plan_id)
    if other is None or other.organisatie_id != bord.concept.organisatie_id:
        raise NotFound
    van = max(other.van, monday(bord.clock.today()))
    tot = min(other.tot, bord.concept.tot)
    ours, theirs = bord.concept.between(van, tot), other.between(van, tot)
    if any(bord.wereld.opdracht(each.opdracht_id) is None for each in theirs.groepen):
        raise NotAgreed
    groups = _groups(ours, theirs)
    places = _places(ours, theirs, groups)
    no_group: dict[Plek, Groep | None] = {(each.opdracht_id, each.week): None for each in ours.groepen}
    inside: dict[Plek, Indeling | None] = {(each.kandidaat_id, each.week): None for each in ours.indelingen}
    zet = Zet(changes(no_group | groups, bord.concept.groep), changes(inside | places, bord.concept.where))
    await move(conn, bord, f"Voorstel {other.id} overgenomen", zet)


def _groups(ours: Stuk, theirs: Stuk) -> dict[Plek, Groep]:
    """Their groups; of ours those with a pinned werkleider, or with somebody pinned on a day of ours only."""
    own = {(each.opdracht_id, each.week): each for each in ours.groepen}
    found = {(each.opdracht_id, each.week): each for each in theirs.groepen}
    found |= {key: each for key, each in own.items() if each.vast}
    for held in ours.indelingen:
        key = held.opdracht_id, held.week
        if held.vast and (key not in found or held.dagen & ~found[key].dagen):
            found[key] = own[key]
    return found


def _places(ours: Stuk, theirs: Stuk, groups: dict[Plek, Groep]) -> dict[Plek, Indeling]:
    """Their places, on days that the groups run; who we pinned stays."""
    found = {}
    for each in theirs.indelingen:
        dagen = each.dagen & groups[each.opdracht_id, each.week].dagen
        if dagen:
            found[each.kandidaat_id, each.week] = replace(each, dagen=dagen)
    return found | {(each.kandidaat_id, each.week): each for each in ours.indelingen if each.vast}
