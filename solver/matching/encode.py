"""An instance turned into numpy columns: ids and words become places in sorted vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np

from solver.arrays import BoolArray, IntArray
from solver.matching.codes import ints, mask, vocabulary, words
from solver.matching.columns import Columns, InzetColumns, KandidaatColumns, PlekColumns
from solver.matching.instance import Fase, Instance, Kandidaat, Leerwerkplek, Plaatsingsvorm, Vervoermiddel
from solver.matching.spells import erkenning_columns

NEVER = 1 << 40
MODES = tuple(Vervoermiddel)
FASES = tuple(Fase)
VORMEN = {vorm: place for place, vorm in enumerate(Plaatsingsvorm)}


def build_columns(instance: Instance) -> Columns:
    """Turn an instance into columns, once a run."""
    kandidaten, plekken = instance.kandidaten, instance.plekken
    werkprocessen = vocabulary(
        [each for row in kandidaten for each in row.werkprocessen]
        + [each for plek in plekken for each in plek.werkprocessen]
    )
    crebos = vocabulary(row.crebo for row in kandidaten if row.crebo is not None)
    sectors = vocabulary(
        [row.sector for row in plekken] + [each for row in kandidaten for each in row.sectorwensen]
    )
    voorwaarden = vocabulary(
        [each for row in kandidaten for each in row.voorwaarden]
        + [each for plek in plekken for each in plek.voorwaarden]
    )
    return Columns(
        instance=instance,
        kandidaat=_kandidaat_columns(
            kandidaten, werkprocessen, crebos, sectors, voorwaarden, _vorige(instance)
        ),
        plek=_plek_columns(instance, werkprocessen, sectors, voorwaarden),
        inzet=_inzet_columns(instance),
        erkenning=erkenning_columns(plekken, werkprocessen, crebos),
        startweken=ints(instance.beleid.startweken),
        crebos=crebos,
        minuten=_travel(instance),
        kilometers=np.array(instance.reistabel.kilometers, dtype=np.int64),
        verboden=_pair_keys(instance, instance.verboden),
        uitzonderingen=_uitzonderingen(instance),
        opleider_minuten=np.array(
            [row.minuten for row in instance.praktijkopleiders], dtype=np.int64
        ).reshape(len(instance.praktijkopleiders), instance.weken),
    )


def _bools(values: Iterable[bool]) -> BoolArray:
    return np.fromiter(values, dtype=np.bool_)


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
        zone=ints(row.zone for row in rows),
        mode=ints(MODES.index(row.vervoermiddel) for row in rows),
        max_reistijd=ints(row.max_reistijd for row in rows),
        max_afstand=ints(NEVER if row.max_afstand is None else row.max_afstand for row in rows),
        reist_alleen=_bools(row.reist_alleen for row in rows),
        dagdelen=ints(row.dagdelen for row in rows),
        minuten_min=ints(row.minuten_min for row in rows),
        minuten_max=ints(row.minuten_max for row in rows),
        eerste_week=ints(row.eerste_week for row in rows),
        laatste_week=ints(row.laatste_week for row in rows),
        weken=ints(row.weken for row in rows),
        niveau=ints(row.niveau for row in rows),
        praktijkleren=_bools(row.praktijkleren for row in rows),
        crebo=ints(-1 if row.crebo is None else crebos[row.crebo] for row in rows),
        werkproces=words((row.werkprocessen for row in rows), werkprocessen),
        sector_rank=_ranks(rows, sectors),
        vorm=ints(mask(row.vormen, VORMEN) for row in rows),
        voorwaarde=words((row.voorwaarden for row in rows), voorwaarden),
        begeleiding=_begeleiding(rows),
        taal=ints(row.taal for row in rows),
        fase=ints(-1 if row.fase is None else FASES.index(row.fase) for row in rows),
        wachtweken=ints(row.wachtweken for row in rows),
        groep=ints(-1 if row.groep is None else row.groep for row in rows),
        voucher=_bools(row.voucher for row in rows),
        vorige=vorige,
    )


def _geleid_tot(plekken: Sequence[Leerwerkplek], weken: int) -> IntArray:
    """Until when somebody leads without a break, per plek and week of the horizon."""
    led = np.zeros((len(plekken), weken), dtype=np.bool_)
    for index, plek in enumerate(plekken):
        for inzet in plek.inzet:
            led[index, inzet.van_week : inzet.tot_week] = True
    until = np.full((len(plekken), weken + 1), weken, dtype=np.int64)
    for week in reversed(range(weken)):
        until[:, week] = np.where(led[:, week], until[:, week + 1], week)
    return until[:, :weken]


def _inzet_columns(instance: Instance) -> InzetColumns:
    opleiders = {row.id: index for index, row in enumerate(instance.praktijkopleiders)}
    rows = [
        [
            each
            for each in sorted(plek.inzet, key=lambda each: each.van_week)
            if each.van_week < instance.weken
        ]
        for plek in instance.plekken
    ]
    flat = [each for row in rows for each in row]
    return InzetColumns(
        begin=ints([0, *accumulate(len(row) for row in rows)]),
        van_week=ints(each.van_week for each in flat),
        tot_week=ints(min(each.tot_week, instance.weken) for each in flat),
        praktijkopleider=ints(opleiders[each.praktijkopleider] for each in flat),
    )


def _plek_columns(
    instance: Instance, werkprocessen: dict[int, int], sectors: dict[str, int], voorwaarden: dict[str, int]
) -> PlekColumns:
    rows = instance.plekken
    werkgevers = vocabulary(row.werkgever for row in rows)
    return PlekColumns(
        werkgever=ints(werkgevers[row.werkgever] for row in rows),
        zone=ints(row.zone for row in rows),
        sector=ints(sectors[row.sector] for row in rows),
        niveau=ints(row.niveau for row in rows),
        van_week=ints(row.van_week for row in rows),
        tot_week=ints(row.tot_week for row in rows),
        dagdelen=ints(row.dagdelen for row in rows),
        minuten_min=ints(row.minuten_min for row in rows),
        minuten_max=ints(row.minuten_max for row in rows),
        werkproces=words((row.werkprocessen for row in rows), werkprocessen),
        vorm=ints(mask(row.vormen, VORMEN) for row in rows),
        voorwaarde=words((row.voorwaarden for row in rows), voorwaarden),
        taal=ints(row.taal for row in rows),
        fase=ints(-1 if row.fase is None else FASES.index(row.fase) for row in rows),
        vervoer_geregeld=_bools(row.vervoer_geregeld for row in rows),
        plaatsen=np.array([row.plaatsen for row in rows], dtype=np.int64).reshape(len(rows), instance.weken),
        geleid_tot=_geleid_tot(rows, instance.weken),
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
    return ints(known.get(row.id, -1) for row in instance.kandidaten)


def _pair_keys(instance: Instance, pairs: Iterable[tuple[int, int]]) -> IntArray:
    """Keys of the pairs of which both are known, ascending."""
    kandidaten = {row.id: index for index, row in enumerate(instance.kandidaten)}
    plekken = {row.id: index for index, row in enumerate(instance.plekken)}
    return ints(
        sorted(
            kandidaten[k] * len(plekken) + plekken[p] for k, p in pairs if k in kandidaten and p in plekken
        )
    )


def _uitzonderingen(instance: Instance) -> dict[str, IntArray]:
    """Pairs for which a rule was set aside, by rule."""
    return {
        rule: _pair_keys(instance, ((k, p) for k, p, name in instance.uitzonderingen if name == rule))
        for rule in {name for _, _, name in instance.uitzonderingen}
    }
