"""Refusals of an instance that cannot mean anything: every message names the thing, its id and the field."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from solver.matching.instance import (
        Beleid,
        Erkenning,
        Gewichten,
        Instance,
        Inzet,
        Kandidaat,
        Leerwerkplek,
        Opleiding,
        Praktijkopleider,
        Reistabel,
    )

DAGDELEN_ALL = (1 << 10) - 1
TAAL_MAX = 4


def require(condition: object, message: str) -> None:
    """Raise ValueError with this message unless the condition holds."""
    if not condition:
        raise ValueError(message)


def require_unsigned(what: str, source: object, fields: Iterable[str]) -> None:
    """Refuse negative numbers in these fields of a frozen row."""
    for name in fields:
        value = getattr(source, name)
        require(value is None or value >= 0, f"{what}: {name} is negative ({value})")


def require_minutes_and_dagdelen(what: str, row: Kandidaat | Leerwerkplek) -> None:
    """Refuse a mask of more than ten dagdelen and a range of minutes that ends before it begins."""
    require(0 <= row.dagdelen <= DAGDELEN_ALL, f"{what}: dagdelen is not a mask of ten bits ({row.dagdelen})")
    require(
        0 <= row.minuten_min <= row.minuten_max,
        f"{what}: minuten_min..minuten_max is no range ({row.minuten_min}..{row.minuten_max})",
    )
    require(0 <= row.taal <= TAAL_MAX, f"{what}: taal is not 0..{TAAL_MAX} ({row.taal})")


def validate_kandidaat(row: Kandidaat) -> None:
    """Refuse a kandidaat with an empty window, no length, negative needs or a form named twice."""
    what = f"kandidaat {row.id}"
    require_unsigned(
        what, row, ("zone", "max_reistijd", "max_afstand", "eerste_week", "niveau", "wachtweken")
    )
    require_minutes_and_dagdelen(what, row)
    require(row.eerste_week <= row.laatste_week, f"{what}: laatste_week lies before eerste_week")
    require(row.weken >= 1, f"{what}: weken is less than 1 ({row.weken})")
    require(row.begeleiding and min(row.begeleiding) >= 0, f"{what}: begeleiding is empty or negative")
    for name in ("vormen", "sectorwensen", "werkprocessen"):
        values = getattr(row, name)
        require(len(set(values)) == len(values), f"{what}: {name} names something twice")


def validate_period(what: str, row: Erkenning | Inzet | Opleiding | Leerwerkplek) -> None:
    """Refuse a half-open period of weeks that ends before it begins."""
    require(0 <= row.van_week <= row.tot_week, f"{what}: tot_week lies before van_week")


def validate_plek(row: Leerwerkplek) -> None:
    """Refuse a plek with negative seats, a wrong window or two leading praktijkopleiders in one week."""
    what = f"plek {row.id}"
    require_unsigned(what, row, ("zone", "niveau"))
    require_minutes_and_dagdelen(what, row)
    validate_period(what, row)
    require(min(row.plaatsen, default=0) >= 0, f"{what}: plaatsen has a negative number")
    ordered = sorted(row.inzet, key=lambda inzet: (inzet.van_week, inzet.tot_week))
    for former, latter in pairwise(ordered):
        require(
            former.tot_week <= latter.van_week,
            f"{what}: two praktijkopleiders lead in week {latter.van_week}",
        )


def validate_praktijkopleider(row: Praktijkopleider) -> None:
    """Refuse negative minutes."""
    require(min(row.minuten, default=0) >= 0, f"praktijkopleider {row.id}: minuten has a negative number")


def validate_reistabel(table: Reistabel) -> None:
    """Refuse a table that is not square or has negative numbers."""
    size = len(table.kilometers)
    for name, rows in [("kilometers", table.kilometers), *table.minuten.items()]:
        require(len(rows) == size, f"reistabel {name}: {len(rows)} rows where {size} zones are known")
        for van, row in enumerate(rows):
            require(len(row) == size, f"reistabel {name}: row {van} has {len(row)} of {size} numbers")
            least = min((value for value in row if value is not None), default=0)
            require(least >= 0, f"reistabel {name}: row {van} has a negative number")


def validate_gewichten(row: Gewichten) -> None:
    """Refuse negative weights; zero switches a wish off."""
    names = (
        "per_wachtweek",
        "werkproces_dekking",
        "sectorwens",
        "reistijd",
        "niveau",
        "spoed",
        "stabiliteit",
    )
    require_unsigned("gewichten", row, names)


def validate_beleid(row: Beleid) -> None:
    """Refuse startweken that are not ascending, and negative numbers."""
    require_unsigned("beleid", row, ("wachttermijn_weken", "vouchers"))
    require(all(a < b for a, b in pairwise(row.startweken)), "beleid: startweken is not ascending")
    require(min(row.startweken, default=0) >= 0, "beleid: startweken has a negative week")


def validate_instance(instance: Instance) -> None:
    """Refuse ids used twice, rows of another length than the horizon, and references to nothing."""
    require(instance.weken >= 1, f"instance: weken is less than 1 ({instance.weken})")
    for name in ("kandidaten", "plekken", "praktijkopleiders"):
        require_unique(name, [row.id for row in getattr(instance, name)])
    require(
        max(instance.beleid.startweken, default=0) < instance.weken,
        "beleid: startweken has a week past the horizon",
    )
    validate_travel(instance)
    known = {row.id for row in instance.praktijkopleiders}
    for row in instance.praktijkopleiders:
        require_weeks(f"praktijkopleider {row.id}: minuten", row.minuten, instance.weken)
    for plek in instance.plekken:
        require_weeks(f"plek {plek.id}: plaatsen", plek.plaatsen, instance.weken)
        for inzet in plek.inzet:
            require(
                inzet.praktijkopleider in known,
                f"plek {plek.id}: inzet names the unknown praktijkopleider {inzet.praktijkopleider}",
            )
    validate_vast(instance)


def require_unique(what: str, ids: Sequence[int]) -> None:
    """Refuse an id that is used twice."""
    require(len(set(ids)) == len(ids), f"{what}: an id is used twice")


def require_weeks(what: str, row: Sequence[int], weken: int) -> None:
    """Refuse a row that does not have one number for each week of the horizon."""
    require(len(row) == weken, f"{what} has {len(row)} weeks of {weken}")


def validate_travel(instance: Instance) -> None:
    """Refuse zones outside the reistabel and a vervoermiddel it does not know."""
    size = len(instance.reistabel.kilometers)
    zones = [(f"kandidaat {row.id}", row.zone) for row in instance.kandidaten]
    zones += [(f"plek {plek.id}", plek.zone) for plek in instance.plekken]
    for what, zone in zones:
        require(zone < size, f"{what}: zone {zone} is not in the reistabel")
    for kandidaat in instance.kandidaten:
        require(
            kandidaat.vervoermiddel in instance.reistabel.minuten,
            f"kandidaat {kandidaat.id}: the reistabel has no {kandidaat.vervoermiddel}",
        )


def validate_vast(instance: Instance) -> None:
    """Refuse a pin of an unknown kandidaat or plek; unknown ids in `verboden` and `vorige` mean nothing."""
    kandidaten = {row.id for row in instance.kandidaten}
    plekken = {row.id for row in instance.plekken}
    for paar in instance.vast:
        require(paar.kandidaat in kandidaten, f"vast: names the unknown kandidaat {paar.kandidaat}")
        require(paar.plek in plekken, f"vast: names the unknown plek {paar.plek}")
