"""The local search as a whole: rounds of annealing over parts of the core, or from several starts.

A round begins at the best plan so far, so more moves with the same seed go on where fewer stopped and are
never worse. Large cores are cut in parts anew in every phase of the cooling, small ones searched whole from
several seeds. Threads do the parts; what each does depends on the seed alone.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from solver.toewijzing import overload
from solver.toewijzing.annealing import COOL_EVERY, MOST_MOVED, anneal
from solver.toewijzing.kern import HARD, fill, hold, new_state
from solver.toewijzing.parts import Links, cut, link_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from solver.arrays import IntArray
    from solver.budget import Stop
    from solver.toewijzing.core import Core
    from solver.toewijzing.kern import Int32Array, Kern
    from solver.toewijzing.parts import Part

HOT, AGAIN, COLD = 1.7, 1.0, 0.22
PHASES = 12
# The last phases count less of what free room is worth; it bends ever later.
FADE = (1.0,) * (PHASES - 2) + (0.5, 0.0)
BEND_FROM, BEND_TO = 0.7, 1.3
PART = 1500
MOVES_A_SECOND = 1_000_000.0
IN_TIME = 0.97
SMALL = 1000
# How much of the worth of free room each start counts: small problems differ in what serves them.
# Those that count none are heated anew after so many moves a kandidaat; the others stay warmer, and go down
# at the end on their worth alone.
STARTS = (1.0, 1.0, 0.5, 0.0)
CYCLE = 1000
WARM, DOWN, DOWN_SHARE = 0.35, (0.45, 0.25), 0.25
FINE, FINE_SHARE = 0.05, 0.25
FINE_HOT, FINE_COLD = 3.0, 0.1
CHUNK = 50 * COOL_EVERY
POLL = 0.02


@dataclass(frozen=True, slots=True)
class Found:
    """A plan of the core (pair of each kandidaat or -1) with its worth and lack."""

    chosen: Int32Array
    worth: int
    lack: int

    def is_better_than(self, other: Found) -> bool:
        """Less lack, or as much and more worth."""
        return (-self.lack, self.worth) > (-other.lack, other.worth)


class LocalSearch:
    """Searches a core; `best` is the best plan so far."""

    def __init__(self, core: Core, chosen: Int32Array, workers: int, seed: int, stop: Stop) -> None:
        """Begin at a plan of the core."""
        self.core = core
        self.workers = workers
        self.stop = stop
        self.halted = threading.Event()
        self.random = np.random.default_rng(seed)
        kern = core.kern
        self.links = Links(*link_rows(kern.first, kern.begin, kern.middel, len(kern.kind)))
        has_pairs = np.diff(kern.first) > 0
        passable = has_pairs.any() and kern.must[has_pairs].all()
        self.passable = overload.let_overload(kern, core.price, core.scale) if passable else None
        self.warmth = (HOT * core.scale, COLD * core.scale)
        fine = finest_scale(kern)
        self.fine = fine if 0 < fine < FINE * COLD * core.scale else None
        self.best = self.judge(chosen)
        self.moves = 0
        self.speed = MOVES_A_SECOND
        self.until: float | None = None

    def judge(self, chosen: Int32Array) -> Found:
        """Worth and lack of a plan; where it takes more than there is, of those in it who fit one by one."""
        kern = self.core.kern
        state = new_state(kern, self.core.free, 1)
        fill(kern, state, chosen)
        if (state.free[kern.kind == HARD] < 0).any():
            state = new_state(kern, self.core.free, 1)
            hold(kern, state, np.arange(len(chosen)), chosen)
        return Found(state.chosen, int(state.tally[0]), int(state.tally[1]))

    def round_for(self, seconds: float) -> None:
        """Anneal once in about so many seconds, as fast as the moves before went."""
        begun, before = time.monotonic(), self.moves
        self.until = begun + seconds * (IN_TIME if self.fine is None else IN_TIME - FINE_SHARE)
        self.round(max(1, int((self.until - begun) * self.speed)))
        self.until = None
        self._pace(self.moves - before, begun)

    def round(self, moves: int, limit: int | None = None) -> None:
        """Anneal once in so many moves, or do the first `limit` of them."""
        kandidaten = len(self.best.chosen)
        limit = moves if limit is None else min(limit, moves)
        if not len(self.core.origin):
            return
        if kandidaten <= SMALL:
            self._several_starts(moves // len(STARTS), limit // len(STARTS))
        else:
            self._in_parts(moves, limit, max(2, round(kandidaten / PART)))
            self.warmth = (min(self.warmth[0], AGAIN * self.core.scale), self.warmth[1])
        if self.fine is not None and limit == moves:
            # So cold that only the least values still matter.
            warmth = (FINE_HOT * self.fine, FINE_COLD * self.fine)
            self._offer_best(self._settle([self.best.chosen], int(moves * FINE_SHARE), warmth))

    def _several_starts(self, moves: int, limit: int) -> None:
        kern, free, scale = self.core.kern, self.core.free, self.core.scale
        first = int(moves * (1.0 - DOWN_SHARE))
        span = (0, min(limit, first), max(first, 1))
        chosen = self.best.chosen
        tasks = []
        for share in STARTS:
            warmth = (self.warmth[0], WARM * scale if share else self.warmth[1])
            tasks.append(
                _Task(kern._replace(slope=kern.slope * share), free, chosen, span, warmth, self._seed())
            )
            if not share:
                tasks[-1].cycle = CYCLE * len(chosen)
        if self.passable is not None:
            warmth = (overload.HOT * scale, overload.COLD * scale)
            tasks[-1] = _OverloadTask(self.passable, free, chosen, span, warmth, self._seed())
        self._run(tasks)
        if limit == moves:
            ends = [task.state.chosen for task in tasks[:-1]]
            tasks += self._settle(ends, moves - first, (DOWN[0] * scale, DOWN[1] * scale))
        self._offer_best(tasks)

    def _settle(self, plans: Sequence[Int32Array], moves: int, warmth: tuple[float, float]) -> list[_Task]:
        """Anneal these plans on their worth alone."""
        kern = self.core.kern._replace(slope=np.zeros(len(self.core.kern.slope)))
        span = (0, moves, max(moves, 1))
        after = [_Task(kern, self.core.free, plan, span, warmth, self._seed()) for plan in plans]
        self._run(after)
        return after

    def _offer_best(self, tasks: Sequence[_Task]) -> None:
        for task in tasks:
            # Overload counts lack in units of what is used too much, so its record says nothing here.
            self._offer(self.judge(task.best))

    def _in_parts(self, moves: int, limit: int, number: int) -> None:
        chosen = self.best.chosen
        for phase in range(PHASES):
            if self.until is not None:
                rest = max(0.0, self.until - time.monotonic())
                moves = limit = max(1, int(rest * self.speed * PHASES / (PHASES - phase)))
            if self.halted.is_set() or phase * moves >= limit * PHASES:
                return
            kern = _shape(self.core.kern, phase)
            state = new_state(kern, self.core.free, 1)
            fill(kern, state, chosen)
            parts = cut(kern, self.links, state.free, chosen, number, self.random)
            tasks = [self._task(part, chosen, moves, limit, phase) for part in parts]
            self._run(tasks)
            best, chosen = chosen.copy(), chosen.copy()
            for part, task in zip(parts, tasks, strict=True):
                best[part.kandidaten] = _to_whole(part, task.best)
                chosen[part.kandidaten] = _to_whole(part, task.state.chosen)
            self._offer(self.judge(best))

    def _task(self, part: Part, chosen: Int32Array, moves: int, limit: int, phase: int) -> _Task:
        share = len(part.kandidaten) / len(chosen)
        low, high = moves * phase // PHASES, min(moves * (phase + 1) // PHASES, limit)
        span = (int(share * low), int(share * high), max(int(share * moves), 1))
        return _Task(part.kern, part.free, _to_part(part, chosen), span, self.warmth, self._seed())

    def _seed(self) -> int:
        return int(self.random.integers(1, 1 << 62))

    def offer(self, chosen: Int32Array) -> None:
        """Keep a plan that is better than the best."""
        self._offer(self.judge(chosen))

    def _offer(self, found: Found) -> None:
        if found.is_better_than(self.best):
            self.best = found

    def _run(self, tasks: Sequence[_Task]) -> None:
        """Do the tasks on the workers until done or stopped."""
        begun = time.monotonic()
        with ThreadPoolExecutor(self.workers) as pool:
            pending: set[Future[None]] = {pool.submit(task.run, self.halted) for task in tasks}
            while pending:
                done, pending = wait(pending, timeout=POLL, return_when=FIRST_COMPLETED)
                for each in done:
                    each.result()
                if self.stop():
                    self.halted.set()
        moves = sum(task.done for task in tasks)
        self.moves += moves
        self._pace(moves, begun)

    def _pace(self, moves: int, begun: float) -> None:
        """Learn how fast moves go."""
        if moves >= CHUNK:
            self.speed = moves / max(time.monotonic() - begun, 1e-3)


def _shape(kern: Kern, phase: int) -> Kern:
    """What free room counts in a phase."""
    bend = BEND_FROM + (BEND_TO - BEND_FROM) * phase / (PHASES - 1)
    return kern._replace(slope=kern.slope * FADE[phase], bend=kern.bend * bend)


def finest_scale(kern: Kern) -> float:
    """The typical least difference in value between pairs of one kandidaat; 0 when all are alike.

    Where a value stands for several strict tiers it is far below the differences after prices.
    """
    owner = np.repeat(np.arange(len(kern.first) - 1), np.diff(kern.first))
    order = np.lexsort((kern.waarde, owner))
    steps = np.diff(kern.waarde[order])
    real = (np.diff(owner[order]) == 0) & (steps > 0)
    if not real.any():
        return 0.0
    starts = np.flatnonzero(np.diff(owner[order][1:][real], prepend=-1))
    return float(np.median(np.minimum.reduceat(steps[real], starts)))


class _Task:
    """Annealing of a kern from a plan over a span (from, until, total) of moves, hot again every `cycle`."""

    def __init__(
        self,
        kern: Kern,
        free: IntArray,
        chosen: Int32Array,
        span: tuple[int, int, int],
        warmth: tuple[float, float],
        seed: int,
    ) -> None:
        self.kern = kern
        self.span = span
        self.warmth = warmth
        self.state = new_state(kern, free, seed)
        fill(kern, self.state, chosen)
        self.best = self.state.chosen.copy()
        self.record = self.state.tally.copy()
        self.done = 0
        self.cycle = span[2]

    def run(self, halted: threading.Event) -> None:
        """Do the moves in chunks, so that it can be stopped."""
        begin, until, total = self.span
        moved = np.zeros((2, MOST_MOVED), dtype=np.int32)
        cycle = min(total, self.cycle)
        while begin < until and not halted.is_set():
            low = begin % cycle
            high = min(low + CHUNK, low + until - begin, cycle)
            self.move((low, high, cycle), moved)
            begin += high - low
            self.done += high - low

    def move(self, span: tuple[int, int, int], moved: Int32Array) -> None:
        """Do a part of the moves."""
        anneal(self.kern, self.state, self.best, self.record, span, self.warmth, moved)


class _OverloadTask(_Task):
    """The same through overload; its weights grow, so it has its own."""

    def move(self, span: tuple[int, int, int], moved: Int32Array) -> None:
        """Do a part of the moves."""
        bend = overload.BEND_FROM + (overload.BEND_TO - overload.BEND_FROM) * span[0] / span[2]
        kern = self.kern._replace(weight=self.kern.weight.copy(), bend=bend * self.kern.bend)
        overload.anneal_over(
            kern, self.state, self.best, self.record, span, self.warmth, self.kern.weight, moved
        )


def _to_part(part: Part, chosen: Int32Array) -> Int32Array:
    own = chosen[part.kandidaten]
    place = np.searchsorted(part.paren, own)
    return np.where(own >= 0, place, -1).astype(np.int32)


def _to_whole(part: Part, chosen: Int32Array) -> Int32Array:
    if not len(part.paren):
        return chosen
    return np.where(chosen >= 0, part.paren[np.maximum(chosen, 0)], -1).astype(np.int32)
