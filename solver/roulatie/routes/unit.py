"""Who takes one route: a deelnemer, or people who stay together and take part in the same blocks.

A unit keeps what rules say of a route of its own as tables; each rule fills them in its own file. They may
say too little (then a route is only one that could be), never too much: a route that keeps all rules keeps
these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from solver.arrays import BoolArray, IntArray
    from solver.roulatie.instance import Blok, Deelnemer, Instance

Weeks = dict[tuple[int, int, int, int], int]


class Unit:
    """Tables over the own blocks and all plekken, by their place.

    A werkproces of a member that matters is a bit: `teaches` says which bits a cell sets, `first` which must
    be set in a block before it, `beside` which before it or by itself. `need`: weeks that lack, and of each
    cell how many it gives. A stay of n + 1 blocks may begin at b where `stay[b, n]`; `rank` of the plekken
    does not fall from stay to stay; no plek in more than `most` blocks; at least so many `werkgevers`. `open`
    is what cell rules allow, `can` what all allow.
    """

    def __init__(
        self,
        instance: Instance,
        members: tuple[Deelnemer, ...],
        own: dict[int, list[Blok]],
        weeks: Weeks,
        forbidden: set[tuple[int, int, int]],
    ) -> None:
        """Tables that forbid nothing but the cells that no member may have."""
        self.instance, self.members = instance, members
        self.blokken = own[members[0].id]
        self.practised = weeks
        blocks, plekken = len(self.blokken), len(instance.plekken)
        self.can: BoolArray = np.ones((blocks, plekken), dtype=np.bool_)
        for block, blok in enumerate(self.blokken):
            for place, plek in enumerate(instance.plekken):
                if any((each.id, plek.id, blok.id) in forbidden for each in members):
                    self.can[block, place] = False
        self.open = self.can.copy()
        self.teaches: IntArray = np.zeros((blocks, plekken), dtype=np.int64)
        self.first: IntArray = np.zeros((blocks, plekken), dtype=np.int64)
        self.beside: IntArray = np.zeros((blocks, plekken), dtype=np.int64)
        self.stay: BoolArray = np.ones((blocks, blocks), dtype=np.bool_)
        self.rank: IntArray = np.zeros(plekken, dtype=np.int64)
        self.need: list[tuple[int, IntArray]] = []
        self.most = blocks
        self.werkgevers = 0
        self.bits: dict[tuple[int, int], int] = {}
        self.known = {each.id: _known(each) for each in members}

    def bit(self, deelnemer: int, werkproces: int) -> int:
        """The bit that says whether a member has practised a werkproces."""
        key = (deelnemer, werkproces)
        if key not in self.bits:
            self.bits[key] = len(self.bits)
            self.teaches[self.weeks_of(deelnemer, werkproces) > 0] |= 1 << self.bits[key]
        return self.bits[key]

    def weeks_of(self, deelnemer: int, werkproces: int) -> IntArray:
        """Weeks of practice in each cell."""
        return np.array(
            [
                [
                    self.practised.get((deelnemer, plek.id, blok.id, werkproces), 0)
                    for plek in self.instance.plekken
                ]
                for blok in self.blokken
            ],
            dtype=np.int64,
        ).reshape(self.can.shape)


def _known(deelnemer: Deelnemer) -> set[int]:
    """What someone has practised before the roulatie."""
    return {each.werkproces for each in deelnemer.leerdoelen if each.geoefend} | deelnemer.ervaren_in


def make_units(
    instance: Instance, own: dict[int, list[Blok]], weeks: Weeks, forbidden: set[tuple[int, int, int]]
) -> list[Unit]:
    """Everyone who takes part, people who stay together as one where they have the same blocks."""
    leader = {each.id: each.id for each in instance.deelnemers}
    for one, other in sorted(instance.samen):
        if own[one] == own[other]:
            new, old = leader[one], leader[other]
            leader = {each: new if lead == old else lead for each, lead in leader.items()}
    members: dict[int, list[Deelnemer]] = {}
    for each in instance.deelnemers:
        if own[each.id]:
            members.setdefault(leader[each.id], []).append(each)
    return [Unit(instance, tuple(group), own, weeks, forbidden) for group in members.values()]
