"""Past which stops a bus best brings a group: everyone who cannot come alone first, then the shortest way."""

from collections.abc import Collection
from dataclasses import replace

from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Stuk
from marketplace.groepsdetachering.plan.opgave import Opgave
from marketplace.groepsdetachering.plan.zet import Plek, Zet
from solver.groepsdetachering.ritten import own_minutes, rides


def choose_stops(
    opgave: Opgave, opdracht_id: int, bus_id: int, kandidaten: Collection[int], now: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """The stops of a bus in order for these people, those of `now` where no others bring more of them.

    None where it cannot go there.
    """
    instance = opgave.instance
    opdracht = next((each for each in instance.opdrachten if each.id == opdracht_id), None)
    if opdracht is None:
        return ()
    brought = [
        each
        for each in instance.medewerkers
        if each.id in kandidaten and own_minutes(instance, each, opdracht) is None
    ]
    found = [
        (-sum(1 for each in brought if rit.can_bring(each)), rit.opstappen != now, rit.duur, rit.opstappen)
        for rit in rides(instance, opdracht)
        if rit.bus == bus_id
    ]
    return min(found)[-1] if found else ()


def bus_groups(concept: Groepsplan, zet: Zet) -> list[Groep]:
    """The groups to which a move brings somebody and that come by bus."""
    keys = {(each.opdracht_id, each.week) for each in zet.indelingen.values() if each is not None}
    groups = [concept.groep(*key) for key in sorted(keys)]
    return [each for each in groups if each is not None and each.bus_id is not None]


def pass_stops(opgave: Opgave, concept: Groepsplan, zet: Zet) -> Zet:
    """The same move, in which the buses pass the stops of who comes."""
    people = zet.on(Stuk(groepen=concept.groepen, indelingen=concept.indelingen)).indelingen
    groups: dict[Plek, Groep | None] = dict(zet.groepen)
    for each in bus_groups(concept, zet):
        there = [
            one.kandidaat_id for one in people if (one.opdracht_id, one.week) == (each.opdracht_id, each.week)
        ]
        if each.bus_id is not None:
            stops = choose_stops(opgave, each.opdracht_id, each.bus_id, there, each.opstapplaatsen)
            if stops != each.opstapplaatsen:
                groups[each.opdracht_id, each.week] = replace(each, opstapplaatsen=stops)
    return replace(zet, groepen=groups)
