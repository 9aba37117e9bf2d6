"""Ask the rules at once, without solving: why not that plek, and what it would cost, in one stored plan.

The instance of a plan is loaded once and kept in memory; OR-Tools is never loaded here.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from anyio import to_thread

from marketplace.db import Connection
from marketplace.matching import queries
from marketplace.matching.uitleg import Plain, to_alternatief, to_tekort, travel
from marketplace.rekenruns.weken import Weken
from marketplace.toegang.model import Actor
from solver.matching.codec import decode_instance, decode_solution
from solver.matching.explain import Explainer
from solver.matching.instance import Instance
from solver.matching.solution import Solution

KEPT = 4


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Why not that plek (empty when it fits), what a change would cost others, and the way there.

    `heeft_al`: it is the very plek that the kandidaat has in the plan.
    """

    tekort: list[Plain]
    alternatief: Plain | None
    reis: Plain
    heeft_al: bool


class Toets:
    """One plan that can be asked; one question at a time, because the explainer tries things out."""

    def __init__(self, instance: Instance, solution: Solution, weken: Weken) -> None:
        self.instance = instance
        self.weken = weken
        self._explainer = Explainer(instance, solution)
        self._placed = {each.kandidaat: each.plek for each in solution.toewijzingen}
        self._lock = threading.Lock()
        self._kandidaten = {each.id: each for each in instance.kandidaten}
        self._plekken = {each.id: each for each in instance.plekken}

    def knows(self, kandidaat: int, plek: int) -> bool:
        """Whether both took part in the plan."""
        return kandidaat in self._kandidaten and plek in self._plekken

    def plekken(self) -> frozenset[int]:
        """The plekken that took part."""
        return frozenset(self._plekken)

    def ask(self, kandidaat: int, plek: int) -> Antwoord:
        """All that is short for this pair in this plan, and what it would cost to make it so."""
        with self._lock:
            short = self._explainer.why_not(kandidaat, plek)
            other = self._explainer.alternatief(kandidaat, plek)
        return Antwoord(
            tekort=to_tekort(short, self.weken),
            alternatief=None if other is None else to_alternatief(other, self.weken),
            reis=travel(self.instance, self._kandidaten[kandidaat], self._plekken[plek]),
            heeft_al=self._placed.get(kandidaat) == plek,
        )


_kept: "OrderedDict[int, Toets]" = OrderedDict()


async def ask_toets(
    conn: Connection, actor: Actor, *, plan_id: int, kandidaat: int, plek: int
) -> Antwoord | None:
    """Why this person is not at that plek in a plan; None when either took no part, or for a stranger."""
    toets = await get_toets(conn, actor, plan_id)
    if toets is None or not toets.knows(kandidaat, plek):
        return None
    return await to_thread.run_sync(toets.ask, kandidaat, plek)


async def get_toets(conn: Connection, actor: Actor, plan_id: int) -> Toets | None:
    """The plan in a form that can be asked, for an accountmanager of its region."""
    if not await queries.may_see_plan(conn, actor, plan_id):
        return None
    if plan_id not in _kept:
        stored = await queries.get_stored(conn, actor, plan_id)
        if stored is None:
            return None
        # Off the event loop: it takes a moment.
        _kept[plan_id] = await to_thread.run_sync(_survey, *stored)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(plan_id)
    return _kept[plan_id]


def _survey(question: dict[str, object], uitkomst: dict[str, object]) -> Toets:
    """Decode a stored question and its plan."""
    instance = decode_instance(question["instantie"])
    solution = decode_solution(uitkomst["oplossing"])
    weken = Weken(date.fromisoformat(str(question["week0"])))
    return Toets(instance, solution, weken)
