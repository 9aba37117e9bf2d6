"""What is known before planning: rides, who could be where on which days, and who could lead what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from solver.groepsdetachering.cell_rules import PAIR_RULES, WEEK_RULES
from solver.groepsdetachering.dagen import ALLE_DAGEN
from solver.groepsdetachering.plan import days_after
from solver.groepsdetachering.ritten import own_minutes, rides

if TYPE_CHECKING:
    from solver.groepsdetachering.instance import Instance, Medewerker, Opdracht
    from solver.groepsdetachering.ritten import Rit
    from solver.groepsdetachering.solution import Indeling


class Known:
    """Of an instance: `rides[opdracht]`, `leaders[opdracht]`, a mask a week `days[medewerker, opdracht]`."""

    def __init__(self, instance: Instance) -> None:
        """Ask every cell rule, of the week only where the pair may be at all."""
        self.instance = instance
        self.medewerkers = {row.id: row for row in instance.medewerkers}
        self.opdrachten = {row.id: row for row in instance.opdrachten}
        self.werkleiders = {row.id: row for row in instance.werkleiders}
        self.rides: dict[int, list[Rit]] = {row.id: list(rides(instance, row)) for row in instance.opdrachten}
        self.leaders = {
            opdracht.id: [
                each.id
                for each in instance.werkleiders
                if opdracht.trainingen <= each.trainingen and opdracht.vakkennis <= each.beheerst
            ]
            for opdracht in instance.opdrachten
        }
        self.days: dict[tuple[int, int], list[int]] = {}
        self.by_bus: set[tuple[int, int]] = set()
        for medewerker in instance.medewerkers:
            for opdracht in instance.opdrachten:
                self._add(medewerker, opdracht)
        self.wide_rides = {row.id: self._widest(row.id) for row in instance.opdrachten}
        self.opdrachten_of: dict[int, list[int]] = {row.id: [] for row in instance.medewerkers}
        self.people_for: dict[int, list[int]] = {row.id: [] for row in instance.opdrachten}
        for person, opdracht_id in self.days:
            self.opdrachten_of[person].append(opdracht_id)
            self.people_for[opdracht_id].append(person)

    def _add(self, medewerker: Medewerker, opdracht: Opdracht) -> None:
        if not all(rule.allowed(self, medewerker, opdracht) for rule in PAIR_RULES):
            return
        masks = []
        for week in range(self.instance.weken):
            mask = ALLE_DAGEN
            for rule in WEEK_RULES:
                mask &= mask and rule.allowed(self, medewerker, opdracht, week)
            masks.append(mask)
        if any(masks):
            self.days[medewerker.id, opdracht.id] = masks
            if own_minutes(self.instance, medewerker, opdracht) is None:
                self.by_bus.add((medewerker.id, opdracht.id))

    def _widest(self, opdracht: int) -> list[Rit]:
        """Rides but those of which another of the same bus passes all stops and can bring everybody.

        One with more stops may take too long for somebody whom the shorter one can bring.
        """
        waiting = [self.medewerkers[person] for person, other in self.by_bus if other == opdracht]
        rides = [(rit, {row.id for row in waiting if rit.can_bring(row)}) for rit in self.rides[opdracht]]
        return [
            rit
            for rit, people in rides
            if not any(
                rit.bus == each.bus and rit.minuten.keys() < each.minuten.keys() and people <= others
                for each, others in rides
            )
        ]

    def mask(self, medewerker: int, opdracht: int, week: int) -> int:
        """The weekdays on which somebody may be at an opdracht."""
        masks = self.days.get((medewerker, opdracht))
        return masks[week] if masks else 0

    def could_stay(self, each: Indeling) -> bool:
        """Whether a place of the published plan can still be kept, as far as that hangs on one person."""
        return (
            each.week in range(self.instance.weken)
            and self.mask(each.medewerker, each.opdracht, each.week) > 0
        )

    @cached_property
    def most_days(self) -> dict[tuple[int, int], int]:
        """By medewerker and week the days outside that could be built up to, were every week kept up."""
        found = {}
        for person in self.instance.medewerkers:
            done = person.volgehouden
            for week in range(self.instance.weken):
                top = days_after(person, done)
                found[person.id, week] = min(top, person.days_in(week).bit_count())
                done += person.days_in(week).bit_count() >= top
        return found
