"""What a plek and its praktijkopleiders have left in each week of a question."""

from collections import Counter
from collections.abc import Iterable

from marketplace.bezetting.model import Bezetting
from marketplace.leerwerkplekken.model import Leerwerkplek, Plannable
from marketplace.rekenruns.weken import Weken
from solver.leiding import Inzet, Praktijkopleider


def count_people(weken: Weken, taken: Iterable[Bezetting]) -> Counter[int]:
    """How many people are there in each week; everybody counts once a week."""
    present = {(weken.index(each.week), each.kandidaat_id) for each in taken}
    return Counter(week for week, _ in present)


def to_inzet(plek: Leerwerkplek, weken: Weken) -> tuple[Inzet, ...]:
    """Who leads in which weeks; a week belongs to who leads on its Monday, as in the database."""
    periods = [(each.praktijkopleider_id, *weken.by_monday(each.van, each.tot)) for each in plek.inzet]
    return tuple(
        Inzet(praktijkopleider=who, van_week=van, tot_week=tot) for who, van, tot in periods if van < tot
    )


def to_praktijkopleiders(
    plannable: Plannable, weken: Weken, horizon: int, taken: Iterable[Bezetting]
) -> tuple[Praktijkopleider, ...]:
    """Everyone who leads a plek, with the minutes that others leave free in each week of the horizon."""
    used: Counter[tuple[int, int]] = Counter()
    for each in taken:
        used[each.praktijkopleider_id, weken.index(each.week)] += each.minuten
    leaders = sorted({each.praktijkopleider_id for row in plannable.plekken for each in row.plek.inzet})
    capacity = {leader: [0] * horizon for leader in leaders}
    for stretch in plannable.capaciteiten:
        van, tot = weken.by_monday(stretch.van, stretch.tot)
        for week in range(van, min(tot, horizon)):
            capacity[stretch.praktijkopleider_id][week] = stretch.minuten
    return tuple(
        Praktijkopleider(
            id=leader, minuten=tuple(max(0, minutes - used[leader, week]) for week, minutes in enumerate(row))
        )
        for leader, row in capacity.items()
    )
