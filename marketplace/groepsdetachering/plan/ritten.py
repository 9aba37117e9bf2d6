"""Past which stops a bus best brings a group: everyone who cannot come alone first, then the shortest way."""

from collections.abc import Collection

from marketplace.groepsdetachering.plan.opgave import Opgave
from solver.groepsdetachering.ritten import own_minutes, rides


def choose_stops(
    opgave: Opgave, opdracht_id: int, bus_id: int, kandidaten: Collection[int]
) -> tuple[int, ...]:
    """The stops of a bus in order for these people; none where it need not or cannot bring anybody."""
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
        (-sum(1 for each in brought if rit.can_bring(each)), rit.duur, rit.opstappen)
        for rit in rides(instance, opdracht)
        if rit.bus == bus_id
    ]
    best = min(found, default=(0, 0, ()))
    return best[2] if best[0] else ()
