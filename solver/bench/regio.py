"""Invented generic problems of the shape of a region: towns in a plane, sectors, tight supervision.

Every plek has seats and minutes of supervision, every employer minutes over all its plekken, every region
a budget. A pair uses a seat, minutes at the plek and at the employer (as many as this person needs at this
plek) and, for some people, money of the budget. Nothing in it is real.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing.problem import Problem

if TYPE_CHECKING:
    from numpy.random import Generator

    from solver.arrays import BoolArray, FloatArray, IntArray

SECTORS = (0.30, 0.24, 0.16, 0.14, 0.10, 0.06)
TOWNS_A_REGIO = 12
PLEKKEN_A_WERKGEVER = 2.5
NEEDS = (60, 90, 120, 150, 180, 240, 300, 360)
NEED_SHARES = (0.10, 0.16, 0.20, 0.16, 0.14, 0.12, 0.07, 0.05)
STEP = 15
PLACED = 1000
MOST_WAIT = 52
WORTH_A_WEEK = 6
FIT = 250
REACH = 22.0
PAID = 0.2
SAME_SECTOR = 0.85
TRIED = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How large, and how tight: 1.0 is a busy regio, larger is looser; budget 0 means none."""

    kandidaten: int
    plekken: int
    regios: int = 1
    begeleiding: float = 1.0
    plaatsen: float = 1.0
    budget: float = 1.0


TOWN = Maat(kandidaten=300, plekken=120)
REGIO = Maat(kandidaten=3_000, plekken=900)
PROVINCE = Maat(kandidaten=30_000, plekken=9_000, regios=10)
COUNTRY = Maat(kandidaten=100_000, plekken=30_000, regios=35)
SIZES = {"town": TOWN, "region": REGIO, "province": PROVINCE, "country": COUNTRY}
TIGHTNESS = {"tight": 0.75, "busy": 1.0, "loose": 1.6}


def make_regio(maat: Maat, seed: int) -> Problem:
    """Make the problem of this size and seed; the same on every machine with the same numpy."""
    return _Regio(maat, np.random.default_rng(seed)).problem()


def with_supervision(maat: Maat, level: str) -> Maat:
    """The same size at a named level of tightness."""
    return replace(maat, begeleiding=TIGHTNESS[level])


class _Regio:
    """Draws people and plekken, then finds the pairs by cells of the plane."""

    def __init__(self, maat: Maat, random: Generator) -> None:
        self.maat = maat
        self.random = random
        self.side = REACH * 5.0 * np.sqrt(maat.plekken / maat.regios / 900)
        self.columns = int(np.ceil(np.sqrt(maat.regios)))
        self.towns = random.uniform(0, self.side, (maat.regios, TOWNS_A_REGIO, 2))
        self._draw_people()
        self._draw_plekken()

    def _place(self, regio: IntArray) -> FloatArray:
        """Points near a town of their regio, in one plane for all regions: (rows, 2)."""
        town = self.random.integers(0, TOWNS_A_REGIO, len(regio))
        inside = self.towns[regio, town] + self.random.normal(0, self.side / 14, (len(regio), 2))
        corner = np.stack([regio % self.columns, regio // self.columns], axis=1) * self.side
        points: FloatArray = np.clip(inside, 0, self.side) + corner
        return points

    def _draw_people(self) -> None:
        random, count = self.random, self.maat.kandidaten
        self.regio = np.sort(random.integers(0, self.maat.regios, count)).astype(np.int64)
        self.home = self._place(self.regio)
        self.wish = np.stack([random.choice(len(SECTORS), count, p=SECTORS) for _ in range(2)], axis=1)
        self.reach = random.uniform(0.45, 1.0, count) * REACH
        self.need = random.choice(NEEDS, count, p=NEED_SHARES).astype(np.int64)
        self.wait = np.minimum(random.exponential(14, count), MOST_WAIT).astype(np.int64)
        paid = random.random(count) < PAID
        self.costs = np.where(paid, random.integers(4, 21, count) * 25, 0).astype(np.int64)

    def _draw_plekken(self) -> None:
        random, count = self.random, self.maat.plekken
        werkgevers = max(1, round(count / PLEKKEN_A_WERKGEVER))
        first = np.arange(werkgevers)
        more = np.minimum(
            (random.random(count - werkgevers) ** 1.6 * werkgevers).astype(np.int64), werkgevers - 1
        )
        self.werkgever = np.sort(np.concatenate([first, more])).astype(np.int64)
        self.home_regio = random.integers(0, self.maat.regios, werkgevers).astype(np.int64)
        spot = self._place(self.home_regio)
        sector = random.choice(len(SECTORS), werkgevers, p=SECTORS)
        self.where = spot[self.werkgever] + random.normal(0, 1.0, (count, 2))
        self.sector = np.where(
            random.random(count) < SAME_SECTOR,
            sector[self.werkgever],
            random.choice(len(SECTORS), count, p=SECTORS),
        )
        self.plaatsen = np.maximum(
            1,
            np.round(
                random.choice((2, 3, 4, 5, 6, 8), count, p=(0.2, 0.26, 0.24, 0.16, 0.09, 0.05))
                * self.maat.plaatsen
            ),
        ).astype(np.int64)
        hours = random.uniform(0.5, 1.5, count) * 420 * self.maat.begeleiding
        self.minutes = _stepped(hours)
        together = np.bincount(self.werkgever, self.minutes.astype(np.float64), werkgevers)
        plekken = np.bincount(self.werkgever, minlength=werkgevers)
        share = np.where(
            plekken > 1, random.uniform(0.65, 0.95, werkgevers), random.uniform(0.85, 1.1, werkgevers)
        )
        self.werkgever_minutes = _stepped(np.asarray(together * share, dtype=np.float64))
        self.strictness = random.uniform(0.75, 1.3, count)

    def problem(self) -> Problem:
        """Put it together: rows are seat, minutes at the plek, minutes at the werkgever, budget."""
        kandidaat, plek, away = self._pairs()
        use = _stepped(self.need[kandidaat].astype(np.float64) * self.strictness[plek])
        rank = np.where(self.sector[plek] == self.wish[kandidaat, 0], 0, 1)
        fit = FIT - (FIT // 3) * rank - (FIT / 2 * away / self.reach[kandidaat]).astype(np.int64)
        fit = fit + self.random.integers(0, 60, len(kandidaat))
        waarde = PLACED + WORTH_A_WEEK * self.wait[kandidaat] + np.maximum(fit, 0)
        plekken, werkgevers = self.maat.plekken, len(self.werkgever_minutes)
        budget = self._budget()
        amounts = [np.ones_like(kandidaat), use, use, self.costs[kandidaat]]
        columns = [plek, plekken + plek, 2 * plekken + self.werkgever[plek]]
        columns.append(2 * plekken + werkgevers + self.home_regio[self.werkgever[plek]])
        kept = np.stack(amounts, axis=1) > 0
        if not self.maat.budget:
            kept[:, 3] = False
        return Problem(
            kandidaten=self.maat.kandidaten,
            capaciteit=np.concatenate([self.plaatsen, self.minutes, self.werkgever_minutes, budget]),
            kandidaat=kandidaat,
            waarde=waarde.astype(np.int64),
            begin=np.concatenate([[0], np.cumsum(kept.sum(axis=1))]).astype(np.int64),
            middel=np.stack(columns, axis=1)[kept].astype(np.int64),
            gebruik=np.stack(amounts, axis=1)[kept].astype(np.int64),
            regio=self.regio,
        )

    def _budget(self) -> IntArray:
        """What each region can pay: some two thirds of what its people cost."""
        asked = np.bincount(self.regio, self.costs, self.maat.regios)
        return np.round(asked * 0.65 * self.maat.budget).astype(np.int64)

    def _pairs(self) -> tuple[IntArray, IntArray, FloatArray]:
        """Who can go where: a wished sector within reach; (kandidaat, plek, distance) by kandidaat."""
        size = REACH
        home, where = (self.home // size).astype(np.int64), (self.where // size).astype(np.int64)
        stride = int(max(home.max(initial=0), where.max(initial=0))) + 2
        cell, other = (home[:, 0] + 1) * stride + home[:, 1], (where[:, 0] + 1) * stride + where[:, 1]
        found = []
        for key in np.unique(cell).tolist():
            people = np.flatnonzero(cell == key)
            near = np.flatnonzero(
                np.isin(other, [key + dx * stride + dy for dx in (-1, 0, 1) for dy in (-1, 0, 1)])
            )
            parts = np.array_split(people, 1 + len(people) * len(near) // TRIED)
            found += [self._near(part, near) for part in parts]
        kandidaat, plek, away = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.lexsort((plek, kandidaat))
        return kandidaat[order], plek[order], away[order]

    def _near(self, people: IntArray, plekken: IntArray) -> tuple[IntArray, IntArray, FloatArray]:
        away = np.hypot(*(self.home[people, None, axis] - self.where[plekken, axis] for axis in (0, 1)))
        wanted: BoolArray = (self.sector[plekken] == self.wish[people, 0, None]) | (
            self.sector[plekken] == self.wish[people, 1, None]
        )
        row, column = np.nonzero(wanted & (away <= self.reach[people, None]))
        return people[row], plekken[column], away[row, column]


def _stepped(minutes: FloatArray) -> IntArray:
    """Minutes in steps of a quarter of an hour, at least one."""
    return np.maximum(STEP, np.round(minutes / STEP).astype(np.int64) * STEP)
