"""Ask the rules as they are today, beside the plan of now: for a voorstel that a person makes or agrees to.

`toets.py` asks about a plan as it was reckoned; here all that changed since counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from anyio import to_thread

from marketplace.db import Connection
from marketplace.geo.herkomst import SCHATTING
from marketplace.leerwerkplekken.model import Plannable
from marketplace.matching import queries
from marketplace.matching.instance import read_rijen
from marketplace.matching.opgave import Opgave, build_opgave
from marketplace.matching.uitleg import Plain, fill_weeks, to_alternatief, to_tekort, travel
from marketplace.rekenruns.weken import Weken
from marketplace.toegang.model import Actor
from marketplace.voorstellen.model import Voorstel
from marketplace.voorstellen.store import Vastgehouden
from solver.matching.check import pair_violations
from solver.matching.explain import Explainer
from solver.matching.instance import Instance
from solver.matching.pair_rules import MAY_BE_SET_ASIDE
from solver.matching.solution import Solution, Toewijzing
from solver.rule import Label, Violation
from solver.vocabulary import Plaatsingsvorm

# Of 100: below it a wish is told as something that fits less.
FITS_LESS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsing:
    """What stands against one stay today, by label, and who else would have to give way."""

    wet: tuple[Plain, ...]
    vast: tuple[Plain, ...]
    opzij: tuple[Plain, ...]
    ruimte: tuple[Plain, ...]
    wensen: tuple[str, ...]
    alternatief: Plain | None
    reis: Plain

    @property
    def may_be_added(self) -> bool:
        """Whether nothing but room is short, and others can make that."""
        return not (self.wet or self.vast or self.opzij) and self.alternatief is not None


class Vandaag:
    """A region as it is now, with the plan of now in it."""

    def __init__(self, opgave: Opgave, stays: Sequence[queries.PlanVerblijf]) -> None:
        """Survey the plan: what still is in the region and still to come."""
        self.opgave = opgave
        self.weken = opgave.weken
        self.kandidaten = {each.id: each for each in opgave.instance.kandidaten}
        self.plekken = {each.id: each for each in opgave.instance.plekken}
        toewijzingen = tuple(
            Toewijzing(
                kandidaat=each.kandidaat_id,
                plek=each.leerwerkplek_id,
                startweek=max(0, self.weken.index(each.startweek)),
                vorm=Plaatsingsvorm(each.vorm),
            )
            for each in stays
            if each.kandidaat_id in self.kandidaten and each.leerwerkplek_id in self.plekken
        )
        self._explainer = Explainer(opgave.instance, Solution(toewijzingen=toewijzingen))

    def startweken(self) -> list[date]:
        """The Mondays on which one can begin."""
        return [self.weken.monday(each) for each in self.opgave.instance.beleid.startweken]

    def ask(self, kandidaat: int, plek: int, startweek: date) -> Toetsing:
        """Ask every rule about one stay; all three must be known."""
        instance, weken = self.opgave.instance, self.weken
        proef = self._explainer.try_stay(kandidaat, plek, weken.index(startweek))
        wet, beleid = split_labels(proef.regels)
        return Toetsing(
            wet=tuple(to_tekort(wet, weken)),
            vast=tuple(to_tekort([each for each in beleid if not may_be_set_aside(each)], weken)),
            opzij=tuple(to_tekort([each for each in beleid if may_be_set_aside(each)], weken)),
            ruimte=tuple(to_tekort(proef.ruimte, weken)),
            wensen=tuple(
                fill_weeks(each.sentence, weken)
                for each in proef.wensen
                if each.tier == "wensen" and each.points < FITS_LESS and each.sentence
            ),
            alternatief=None if proef.alternatief is None else to_alternatief(proef.alternatief, weken),
            reis=travel(instance, self.kandidaten[kandidaat], self.plekken[plek]),
        )


def split_labels(violations: Sequence[Violation]) -> tuple[list[Violation], list[Violation]]:
    """What is wet, and what is beleid."""
    wet = [each for each in violations if each.label is Label.WET]
    return wet, [each for each in violations if each.label is not Label.WET]


def may_be_set_aside(broken: Violation) -> bool:
    """Whether a person with authority may make an exception."""
    return broken.rule in MAY_BE_SET_ASIDE


async def load_vandaag(conn: Connection, actor: Actor, regio_code: str, vandaag: date) -> Vandaag:
    """A region as it is now, for who may see its plan. Raises NotPlannable."""
    rijen = await read_rijen(conn, regio_code, vandaag)
    stays = await queries.list_plan_verblijven(conn, actor, regio_code)
    # Off the event loop: it takes a moment.
    return await to_thread.run_sync(lambda: Vandaag(build_opgave(rijen, Weken.after(vandaag)), stays))


async def ask_pair(
    conn: Connection, voorstel: Voorstel, startweek: date, vandaag: date
) -> tuple[list[Violation], Weken]:
    """The pair rules that a voorstel which the actor may see breaks today, and their calendar."""
    weken = Weken.after(vandaag)
    rijen = await read_rijen(conn, voorstel.regio_code, vandaag)
    held = Vastgehouden(
        voorstel_id=voorstel.id,
        kandidaat_id=voorstel.kandidaat_id,
        leerwerkplek_id=voorstel.leerwerkplek_id,
        startweek=startweek,
        gereserveerd=False,
    )
    plekken = tuple(row for row in rijen.plannable.plekken if row.plek.id == voorstel.leerwerkplek_id)
    leaders = {each.praktijkopleider_id for row in plekken for each in row.plek.inzet}
    tijd = tuple(each for each in rijen.plannable.capaciteiten if each.praktijkopleider_id in leaders)
    only = replace(
        rijen,
        profielen=[each for each in rijen.profielen if each.id == voorstel.kandidaat_id],
        plannable=Plannable(plekken, tijd),
        bezetting=[],
        vastgehouden=[held],
        eerder=[],
    )
    opgave = build_opgave(only, weken)
    instance = await _as_routed(conn, voorstel, opgave.instance)
    (kandidaat,), (plek,) = instance.kandidaten, instance.plekken
    return pair_violations(instance, kandidaat, plek, weken.index(startweek)), weken


async def _as_routed(conn: Connection, voorstel: Voorstel, instance: Instance) -> Instance:
    """The times that a routing service gave the run: an estimate would refuse what the service allowed."""
    uitleg = voorstel.inplanning.uitleg if voorstel.inplanning else {}
    herkomst = await queries.get_herkomst(conn, voorstel.regio_code)
    if herkomst is None or herkomst.bron == SCHATTING or "reisminuten" not in uitleg:
        return instance
    size = range(len(instance.reistabel.kilometers))
    minuten = tuple(tuple(uitleg["reisminuten"] for _ in size) for _ in size)
    kilometers = tuple(tuple(uitleg["kilometers"] for _ in size) for _ in size)
    tabel = replace(
        instance.reistabel,
        minuten=dict.fromkeys(instance.reistabel.minuten, minuten),
        kilometers=kilometers,
    )
    return replace(instance, reistabel=tabel)
