"""The figures of a plan, counted when it is made and kept with it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from marketplace.matching.opgave import Opgave
from solver.matching.check import stayers, verplaatst
from solver.matching.instance import Leerwerkplek
from solver.matching.paid import Paid
from solver.matching.solution import Toewijzing

# Who lacks only room waits for it; all others lack a plek that suits them.
WAITS = frozenset({"plaatsen_vol", "begeleiding_vol", "vouchers_op", "afgewogen"})


def count_plan(
    opgave: Opgave,
    toewijzingen: Sequence[Toewijzing],
    niet_geplaatst: Mapping[int, Mapping[str, object]],
    lagen: object,
    status: str,
) -> dict[str, object]:
    """Count who is placed, who waits for room, who not and why, and how full each sector is."""
    redenen = Counter(str(each["reden"]) for each in niet_geplaatst.values())
    zinnen = {str(each["reden"]): each["zin"] for each in niet_geplaatst.values()}
    waits = sum(number for reden, number in redenen.items() if reden in WAITS)
    return {
        "kandidaten": len(toewijzingen) + len(niet_geplaatst),
        "geplaatst": len(toewijzingen),
        "wacht": waits,
        "niet_geplaatst": len(niet_geplaatst) - waits,
        "redenen": [
            {"reden": reden, "zin": zinnen[reden], "aantal": number}
            for reden, number in redenen.most_common()
        ],
        "sectoren": count_sectoren(opgave, toewijzingen),
        "plekken": len(opgave.instance.plekken),
        **_count_verplaatst(opgave, toewijzingen),
        **_count_drukte(opgave, toewijzingen),
        **_count_herstel(opgave, toewijzingen),
        "lagen": lagen,
        "status": status,
    }


def _count_verplaatst(opgave: Opgave, toewijzingen: Sequence[Toewijzing]) -> dict[str, object]:
    """How many people lost a plek that they could keep, where a run was asked with a budget."""
    most = opgave.instance.max_verplaatst
    if most is None:
        return {}
    now = {each.kandidaat: each.plek for each in toewijzingen}
    return {"max_verplaatst": most, "verplaatst": verplaatst(stayers(opgave.instance), now)}


def _count_drukte(opgave: Opgave, toewijzingen: Sequence[Toewijzing]) -> dict[str, object]:
    """How many werkgevers get more people than cost nothing, and how many too many, where the region asks."""
    spreiding = opgave.instance.beleid.spreiding
    if spreiding is None:
        return {}
    paid = Paid(opgave.instance)
    for each in toewijzingen:
        paid.add(each.kandidaat, each.plek)
    return {"spreiding": {"vrij": spreiding.vrij, "werkgevers": paid.crowded(), "boven": paid.beyond}}


def _count_herstel(opgave: Opgave, toewijzingen: Sequence[Toewijzing]) -> dict[str, object]:
    """Which plan was mended, and who else lost a plek there: they could keep it."""
    if opgave.herstel is None:
        return {}
    now = {each.kandidaat: each.plek for each in toewijzingen}
    could_stay = stayers(replace(opgave.instance, vorige=opgave.herstel.paren))
    anderen = [kandidaat for kandidaat, plek in could_stay.items() if now.get(kandidaat) != plek]
    return {"herstel": {"plan_id": opgave.herstel.plan_id, "anderen": anderen}}


def count_sectoren(opgave: Opgave, toewijzingen: Sequence[Toewijzing]) -> list[dict[str, object]]:
    """Per sector the plaatsen taken in its busiest week, by others and by this plan, out of how many."""
    weeks = opgave.instance.weken
    length = {each.id: each.weken for each in opgave.instance.kandidaten}
    planned: Counter[tuple[int, int]] = Counter()
    for stay in toewijzingen:
        for week in range(stay.startweek, min(weeks, stay.startweek + length[stay.kandidaat])):
            planned[stay.plek, week] += 1
    found = []
    for sector in sorted({plek.sector for plek in opgave.instance.plekken}):
        plekken = [plek for plek in opgave.instance.plekken if plek.sector == sector]
        used, total = max(_in_week(opgave, plekken, planned, week) for week in range(weeks))
        found.append({"sector": sector, "gebruikt": used, "totaal": total})
    return found


def _in_week(
    opgave: Opgave, plekken: Sequence[Leerwerkplek], planned: Mapping[tuple[int, int], int], week: int
) -> tuple[int, int]:
    """Plaatsen taken and present in one week at the plekken that are open then."""
    open_then = [plek for plek in plekken if plek.van_week <= week < plek.tot_week]
    total = sum(opgave.plaatsen[plek.id] for plek in open_then)
    free = sum(plek.plaatsen[week] for plek in open_then)
    return total - free + sum(planned.get((plek.id, week), 0) for plek in open_then), total
