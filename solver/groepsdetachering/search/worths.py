"""What days, places and werkleiders of a week are worth: each tier outweighs the later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance, Medewerker, Opdracht
    from solver.groepsdetachering.known import Known
    from solver.groepsdetachering.solution import Solution

LARGEST = 1 << 44
OF_DAYS = ("belofte", "vervulling")
OF_PLACES = ("doorgroei", "leren", "niveau", "groep", "stabiliteit")
OF_HEADS = ("leider", "stabiliteit")


def rates(instance: Instance) -> dict[str, int]:
    """What a point of each wish is worth; wishes that the search of a week does not see are left out.

    So are the last tiers where numbers would grow too large.
    """
    found: dict[str, int] = {}
    tiers = [
        {name: weight for name, weight in tier.gewichten.items() if name in {*OF_DAYS, *OF_PLACES, *OF_HEADS}}
        for tier in instance.beleid.tiers
    ]
    for kept in range(len(tiers), 0, -1):
        found = {}
        rate = 1
        for weights in reversed(tiers[:kept]):
            found |= {name: rate * weight for name, weight in weights.items()}
            rate *= 1 + sum(weight * _most_a_week(instance, name) for name, weight in weights.items())
        if rate <= LARGEST:
            return found
    return found


def _most_a_week(instance: Instance, name: str) -> int:
    """More points of a wish than a week can give."""
    people, groups = len(instance.medewerkers), len(instance.opdrachten)
    if name in OF_DAYS:
        return sum(5 * row.waarde * row.gevraagd for row in instance.opdrachten)
    if name == "leren":
        return sum(len(each.leerdoelen) for each in instance.medewerkers)
    return people * (name in OF_PLACES) + groups * (name in OF_HEADS)


class Place:
    """What it is worth that somebody is in the group of an opdracht in a week, besides their days."""

    def __init__(self, known: Known, week: int, before: Solution, worth: dict[str, int]) -> None:
        """Look at the week before and at what was practised so far."""
        self.known, self.week, self.worth = known, week, worth
        self.practised: dict[tuple[int, int], int] = {}
        self.here = known.instance.eerder if week == 0 else frozenset[tuple[int, int]]()
        self.led = known.instance.eerder_leiding if week == 0 else frozenset[tuple[int, int]]()
        if week:
            self.here = frozenset(
                (each.medewerker, each.opdracht) for each in before.indelingen if each.week == week - 1
            )
            self.led = frozenset(
                (each.opdracht, each.werkleider) for each in before.groepen if each.week == week - 1
            )
        for each in before.indelingen:
            for werkproces in known.opdrachten[each.opdracht].teaches(each.week):
                key = each.medewerker, werkproces
                self.practised[key] = self.practised.get(key, 0) + 1
        former = known.instance.vorige
        self.kept = {(each.medewerker, each.opdracht) for each in former.indelingen if each.week == week}
        self.kept_heads = {(each.opdracht, each.werkleider) for each in former.groepen if each.week == week}

    def of(self, person: Medewerker, opdracht: Opdracht) -> int:
        """Points of all wishes of places."""
        worth, pair = self.worth, (person.id, opdracht.id)
        taught = opdracht.teaches(self.week)
        learned = sum(
            1
            for doel in person.leerdoelen
            if doel.werkproces in taught and doel.left > self.practised.get((person.id, doel.werkproces), 0)
        )
        is_step = person.klaar and opdracht.trede == person.trede + 1
        is_niveau = person.niveau is not None and person.niveau == opdracht.niveau
        return (
            worth.get("doorgroei", 0) * is_step
            + worth.get("leren", 0) * learned
            + worth.get("niveau", 0) * is_niveau
            + worth.get("groep", 0) * (pair in self.here)
            + worth.get("stabiliteit", 0) * (pair in self.kept)
        )

    def of_head(self, opdracht: int, werkleider: int) -> int:
        """Points of who leads."""
        pair = opdracht, werkleider
        return self.worth.get("leider", 0) * (pair in self.led) + self.worth.get("stabiliteit", 0) * (
            pair in self.kept_heads
        )
