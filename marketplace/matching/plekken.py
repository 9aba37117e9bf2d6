"""From a leerwerkplek and what is taken of it to the plek of the solver: free plaatsen and free minutes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from marketplace.bezetting.model import Bezetting
from marketplace.geo.reistijd import Punt
from marketplace.leerwerkplekken.model import Plannable, PlannablePlek
from marketplace.organisaties.model import Capaciteit, Erkenning
from marketplace.rekenruns.weken import FAR, Weken, within
from solver.matching import instance as solver


def to_plek(
    row: PlannablePlek, weken: Weken, horizon: int, zones: Mapping[Punt, int], taken: Iterable[Bezetting]
) -> solver.Leerwerkplek:
    """One plek of the instance with what others leave free in each week of the horizon."""
    plek = row.plek
    van, tot = within(weken.first_monday(plek.van, 0), weken.end_of_work(plek.tot, FAR))
    return solver.Leerwerkplek(
        id=plek.id,
        werkgever=plek.organisatie_id,
        zone=zones[Punt(plek.lat, plek.lon)],
        sector=plek.sector,
        niveau=plek.niveau,
        plaatsen=_free_plaatsen(plek.plaatsen, weken, horizon, taken),
        van_week=van,
        tot_week=tot,
        dagdelen=plek.dagdelen,
        minuten_min=plek.minuten_min,
        minuten_max=plek.minuten_max,
        werkprocessen=frozenset(plek.werkprocessen),
        erkenningen=tuple(_erkenning(each, weken) for each in row.erkenningen),
        vormen=frozenset(solver.Plaatsingsvorm(vorm) for vorm in plek.vormen),
        voorwaarden=frozenset(plek.voorwaarden),
        taal=plek.taal,
        fase=None if plek.fase is None else solver.Fase(plek.fase.value),
        inzet=_inzet(row, weken),
        vervoer_geregeld=plek.vervoer_geregeld,
    )


def _free_plaatsen(plaatsen: int, weken: Weken, horizon: int, taken: Iterable[Bezetting]) -> tuple[int, ...]:
    """Plaatsen less the people who are there in each week."""
    present: dict[int, set[int]] = defaultdict(set)
    for each in taken:
        present[weken.index(each.week)].add(each.kandidaat_id)
    return tuple(max(0, plaatsen - len(present[week])) for week in range(horizon))


def _inzet(row: PlannablePlek, weken: Weken) -> tuple[solver.Inzet, ...]:
    """Who leads in which weeks; a week belongs to who leads on its Monday, as in the database."""
    found = []
    for each in row.plek.inzet:
        van, tot = within(weken.first_monday(each.van, 0), weken.first_monday(each.tot, FAR))
        if van < tot:
            found.append(solver.Inzet(praktijkopleider=each.praktijkopleider_id, van_week=van, tot_week=tot))
    return tuple(found)


def _erkenning(erkenning: Erkenning, weken: Weken) -> solver.Erkenning:
    """In which whole weeks an erkenning holds."""
    van, tot = within(weken.first_monday(erkenning.van, 0), weken.end_of_work(erkenning.tot, FAR))
    return solver.Erkenning(
        crebo=erkenning.crebo, werkprocessen=erkenning.werkprocessen, van_week=van, tot_week=tot
    )


def to_praktijkopleiders(
    plannable: Plannable, weken: Weken, horizon: int, taken: Iterable[Bezetting]
) -> tuple[solver.Praktijkopleider, ...]:
    """Everyone who leads a plek, with the minutes that others leave free in each week of the horizon."""
    leaders = sorted({each.praktijkopleider_id for row in plannable.plekken for each in row.plek.inzet})
    used: Counter[tuple[int, int]] = Counter()
    for each in taken:
        used[each.praktijkopleider_id, weken.index(each.week)] += each.minuten
    capacity = {leader: [0] * horizon for leader in leaders}
    for stretch in plannable.capaciteiten:
        _fill(capacity[stretch.praktijkopleider_id], stretch, weken)
    return tuple(
        solver.Praktijkopleider(
            id=leader,
            minuten=tuple(
                max(0, minutes - used[leader, week]) for week, minutes in enumerate(capacity[leader])
            ),
        )
        for leader in leaders
    )


def _fill(minutes: list[int], capaciteit: Capaciteit, weken: Weken) -> None:
    """Write the minutes of one stretch of time; a week counts by its Monday."""
    van, tot = within(weken.first_monday(capaciteit.van, 0), weken.first_monday(capaciteit.tot, FAR))
    for week in range(van, min(tot, len(minutes))):
        minutes[week] = capaciteit.minuten
