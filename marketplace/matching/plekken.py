"""From a leerwerkplek and what is taken of it to the plek of the solver, with its free plaatsen."""

from collections.abc import Iterable, Mapping

from marketplace.bezetting.model import Bezetting
from marketplace.bezetting.ruimte import count_people, to_inzet
from marketplace.geo.reistijd import Punt
from marketplace.leerwerkplekken.model import PlannablePlek
from marketplace.organisaties.model import Erkenning
from marketplace.rekenruns.weken import Weken
from solver.matching import instance as solver


def to_plek(
    row: PlannablePlek, weken: Weken, horizon: int, zones: Mapping[Punt, int], taken: Iterable[Bezetting]
) -> solver.Leerwerkplek:
    """One plek of the instance with what others leave free in each week of the horizon."""
    plek = row.plek
    van, tot = weken.whole(plek.van, plek.tot)
    present = count_people(weken, taken)
    return solver.Leerwerkplek(
        id=plek.id,
        werkgever=plek.organisatie_id,
        zone=zones[Punt(plek.lat, plek.lon)],
        sector=plek.sector,
        niveau=plek.niveau,
        plaatsen=tuple(max(0, plek.plaatsen - present[week]) for week in range(horizon)),
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
        inzet=to_inzet(plek, weken),
        vervoer_geregeld=plek.vervoer_geregeld,
    )


def _erkenning(erkenning: Erkenning, weken: Weken) -> solver.Erkenning:
    """In which whole weeks an erkenning holds."""
    van, tot = weken.whole(erkenning.van, erkenning.tot)
    return solver.Erkenning(
        crebo=erkenning.crebo, werkprocessen=erkenning.werkprocessen, van_week=van, tot_week=tot
    )
