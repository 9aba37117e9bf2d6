"""A working week in cells: the parts of its days as codes, and hours for minutes."""

from collections.abc import Mapping
from decimal import Decimal

from marketplace.tables.choices import Codes
from marketplace.tables.numbers import Number

DAGEN = ("ma", "di", "wo", "do", "vr")
PARTS = ("ochtend", "middag")
WHOLE_DAY = 3
DAGDEEL_CODES: Mapping[str, int] = {
    **{day: WHOLE_DAY << 2 * place for place, day in enumerate(DAGEN)},
    **{
        f"{day}-{part}": 1 << 2 * place + half
        for place, day in enumerate(DAGEN)
        for half, part in enumerate(PARTS)
    },
}
DAGDELEN = Codes(frozenset(DAGDEEL_CODES), least=1)
UREN = Number(2, Decimal(1), Decimal(40))


def codes_of_mask(mask: int) -> tuple[str, ...]:
    """A mask of dagdelen as codes, whole days where it can."""
    found: list[str] = []
    for place, day in enumerate(DAGEN):
        match mask >> 2 * place & WHOLE_DAY:
            case 0:
                continue
            case 3:
                found.append(day)
            case part:
                found.append(f"{day}-{PARTS[part - 1]}")
    return tuple(found)


def mask_of_codes(codes: tuple[str, ...]) -> int:
    """The mask of these codes."""
    mask = 0
    for code in codes:
        mask |= DAGDEEL_CODES[code]
    return mask


def to_hours(minutes: int) -> Decimal:
    """Minutes as hours with two decimals, from which `to_minutes` gives the same minutes."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def to_minutes(hours: Decimal) -> int:
    """Hours as whole minutes."""
    return int((hours * 60).to_integral_value())
