"""The routes of an instance as the compiled search takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from solver.roulatie.cell_rules import CELL_RULES
from solver.roulatie.plan_rules import LINES, ROUTES
from solver.roulatie.practice import practice_weeks
from solver.roulatie.routes.ahead import Room, Tables
from solver.roulatie.routes.lines import Lines, Uses
from solver.roulatie.routes.search import Kept
from solver.roulatie.routes.unit import Unit, make_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.roulatie.instance import Instance

MOST_BITS = 10


class Routes(NamedTuple):
    """The units of an instance, their tables and what they share."""

    instance: Instance
    units: Sequence[Unit]
    tables: Tables
    uses: Uses
    kept: Kept
    shape: tuple[int, int, int, int]


def make_routes(instance: Instance) -> Routes:
    """Ask every rule."""
    own = {
        each.id: [blok for blok in instance.blokken if each.weken_in(blok.weken)]
        for each in instance.deelnemers
    }
    forbidden = {cell for rule in CELL_RULES for cell in rule.forbidden(instance)}
    units = make_units(instance, own, practice_weeks(instance, own), forbidden)
    for unit in units:
        for each in unit.members:
            for doel in each.leerdoelen:
                if not doel.geoefend:
                    unit.bit(each.id, doel.werkproces)
        for form in ROUTES:
            form.route(unit)
    lines = Lines(instance, units)
    for shared in LINES:
        shared.lines(lines)
    shape = (len(units), lines.blocks, lines.plekken, lines.longest)
    kept = _kept(instance, lines)
    return Routes(instance, units, _tables(instance, units, shape), lines.uses(), kept, shape)


def _kept(instance: Instance, lines: Lines) -> Kept:
    """What was published of each unit, where cell rules allow it still; a line of people without stays.

    Of a unit whose members stood apart it is what most of them had, and only these are counted: who had
    something else may change less by another route.
    """
    former: list[dict[int, IntArray]] = [{} for _ in lines.units]
    for cel in instance.vorige:
        cell = lines.open_cell(cel.deelnemer, cel.plek, cel.blok)
        if cell is not None:
            nowhere: IntArray = np.full(lines.blocks, -1, dtype=np.int64)
            former[cell.unit].setdefault(cel.deelnemer, nowhere)[cell.block] = cell.plek
    plek: IntArray = np.full((len(lines.units), lines.blocks), -1, dtype=np.int64)
    people: IntArray = np.zeros(len(lines.units), dtype=np.int64)
    for unit, of_members in enumerate(former):
        for each in of_members.values():
            same = sum((each == other).all() for other in of_members.values())
            if same > people[unit]:
                plek[unit], people[unit] = each, same
    if instance.max_mensen is None:
        return Kept(plek, people, -1)
    lines.most.append(instance.max_mensen)
    return Kept(plek, people, len(lines.most) - 1)


def _tables(instance: Instance, units: Sequence[Unit], shape: tuple[int, int, int, int]) -> Tables:
    """Put the tables of all units together, filled up to the most blocks and goals that any has."""
    number, blocks, plekken, longest = shape
    goals = max((len(unit.need) for unit in units), default=0)
    werkgevers = {
        each: place for place, each in enumerate(sorted({row.werkgever for row in instance.plekken}))
    }
    cells = (number, blocks, plekken)
    tables = Tables(
        blocks=np.array([len(unit.blokken) for unit in units], dtype=np.int64),
        can=np.zeros(cells, dtype=np.bool_),
        teaches=np.zeros(cells, dtype=np.int64),
        first=np.zeros(cells, dtype=np.int64),
        beside=np.zeros(cells, dtype=np.int64),
        weeks=np.zeros((*cells, goals), dtype=np.int64),
        need=np.zeros((number, goals), dtype=np.int64),
        most_weeks=np.zeros((number, blocks + 1, goals), dtype=np.int64),
        stay=np.zeros((number, blocks, longest), dtype=np.bool_),
        bits=np.array([min(MOST_BITS, len(unit.bits)) for unit in units], dtype=np.int64),
        rank=np.zeros((number, plekken), dtype=np.int64),
        werkgever=np.array([werkgevers[row.werkgever] for row in instance.plekken], dtype=np.int64),
        werkgevers=np.array([unit.werkgevers for unit in units], dtype=np.int64),
        most=np.array([unit.most for unit in units], dtype=np.int64),
    )
    for place, unit in enumerate(units):
        own = len(unit.blokken)
        for name in ("can", "teaches", "first", "beside"):
            getattr(tables, name)[place, :own] = getattr(unit, name)
        tables.stay[place, :own, : min(longest, own)] = unit.stay[:, :longest]
        tables.rank[place] = unit.rank
        for goal, (weeks, table) in enumerate(unit.need):
            tables.need[place, goal] = weeks
            tables.weeks[place, :own, :, goal] = table
            most = np.append(np.cumsum(table.max(axis=1)[::-1])[::-1], 0)
            tables.most_weeks[place, : own + 1, goal] = most
    return tables


def make_room(routes: Routes) -> Room:
    """Memory for one thread."""
    units, blocks, plekken, _ = routes.shape
    masks = 1 << MOST_BITS
    size = (blocks + 1, masks)
    return Room(
        best=np.zeros(size, dtype=np.int64),
        where=np.zeros(size, dtype=np.int64),
        second=np.zeros(size, dtype=np.int64),
        worth=np.zeros(masks, dtype=np.int64),
        late=np.zeros(1, dtype=np.int64),
        plek=np.zeros(blocks + 1, dtype=np.int64),
        length=np.zeros(blocks + 1, dtype=np.int64),
        mask=np.zeros(blocks + 1, dtype=np.int64),
        value=np.zeros(blocks + 1, dtype=np.int64),
        done=np.zeros(blocks + 1, dtype=np.int64),
        times=np.zeros(plekken, dtype=np.int64),
        visits=np.zeros(plekken, dtype=np.int64),
        longest=np.array([routes.shape[3]], dtype=np.int64),
        start=np.zeros(blocks + 1, dtype=np.int64),
        kinds=np.zeros(1, dtype=np.int64),
        nodes=np.zeros(1, dtype=np.int64),
        toll=np.zeros((units, plekken), dtype=np.int64),
        before=np.zeros(plekken, dtype=np.int64),
        former=np.zeros(plekken, dtype=np.int64),
    )
