"""Working days: a mask of five (bit 0 is Monday), and days numbered over the weeks of the horizon."""

from collections.abc import Iterable

from solver.validate import require

WERKDAGEN = range(5)
ALLE_DAGEN = (1 << len(WERKDAGEN)) - 1


def days_in(mask: int) -> list[int]:
    """The weekdays of a mask."""
    return [day for day in WERKDAGEN if mask >> day & 1]


def without(mask: int, week: int, gone: Iterable[int]) -> int:
    """A mask less the days of this week that are `gone`, numbered 5 * week + weekday."""
    for each in gone:
        if each // len(WERKDAGEN) == week:
            mask &= ~(1 << each % len(WERKDAGEN))
    return mask


def require_days(what: str, name: str, mask: int) -> None:
    """Refuse a mask of more than five days."""
    require(0 <= mask <= ALLE_DAGEN, f"{what}: {name} is not a mask of five bits ({mask})")
