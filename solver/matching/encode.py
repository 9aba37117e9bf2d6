"""An instance turned into numpy columns: ids and words become places in sorted vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np

from solver.arrays import BoolArray, IntArray
from solver.matching.columns import Columns, KandidaatColumns, PlekColumns
from solver.matching.instance import Fase, Instance, Kandidaat, Leerwerkplek, Plaatsingsvorm, Vervoermiddel

NEVER = 1 << 40
MODES = tuple(Vervoermiddel)
FASES = tuple(Fase)
VORMEN = tuple(Plaatsingsvorm)
Word = TypeVar("Word", int, str)


def build_columns(instance: Instance) -> Columns:
    """Turn an instance into columns, once a run."""
    kandidaten, plekken = instance.kandidaten, instance.plekken
    werkprocessen = _vocabulary(
        [each for row in kandidaten for each in row.werkprocessen]
        + [each for plek in plekken for each in plek.werkprocessen]
    )
    crebos = _vocabulary(row.crebo for row in kandidaten if row.crebo is not None)
    sectors = _vocabulary(
        [row.sector for row in plekken] + [each for row in kandidaten for each in row.sectorwensen]
    )
    voorwaarden = _vocabulary(
        [each for row in kandidaten for each in row.voorwaarden]
        + [each for plek in plekken for each in plek.voorwaarden]
    )
    return Columns(
        instance=instance,
        kandidaat=_kandidaat_columns(
            kandidaten, werkprocessen, crebos, sectors, voorwaarden, _vorige(instance)
        ),
        plek=_plek_columns(instance, werkprocessen, sectors, voorwaarden),
        startweken=_ints(instance.beleid.startweken),
        crebos=crebos,
        werkprocessen=werkprocessen,
        minuten=_travel(instance),
        kilometers=np.array(instance.reistabel.kilometers, dtype=np.int64),
        verboden=_known_pairs(instance, instance.verboden),
        uitzonderingen=_uitzonderingen(instance),
        opleider_minuten=np.array(
            [row.minuten for row in instance.praktijkopleiders], dtype=np.int64
        ).reshape(len(instance.praktijkopleiders), instance.weken),
    )


def _ints(values: Iterable[int]) -> IntArray:
    return np.fromiter(values, dtype=np.int64)


def _bools(values: Iterable[bool]) -> BoolArray:
    return np.fromiter(values, dtype=np.bool_)


def _vocabulary(values: Iterable[Word]) -> dict[Word, int]:
    return {value: index for index, value in enumerate(sorted(set(values)))}


def _member(rows: Sequence[Iterable[object]], order: Sequence[object]) -> BoolArray:
    """Membership matrix (rows, vocabulary)."""
    position = {value: index for index, value in enumerate(order)}
    matrix = np.zeros((len(rows), len(order)), dtype=np.bool_)
    for index, row in enumerate(rows):
        matrix[index, [position[value] for value in row]] = True
    return matrix


def _ranks(kandidaten: Sequence[Kandidaat], sectors: dict[str, int]) -> IntArray:
    """Rank of each sector (0 is the first wish), -1 where it is no wish: (K, sectors)."""
    matrix = np.full((len(kandidaten), len(sectors)), -1, dtype=np.int64)
    for index, kandidaat in enumerate(kandidaten):
        for rank, sector in enumerate(kandidaat.sectorwensen):
            matrix[index, sectors[sector]] = rank
    return matrix


def _begeleiding(kandidaten: Sequence[Kandidaat]) -> IntArray:
    """Minutes in each week of the stay, the last value going on: (K, longest list)."""
    width = max((len(row.begeleiding) for row in kandidaten), default=1)
    matrix = np.zeros((len(kandidaten), width), dtype=np.int64)
    for index, kandidaat in enumerate(kandidaten):
        known = kandidaat.begeleiding
        matrix[index] = known + (known[-1],) * (width - len(known))
    return matrix


def _kandidaat_columns(
    rows: Sequence[Kandidaat],
    werkprocessen: dict[int, int],
    crebos: dict[int, int],
    sectors: dict[str, int],
    voorwaarden: dict[str, int],
    vorige: IntArray,
) -> KandidaatColumns:
    return KandidaatColumns(
        index=np.arange(len(rows), dtype=np.int64),
        zone=_ints(row.zone for row in rows),
        mode=_ints(MODES.index(row.vervoermiddel) for row in rows),
        max_reistijd=_ints(row.max_reistijd for row in rows),
        max_afstand=_ints(NEVER if row.max_afstand is None else row.max_afstand for row in rows),
        reist_alleen=_bools(row.reist_alleen for row in rows),
        dagdelen=_ints(row.dagdelen for row in rows),
        minuten_min=_ints(row.minuten_min for row in rows),
        minuten_max=_ints(row.minuten_max for row in rows),
        eerste_week=_ints(row.eerste_week for row in rows),
        laatste_week=_ints(row.laatste_week for row in rows),
        weken=_ints(row.weken for row in rows),
        niveau=_ints(row.niveau for row in rows),
        praktijkleren=_bools(row.praktijkleren for row in rows),
        crebo=_ints(-1 if row.crebo is None else crebos[row.crebo] for row in rows),
        werkproces=_member([row.werkprocessen for row in rows], list(werkprocessen)),
        sector_rank=_ranks(rows, sectors),
        vorm=_member([row.vormen for row in rows], VORMEN),
        voorwaarde=_member([row.voorwaarden for row in rows], list(voorwaarden)),
        begeleiding=_begeleiding(rows),
        taal=_ints(row.taal for row in rows),
        fase=_ints(-1 if row.fase is None else FASES.index(row.fase) for row in rows),
        wachtweken=_ints(row.wachtweken for row in rows),
        voucher=_bools(row.voucher for row in rows),
        vorige=vorige,
    )


def _lead(plekken: Sequence[Leerwerkplek], opleiders: dict[int, int], weken: int) -> IntArray:
    """Index of the leading praktijkopleider per plek and week of the horizon, -1 for none."""
    matrix = np.full((len(plekken), weken), -1, dtype=np.int64)
    for index, plek in enumerate(plekken):
        for inzet in plek.inzet:
            matrix[index, inzet.van_week : inzet.tot_week] = opleiders[inzet.praktijkopleider]
    return matrix


def _plek_columns(
    instance: Instance, werkprocessen: dict[int, int], sectors: dict[str, int], voorwaarden: dict[str, int]
) -> PlekColumns:
    rows = instance.plekken
    opleiders = {row.id: index for index, row in enumerate(instance.praktijkopleiders)}
    return PlekColumns(
        zone=_ints(row.zone for row in rows),
        sector=_ints(sectors[row.sector] for row in rows),
        niveau=_ints(row.niveau for row in rows),
        van_week=_ints(row.van_week for row in rows),
        tot_week=_ints(row.tot_week for row in rows),
        dagdelen=_ints(row.dagdelen for row in rows),
        minuten_min=_ints(row.minuten_min for row in rows),
        minuten_max=_ints(row.minuten_max for row in rows),
        werkproces=_member([row.werkprocessen for row in rows], list(werkprocessen)),
        vorm=_member([row.vormen for row in rows], VORMEN),
        voorwaarde=_member([row.voorwaarden for row in rows], list(voorwaarden)),
        taal=_ints(row.taal for row in rows),
        fase=_ints(-1 if row.fase is None else FASES.index(row.fase) for row in rows),
        vervoer_geregeld=_bools(row.vervoer_geregeld for row in rows),
        plaatsen=np.array([row.plaatsen for row in rows], dtype=np.int64).reshape(len(rows), instance.weken),
        lead=_lead(rows, opleiders, instance.weken),
    )


def _travel(instance: Instance) -> IntArray:
    """Minutes (modes, zones, zones), -1 for no way or an unknown vervoermiddel."""
    zones = len(instance.reistabel.kilometers)
    table = np.full((len(MODES), zones, zones), -1, dtype=np.int64)
    for mode, rows in instance.reistabel.minuten.items():
        table[MODES.index(mode)] = np.array(
            [[-1 if each is None else each for each in row] for row in rows]
        ).reshape(zones, zones)
    return table


def _vorige(instance: Instance) -> IntArray:
    """Index of the plek in the earlier plan per kandidaat, -1 for none."""
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    known = {paar.kandidaat: plekken.get(paar.plek, -1) for paar in instance.vorige}
    return _ints(known.get(row.id, -1) for row in instance.kandidaten)


def _known_pairs(instance: Instance, pairs: Iterable[tuple[int, int]]) -> IntArray:
    """Pairs of which both are known as (n, 2) rows of indices."""
    kandidaten = {row.id: index for index, row in enumerate(instance.kandidaten)}
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    rows = [(kandidaten[k], plekken[p]) for k, p in pairs if k in kandidaten and p in plekken]
    return np.array(sorted(rows), dtype=np.int64).reshape(len(rows), 2)


def _uitzonderingen(instance: Instance) -> dict[str, IntArray]:
    """Pairs for which a rule was set aside, by rule."""
    return {
        rule: _known_pairs(instance, ((k, p) for k, p, name in instance.uitzonderingen if name == rule))
        for rule in {name for _, _, name in instance.uitzonderingen}
    }
