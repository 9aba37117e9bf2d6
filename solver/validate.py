"""Refusals of what cannot mean anything: every message names the thing, its id and the field."""

from collections.abc import Sequence

DAGDELEN_ALL = (1 << 10) - 1
TAAL_MAX = 4
# So that sums over all people and weeks fit in 64 bits.
LARGEST = (1 << 31) - 1


def require(condition: object, message: str) -> None:
    """Raise ValueError with this message unless the condition holds."""
    if not condition:
        raise ValueError(message)


def require_unsigned(what: str, name: str, value: int | None) -> None:
    """Refuse a negative number, and one of more than 31 bits."""
    require(value is None or value >= 0, f"{what}: {name} is negative ({value})")
    require(value is None or value <= LARGEST, f"{what}: {name} is too large ({value})")


def require_mask(what: str, dagdelen: int) -> None:
    """Refuse a mask of more than ten dagdelen."""
    require(0 <= dagdelen <= DAGDELEN_ALL, f"{what}: dagdelen is not a mask of ten bits ({dagdelen})")


def require_minutes(what: str, least: int, most: int) -> None:
    """Refuse a range of minutes a week that ends before it begins."""
    require(0 <= least <= most <= LARGEST, f"{what}: minuten_min..minuten_max is no range ({least}..{most})")


def require_taal(what: str, taal: int) -> None:
    """Refuse a level that is not known."""
    require(0 <= taal <= TAAL_MAX, f"{what}: taal is not 0..{TAAL_MAX} ({taal})")


def require_period(what: str, van_week: int, tot_week: int) -> None:
    """Refuse a half-open period of weeks that ends before it begins."""
    require(0 <= van_week <= tot_week, f"{what}: tot_week lies before van_week")
    require(tot_week <= LARGEST, f"{what}: tot_week is too large ({tot_week})")


def require_amounts(what: str, name: str, values: Sequence[int]) -> None:
    """Refuse a row with a negative number or one of more than 31 bits."""
    require(min(values, default=0) >= 0, f"{what}: {name} has a negative number")
    require(max(values, default=0) <= LARGEST, f"{what}: {name} has a number that is too large")


def require_unique(what: str, ids: Sequence[int]) -> None:
    """Refuse an id that is used twice."""
    require(len(set(ids)) == len(ids), f"{what}: an id is used twice")


def require_weeks(what: str, row: Sequence[int], weken: int) -> None:
    """Refuse a row that does not have one number for each week of the horizon."""
    require(len(row) == weken, f"{what} has {len(row)} weeks of {weken}")
