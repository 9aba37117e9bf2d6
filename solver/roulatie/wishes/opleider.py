"""Few praktijkopleiders: a point for everyone of them whom a deelnemer does not have to get used to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.roulatie.model import Model, Term
    from solver.roulatie.plan import Plan
    from solver.roulatie.plek import Plek
    from solver.roulatie.possible import Possible

NAME = "opleider"


def points(model: Model) -> Term:
    """A boolean for each deelnemer and praktijkopleider that no cell under that lead allows."""
    spared: list[Term] = []
    for deelnemer in model.instance.deelnemers:
        under: dict[int, list[Term]] = {each.id: [] for each in model.instance.praktijkopleiders}
        for blok in model.own[deelnemer.id]:
            weeks = deelnemer.weken_in(blok.weken)
            for plek in model.instance.plekken:
                for inzet in plek.inzet:
                    if any(inzet.van_week <= week < inzet.tot_week for week in weeks):
                        under[inzet.praktijkopleider].append(model.at(deelnemer.id, plek.id, blok.id))
        for cells in under.values():
            free = model.cp.new_bool_var("")
            for cell in cells:
                model.cp.add(cell + free <= 1)
            spared.append(free)
    return sum(spared)


def most(possible: Possible) -> int:
    """All but those who lead wherever a deelnemer may be in some block: at least so many are met."""
    instance = possible.instance
    met = 0
    for deelnemer in instance.deelnemers:
        least = 0
        for blok, plekken in possible.stops(deelnemer):
            leads = [len(_leaders(plek, deelnemer.weken_in(blok.weken))) for plek in plekken]
            least = max(least, min(leads, default=0))
        met += least
    return len(instance.deelnemers) * len(instance.praktijkopleiders) - met


def _leaders(plek: Plek, weken: list[int]) -> set[int]:
    """Who leads a plek in some of these weeks."""
    return {
        each.praktijkopleider
        for each in plek.inzet
        if any(each.van_week <= week < each.tot_week for week in weken)
    }


def value(plan: Plan) -> int:
    """Count for each deelnemer the praktijkopleiders who never lead where it is."""
    met: set[tuple[int, int]] = set()
    for deelnemer, blok, plek in plan.cells():
        for week in deelnemer.weken_in(blok.weken):
            leads = [each for each in plek.inzet if each.van_week <= week < each.tot_week]
            met.update((deelnemer.id, each.praktijkopleider) for each in leads)
    return len(plan.instance.deelnemers) * len(plan.instance.praktijkopleiders) - len(met)
